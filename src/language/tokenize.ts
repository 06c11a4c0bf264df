// Tokenizer in the style of the English Web Treebank. Input: a text and a range; output: spans of tokens, in order, covering every
// character that is not white space. Clitics ('s, n't), hyphens and currency signs stand alone; numbers, abbreviations and addresses stay whole.
import type { Span } from "../problem.ts";

/** Words with a dot of their own. Single letters ("J.") and letter chains ("U.S.") are matched by shape. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "mr mrs ms dr prof gen col lt sgt sen rep gov pres st sr jr inc corp co ltd llc plc bros etc vs approx no nos art fig vol dept est al ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun cf eds ed assn univ hon rev messrs mt ft".split(
    " ",
  ),
);

const CLITIC = /^(?:['’](?:s|re|ve|ll|d|m)|n['’]t)$/i;
const PIECE = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"”]*[^\s<>"”.,;:!?)\]’']`,
    String.raw`[\w.+-]+@[\w-]+\.[\w.-]*\w`,
    String.raw`(?:\p{Lu}\.){2,}`,
    String.raw`(?:e\.g|i\.e|a\.m|p\.m|a\.k\.a)\.`,
    String.raw`\.{3,}|…`,
    String.raw`[+-]?\d+(?:[.,:]\d+)*(?=(?:bn|mn|tn|km|kg|gw|mw|[mbk])(?![\p{L}\d]))`,
    String.raw`(?<![\p{L}\d])(?:US|A|C|HK|S|NT|NZ|R)\$`,
    String.raw`\d{1,4}(?:[.,:/]\d+)+(?![\p{L}\d])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*(?:\.(?=[\p{Ll}\p{N}])[\p{L}\p{N}]+)*(?:['’](?=\p{L})[\p{L}\p{M}]+)*`,
    String.raw`['’](?:s|re|ve|ll|d|m)(?!\p{L})`,
    "--+|[–—]",
    "``|''",
    String.raw`\S`,
  ].join("|"),
  "giu",
);

/** Splits a word with apostrophes into word and clitics: "company's" gives "company" and "'s", "don't" gives "do" and "n't". */
function splitClitics(word: string): string[] {
  const negation = /^(.+)(n['’]t)$/i.exec(word);
  if (negation !== null) return [negation[1]!, negation[2]!];
  const parts: string[] = [];
  let rest = word;
  for (;;) {
    const m = /^(.+)(['’][a-z]+)$/i.exec(rest);
    if (m === null || !CLITIC.test(m[2]!)) break;
    parts.unshift(m[2]!);
    rest = m[1]!;
  }
  return [rest, ...parts];
}

/** Tokenizes `text.slice(from, to)`; spans count from the start of `text`. White space alone gives none. */
export function tokenize(text: string, from = 0, to: number = text.length): Span[] {
  const spans: Span[] = [];
  for (const match of text.slice(from, to).matchAll(PIECE)) {
    const end = from + match.index + match[0].length;
    // The dot of an abbreviation was taken already.
    const start = Math.max(from + match.index, spans[spans.length - 1]?.[1] ?? 0);
    if (start >= end) continue;
    const piece = text.slice(start, end);
    // An initial, an abbreviation or a single letter before a name keeps its dot: it was matched without one.
    const next = text[end];
    if (next === "." && end < to && /^\p{L}+$/u.test(piece) && keepsDot(piece, text, end + 1, to)) {
      spans.push([start, end + 1]);
      continue;
    }
    let at = start;
    for (const part of splitClitics(piece)) {
      spans.push([at, at + part.length]);
      at += part.length;
    }
  }
  return spans;
}

function keepsDot(word: string, text: string, after: number, to: number): boolean {
  const rest = text.slice(after, Math.min(to, after + 3));
  if (word.length === 1 && /\p{Lu}/u.test(word)) return /^\s*[\p{Lu},]/u.test(rest);
  return ABBREVIATIONS.has(word.toLowerCase()) && (/^\s*[\p{L}\d,;)]/u.test(rest) || !/^(no|mar|sun|sat|art|co|fig|ed|est)$/i.test(word));
}
