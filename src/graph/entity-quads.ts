// Entities as RDF: type, names, links known without an article. Instances of concept classes are SKOS concepts, matched to the ontology's.
import type { Entity } from "../mentions/mention.ts";
import { isA, type Ontology } from "../ontology/ontology.ts";
import { iri, languageLiteral, literal } from "../rdf/quad.ts";
import { META, RDF, RDFS, SCHEMA, SKOS } from "../rdf/terms.ts";
import { type Add, addStatement, linkId, type Names } from "./names.ts";

const WIKIDATA = "http://www.wikidata.org/entity/";

/** States the entities, in the entity graph. */
export function addEntities(ontology: Ontology, entities: readonly Entity[], name: Names, add: Add): void {
  const present = new Set(entities.map((entity) => entity.id));
  const concepts = new Map(ontology.concepts.map((concept) => [concept.id, concept]));
  const conceptClasses = [...ontology.classes.values()].filter((one) => one.alignments.includes(`${SKOS}Concept`)).map((one) => one.id);
  for (const entity of entities) {
    const subject = name.entity(entity.id);
    const type = ontology.classes.get(entity.class)?.iri;
    if (type !== undefined) add(subject, `${RDF}type`, iri(type));
    add(subject, `${RDFS}label`, literal(entity.label));
    const isConcept = conceptClasses.some((ancestor) => isA(ontology, entity.class, ancestor));
    if (isConcept) add(subject, `${SKOS}prefLabel`, languageLiteral(entity.label, "en"));
    for (const alias of entity.aliases) {
      add(subject, `${SKOS}altLabel`, isConcept ? languageLiteral(alias, "en") : literal(alias));
    }
    // skos:exactMatch is for concepts: whatever has it is one.
    if (entity.wikidata !== null) add(subject, isConcept ? `${SKOS}exactMatch` : `${SCHEMA}sameAs`, iri(WIKIDATA + entity.wikidata));
    const concept = concepts.get(entity.id);
    if (concept !== undefined) {
      add(subject, `${SKOS}exactMatch`, iri(concept.iri));
      for (const broader of concept.broader.filter((id) => present.has(id))) {
        add(subject, `${SKOS}broader`, name.entity(broader));
        add(name.entity(broader), `${SKOS}narrower`, subject);
      }
    }
    addLinks(entity, ontology, name, add);
  }
}

/** Links hold without an article: each is an edge of its own, so that rules can name it as a premise. */
function addLinks(entity: Entity, ontology: Ontology, name: Names, add: Add): void {
  for (const [relation, targets] of Object.entries(entity.links)) {
    const property = ontology.relations.get(relation);
    if (property === undefined) continue;
    for (const target of targets) {
      const triple = { subject: name.entity(entity.id), predicate: iri(property.iri), object: name.entity(target) };
      const node = name.link(linkId(entity.id, relation, target));
      add(triple.subject, triple.predicate, triple.object);
      addStatement(node, triple, add);
      add(node, `${RDF}type`, `${META}Edge`);
      add(node, `${RDF}type`, `${META}Link`);
    }
  }
}
