// A fact: one claim of one sentence, with the words that say it. One JSON line each; key order as here.
import type { Span } from "../problem.ts";

export const STATUSES = ["asserted", "planned", "possible", "required", "negated", "cancelled"] as const;
export type Status = (typeof STATUSES)[number];

/** A reference to an entity (or a short phrase that becomes a node) at the words that mention it. */
export interface EntityRef {
  readonly id: string;
  /** Class id. */
  readonly type: string;
  readonly label: string;
  readonly mention: string;
  readonly span: Span;
  /** Other names that the article uses for it, sorted; left out where there are none. */
  readonly aliases?: readonly string[];
}

export type Comparator = ">" | ">=" | "<" | "<=" | "~";

/** A quantity: money (unit is ISO 4217), percentage (unit "percent") or count (no unit; `of` says what is counted). */
export interface AmountRef {
  readonly value: number;
  /** Upper end when a range is given ("10 to 12 million"). */
  readonly max?: number;
  readonly unit?: string;
  readonly comparator?: Comparator;
  readonly of?: string;
  readonly mention: string;
  readonly span: Span;
}

export interface DateRef {
  /** ISO 8601: "2018", "2018-05", "2018-05-23". */
  readonly value: string;
  readonly datatype: "gYear" | "gYearMonth" | "date";
  readonly mention: string;
  readonly span: Span;
}

export type FactObject = EntityRef | AmountRef | DateRef;

export type TimeKind = "at" | "since" | "until" | "by" | "during";

/** When the fact holds or happened, by the words of its own clause. `value` is null while a relative expression is unresolved. */
export interface FactTime {
  readonly kind: TimeKind;
  readonly value: string | null;
  /** End of an interval for "during". */
  readonly end?: string;
  readonly mention: string;
  readonly span: Span;
}

/** Who said it: an entity's id where known, and the words. */
export interface Attribution {
  readonly id: string | null;
  readonly label: string;
  readonly mention: string;
  readonly span: Span;
}

export interface Evidence {
  /** Article id. */
  readonly article: string;
  readonly start: number;
  readonly end: number;
  /** Exactly `text.slice(start, end)`. */
  readonly quote: string;
  /** The words that say the relation; null for pure apposition. */
  readonly trigger: Span | null;
}

export interface Fact {
  readonly subject: EntityRef;
  readonly relation: string;
  readonly object: FactObject;
  readonly status: Status;
  readonly attribution: Attribution | null;
  readonly time: FactTime | null;
  /** Role, round, amount and the like: key -> text or AmountRef. Keys sorted. */
  readonly qualifiers: Readonly<Record<string, string | AmountRef>>;
  readonly evidence: Evidence;
  /** Name of the extractor in the table: "frames", "relations", "llm". */
  readonly extractor: string;
  /** Frame id or the like. */
  readonly rule: string;
  /** 0..1, measured precision of the fact's bucket. */
  readonly confidence: number;
  /** What confidence rests on: bucket features such as "parse:clean", "coreference". Sorted. */
  readonly reasons: readonly string[];
  /** 16 hex digits: hash of claim, article and span. */
  readonly id: string;
}

export const isEntityRef = (object: FactObject): object is EntityRef => "id" in object;
export const isAmountRef = (object: FactObject): object is AmountRef => "value" in object && typeof object.value === "number";
export const isDateRef = (object: FactObject): object is DateRef => "datatype" in object;
