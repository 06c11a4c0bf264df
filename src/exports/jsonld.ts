// JSON-LD 1.1 with one context: a node per entity and per fact, the words of a fact nested in it.
import { quads } from "../graph/dataset.ts";
import { writeJsonLd } from "../rdf/jsonld.ts";
import { contextOf } from "./context.ts";
import type { Exporter } from "./exporter.ts";

export const jsonld: Exporter = {
  name: "jsonld",
  file: "graph.jsonld",
  mediaType: "application/ld+json",
  description: "the union of all graphs, one node per entity and fact",
  write: (knowledge) => writeJsonLd(quads(knowledge, { rdf12: false, nanopub: false }), contextOf(knowledge)),
};
