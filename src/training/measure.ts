// Accuracy of tagger and parser on a treebank with gold tokens and own tags, punctuation counted, labels without subtype.
import { type Parser, parse } from "../language/parser.ts";
import { type Tagger, tag } from "../language/tagger.ts";
import type { TreebankSentence } from "./conllu.ts";

/** Percentages, 0..100. */
export interface Accuracy {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
}

const base = (label: string): string => label.split(":")[0]!;

export function measure(tagger: Tagger, parser: Parser, sentences: readonly TreebankSentence[]): Accuracy {
  let [words, upos, xpos, uas, las] = [0, 0, 0, 0, 0];
  for (const s of sentences) {
    const tags = tag(tagger, s.words);
    const tree = parse(parser, s.words, tags);
    for (let i = 0; i < s.words.length; i++) {
      words++;
      if (tags[i]![0] === s.upos[i]) upos++;
      if (tags[i]![1] === s.xpos[i]) xpos++;
      if (tree.heads[i] !== s.heads[i]) continue;
      uas++;
      if (base(tree.labels[i]!) === base(s.labels[i]!)) las++;
    }
  }
  const percent = (n: number): number => Math.round((10000 * n) / Math.max(1, words)) / 100;
  return { words, upos: percent(upos), xpos: percent(xpos), uas: percent(uas), las: percent(las) };
}
