// The dataset description at /.well-known/void: what the build says of itself, with the addresses it is served at. Where a build has no
// description, its classes and properties are counted. Sources: VoID (W3C note, 7.2 for the address), DCAT 3.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { literal, type Quad } from "../rdf/quad.ts";
import { DCTERMS, RDF, XSD } from "../rdf/terms.ts";
import { readQuads } from "../rdf/turtle.ts";
import type { QueryEngine } from "./engine.ts";
import { negotiate } from "./negotiate.ts";
import { type Incoming, message, type Reply, text, withCharset } from "./reply.ts";
import { BUILD_FILES, type Snapshot } from "./snapshot.ts";
import { GRAPH_TYPES, type GraphType, writeGraph } from "./write-graph.ts";

const VOID = "http://rdfs.org/ns/void#";
const DCAT = "http://www.w3.org/ns/dcat#";

/** Answers a request for the description. */
export async function answerDescription(request: Incoming, snapshot: Snapshot, engine: QueryEngine): Promise<Reply> {
  const headers = { Vary: "Accept" };
  const type = negotiate(request.headers.accept, GRAPH_TYPES) as GraphType | null;
  if (type === null) return message(406, `A dataset description is given as ${GRAPH_TYPES.join(", ")}.`, headers);
  const { report, folder } = snapshot;
  const { origin } = request.url;
  const written = join(folder, BUILD_FILES.description);
  const own = existsSync(written) ? readQuads(readFileSync(written, "utf8"), "Turtle") : await counted(snapshot, engine);
  const dataset =
    own.find(({ predicate, object }) => predicate === `${RDF}type` && object === `${VOID}Dataset`)?.subject ?? `${report.base}dataset`;
  const add = (predicate: string, object: string): Quad => ({ subject: dataset, predicate, object, graph: "" });
  const addresses = [add(`${VOID}sparqlEndpoint`, `${origin}/sparql`), add(`${VOID}dataDump`, `${origin}/files/${BUILD_FILES.quads}`)];
  // Files are said to lie below the base IRI; here they lie below this address.
  const served = own.map((quad) =>
    typeof quad.object === "string" && quad.object.startsWith(`${report.base}files/`)
      ? { ...quad, object: origin + quad.object.slice(report.base.length - 1) }
      : quad,
  );
  return text(200, withCharset(type), writeGraph([...served, ...addresses], type, report), headers);
}

interface Bindings {
  readonly results: { readonly bindings: readonly Readonly<Record<"kind" | "term" | "count", { readonly value: string } | undefined>>[] };
}

async function counted({ report }: Snapshot, engine: QueryEngine): Promise<readonly Quad[]> {
  const answer = await engine.ask({
    query: `SELECT ?kind ?term ?count {
      { SELECT ("all" AS ?kind) (COUNT(*) AS ?count) { ?s ?p ?o } }
      UNION { SELECT ("class" AS ?kind) ?term (COUNT(DISTINCT ?s) AS ?count) { ?s a ?term } GROUP BY ?term }
      UNION { SELECT ("property" AS ?kind) ?term (COUNT(*) AS ?count) { ?s ?term ?o } GROUP BY ?term } }`,
    mediaType: "application/sparql-results+json",
    defaultGraphs: [],
    namedGraphs: [],
    unionDefaultGraph: true,
    base: report.base,
  });
  const dataset = `${report.base}dataset`;
  const quads: Quad[] = [];
  const add = (subject: string, predicate: string, object: Quad["object"]): void => {
    quads.push({ subject, predicate, object, graph: "" });
  };
  for (const type of [`${VOID}Dataset`, `${DCAT}Dataset`]) add(dataset, `${RDF}type`, type);
  add(dataset, `${DCTERMS}title`, literal(report.title));
  for (const { kind, term, count } of (JSON.parse(answer) as Bindings).results.bindings) {
    const number = literal(count?.value ?? "0", `${XSD}integer`);
    if (kind?.value === "all") add(dataset, `${VOID}triples`, number);
    if (term === undefined || kind === undefined) continue;
    const part = `${dataset}/${kind.value}/${encodeURIComponent(term.value)}`;
    add(dataset, `${VOID}${kind.value}Partition`, part);
    add(part, VOID + kind.value, term.value);
    add(part, VOID + (kind.value === "class" ? "entities" : "triples"), number);
  }
  return quads;
}
