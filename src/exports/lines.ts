// N-Quads (every named graph) and N-Triples (their union), sorted and without repetition: the canonical form of the dataset.
import { quads } from "../graph/dataset.ts";
import { writeNQuads, writeNTriples } from "../rdf/lines.ts";
import type { Exporter } from "./exporter.ts";

export const nquads: Exporter = {
  name: "nquads",
  file: "graph.nq",
  mediaType: "application/n-quads",
  description: "every named graph, one sorted line per quad",
  write: (knowledge, options) => writeNQuads(quads(knowledge, options)),
};

export const ntriples: Exporter = {
  name: "ntriples",
  file: "graph.nt",
  mediaType: "application/n-triples",
  description: "the union of all graphs, one sorted line per triple",
  write: (knowledge, options) => writeNTriples(quads(knowledge, { ...options, nanopub: false })),
};
