// A value in a sentence: an amount or a date, as read and as written.
import type { Span } from "../problem.ts";

/** The number at its own place: "zero" is 0. */
export const NUMBER_WORDS: readonly string[] =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );

export type DateDatatype = "gYear" | "gYearMonth" | "date";

/** Words that give an amount or a date. */
export interface ValueMention {
  readonly kind: "amount" | "date";
  /** 0-based sentence number. */
  readonly sentence: number;
  /** Half-open token range. */
  readonly tokens: readonly [from: number, to: number];
  readonly head: number;
  readonly span: Span;
  readonly text: string;
  readonly amount?: {
    readonly value: number;
    readonly max?: number;
    readonly unit?: string;
    readonly comparator?: ">" | ">=" | "<" | "<=" | "~";
  };
  /** `value` is null when a relative date cannot be resolved. */
  readonly date?: { readonly value: string | null; readonly datatype: DateDatatype };
  /** The relative words, where the date is relative. */
  readonly relative?: string;
}

/** A value at offsets of the text it was read from. */
export interface Found extends Pick<ValueMention, "amount" | "date" | "relative"> {
  readonly start: number;
  readonly end: number;
}
