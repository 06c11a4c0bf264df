// Every export format; a new one is one file and one line here.
import { csvEdges, csvFacts, csvNodes } from "./csv.ts";
import type { Exporter } from "./exporter.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { jsonl } from "./jsonl.ts";
import { jsonld } from "./jsonld.ts";
import { nquads, ntriples } from "./lines.ts";
import { ontologyPage, ontologyTurtle, shapes } from "./ontology.ts";
import { rdfxml } from "./rdfxml.ts";
import { trig, turtle } from "./turtle.ts";
import { describedBy } from "./void.ts";

const DATA: readonly Exporter[] = [
  turtle,
  trig,
  nquads,
  ntriples,
  jsonld,
  rdfxml,
  jsonl,
  gexf,
  graphml,
  csvNodes,
  csvEdges,
  csvFacts,
  ontologyTurtle,
  ontologyPage,
  shapes,
];

export const EXPORTERS: readonly Exporter[] = [...DATA, describedBy(DATA)];
