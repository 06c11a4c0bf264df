// Dependency parser: greedy arc-hybrid transitions scored by one linear model. Input words with tags, output heads and labels.
import { hashText, mix } from "./hash.ts";
import { MAX_PARSE_FEATURES, parseFeatures } from "./parse-features.ts";
import type { LinearModel } from "./perceptron.ts";
import { type Action, apply, initialState, isFinal, isValid } from "./transitions.ts";
import { type Clusters, normalise } from "./words.ts";

/** One class of the model: an action and, for arcs, the Universal Dependencies label. */
export interface ParseClass {
  readonly action: Action;
  readonly label: string;
}

export interface Parser {
  readonly classes: readonly ParseClass[];
  readonly model: LinearModel;
  readonly clusters: Clusters;
}

/** Hashes of words, tags and clusters by position; position n is the root. */
export interface ParseInput {
  readonly n: number;
  readonly words: Int32Array;
  readonly xpos: Int32Array;
  readonly upos: Int32Array;
  readonly suffixes: Int32Array;
  readonly coarse: Int32Array;
  readonly fine: Int32Array;
}

const ROOT = { word: 23, xpos: 29, upos: 31, suffix: 37 } as const;
const UNKNOWN = [-2, -2] as const;

/** Prepares words and their [UPOS, XPOS] tags. Auxiliaries and subordinators keep their UPOS in the fine tag, which XPOS hides. */
export function prepareParseInput(words: readonly string[], tags: readonly (readonly [string, string])[], clusters: Clusters): ParseInput {
  const n = words.length;
  const column = (): Int32Array => new Int32Array(n + 1);
  const input: ParseInput = { n, words: column(), xpos: column(), upos: column(), suffixes: column(), coarse: column(), fine: column() };
  for (let i = 0; i < n; i++) {
    const norm = normalise(words[i]!);
    const [upos, xpos] = tags[i]!;
    input.words[i] = hashText(norm);
    input.xpos[i] = hashText(`t${xpos}${upos === "AUX" ? "A" : upos === "SCONJ" ? "S" : ""}`);
    input.upos[i] = hashText(`u${upos}`);
    input.suffixes[i] = hashText(`s${norm.slice(-3)}`);
    const [coarse, fine] = clusters.get(words[i]!.toLowerCase()) ?? UNKNOWN;
    input.coarse[i] = coarse;
    input.fine[i] = fine;
  }
  input.words[n] = ROOT.word;
  input.xpos[n] = ROOT.xpos;
  input.upos[n] = ROOT.upos;
  input.suffixes[n] = ROOT.suffix;
  input.coarse[n] = -5;
  input.fine[n] = -5;
  return input;
}

/** Hashes of the labels, by class, for features that look at arcs already made. */
export function labelHashes(classes: readonly ParseClass[]): Int32Array {
  return Int32Array.from(classes, (c) => mix(101, hashText(c.label)));
}

/** Parses one sentence: head index (-1 for the root) and label per word. */
export function parse(
  parser: Parser,
  words: readonly string[],
  tags: readonly (readonly [string, string])[],
): { readonly heads: number[]; readonly labels: string[] } {
  const input = prepareParseInput(words, tags, parser.clusters);
  const { classes, model } = parser;
  const hashes = labelHashes(classes);
  const state = initialState(input.n);
  const features = new Int32Array(MAX_PARSE_FEATURES);
  const scores = new Float32Array(classes.length);
  while (!isFinal(state)) {
    model.score(features, parseFeatures(input, state, hashes, features), scores);
    let top = -1;
    for (let c = 0; c < classes.length; c++) if ((top < 0 || scores[c]! > scores[top]!) && isValid(state, classes[c]!.action)) top = c;
    apply(state, classes[top]!.action, top);
  }
  const heads: number[] = [];
  const labels: string[] = [];
  for (let i = 0; i < input.n; i++) {
    const root = state.heads[i] === input.n;
    heads.push(root ? -1 : state.heads[i]!);
    const label = classes[state.labels[i]!]!.label;
    labels.push(root ? "root" : label === "root" ? "dep" : label);
  }
  return { heads, labels };
}
