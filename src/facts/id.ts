// Ids of claims and facts: they follow from content alone, so the same input gives the same ids.
import { createHash } from "node:crypto";
import type { Claim } from "./claim.ts";
import { type Fact, type FactObject, isDateRef, isEntityRef } from "./fact.ts";

/** The object of a claim: an entity's id, or a value without the words that say it. */
export function claimObject(object: FactObject): Claim["object"] {
  if (isEntityRef(object)) return object.id;
  if (isDateRef(object)) return { value: object.value, datatype: object.datatype };
  const { value, max, unit, comparator, of } = object;
  return {
    value,
    ...(max === undefined ? {} : { max }),
    ...(unit === undefined ? {} : { unit }),
    ...(comparator === undefined ? {} : { comparator }),
    ...(of === undefined ? {} : { of }),
  };
}

const hash = (content: readonly unknown[]): string => createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);

/** 16 hex digits for what a fact claims: subject, relation, object and status. */
export function claimId(fact: Pick<Fact, "subject" | "relation" | "object" | "status">): string {
  return hash([fact.subject.id, fact.relation, claimObject(fact.object), fact.status]);
}

/** 16 hex digits for a fact: its claim, the article, and where the sentence stands. */
export function factId(fact: Omit<Fact, "id">): string {
  return hash([claimId(fact), fact.evidence.article, fact.evidence.start, fact.evidence.end]);
}
