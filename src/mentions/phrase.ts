// Noun phrases in a dependency tree: the words of a head, the head of a range of words, and the characters they cover.
import type { Sentence } from "../language/token.ts";
import type { Span } from "../problem.ts";

/** Dependents that add a clause, another thing or punctuation to a phrase instead of saying what it is. */
const OUTSIDE: ReadonlySet<string> = new Set([
  "appos",
  "conj",
  "cc",
  "case",
  "parataxis",
  "cop",
  "nsubj",
  "aux",
  "mark",
  "advcl",
  "det",
  "ccomp",
]);
const EDGE: ReadonlySet<string> = new Set(["PUNCT", "DET", "ADP", "CCONJ", "SCONJ"]);

/** Gives the index of the token that governs `[from, to)`: the last one whose own head lies outside, nouns first. */
export function headOfRange(sentence: Sentence, from: number, to: number): number {
  let best = to - 1;
  let bestIsNoun = false;
  for (let i = from; i < to; i++) {
    const token = sentence.tokens[i];
    if (token === undefined || (token.head >= from && token.head < to)) continue;
    const isNoun = token.upos === "PROPN" || token.upos === "NOUN";
    if (isNoun || !bestIsNoun) [best, bestIsNoun] = [i, isNoun];
  }
  return best;
}

/** Gives the contiguous words of a head without determiner, preposition, relative clause, apposition or conjunct. */
export function phraseSpan(sentence: Sentence, head: number): [from: number, to: number] {
  const inside = new Set<number>([head]);
  const stack = [head];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const child of sentence.children[at] ?? []) {
      const relation = sentence.tokens[child]?.deprel ?? "";
      if (relation === "acl:relcl" || (at === head && OUTSIDE.has(relation.split(":")[0] ?? "")) || inside.has(child)) continue;
      inside.add(child);
      stack.push(child);
    }
  }
  let [from, to] = [head, head + 1];
  while (inside.has(from - 1)) from--;
  while (inside.has(to)) to++;
  while (from < head && EDGE.has(sentence.tokens[from]?.upos ?? "")) from++;
  while (to - 1 > head && EDGE.has(sentence.tokens[to - 1]?.upos ?? "")) to--;
  return [from, to];
}

/** Gives the characters that the tokens `[from, to)` cover, in the article. */
export function spanOfTokens(sentence: Sentence, from: number, to: number): Span {
  return [sentence.tokens[from]?.span[0] ?? sentence.span[0], sentence.tokens[to - 1]?.span[1] ?? sentence.span[1]];
}

/** Words that may stand inside a plain noun phrase before its last noun. */
const INNER = /^(?:ADJ|NOUN|PROPN|NUM|SYM)$/;

/** Gives the plain noun phrase around a token by word order: adjectives, nouns, numbers and hyphens up to the last noun. Empty where the token is none of these. */
export function basePhrase(sentence: Sentence, at: number): [from: number, to: number] {
  const { tokens } = sentence;
  const inner = (i: number): boolean => {
    const token = tokens[i];
    if (token === undefined) return false;
    if (INNER.test(token.upos) || token.text === "-") return true;
    // Participles: "leading firms", and behind a hyphen, whatever the tree says: "public-facing services".
    const isParticiple = token.upos === "VERB" && /^VB[GND]$/.test(token.xpos);
    return isParticiple && (/^(?:amod|compound)$/.test(token.deprel) || tokens[i - 1]?.text === "-");
  };
  if (!inner(at)) return [at, at];
  let [from, to] = [at, at + 1];
  while (inner(from - 1)) from--;
  while (inner(to)) to++;
  while (to > from && !/^(?:NOUN|PROPN|NUM)$/.test(tokens[to - 1]?.upos ?? "")) to--;
  while (from < to && tokens[from]?.text === "-") from++;
  return at < to ? [from, to] : [at, at];
}
