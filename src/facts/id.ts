// Identity of a fact: a hash of what it claims and where it stands. Confidence, rule and time of the run do not count.
import { createHash } from "node:crypto";
import type { Claim } from "./claim.ts";
import { type Fact, type FactObject, isDateRef, isEntityRef } from "./fact.ts";

/** The object as one string: the entity's id, or the value with unit and what is counted. */
export function objectKey(object: FactObject): string {
  if (isEntityRef(object)) return object.id;
  if (isDateRef(object)) return object.value;
  return [object.comparator ?? "", object.value, object.max ?? "", object.unit ?? "", object.of ?? ""].join(" ");
}

/** First 16 hex digits of SHA-256 over the parts, joined by a character that none of them holds. */
export function hash16(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}

/** Gives the id that follows from a fact's content. */
export function factId(fact: Omit<Fact, "id">): string {
  const { subject, relation, object, status, evidence } = fact;
  const spans = [subject.span, object.span].map((span) => span.join("-"));
  return hash16(subject.id, relation, objectKey(object), status, evidence.article, `${evidence.start}-${evidence.end}`, ...spans);
}

/** The object without the words that mention it, as claims hold it. */
export function claimObject(object: FactObject): Claim["object"] {
  if (isEntityRef(object)) return object.id;
  const { mention: _mention, span: _span, ...value } = object;
  return value;
}

/** Gives the id of the claim that a fact supports. */
export function claimId(fact: Fact): string {
  return hash16(fact.subject.id, fact.relation, objectKey(fact.object), fact.status);
}
