// Facts as JSON Lines: one fact a line, keys in the order of the type Fact.
import type { Fact } from "./fact.ts";

/** A fact as one line, newline included. */
export function factLine(fact: Fact): string {
  return `${JSON.stringify(fact)}\n`;
}
