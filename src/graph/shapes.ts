// The shapes that a dataset must keep: those that the ontology's domains and ranges give, those for evidence, those written with the
// ontology. In: an ontology. Out: Turtle. Each property shape has an IRI and a message, so that a violation can be named.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ontology, Relation } from "../ontology/ontology.ts";
import { bracketIri, quoteString, RDF, RDFS, SCHEMA, SHACL, XSD } from "../rdf/terms.ts";

const GENERAL: string = fileURLToPath(new URL("./shapes/", import.meta.url));
/** Shapes over the ontology itself; data are not checked against them. */
export const VOCABULARY_SHAPES = "shapes/vocabulary.ttl";
const DATE = "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$";

/** All shapes of an ontology as Turtle documents: generated ones first, then those for evidence, then the ontology's own. */
export function shapesOf(ontology: Ontology): readonly string[] {
  const general = readdirSync(GENERAL).filter((name) => name.endsWith(".ttl"));
  const written = ontology.files.filter(({ name }) => name.startsWith("shapes/") && name !== VOCABULARY_SHAPES);
  return [
    generatedShapes(ontology),
    ...general.sort().map((name) => readFileSync(join(GENERAL, name), "utf8")),
    ...written.map(({ text }) => text),
  ];
}

/** Shapes that follow from classes, domains and ranges. */
export function generatedShapes(ontology: Ontology): string {
  const shape = (name: string): string => bracketIri(`${ontology.iri}/shapes#${name}`);
  const classIri = (id: string): string => bracketIri(ontology.classes.get(id)?.iri ?? id);
  // A single class needs no sh:or, which validators check by a validation of its own.
  const anyOf = (ids: readonly string[]): string =>
    ids.length === 1 ? `sh:class ${classIri(ids[0] ?? "")}` : `sh:or ( ${ids.map((id) => `[ sh:class ${classIri(id)} ]`).join(" ")} )`;
  const labels = (ids: readonly string[]): string => ids.map((id) => ontology.classes.get(id)?.label ?? id).join(" or ");

  const objectOf = (relation: Relation): { readonly constraint: string; readonly words: string } => {
    if (relation.objectKind === "date") {
      return {
        constraint: `sh:nodeKind sh:Literal ; sh:pattern ${quoteString(DATE)}`,
        words: "a year, month or day",
      };
    }
    if (relation.objectKind === "amount") {
      return {
        constraint: "sh:nodeKind sh:IRI",
        words: "an amount",
      };
    }
    return { constraint: `sh:nodeKind sh:IRI ; ${anyOf(relation.range)}`, words: `of class ${labels(relation.range)}` };
  };

  const out = [
    `@prefix rdf: <${RDF}> .\n@prefix rdfs: <${RDFS}> .\n@prefix schema: <${SCHEMA}> .\n@prefix sh: <${SHACL}> .\n@prefix xsd: <${XSD}> .\n`,
  ];
  for (const one of ontology.classes.values()) {
    const properties = [...ontology.relations.values()]
      .filter((relation) => relation.domain.includes(one.id))
      .map((relation) => {
        const { constraint, words } = objectOf(relation);
        const message = quoteString(`“${relation.label}” of ${article(one.label)} leads to something that is not ${words}`);
        return `[ sh:path ${bracketIri(relation.iri)} ; ${constraint} ; sh:message ${message} ]`;
      });
    if (one.parent === null) {
      const message = quoteString(`${article(one.label)} has one label, and it is not empty`);
      properties.unshift(`[ sh:path rdfs:label ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ; sh:message ${message} ]`);
    }
    const body = properties.map((property) => ` ;\n  sh:property ${property}`).join("");
    out.push(
      `${shape(one.id)} a sh:NodeShape ;\n  rdfs:label ${quoteString(`every ${one.label}`)} ;\n  sh:targetClass ${bracketIri(one.iri)} ;\n  sh:nodeKind sh:IRI${body} .\n`,
    );
  }
  for (const relation of ontology.relations.values()) {
    const target = bracketIri(relation.iri);
    const { constraint, words } = objectOf(relation);
    // The relation itself is the focus, and the subjects and objects of its statements are the values: each is checked once, however
    // many statements share it, and whatever their status.
    const statements = (end: string): string => `sh:path ( [ sh:inversePath rdf:predicate ] rdf:${end} )`;
    out.push(
      `${shape(`${relation.id}-edges`)} a sh:NodeShape ;
  rdfs:label ${quoteString(`subjects of “${relation.label}”`)} ;
  sh:targetSubjectsOf ${target} ;
  ${anyOf(relation.domain)} ;
  sh:message ${quoteString(`the subject of “${relation.label}” is not of class ${labels(relation.domain)}`)} .
`,
      `${shape(`${relation.id}-statements`)} a sh:NodeShape ;
  rdfs:label ${quoteString(`statements of “${relation.label}”`)} ;
  sh:targetNode ${target} ;
  sh:property ${shape(`${relation.id}-subject`)}, ${shape(`${relation.id}-object`)} .
`,
      `${shape(`${relation.id}-subject`)} a sh:PropertyShape ;
  ${statements("subject")} ;
  ${anyOf(relation.domain)} ;
  sh:message ${quoteString(`the subject of “${relation.label}” is not of class ${labels(relation.domain)}`)} .
`,
      `${shape(`${relation.id}-object`)} a sh:PropertyShape ;
  ${statements("object")} ;
  ${constraint} ;
  sh:message ${quoteString(`the object of “${relation.label}” is not ${words}`)} .
`,
    );
  }
  return out.join("\n");
}

const article = (label: string): string => `${/^[aeiou]/i.test(label) ? "an" : "a"} ${label}`;
