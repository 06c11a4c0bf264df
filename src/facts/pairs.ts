// Which pairs of mentions the reader is asked about: all of one sentence, and those of a sentence with names of the sentences before it.
import type { EncoderLabels, Integers, PairInputs } from "../language/encoder.ts";
import { groupBy } from "./group.ts";

/** A mention in a window of pieces. */
export interface Found {
  /** First and last piece. */
  readonly from: number;
  readonly to: number;
  readonly type: number;
  readonly score: number;
  readonly isReference: boolean;
  readonly sentence: number;
}

/** Upper ends of the buckets of distance in pieces between two mentions; one more bucket takes the rest. */
const DISTANCES: readonly number[] = [0, 1, 3, 6, 12, 20, 32];
/** Bucket of pairs across sentences, plus the number of sentences that the subject stands before the object, at most `BACK`. */
const REMOTE = 15;
const BACK = 2;

/** Tells whether mentions of a type are only objects of facts (goals, amounts, dates). */
export const isObjectOnly = (labels: EncoderLabels, type: number): boolean => labels.objectOnly.includes(labels.types[type] ?? "");

type Pairs = { readonly [K in keyof PairInputs]: number[] };

/** All pairs of a sentence, and where there are some, those with names of the sentences before; `things` are the words of what each mention stands for. */
export function pairInputs(
  found: readonly Found[],
  things: readonly string[],
  sentenceOf: Integers,
  next: number,
  labels: EncoderLabels,
): PairInputs {
  const pairs: Pairs = { subject: [], object: [], low: [], high: [], distance: [], sentenceFrom: [], sentenceTo: [] };
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  sentenceOf.forEach((sentence, piece) => {
    if (!starts.has(sentence)) starts.set(sentence, piece);
    ends.set(sentence, piece + 1);
  });
  const add = (subject: number, object: number, low: number, high: number, distance: number): void => {
    const { sentence } = found[object]!;
    pairs.subject.push(subject);
    pairs.object.push(object);
    pairs.low.push(low);
    pairs.high.push(high);
    pairs.distance.push(distance);
    pairs.sentenceFrom.push(starts.get(sentence)!);
    pairs.sentenceTo.push(ends.get(sentence)!);
  };
  found.forEach((one, i) => {
    if (one.sentence < next || isObjectOnly(labels, one.type)) return;
    found.forEach((other, j) => {
      if (i === j || other.sentence !== one.sentence || (other.from === one.from && other.to === one.to)) return;
      const [low, high] =
        one.to < other.from ? [one.to + 1, other.from] : other.to < one.from ? [other.to + 1, one.from] : [one.from, one.from];
      const bucket = DISTANCES.findIndex((limit) => high - low <= limit);
      add(i, j, low, high, (one.from < other.from ? 0 : 8) + (bucket < 0 ? DISTANCES.length : bucket));
    });
  });
  if (pairs.subject.length > 0)
    addRemotePairs(found, things, next, labels, (i, j, back) => add(i, j, starts.get(found[j]!.sentence)!, found[j]!.from, REMOTE + back));
  return pairs;
}

/** Pairs of a mention with the last mention by name, in the sentences before it, of each thing that its own sentence does not speak of. */
function addRemotePairs(
  found: readonly Found[],
  things: readonly string[],
  next: number,
  labels: EncoderLabels,
  add: (subject: number, object: number, back: number) => void,
): void {
  const inside = groupBy(found.keys(), (i) => found[i]!.sentence);
  for (const [sentence, own] of inside) {
    if (sentence < next) continue;
    const present = new Set(own.map((i) => things[i]));
    for (let back = 1; back <= BACK; back++)
      for (const i of (inside.get(sentence - back) ?? []).toReversed()) {
        if (found[i]!.isReference || isObjectOnly(labels, found[i]!.type) || present.has(things[i])) continue;
        present.add(things[i]);
        for (const j of own) add(i, j, back);
      }
  }
}
