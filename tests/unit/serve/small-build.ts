// A build folder made by hand for tests of what reads builds: two facts, one article, three named graphs.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fact } from "../../../src/facts/fact.ts";
import { writeNQuads } from "../../../src/rdf/lines.ts";
import { writeTurtle } from "../../../src/rdf/pretty.ts";
import { readQuads } from "../../../src/rdf/turtle.ts";

export const BASE = "https://example.org/kg/";
export const TEXT = "Acme has its seat in Lyon. It employs <200> people & grows.";

const acme = { id: "acme", type: "Firm", label: "Acme", mention: "Acme", span: [0, 4] } as const;

export const FACTS: readonly Fact[] = [
  {
    subject: acme,
    relation: "seat",
    object: { id: "lyon", type: "Town", label: "Lyon", mention: "Lyon", span: [21, 25] },
    status: "asserted",
    attribution: null,
    time: null,
    qualifiers: {},
    evidence: { article: "acme-news", start: 0, end: 26, quote: TEXT.slice(0, 26), trigger: [5, 8] },
    extractor: "frames",
    rule: "seat-in",
    confidence: 0.9,
    reasons: [],
    id: "00000000000000aa",
  },
];

const e = (id: string): string => `<${BASE}${id}>`;
const QUADS = [
  `${e("entity/acme")} <http://www.w3.org/2000/01/rdf-schema#label> "Acme"@en ${e("graph/entities")} .`,
  `${e("entity/acme")} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${BASE}terms#Firm> ${e("graph/entities")} .`,
  `${e("entity/acme")} <${BASE}terms#seat> ${e("entity/lyon")} ${e("graph/acme-news")} .`,
  `${e("entity/lyon")} <${BASE}terms#people> "00520"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> ${e("graph/entities")} .`,
  `${e("entity/lyon")} <http://www.w3.org/2000/01/rdf-schema#label> "Lyon, \\"capital\\" of silk"@en ${e("graph/entities")} .`,
  `${e("fact/00000000000000aa#span")} <http://www.w3.org/2000/01/rdf-schema#label> "É 😀" ${e("article/acme-news/provenance")} .`,
  `${e("fact/00000000000000aa")} <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ${e("entity/acme")} ${e("graph/facts")} .`,
  ...["claim/c1", "link/l1", "inferred/i1"].flatMap((node) => [
    `${e(node)} <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ${e("entity/acme")} ${e("graph/claims")} .`,
    `${e(node)} <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <${BASE}terms#seat> ${e("graph/claims")} .`,
    `${e(node)} <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> ${e("entity/lyon")} ${e("graph/claims")} .`,
  ]),
  `${e("claim/c1")} <${BASE}meta#supportedBy> ${e("fact/00000000000000aa")} ${e("graph/claims")} .`,
  `${e("inferred/i1")} <http://www.w3.org/ns/prov#wasDerivedFrom> ${e("claim/c1")} ${e("graph/claims")} .`,
  `${e("inferred/i1")} <${BASE}meta#rule> ${e("rule/seat-in")} ${e("graph/claims")} .`,
  `${e("rule/seat-in")} <http://www.w3.org/2000/01/rdf-schema#label> "<seat> in" ${e("graph/provenance")} .`,
  `${e("run")} <http://www.w3.org/2000/01/rdf-schema#label> "The run" ${e("graph/provenance")} .`,
];

const REPORT = {
  format: 1,
  title: "Two towns",
  base: BASE,
  articles: [
    {
      id: "acme-news",
      title: "Acme & Lyon",
      file: "acme.txt",
      published: "2025-01-02",
      publisher: null,
      url: null,
      sentences: 2,
      facts: 1,
    },
  ],
  vocabulary: {
    namespace: `${BASE}terms#`,
    prefixes: { kg: `${BASE}terms#`, rdfs: "http://www.w3.org/2000/01/rdf-schema#" },
    classes: { Firm: "Firm", Town: "Town" },
    relations: { seat: { label: "has its seat in", inverse: "is the seat of" } },
  },
};

/** Writes the build into a new temporary folder and gives its path. */
export function writeSmallBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), "factloom-build-"));
  mkdirSync(join(folder, "articles"));
  writeFileSync(join(folder, "articles", "acme-news.txt"), TEXT);
  writeFileSync(join(folder, "facts.jsonl"), FACTS.map((fact) => `${JSON.stringify(fact)}\n`).join(""));
  writeFileSync(join(folder, "graph.nq"), [...writeNQuads(readQuads(QUADS.join("\n"), "N-Quads"))].join(""));
  writeFileSync(join(folder, "graph.ttl"), [...writeTurtle(readQuads(QUADS.join("\n"), "N-Quads"), { prefixes: [] })].join(""));
  writeFileSync(join(folder, "report.json"), JSON.stringify(REPORT));
  writeFileSync(join(folder, "ontology.ttl"), `<${BASE}terms> a <http://www.w3.org/2002/07/owl#Ontology> .`);
  writeFileSync(join(folder, "ontology.html"), "<!doctype html><title>terms</title>");
  writeFileSync(join(folder, "viewer.html"), "<!doctype html><title>viewer</title>");
  return folder;
}
