// Things that have a description instead of a name ("the 2023 rules on robots", "Chinese chipmakers"): which words describe, and when that is enough
// to tell the thing from others. Classes whose instances often go without a name say so in the ontology (meta:described).
import type { Sentence } from "../language/token.ts";
import type { OntologyClass } from "../ontology/ontology.ts";
import type { Mention } from "./mention.ts";
import { basePhrase } from "./phrase.ts";

/** Adjectives that tell nothing apart. */
const VAGUE =
  /^(?:new|other|many|several|some|few|more|most|own|same|such|major|big|large|small|key|current|recent|first|second|next|last|latest|whole|entire|certain|various|similar|different|possible|additional|further|former|early|late|good|great|important|significant|serious|leading|top|main|single|unnamed|different)$/;
/** Longest description with its complement, in tokens. */
const MAX_TOKENS = 10;

/** Gives the tokens that describe the thing at a noun, or null when the words do not tell it apart. */
export function describe(
  sentence: Sentence,
  head: number,
  own: OntologyClass,
  names: readonly Mention[],
): readonly [from: number, to: number] | null {
  const { tokens } = sentence;
  let [from, to] = basePhrase(sentence, head);
  if (to !== head + 1) return null;
  while (from < head && /^(?:NUM)$/.test(tokens[from]?.upos ?? "") && !/^(?:19|20)\d\d$/.test(tokens[from]?.text ?? "")) from++;
  const told = names.some((name) => name.tokens[0] >= from && name.tokens[1] <= head);
  if (own.described === null) return told && tokens[head]?.xpos === "NNS" ? [from, to] : null;
  const owner = names.find((name) => name.tokens[1] === from - 1 && /^['’]s?$/.test(tokens[from - 1]?.text ?? ""));
  if (owner !== undefined) from = owner.tokens[0];
  const marked =
    owner !== undefined ||
    told ||
    tokens.slice(from, head).some(({ upos, lemma }) => /^(?:NOUN|PROPN|NUM)$/.test(upos) && !VAGUE.test(lemma));
  const complement = own.described.includes(tokens[to]?.text ?? "") ? complementEnd(sentence, to + 1) : to;
  if (complement > to && complement - from <= MAX_TOKENS) return [from, complement];
  return marked && to - from <= MAX_TOKENS ? [from, to] : null;
}

/** End of the plain noun phrase that starts at a token, determiner passed over; the token before it when there is none. */
function complementEnd(sentence: Sentence, at: number): number {
  const start = sentence.tokens[at]?.upos === "DET" ? at + 1 : at;
  const [from, to] = basePhrase(sentence, start);
  return from <= start && to > start ? to : at - 1;
}
