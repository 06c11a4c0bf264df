// Articles, entities, facts and claims in any order; one sorted Knowledge with positions, out. Only entities that are used stay.
import { type EntityRef, type Fact, isEntityRef } from "../facts/fact.ts";
import { compare, compareFacts } from "../facts/order.ts";
import type { Entity } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Problem } from "../problem.ts";
import type { Article } from "../text/article.ts";
import type { Basis } from "./dataset.ts";
import { infer } from "./infer.ts";
import type { Claim, Knowledge } from "./knowledge.ts";
import { layout } from "./layout.ts";
import { buildNetwork } from "./network.ts";
import { generalRules, type Rule } from "./rules.ts";

export interface Parts {
  /** Base IRI; a missing "/" at its end is added. */
  readonly base: string;
  readonly title: string;
  readonly ontology: Ontology;
  readonly articles: readonly Article[];
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
  readonly claims: readonly Claim[];
  /** Rules that edges follow by; the general ones when left out. */
  readonly rules?: readonly Rule[];
  readonly problems: readonly Problem[];
}

/** Puts a build's parts together. The result does not depend on their order. */
export function assemble(parts: Parts): Knowledge {
  const claims = [...parts.claims].sort((a, b) => compare(a.id, b.id));
  const entities = usedEntities(parts);
  const basis: Basis = {
    base: parts.base.endsWith("/") ? parts.base : `${parts.base}/`,
    title: parts.title,
    ontology: parts.ontology,
    articles: [...parts.articles].sort((a, b) => compare(a.id, b.id)),
    entities,
    facts: [...parts.facts].sort(compareFacts),
    claims,
    rules: parts.rules ?? generalRules(),
  };
  const { inferred, entailed, problems } = infer(basis, basis.rules);
  return {
    ...basis,
    inferred,
    entailed,
    positions: layout(buildNetwork(entities, claims)),
    problems: [...parts.problems, ...problems],
  };
}

/** Entities that facts name, those linked from them, and so on; names that no list holds become entities of their own. */
function usedEntities(parts: Parts): readonly Entity[] {
  const known = new Map(parts.entities.map((entity) => [entity.id, entity]));
  const names = namesOf(parts.facts);
  const used = new Map<string, Entity>();
  const queue: string[] = [];
  const use = (id: string, ref: EntityRef | null): void => {
    if (used.has(id)) return;
    const entity = known.get(id) ?? (ref === null ? undefined : fromRef(ref, names.get(id)!));
    if (entity === undefined) return;
    used.set(id, entity);
    queue.push(id);
  };
  for (const fact of [...parts.facts].sort(compareFacts)) {
    use(fact.subject.id, fact.subject);
    if (isEntityRef(fact.object)) use(fact.object.id, fact.object);
    if (fact.attribution?.id != null) use(fact.attribution.id, null);
  }
  for (const id of queue) for (const targets of Object.values(used.get(id)?.links ?? {})) for (const target of targets) use(target, null);
  return [...used.values()].sort((a, b) => compare(a.id, b.id));
}

function fromRef({ id, type, label }: EntityRef, names: ReadonlySet<string>): Entity {
  const aliases = [...names].filter((name) => name !== label).sort(compare);
  return { id, class: type, label, aliases, adjectives: [], wikidata: null, links: {}, origin: "found" };
}

/** All names that articles use, by entity. */
function namesOf(facts: readonly Fact[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { subject, object } of facts) {
    for (const { id, label, aliases = [] } of [subject, ...(isEntityRef(object) ? [object] : [])]) {
      const known = names.get(id) ?? new Set();
      for (const name of [label, ...aliases]) known.add(name);
      names.set(id, known);
    }
  }
  return names;
}
