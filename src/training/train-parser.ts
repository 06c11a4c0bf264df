// Trains the parser: averaged perceptron with a dynamic oracle, so it learns to go on from its own mistakes.
import { MAX_PARSE_FEATURES, parseFeatures } from "../language/parse-features.ts";
import { labelHashes, type ParseClass, type Parser, prepareParseInput } from "../language/parser.ts";
import { Perceptron } from "../language/perceptron.ts";
import { type Action, apply, costs, initialState, isFinal, isValid, LEFT, RIGHT, SHIFT } from "../language/transitions.ts";
import type { Clusters } from "../language/words.ts";
import type { TreebankSentence } from "./conllu.ts";
import { seeded, shuffle } from "./random.ts";
import type { TrainingOptions } from "./train-tagger.ts";

/** Share of steps that follow the model's own choice after the first epoch. Source: Goldberg and Nivre 2013. */
const EXPLORATION = 0.9;

/** Classes seen in the treebank: shift, and each label with the side that its head stands on (the root counts as right). */
function parseClasses(sentences: readonly TreebankSentence[]): ParseClass[] {
  const seen = new Set<string>();
  for (const s of sentences)
    for (const [i, label] of s.labels.entries()) seen.add(`${s.heads[i]! < 0 || s.heads[i]! > i ? LEFT : RIGHT} ${label}`);
  const arcs = [...seen].sort().map((key) => ({ action: Number(key[0]) as Action, label: key.slice(2) }));
  return [{ action: SHIFT, label: "" }, ...arcs];
}

/** Trains on sentences with the tags that a tagger gave them (jackknifed, so that they are as wrong as they will be in use). */
export function trainParser(
  sentences: readonly TreebankSentence[],
  tags: readonly (readonly (readonly [string, string])[])[],
  clusters: Clusters,
  options: TrainingOptions,
): Parser & { readonly model: Perceptron } {
  const classes = parseClasses(sentences);
  const hashes = labelHashes(classes);
  const model = new Perceptron(options.bits, classes.length);
  const features = new Int32Array(MAX_PARSE_FEATURES);
  const scores = new Float32Array(classes.length);
  const cost = [0, 0, 0];
  const order = sentences.map((_, i) => i);
  const random = seeded(11);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let right = 0;
    let total = 0;
    for (const k of order) {
      const s = sentences[k]!;
      const n = s.words.length;
      const input = prepareParseInput(s.words, tags[k]!, clusters);
      const gold = Int32Array.from(s.heads, (h) => (h < 0 ? n : h));
      const state = initialState(n);
      while (!isFinal(state)) {
        const count = parseFeatures(input, state, hashes, features);
        model.score(features, count, scores);
        costs(state, gold, cost);
        const valid = ([SHIFT, LEFT, RIGHT] as const).map((a) => isValid(state, a));
        const least = Math.min(...cost.filter((_, a) => valid[a]));
        const depth = state.stack.length;
        const top = depth > 0 ? state.stack[depth - 1]! : -1;
        const goldLeft = top >= 0 && gold[top] === state.buffer;
        const goldRight = depth > 1 && gold[top] === state.stack[depth - 2];
        const good = (c: number): boolean => {
          const { action, label } = classes[c]!;
          if (cost[action] !== least) return false;
          return !((action === LEFT && goldLeft) || (action === RIGHT && goldRight)) || label === s.labels[top];
        };
        let guess = -1;
        let oracle = -1;
        for (let c = 0; c < classes.length; c++) {
          if (!valid[classes[c]!.action]) continue;
          if (guess < 0 || scores[c]! > scores[guess]!) guess = c;
          if ((oracle < 0 || scores[c]! > scores[oracle]!) && good(c)) oracle = c;
        }
        if (oracle < 0 || good(guess)) right++;
        else model.update(features, count, oracle, guess);
        total++;
        model.steps++;
        const next = oracle < 0 || (epoch > 0 && random() < EXPLORATION) ? guess : good(guess) ? guess : oracle;
        apply(state, classes[next]!.action, next);
      }
    }
    options.log(`parser epoch ${epoch + 1}: ${((right / total) * 100).toFixed(2)} % right while training`);
  }
  model.average();
  return { classes, model, clusters };
}
