// The ontology as files of its own: Turtle for machines, a page for people, and the shapes that the dataset keeps.
import { into } from "../graph/names.ts";
import { addOntology } from "../graph/ontology-quads.ts";
import { shapesOf } from "../graph/shapes.ts";
import { writeTurtle } from "../rdf/pretty.ts";
import type { Exporter } from "./exporter.ts";
import { prefixesOf } from "./prefixes.ts";
import { writeReference } from "./reference.ts";

export const ontologyTurtle: Exporter = {
  name: "ontology",
  file: "ontology.ttl",
  mediaType: "text/turtle",
  description: "the ontology: classes, relations, concepts, evidence vocabulary",
  write: (knowledge) =>
    writeTurtle(
      into("", (add) => addOntology(knowledge.ontology, add)),
      { prefixes: prefixesOf(knowledge) },
    ),
};

export const ontologyPage: Exporter = {
  name: "ontology-page",
  file: "ontology.html",
  mediaType: "text/html",
  description: "the ontology as one page to read",
  write: ({ ontology, rules }) => writeReference(ontology, rules),
};

export const shapes: Exporter = {
  name: "shapes",
  file: "shapes.ttl",
  mediaType: "text/turtle",
  description: "the SHACL shapes that the dataset keeps",
  write: ({ ontology }) => [shapesOf(ontology).join("\n")],
};
