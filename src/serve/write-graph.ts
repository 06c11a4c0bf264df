// Graphs as replies: quads and a media type in, text by our own writers out. What a build's files say and what the server says are one.
import { COMMON_TERMS } from "../exports/context.ts";
import { writeJsonLd } from "../rdf/jsonld.ts";
import { writeNTriples } from "../rdf/lines.ts";
import { writeTurtle } from "../rdf/pretty.ts";
import type { Quad } from "../rdf/quad.ts";
import { writeRdfXml } from "../rdf/rdfxml.ts";
import { prefixesOf } from "./prefixes.ts";
import type { BuildReport } from "./snapshot.ts";

/** Media types of graphs, best first. */
export const GRAPH_TYPES = ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"] as const;
export type GraphType = (typeof GRAPH_TYPES)[number];

/** Writes the union of the quads' graphs. */
export function writeGraph(quads: readonly Quad[], type: GraphType, build: BuildReport): string {
  const prefixes = prefixesOf(build);
  // A character that XML cannot hold is replaced; the other three formats hold it.
  const report = (): void => undefined;
  const parts = {
    "text/turtle": () => writeTurtle(quads, { prefixes }),
    "application/n-triples": () => writeNTriples(quads),
    "application/ld+json": () => writeJsonLd(quads, { prefixes, terms: COMMON_TERMS.filter(({ name }) => !prefixes.has(name)) }),
    "application/rdf+xml": () => writeRdfXml(quads, { prefixes, report }),
  }[type]();
  return [...parts].join("");
}
