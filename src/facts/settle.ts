// One thing, one class: where articles read the same name as things of different classes, each fact is led to the one that its relation allows.
// In: the facts of all articles; out: the same facts, some with another type or, where two things share a name, another id.
import { fits, type Ontology } from "../ontology/ontology.ts";
import type { EntityRef, Fact } from "./fact.ts";
import { isEntityRef } from "./fact.ts";
import { factId } from "./id.ts";
import { compareFacts } from "./order.ts";

/** Settles the classes of entities over all facts; the class of a known entity stands, else that of the first fact. Keeps the order. */
export function settleClasses(facts: readonly Fact[], known: ReadonlyMap<string, { readonly class: string }>, ontology: Ontology): Fact[] {
  const classes = new Map<string, string>();
  for (const { subject, object } of [...facts].sort(compareFacts))
    for (const ref of [subject, object])
      if (isEntityRef(ref) && !classes.has(ref.id)) classes.set(ref.id, known.get(ref.id)?.class ?? ref.type);
  const settle = (ref: EntityRef, allowed: readonly string[]): EntityRef => {
    const type = classes.get(ref.id) ?? ref.type;
    if (type === ref.type) return ref;
    return fits(ontology, type, allowed) ? { ...ref, type } : { ...ref, id: `${ref.id}-${ref.type.toLowerCase()}` };
  };
  return facts.map((fact) => {
    const relation = ontology.relations.get(fact.relation);
    if (relation === undefined) return fact;
    const subject = settle(fact.subject, relation.domain);
    const object = isEntityRef(fact.object) ? settle(fact.object, relation.range) : fact.object;
    if (subject === fact.subject && object === fact.object) return fact;
    const settled = { ...fact, subject, object };
    return { ...settled, id: factId(settled) };
  });
}
