// Every export format; a new one is one file and one line here.
import { csvEdges, csvFacts, csvNodes } from "./csv.ts";
import type { Exporter } from "./exporter.ts";
import { gexf } from "./gexf.ts";
import { jsonl } from "./jsonl.ts";
import { nquads, ntriples } from "./lines.ts";
import { trig, turtle } from "./turtle.ts";

export const EXPORTERS: readonly Exporter[] = [turtle, trig, nquads, ntriples, jsonl, gexf, csvNodes, csvEdges, csvFacts];
