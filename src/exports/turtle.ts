// Turtle (the union of all graphs) and TriG (one block per graph): sorted, type first, only the prefixes used, a blank line per subject.
import { quads } from "../graph/dataset.ts";
import { writeTriG, writeTurtle } from "../rdf/pretty.ts";
import type { Exporter } from "./exporter.ts";
import { prefixesOf } from "./prefixes.ts";

export const turtle: Exporter = {
  name: "turtle",
  file: "graph.ttl",
  mediaType: "text/turtle",
  description: "the union of all graphs, to read",
  write: (knowledge, options) =>
    writeTurtle(quads(knowledge, { ...options, nanopub: false }), { prefixes: prefixesOf(knowledge), rdf12: options.rdf12 }),
};

export const trig: Exporter = {
  name: "trig",
  file: "graph.trig",
  mediaType: "application/trig",
  description: "every named graph, to read",
  write: (knowledge, options) => writeTriG(quads(knowledge, options), { prefixes: prefixesOf(knowledge), rdf12: options.rdf12 }),
};
