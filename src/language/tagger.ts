// Part-of-speech tagger: greedy, left to right, one linear model over 35 feature templates. Tags are "UPOS|XPOS".
import { hashText, mix } from "./hash.ts";
import type { LinearModel } from "./perceptron.ts";
import { type Clusters, normalise, shape } from "./words.ts";

export interface Tagger {
  readonly tags: readonly string[];
  readonly model: LinearModel;
  readonly clusters: Clusters;
}

/** Upper bound on features of one token. */
const MAX_FEATURES = 64;
const ABSENT = [-1, -1] as const;
const UNKNOWN = [-2, -2] as const;

/** A sentence prepared for tagging. */
export interface TagInput {
  readonly words: readonly string[];
  readonly norms: readonly string[];
  readonly shapes: readonly string[];
  readonly clusters: readonly (readonly [number, number])[];
  /** Most words start with a capital: capitals say nothing. */
  readonly capitals: boolean;
}

export function prepareTagInput(words: readonly string[], clusters: Clusters): TagInput {
  const alphabetic = words.filter((w) => /[a-zA-Z]{2}/.test(w));
  return {
    words,
    norms: words.map(normalise),
    shapes: words.map(shape),
    clusters: words.map((w) => clusters.get(w.toLowerCase()) ?? UNKNOWN),
    capitals: alphabetic.length > 0 && alphabetic.filter((w) => /^[A-Z]/.test(w)).length > alphabetic.length * 0.7,
  };
}

/** Writes the features of token `i` into `out` and returns their number. `p1` and `p2` are the tags before. */
export function tagFeatures(input: TagInput, i: number, p1: string, p2: string, out: Int32Array): number {
  const { norms, shapes, capitals } = input;
  const at = (k: number): string => (k < 0 ? "<s>" : (norms[k] ?? "</s>"));
  const cluster = (k: number): readonly [number, number] => input.clusters[k] ?? ABSENT;
  const w = at(i);
  const [before, after] = [at(i - 1), at(i + 1)];
  const s3 = w.slice(-3);
  const caps = capitals ? "C" : "c";
  const [coarse, fine] = cluster(i);
  let n = 0;
  const text = (id: number, value: string): void => {
    out[n++] = mix(id, hashText(value));
  };
  const number = (id: number, value: number): void => {
    out[n++] = mix(id, value);
  };
  text(1, w);
  text(2, s3);
  text(3, w.slice(-2));
  text(4, w.slice(0, 3));
  text(5, w.slice(-1));
  text(6, w.slice(-4));
  text(7, shapes[i]!);
  text(8, p1);
  text(9, `${p1} ${p2}`);
  text(10, `${p1} ${w}`);
  text(11, before);
  text(12, after);
  text(13, at(i - 2));
  text(14, at(i + 2));
  text(15, before.slice(-3));
  text(16, after.slice(-3));
  text(17, `${w} ${after}`);
  text(18, `${before} ${w}`);
  text(19, `${shapes[i + 1] ?? ""}${shapes[i]}${shapes[i - 1] ?? "^"}`);
  text(20, `${p1} ${s3}`);
  text(21, `${after} ${p1}`);
  text(22, caps);
  text(23, `${shapes[i]}${i === 0 ? "0" : "1"}${caps}`);
  text(24, input.words[i]!);
  text(25, `${s3} ${after.slice(-3)}`);
  text(26, w.slice(0, 2) + s3);
  number(201, coarse);
  number(202, fine);
  number(203, cluster(i - 1)[0] * 100 + coarse);
  number(204, cluster(i + 1)[0] * 100 + coarse);
  number(205, cluster(i + 1)[1]);
  number(206, cluster(i - 1)[1]);
  out[n++] = mix(mix(207, fine), hashText(p1));
  out[n++] = mix(mix(208, coarse), hashText(shapes[i]!));
  return n;
}

/** Index of the largest score; the first one wins a tie. */
export function best(scores: Float32Array): number {
  let top = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[top]!) top = c;
  return top;
}

/** Tags one sentence. Returns as many [UPOS, XPOS] as words; none for none. */
export function tag(tagger: Tagger, words: readonly string[]): (readonly [upos: string, xpos: string])[] {
  const input = prepareTagInput(words, tagger.clusters);
  const features = new Int32Array(MAX_FEATURES);
  const scores = new Float32Array(tagger.tags.length);
  const out: (readonly [string, string])[] = [];
  let [p1, p2] = ["^", "^"];
  for (let i = 0; i < words.length; i++) {
    tagger.model.score(features, tagFeatures(input, i, p1, p2, features), scores);
    const name = tagger.tags[best(scores)]!;
    const bar = name.indexOf("|");
    out.push([name.slice(0, bar), name.slice(bar + 1)]);
    p2 = p1;
    p1 = name;
  }
  return out;
}
