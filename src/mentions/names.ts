// Names not known before: runs of proper nouns, with a class from what the name and the words around it say.
import type { Document, Sentence, Token } from "../language/token.ts";
import { GIVEN_NAMES } from "./given-names.ts";
import { headOfRange } from "./phrase.ts";
import type { Cues } from "./types.ts";

/** A class and the evidence for it. */
export interface Typing {
  readonly class: string | null;
  readonly reason: string;
}

const CAPITAL = /^\p{Lu}/u;
/** Tags that the tagger gives to unseen names. */
const NAMELIKE: ReadonlySet<string> = new Set(["PROPN", "NOUN", "ADJ", "X", "INTJ", "VERB"]);
const LINKS: ReadonlySet<string> = new Set(["of", "for", "on", "&"]);
const NAME_PARTS: ReadonlySet<string> = new Set(["de", "van", "von", "der", "da", "di", "del", "bin", "al"]);

/** Gives the words that the document writes in lower case: a capital at a sentence's start says nothing about them. */
export function lowerWords(document: Document): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tokens } of document.sentences) for (const { text } of tokens) if (/^\p{Ll}/u.test(text)) words.add(text);
  return words;
}

/** Finds runs of name words in a sentence, as token ranges in order. Headings give none. */
export function nameRuns(sentence: Sentence, lower: ReadonlySet<string>, cues: Cues): [from: number, to: number][] {
  if (sentence.kind === "heading") return [];
  const { tokens } = sentence;
  const runs: [number, number][] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!opens(tokens, i, lower)) continue;
    let to = i + 1;
    while (to < tokens.length) {
      const text = tokens[to]?.text ?? "";
      if (continues(tokens, to)) to++;
      else if ((LINKS.has(text) && links(tokens, i, to, cues)) || (NAME_PARTS.has(text) && continues(tokens, to + 1))) to += 2;
      else break;
    }
    runs.push([i, to]);
    i = to - 1;
  }
  return runs;
}

/** Types a name by its words: ending, beginning, given name. */
export function typeByWords(words: readonly string[], cues: Cues): Typing | null {
  const last = words.at(-1) ?? "";
  const ending = cues.endings.get(last);
  if (ending !== undefined && words.length > 1) return { class: ending, reason: `ending:${last}` };
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    const first = words.slice(0, count).join(" ");
    const beginning = cues.beginnings.get(first);
    if (beginning !== undefined) return { class: beginning, reason: `beginning:${first}` };
  }
  if (cues.titled !== null && words.length >= 2 && words.length <= 4 && GIVEN_NAMES.has(words[0] ?? "")) {
    return { class: cues.titled, reason: `given-name:${words[0]}` };
  }
  return null;
}

/** Types a name by the words around it: a title, a cue noun before it, an apposition, a predicate ("X is a maker"). */
export function typeByContext(sentence: Sentence, from: number, to: number, cues: Cues): Typing | null {
  const { tokens } = sentence;
  const before = tokens[from - 1];
  const title = before === undefined ? undefined : (cues.titles.get(before.text) ?? cues.titles.get(before.lemma));
  if (title !== undefined) return { class: title, reason: `title:${before?.text}` };
  const noun = before?.upos === "NOUN" ? cues.nouns.get(before.lemma) : undefined;
  if (noun !== undefined) return { class: noun, reason: `noun:${before?.lemma}` };
  const head = headOfRange(sentence, from, to);
  const governor = tokens[tokens[head]?.head ?? -1];
  const near: (Token | undefined)[] = (sentence.children[head] ?? [])
    .map((child) => tokens[child])
    .filter((token) => token?.deprel === "appos");
  const relation = tokens[head]?.deprel;
  if (relation === "appos" || (relation === "nsubj" && governor?.upos === "NOUN")) near.push(governor);
  for (const token of near) {
    const byNoun = token === undefined ? undefined : cues.nouns.get(token.lemma);
    if (byNoun !== undefined) return { class: byNoun, reason: `apposition:${token?.lemma}` };
    const byTitle = token === undefined ? undefined : (cues.titles.get(token.text) ?? cues.titles.get(token.lemma));
    if (byTitle !== undefined) return { class: byTitle, reason: `title:${token?.text}` };
  }
  return null;
}

function opens(tokens: readonly Token[], i: number, lower: ReadonlySet<string>): boolean {
  const token = tokens[i];
  if (token === undefined || !CAPITAL.test(token.text) || !NAMELIKE.has(token.upos)) return false;
  if (i > 0) return token.upos !== "VERB";
  // The first word of a sentence is capital anyway: it opens a name when the tagger says so or another name word follows.
  const next = tokens[1];
  return !lower.has(token.text.toLowerCase()) && (token.upos === "PROPN" || (next?.upos === "PROPN" && CAPITAL.test(next.text)));
}

function continues(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (CAPITAL.test(token.text)) return token.upos === "PROPN" || token.upos === "NOUN" || token.upos === "ADJ" || token.upos === "X";
  return token.upos === "PROPN" && /^\d/.test(token.text);
}

function links(tokens: readonly Token[], from: number, at: number, cues: Cues): boolean {
  if (!continues(tokens, at + 1)) return false;
  const words = tokens.slice(from, at).map((token) => token.text);
  if (tokens[at]?.text === "&") return true;
  const last = words.at(-1) ?? "";
  return (
    cues.endings.has(last) ||
    cues.beginnings.has(last) ||
    cues.beginnings.has([...words, tokens[at]?.text].join(" ")) ||
    cues.beginnings.has(`${last} ${tokens[at]?.text}`)
  );
}
