// Patterns over the words of a sentence: from a trigger outwards, element by element, to the heads of the two slots. Word order holds where the
// tree of a long noun phrase is wrong; slots are names and noun phrases, so that no word inside a name can match.
import type { Sentence, Token } from "../language/token.ts";
import type { DocumentMentions } from "../mentions/find.ts";
import { basePhrase } from "../mentions/phrase.ts";
import type { Element, WordsPattern } from "../ontology/patterns.ts";

/** Heads found for a pattern's slots; the subject is missing where a role fills it. */
export interface Bound {
  readonly subject?: number;
  readonly object: number;
}

interface State {
  readonly sentence: Sentence;
  readonly mentions: DocumentMentions;
}

/** Most words that "~" may pass over. */
const MAX_MODIFIERS = 6;

/** Gives the readings of a pattern around the trigger's tokens `[from, to)`, shortest first. */
export function* matchWords(
  sentence: Sentence,
  mentions: DocumentMentions,
  pattern: WordsPattern,
  [from, to]: readonly [number, number],
): Generator<Bound> {
  const state: State = { sentence, mentions };
  for (const left of walk(state, pattern.left, from - 1, -1))
    for (const right of walk(state, pattern.right, to, 1)) {
      const subject = left.subject ?? right.subject;
      const object = left.object ?? right.object;
      if (object === undefined || subject === object) continue;
      if (subject !== undefined) yield { subject, object };
      else if (pattern.subject !== null) yield { object };
    }
}

/** All ways to match elements from token `at` in steps of `step`; each gives the slots it filled. */
function* walk(state: State, elements: readonly Element[], at: number, step: 1 | -1): Generator<Partial<Bound>> {
  const [element, ...rest] = elements;
  if (element === undefined) {
    yield {};
    return;
  }
  if (element.type === "slot") {
    for (const { head, next } of slots(state, at, step))
      for (const bound of walk(state, rest, next, step)) yield { ...bound, [element.slot]: head };
    return;
  }
  if (element.type === "word") {
    if (isWord(state.sentence.tokens[at], element.words)) yield* walk(state, rest, at + step, step);
    if (element.optional) yield* walk(state, rest, at, step);
    return;
  }
  for (let passed = 0; passed <= MAX_MODIFIERS; passed++) {
    const here = at + step * passed;
    yield* walk(state, rest, here, step);
    if (!isModifier(state.sentence.tokens[here]) && state.sentence.tokens[here - 1]?.text !== "-") return;
  }
}

function isWord(token: Token | undefined, words: readonly string[]): boolean {
  if (token === undefined) return false;
  const text = token.text.toLowerCase().replace("’", "'");
  return words.includes(text) || words.includes(token.lemma);
}

function isModifier(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (/^(?:ADJ|NOUN|PROPN|NUM|ADV|DET|SYM|PART)$/.test(token.upos)) return true;
  if (token.upos === "VERB") return /^(?:amod|compound)$/.test(token.deprel);
  return /^(?:[-–&“”"'‘’(),]|and|'s|’s|of)$/i.test(token.text) && token.text !== ","
    ? true
    : token.upos === "PRON" && token.xpos === "PRP$";
}

/** Names and noun phrases that start (step 1) or end (step -1) at a token, longest names first, each with the token after it in that direction. */
function* slots(state: State, at: number, step: 1 | -1): Generator<{ readonly head: number; readonly next: number }> {
  const { sentence, mentions } = state;
  const { tokens } = sentence;
  let start = at;
  if (step === 1)
    while (/^(?:DET|PUNCT)$/.test(tokens[start]?.upos ?? "") && /^(?:the|a|an|its|their|[“"‘'])$/i.test(tokens[start]?.text ?? "")) start++;
  else {
    if (/^[”"’]$/.test(tokens[start]?.text ?? "")) start--;
    if (tokens[start]?.text === ")") start = skipBracket(tokens, start, -1);
  }
  const edge = tokens[start];
  if (edge === undefined) return;
  for (const mention of mentions.at(sentence.index, start) === null ? [] : mentions.covering(sentence.index, start)) {
    if (mention.kind === "nominal") continue;
    if (step === 1 && mention.tokens[0] === start) {
      yield { head: mention.head, next: mention.tokens[1] };
      const after = tokens[mention.tokens[1]]?.text === "(" ? skipBracket(tokens, mention.tokens[1], 1) : mention.tokens[1];
      if (after !== mention.tokens[1]) yield { head: mention.head, next: after };
    }
    if (step === -1 && mention.tokens[1] === start + 1) yield { head: mention.head, next: mention.tokens[0] - 1 };
  }
  for (const value of mentions.values) {
    if (value.sentence !== sentence.index) continue;
    if (step === 1 && (value.tokens[0] === start || value.tokens[0] === at)) yield { head: value.head, next: value.tokens[1] };
    if (step === -1 && value.tokens[1] === start + 1) yield { head: value.head, next: value.tokens[0] - 1 };
  }
  const [from, to] = basePhrase(sentence, start);
  if (to <= from) return;
  if (step === 1 && from <= start) {
    yield { head: to - 1, next: to };
    // "chipmaker Acme": the name at the phrase's end.
  }
  if (step === -1 && to === start + 1) yield { head: start, next: from - 1 };
}

/** The token beyond a short bracket that opens (step 1) or closes (step -1) at `at`; `at` itself when there is none. */
function skipBracket(tokens: readonly Token[], at: number, step: 1 | -1): number {
  const close = step === 1 ? ")" : "(";
  for (let k = at + step, passed = 0; passed < 6; k += step, passed++) if (tokens[k]?.text === close) return k + step;
  return at;
}
