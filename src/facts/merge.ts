// Merging: facts that claim the same become one claim, and claims that contradict each other name each other.
import type { Ontology } from "../ontology/ontology.ts";
import type { Claim } from "./claim.ts";
import type { Fact } from "./fact.ts";
import { claimId, claimObject } from "./id.ts";
import { compare, compareFacts } from "./order.ts";

function confidenceOf(facts: readonly Fact[]): number {
  const best = new Map<string, number>();
  for (const { evidence, confidence } of facts) best.set(evidence.article, Math.max(best.get(evidence.article) ?? 0, confidence));
  const doubt = [...best.values()].reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.round((1 - doubt) * 1e4) / 1e4;
}

/** Tells whether one date lies within the other, which is told less exactly: 2022-10-07 in 2022-10. */
function within(a: Claim["object"], b: Claim["object"]): boolean {
  if (typeof a === "string" || typeof b === "string" || !("datatype" in a) || !("datatype" in b)) return false;
  return a.value.startsWith(`${b.value}-`) || b.value.startsWith(`${a.value}-`);
}

function contradict(a: Claim, b: Claim, ontology: Ontology): boolean {
  if (a.id === b.id || a.subject !== b.subject || a.relation !== b.relation) return false;
  if (JSON.stringify(a.object) === JSON.stringify(b.object)) {
    return (a.status === "asserted" && b.status === "negated") || (a.status === "negated" && b.status === "asserted");
  }
  const single = ontology.relations.get(a.relation)?.singleValued ?? false;
  return single && a.status === "asserted" && b.status === "asserted" && !within(a.object, b.object);
}

/** Groups facts into claims, sorted by id. */
export function mergeFacts(facts: readonly Fact[], ontology: Ontology): Claim[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const id = claimId(fact);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [fact]);
    else group.push(fact);
  }
  const claims: Claim[] = [];
  const bySubject = new Map<string, Claim[]>();
  for (const [id, group] of groups) {
    group.sort(compareFacts);
    const [first] = group;
    if (first === undefined) continue;
    const claim: Claim = {
      id,
      subject: first.subject.id,
      relation: first.relation,
      object: claimObject(first.object),
      status: first.status,
      facts: [...new Set(group.map((fact) => fact.id))],
      confidence: confidenceOf(group),
      conflictsWith: [],
    };
    claims.push(claim);
    const key = `${claim.subject} ${claim.relation}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), claim]);
  }
  return claims
    .map((claim) => {
      const rivals = bySubject.get(`${claim.subject} ${claim.relation}`) ?? [];
      const conflictsWith = rivals.filter((other) => contradict(claim, other, ontology)).map(({ id }) => id);
      return { ...claim, conflictsWith: conflictsWith.sort(compare) };
    })
    .sort((a, b) => compare(a.id, b.id));
}
