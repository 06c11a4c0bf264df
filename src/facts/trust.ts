// How far a proposal of the trained reader is to be trusted: its scores in, the chance that it is right out. A logistic regression, fitted by
// src/training/calibrate.ts on passages that the reader was not trained on, so that confidence is measured and one bar serves all relations.
import type { EncoderLabels } from "../language/encoder.ts";

/** What the reader says of a proposal. Scores are probabilities, 0..1. */
export interface Signals {
  readonly relation: string;
  readonly score: number;
  /** Of the words of subject and object as mentions. */
  readonly subject: number;
  readonly object: number;
  /** Sides that were resolved by coreference, 0..2. */
  readonly referred: number;
  /** Sides whose words are a name found without the reader, 0..2. */
  readonly named: number;
  /** Best score of the same relation from another subject to this object, and from this subject to another object; 0 where there is none. */
  readonly otherSubject: number;
  readonly otherObject: number;
  /** Whether the subject stands in a sentence before. */
  readonly remote: boolean;
}

/** The fitted regression, kept in the labels of the model; the weights are those of `features`, in their order. */
export type Trust = EncoderLabels["trust"];

const EXTREME = 0.01;

function logit(probability: number): number {
  const inside = Math.min(1 - EXTREME, Math.max(EXTREME, probability));
  return Math.log(inside / (1 - inside));
}

/** The numbers that the weights belong to: a constant, then the signals; probabilities as log odds, rivals by how far they are ahead. */
export function features({ score, subject, object, referred, named, otherSubject, otherObject, remote }: Signals): number[] {
  const behind = (other: number): number => Math.max(0, logit(other) - logit(score));
  return [1, logit(score), logit(subject), logit(object), referred, named, behind(otherSubject), behind(otherObject), remote ? 1 : 0];
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The chance, 0..1 with two digits, that a proposal is right; 0 for relations that were never seen. */
export function chanceOf(signals: Signals, { weights, relations }: Trust): number {
  const own = relations[signals.relation];
  if (own === undefined) return 0;
  const sum = features(signals).reduce((total, value, k) => total + value * (weights[k] ?? 0), own);
  return Math.round(100 * sigmoid(sum)) / 100;
}
