// Segments a text into headings and sentences with exact offsets. Lines and blank lines part paragraphs; a short line without a final mark
// is a heading. Sentence ends are found by rules: abbreviations, initials, decimals, quotes and brackets do not end a sentence.
import type { Segment } from "./article.ts";

/** A heading is at most this long; longer lines without a final mark are cut off prose. */
const HEADING_CHARACTERS = 160;
const HEADING_WORDS = 22;
/** A sentence longer than this is cut at white space: no prose has one, and the parser's time grows with it. */
const MAX_SENTENCE = 2_000;

const TITLES =
  /(?:^|[\s(“"'‘])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Pres|St|Hon|Rev|Messrs|Capt|Adm|vs|No|Nos|Fig|Art|Sec|approx|ca|cf|al|e\.g|i\.e)\.$/;
const MAYBE =
  /(?:^|[\s(“"'‘])(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|(?:\p{Lu}\.)+\p{Lu}|Univ|Dept|Assn)\.$/u;
const INITIAL = /(?:^|[\s(“"'‘.])\p{Lu}\.$/u;
/** Words that open a sentence more often than they follow an abbreviation in mid-sentence. */
const OPENER =
  /^(?:The|A|An|It|Its|He|She|They|Their|We|In|On|At|By|For|From|With|But|And|This|That|These|Those|However|Meanwhile|Under|After|Before|While|As|If|When|Both|Such|Each|Last|Since|Also|According)\b/;

/** Segments a whole text. Sorted, disjoint, trimmed; an empty text gives none. */
export function segment(text: string): Segment[] {
  const segments: Segment[] = [];
  let paragraph = 0;
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const raw = line[0];
    const start = line.index + (raw.length - raw.trimStart().length);
    const end = line.index + raw.trimEnd().length;
    if (end <= start) continue;
    const content = text.slice(start, end);
    if (isHeading(content)) segments.push({ kind: "heading", span: [start, end], paragraph });
    else for (const span of sentences(text, start, end)) segments.push({ kind: "sentence", span, paragraph });
    paragraph++;
  }
  return segments;
}

function isHeading(line: string): boolean {
  if (line.length > HEADING_CHARACTERS || /[.!?…:;,]["”’)\]]*$/.test(line)) return false;
  return line.split(/\s+/).length <= HEADING_WORDS;
}

function sentences(text: string, from: number, to: number): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  let start = from;
  const push = (end: number): void => {
    for (let s = start; s < end; ) {
      let e = end;
      if (e - s > MAX_SENTENCE) {
        const cut = text.lastIndexOf(" ", s + MAX_SENTENCE);
        e = cut > s ? cut : s + MAX_SENTENCE;
      }
      const [a, b] = trim(text, s, e);
      if (b > a) out.push([a, b]);
      s = e;
    }
    start = end;
  };
  for (const m of text.slice(from, to).matchAll(/(?:[.!?…]+|[。！？])["”’'»)\]]*(?=\s|$)/g)) {
    const end = from + m.index + m[0].length;
    const after = text.slice(end, to).trimStart();
    if (after === "") break;
    if (endsSentence(text.slice(start, from + m.index + 1), m[0], after)) push(end);
  }
  push(to);
  return out;
}

function endsSentence(before: string, mark: string, after: string): boolean {
  if (!/^["“‘'(«[]*[\p{Lu}\p{N}]/u.test(after) && !/^[a-z]+\p{Lu}/u.test(after)) return false;
  if (mark[0] !== "." || mark.startsWith("..")) return true;
  const tail = before.slice(-24);
  if (TITLES.test(tail)) return false;
  if (MAYBE.test(tail)) return OPENER.test(after) || /["”’)]$/.test(mark);
  return !INITIAL.test(tail) || (OPENER.test(after) && !/^A\b/.test(after));
}

function trim(text: string, from: number, to: number): readonly [number, number] {
  let [a, b] = [from, to];
  while (a < b && /\s/.test(text[a]!)) a++;
  while (b > a && /\s/.test(text[b - 1]!)) b--;
  return [a, b];
}
