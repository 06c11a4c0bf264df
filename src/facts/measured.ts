// What an amount measures, read from the words around it.
import type { Sentence } from "../language/token.ts";
import { phraseSpan, spanOfTokens } from "../mentions/phrase.ts";
import type { ValueMention } from "../mentions/value.ts";
import { overlap, type Span } from "../problem.ts";

/** Most words of what an amount measures. */
const MAX_MEASURED = 12;
/** Words that belong to no noun phrase: a clause begins or ends there. */
const CLAUSE = /^(?:VERB|AUX|PUNCT|PRON|SCONJ)$/;

/** Number of the token at an offset of the article, 0 where there is none. */
export function tokenAt(sentence: Sentence, offset: number): number {
  const at = sentence.tokens.findIndex(({ span }) => span[1] > offset);
  return Math.max(at, 0);
}

/** The words around an amount that say what it measures. */
export interface Around {
  readonly text: string;
  readonly sentence: Sentence;
  /** The words that the reader took for the amount, and the one that it looked at. */
  readonly read: Span;
  readonly trigger: Span;
  /** All values of the document. */
  readonly values: readonly ValueMention[];
}

/** What an amount measures: of a count the words behind the number, of money and percentages the noun that the reader looked at. */
export function measured(value: ValueMention, { text, sentence, read, trigger, values }: Around): string | null {
  if (value.amount?.unit !== undefined) {
    const at = tokenAt(sentence, trigger[0]);
    if (sentence.tokens[at]?.upos !== "NOUN") return null;
    const phrase = phraseOf(sentence, at, at);
    // Words that hold an amount, this one or another, measure that one or nothing.
    return values.some(({ kind, span }) => kind === "amount" && overlap(span, phrase)) ? null : text.slice(...phrase);
  }
  const after = value.tokens[1];
  const counted = sentence.tokens[value.head]?.head ?? -1;
  if (counted >= after && /^(?:NOUN|PROPN)$/.test(sentence.tokens[counted]?.upos ?? ""))
    return text.slice(...phraseOf(sentence, counted, after));
  const next = sentence.tokens[after];
  return next !== undefined && read[1] > next.span[0] ? text.slice(next.span[0], read[1]) : null;
}

/** The phrase of a head from token `from` on, cut where a clause begins and where one ends before it. */
function phraseOf(sentence: Sentence, head: number, from: number): Span {
  const [first, end] = phraseSpan(sentence, head);
  const isClause = (at: number): boolean => CLAUSE.test(sentence.tokens[at]?.upos ?? "");
  let start = head;
  while (start > first && !isClause(start - 1)) start--;
  let to = head + 1;
  while (to < end && !isClause(to)) to++;
  while (to > head + 1 && /^(?:ADP|DET|CCONJ)$/.test(sentence.tokens[to - 1]?.upos ?? "")) to--;
  return spanOfTokens(sentence, from === head ? start : from, Math.min(to, Math.max(from, start) + MAX_MEASURED));
}
