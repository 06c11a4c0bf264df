// Trains the tagger: averaged perceptron, greedy with its own earlier tags as context, seeded order.
import { Perceptron } from "../language/perceptron.ts";
import { best, prepareTagInput, type Tagger, tagFeatures } from "../language/tagger.ts";
import type { Clusters } from "../language/words.ts";
import type { TreebankSentence } from "./conllu.ts";
import { seeded, shuffle } from "./random.ts";

export interface TrainingOptions {
  /** Hash buckets: 2 to this power. */
  readonly bits: number;
  readonly epochs: number;
  readonly log: (line: string) => void;
}

/** Trains on all sentences and returns averaged float weights. */
export function trainTagger(
  sentences: readonly TreebankSentence[],
  clusters: Clusters,
  options: TrainingOptions,
): Tagger & { readonly model: Perceptron } {
  const index = new Map<string, number>();
  for (const s of sentences)
    for (const [i, upos] of s.upos.entries()) {
      const name = `${upos}|${s.xpos[i]}`;
      if (!index.has(name)) index.set(name, index.size);
    }
  const tags = [...index.keys()];
  const model = new Perceptron(options.bits, tags.length);
  const inputs = sentences.map((s) => prepareTagInput(s.words, clusters));
  const order = sentences.map((_, i) => i);
  const random = seeded(7);
  const features = new Int32Array(64);
  const scores = new Float32Array(tags.length);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let right = 0;
    let total = 0;
    for (const k of order) {
      const s = sentences[k]!;
      let [p1, p2] = ["^", "^"];
      for (let i = 0; i < s.words.length; i++) {
        const count = tagFeatures(inputs[k]!, i, p1, p2, features);
        model.score(features, count, scores);
        const guess = best(scores);
        const gold = index.get(`${s.upos[i]}|${s.xpos[i]}`)!;
        if (guess === gold) right++;
        else model.update(features, count, gold, guess);
        total++;
        model.steps++;
        p2 = p1;
        p1 = tags[guess]!;
      }
    }
    options.log(`tagger epoch ${epoch + 1}: ${((right / total) * 100).toFixed(2)} % right while training`);
  }
  model.average();
  return { tags, model, clusters };
}
