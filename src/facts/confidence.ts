// Confidence of a fact: the precision of its bucket. A bucket is what the fact rests on: known or found entities, coreference, status.
import type { Frame } from "../ontology/ontology.ts";
import type { Argument } from "./arguments.ts";
import type { Status } from "./fact.ts";

/** Precision by bucket. Development figures, judged on one article and five passages that the rules were written beside. */
const PRECISION = { names: 0.85, found: 0.75, coreference: 0.6 } as const;
/** A status other than asserted rests on more words that can be misread. */
const STATUS_FACTOR = 0.95;

/** Gives a fact's confidence with its reasons, sorted. */
export function confidenceOf(fact: {
  readonly frame: Frame;
  readonly subject: Argument;
  readonly object: Argument | null;
  readonly status: Status;
}): { readonly confidence: number; readonly reasons: readonly string[] } {
  const sides = fact.object === null ? [fact.subject] : [fact.subject, fact.object];
  const bucket = sides.some((side) => side.coreference) ? "coreference" : sides.every((side) => side.known) ? "names" : "found";
  const factor = fact.status === "asserted" ? 1 : STATUS_FACTOR;
  const confidence = Math.round(PRECISION[bucket] * factor * 100) / 100;
  const reason = {
    names: "both entities are known",
    found: "an entity was found in the article",
    coreference: "an argument was resolved by coreference",
  };
  return { confidence, reasons: [reason[bucket], `status ${fact.status}`].sort() };
}
