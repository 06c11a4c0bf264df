// Edges that follow from claims by a rule: so far the reverse of symmetric relations. Every edge names its rule and its premises.
import type { Entity } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Claim, InferredEdge } from "./knowledge.ts";

export interface Known {
  readonly ontology: Ontology;
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
}

/** Gives the edges that follow from asserted claims and are not claimed themselves. No edge twice; order does not matter. */
export function infer(known: Known): readonly InferredEdge[] {
  const asserted = known.claims.filter((claim) => claim.status === "asserted");
  const claimed = new Set(asserted.map((claim) => JSON.stringify([claim.subject, claim.relation, claim.object])));
  const inferred: InferredEdge[] = [];
  for (const { id, subject, relation, object } of asserted) {
    if (typeof object !== "string" || subject === object || known.ontology.relations.get(relation)?.symmetric !== true) continue;
    if (claimed.has(JSON.stringify([object, relation, subject]))) continue;
    inferred.push({ subject: object, relation, object: subject, rule: "symmetric-relation", premises: [id] });
  }
  return inferred;
}
