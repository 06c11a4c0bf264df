// Text with marked spans, as a flat list of pieces; and the sentences around a quote. Pure functions over UTF-16 offsets.
export type Span = readonly [start: number, end: number];

export interface Mark<T> {
  readonly span: Span;
  readonly value: T;
}

export interface Piece<T> {
  readonly start: number;
  readonly text: string;
  /** Values of all marks that cover the piece, in the order given. */
  readonly values: readonly T[];
}

/** Cuts `text.slice(from, to)` at every mark's ends. The pieces joined give that text again. */
export function cut<T>(text: string, [from, to]: Span, marks: readonly Mark<T>[]): readonly Piece<T>[] {
  const inside = marks.filter(({ span }) => span[0] < to && span[1] > from);
  const points = new Set([from, to]);
  for (const { span } of inside) for (const point of span) if (point > from && point < to) points.add(point);
  const sorted = [...points].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? to;
    return {
      start,
      text: text.slice(start, end),
      values: inside.filter(({ span }) => span[0] <= start && span[1] >= end).map(({ value }) => value),
    };
  });
}

/** Made when first asked for: its rules take a tenth of a second to load. */
let segmenter: Intl.Segmenter | undefined;
/** Longest stretch searched for a neighbouring sentence. */
const REACH = 600;

/** The sentence before and the one after a quote, within its paragraph; empty at its ends. */
export function around(text: string, [start, end]: Span): { readonly before: string; readonly after: string } {
  const left = text.slice(Math.max(0, start - REACH), start);
  const right = text.slice(end, end + REACH);
  const before = left.slice(left.lastIndexOf("\n") + 1);
  const lineEnd = right.indexOf("\n");
  const after = lineEnd < 0 ? right : right.slice(0, lineEnd);
  return { before: sentences(before).at(-1) ?? "", after: sentences(after)[0] ?? "" };
}

function sentences(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
  return [...segmenter.segment(text)].map((part) => part.segment.trim()).filter((part) => part !== "");
}

/** Paragraphs as spans; blank lines separate them, and so do line ends. */
export function paragraphs(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter((match) => match[0].trim() !== "")
    .map((match) => [match.index, match.index + match[0].length]);
}
