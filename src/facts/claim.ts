// A claim: what several facts say alike. One edge of the graph.
import type { AmountRef, DateRef, Status } from "./fact.ts";

/** One edge of the graph: a claim with all the facts (sentences) that make it. */
export interface Claim {
  /** 16 hex digits: hash of subject, relation, object and status. */
  readonly id: string;
  /** Entity id. */
  readonly subject: string;
  /** Relation id. */
  readonly relation: string;
  /** Entity id, or a value without its mention. */
  readonly object: string | Omit<AmountRef, "mention" | "span"> | Omit<DateRef, "mention" | "span">;
  readonly status: Status;
  /** Fact ids, sorted by article, start, id. At least one. */
  readonly facts: readonly string[];
  /** 0..1: 1 minus the product of (1 - confidence) over articles, best fact of each. */
  readonly confidence: number;
  /** Claims that contradict this one (another value for a single-valued relation, or the negation). Sorted ids. */
  readonly conflictsWith: readonly string[];
}
