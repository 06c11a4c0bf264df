// The order of everything that is written: strings by code units, since a locale must not matter; facts by article, place and id.
import type { Fact } from "./fact.ts";

/** Compares strings by UTF-16 code units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares facts by article, start of the sentence, id. */
export function compareFacts(a: Fact, b: Fact): number {
  return compare(a.evidence.article, b.evidence.article) || a.evidence.start - b.evidence.start || compare(a.id, b.id);
}
