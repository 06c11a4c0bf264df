// RDF/XML: the union of all graphs, for readers that take nothing newer.
import { quads } from "../graph/dataset.ts";
import { writeRdfXml } from "../rdf/rdfxml.ts";
import type { Exporter } from "./exporter.ts";
import { prefixesOf } from "./prefixes.ts";

export const rdfxml: Exporter = {
  name: "rdfxml",
  file: "graph.rdf",
  mediaType: "application/rdf+xml",
  description: "the union of all graphs, for older readers",
  write: (knowledge, { report }) =>
    writeRdfXml(quads(knowledge, { rdf12: false, nanopub: false }), { prefixes: prefixesOf(knowledge), report }),
};
