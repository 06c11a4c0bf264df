// The ontology as it is published: the triples of its files, without the shapes and the frames, which are instructions and not knowledge.
// What code read from it is stated, too, so that an ontology without files still types its terms.
import type { Ontology } from "../ontology/ontology.ts";
import { iri, languageLiteral, literal } from "../rdf/quad.ts";
import { OWL, RDF, RDFS, SCHEMA } from "../rdf/terms.ts";
import { parseTurtle } from "../rdf/turtle.ts";
import type { Add } from "./names.ts";

/** Folders below the ontology that hold no vocabulary. */
const APART = /^(frames|shapes|rules)\//;

/** States the ontology, in its own graph. Blank nodes are left out: the dataset holds none. */
export function addOntology(ontology: Ontology, add: Add): void {
  for (const { name, text } of ontology.files) {
    if (APART.test(name)) continue;
    for (const { subject, predicate, object, datatype, language } of parseTurtle(text).triples) {
      if (subject.startsWith("_:") || (datatype === null && object.startsWith("_:"))) continue;
      const term = datatype === null ? iri(object) : language === "" ? literal(object, datatype) : languageLiteral(object, language);
      add(iri(subject), iri(predicate), term);
    }
  }
  for (const term of ontology.classes.values()) {
    add(iri(term.iri), `${RDF}type`, `${OWL}Class`);
    const parent = term.parent === null ? undefined : ontology.classes.get(term.parent);
    for (const wider of [...(parent === undefined ? [] : [parent.iri]), ...term.alignments])
      add(iri(term.iri), `${RDFS}subClassOf`, iri(wider));
  }
  for (const term of ontology.relations.values()) {
    const subject = iri(term.iri);
    add(subject, `${RDF}type`, OWL + (term.objectKind === "date" ? "DatatypeProperty" : "ObjectProperty"));
    if (term.symmetric) add(subject, `${RDF}type`, `${OWL}SymmetricProperty`);
    for (const wider of term.alignments) add(subject, `${RDFS}subPropertyOf`, iri(wider));
    // Several classes are alternatives, which RDFS cannot say without a class for their union; schema.org's terms can.
    for (const [property, ids] of [
      ["domainIncludes", term.domain],
      ["rangeIncludes", term.range],
    ] as const) {
      for (const id of ids.length > 1 ? ids : []) add(subject, SCHEMA + property, iri(ontology.classes.get(id)?.iri ?? id));
    }
  }
}
