// Reads the relations of an ontology. A domain or range may be one class (rdfs:domain, rdfs:range) or several (meta:domain, meta:range).
import { META, OWL, RDFS } from "../rdf/terms.ts";
import type { ObjectKind, OntologyClass, Relation } from "./ontology.ts";
import { suggest } from "./suggest.ts";
import { type Block, hasType, labelOf, metaValue, ownName, RELATION_TYPES, type Source, value, values } from "./terms.ts";

const OBJECT_KINDS: readonly ObjectKind[] = ["entity", "amount", "date", "phrase"];

/** Relations by id, in file order. Problems: ontology-relation, ontology-class, ontology-label. */
export function readRelations(source: Source, classes: ReadonlyMap<string, OntologyClass>): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const block of source.blocks.values()) {
    const id = ownName(source, block.iri);
    if (id !== null && hasType(block, RELATION_TYPES)) relations.set(id, readRelation(source, id, block, classes));
  }
  return relations;
}

function readRelation(source: Source, id: string, block: Block, classes: ReadonlyMap<string, OntologyClass>): Relation {
  const label = labelOf(source, block);
  const objectKind = readObjectKind(source, id, block);
  const domain = readClassIds(source, id, block, "domain", classes);
  const range = objectKind === "entity" || objectKind === "phrase" ? readClassIds(source, id, block, "range", classes) : [];
  if (domain.length === 0) source.report(block, "ontology-relation", `"${id}" has no domain; add rdfs:domain or meta:domain`);
  if (range.length === 0 && (objectKind === "entity" || objectKind === "phrase")) {
    source.report(block, "ontology-relation", `"${id}" has no range; add rdfs:range or meta:range`);
  }
  const symmetric = hasType(block, [`${OWL}SymmetricProperty`]);
  return {
    id,
    iri: block.iri,
    label,
    inverseLabel: metaValue(block, "inverseLabel") || (symmetric ? label : `is ${label} of`),
    comment: value(block, `${RDFS}comment`),
    domain,
    range,
    objectKind,
    symmetric,
    singleValued: metaValue(block, "singleValued") === "true" || hasType(block, [`${OWL}FunctionalProperty`]),
    alignments: values(block, `${RDFS}subPropertyOf`).filter((iri) => ownName(source, iri) === null && !iri.startsWith(META)),
  };
}

function readObjectKind(source: Source, id: string, block: Block): ObjectKind {
  const text = metaValue(block, "objectKind");
  const kind = OBJECT_KINDS.find((known) => known === text);
  if (kind !== undefined) return kind;
  if (text !== "") {
    const hint = suggest(text, OBJECT_KINDS);
    source.report(block, "ontology-relation", `"${id}" has the unknown object kind "${text}"; use ${OBJECT_KINDS.join(", ")}`, hint);
  }
  return "entity";
}

function readClassIds(
  source: Source,
  id: string,
  block: Block,
  side: "domain" | "range",
  classes: ReadonlyMap<string, OntologyClass>,
): readonly string[] {
  const found = new Set<string>();
  for (const iri of [...values(block, META + side), ...values(block, RDFS + side)]) {
    const name = ownName(source, iri);
    if (name === null) continue;
    if (classes.has(name)) found.add(name);
    else source.report(block, "ontology-class", `unknown class "${name}" in the ${side} of "${id}"`, suggest(name, classes.keys()));
  }
  return [...found];
}
