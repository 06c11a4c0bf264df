// The SPARQL endpoint: a request in, a reply out. Results and graphs by content negotiation, time-outs and row limits said aloud, the
// build's prefixes declared where a query uses them undeclared.
// Source: SPARQL 1.1 Protocol, SPARQL 1.1 Service Description.
import { escapeHtml } from "../exports/escape-html.ts";
import { type Query, type QueryEngine, QueryError } from "./engine.ts";
import { negotiate } from "./negotiate.ts";
import { declarePrefixes } from "./prefixes.ts";
import { limitRows, type QueryForm, readOperation } from "./protocol.ts";
import { HTML, type Incoming, message, type Reply, text, withCharset } from "./reply.ts";
import { isCut, noticeCut } from "./rows.ts";
import { GRAPH_TYPES } from "./write-graph.ts";

/** Rows of a SELECT without a LIMIT of its own: enough for a graph of some 10,000 claims, small enough for a browser. */
export const ROW_LIMIT = 100_000;

/** Media types of results, best first. */
export const RESULT_TYPES = [
  "application/sparql-results+json",
  "application/sparql-results+xml",
  "text/csv",
  "text/tab-separated-values",
] as const;

/** Common names of a type -> the type that is answered. */
const SYNONYMS: Readonly<Record<string, string>> = {
  "application/json": "application/sparql-results+json",
  "application/xml": "application/sparql-results+xml",
  "text/xml": "application/sparql-results+xml",
};

/** Media type for a query's answer, or null when the client takes none of them. */
export function answerType(form: QueryForm, accept: string | undefined): string | null {
  if (form === "construct" || form === "describe") return negotiate(accept, GRAPH_TYPES);
  const picked = negotiate(accept, [...RESULT_TYPES, ...Object.keys(SYNONYMS)]);
  return picked === null ? null : (SYNONYMS[picked] ?? picked);
}

export interface EndpointOptions {
  /** Rows of a SELECT without a LIMIT. */
  readonly rowLimit: number;
  /** Prefix -> namespace of what queries may use undeclared. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Answers one request to the endpoint. Never throws for what a client sent. */
export async function answerSparql(request: Incoming, engine: QueryEngine, options: EndpointOptions): Promise<Reply> {
  const address = `${request.url.origin}${request.url.pathname}`;
  const operation = readOperation({
    method: request.method,
    search: request.url.search,
    contentType: request.headers["content-type"],
    body: request.body,
  });
  if (operation.kind === "refuse") {
    return message(operation.status, operation.message, operation.status === 405 ? { Allow: "GET, HEAD, POST, OPTIONS" } : {});
  }
  if (operation.kind === "describe-service") return describeService(request, address, engine, options);

  const { form } = operation;
  const mediaType = answerType(form, request.headers.accept);
  if (mediaType === null) {
    const offers = form === "select" || form === "ask" ? RESULT_TYPES : GRAPH_TYPES;
    return message(406, `None of the accepted types can be given; there are ${offers.join(", ")}.`, { Vary: "Accept" });
  }
  const { rowLimit } = options;
  const { query, limited } = limitRows(declarePrefixes(operation.query, options.prefixes), form, rowLimit);
  const reply = await ask(engine, {
    query,
    mediaType,
    defaultGraphs: operation.defaultGraphs,
    namedGraphs: operation.namedGraphs,
    unionDefaultGraph: !operation.hasDataset,
    base: address,
  });
  if (!limited || reply.status !== 200) return reply;
  const body = String(reply.body);
  const limit = { "Factloom-Row-Limit": String(rowLimit) };
  if (!isCut(body, mediaType, rowLimit)) return { ...reply, headers: { ...reply.headers, ...limit } };
  return {
    ...reply,
    headers: { ...reply.headers, ...limit, "Factloom-Rows-Cut": "true" },
    body: noticeCut(body, mediaType, `${address}#rows-cut-at-${rowLimit}-ask-with-limit-and-offset`),
  };
}

async function ask(engine: QueryEngine, query: Query): Promise<Reply> {
  try {
    return text(200, withCharset(query.mediaType), await engine.ask(query), { Vary: "Accept" });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return message(error.timedOut ? 503 : 400, error.message, error.timedOut ? { "Retry-After": "1" } : {});
  }
}

const FORMATS = [
  "SPARQL_Results_JSON",
  "SPARQL_Results_XML",
  "SPARQL_Results_CSV",
  "SPARQL_Results_TSV",
  "Turtle",
  "N-Triples",
  "JSON-LD",
  "RDF_XML",
];
/** Named graphs that the service description lists: clients wait for it, so it stays short. */
const LISTED_GRAPHS = 1000;

const DESCRIPTION = (address: string): string => `PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
CONSTRUCT {
  <${address}> a sd:Service ;
    sd:endpoint <${address}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat ${FORMATS.map((name) => `<http://www.w3.org/ns/formats/${name}>`).join(" , ")} ;
    sd:defaultDataset <${address}#dataset> .
  <${address}#dataset> a sd:Dataset ; sd:defaultGraph <${address}#default> ; sd:namedGraph ?node .
  <${address}#default> a sd:Graph .
  ?node a sd:NamedGraph ; sd:name ?graph .
} WHERE {
  { } UNION { SELECT ?graph ?node { GRAPH ?graph { } BIND(IRI(CONCAT("${address}#graph=", ENCODE_FOR_URI(STR(?graph)))) AS ?node) } LIMIT ${LISTED_GRAPHS} }
}`;

async function describeService(request: Incoming, address: string, engine: QueryEngine, options: EndpointOptions): Promise<Reply> {
  const mediaType = negotiate(request.headers.accept, [...GRAPH_TYPES, "text/html"]);
  if (mediaType === null) return message(406, `A service description is given as ${GRAPH_TYPES.join(", ")}.`, { Vary: "Accept" });
  if (mediaType === "text/html") return text(200, HTML, queryPage(options), { Vary: "Accept" });
  const query = DESCRIPTION(address);
  return ask(engine, { query, mediaType, defaultGraphs: [], namedGraphs: [], unionDefaultGraph: true, base: address });
}

/** A page to type a query in: a plain form, so it works without a script. */
function queryPage({ rowLimit, prefixes }: EndpointOptions): string {
  const known = [...prefixes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, namespace]) => `${escapeHtml(prefix)}: &lt;${escapeHtml(namespace)}&gt;`);
  const sample = "SELECT ?graph (COUNT(*) AS ?triples)\nWHERE { GRAPH ?graph { ?s ?p ?o } }\nGROUP BY ?graph\nORDER BY DESC(?triples)";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>SPARQL endpoint</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}textarea{width:100%;font:14px/1.4 ui-monospace,monospace}</style>
<h1>SPARQL endpoint</h1><p>Read-only, SPARQL 1.1. Without FROM a query sees the union of all graphs; <code>GRAPH ?g { … }</code> asks them one by one.
A SELECT without LIMIT gets at most ${rowLimit} rows.</p>
<details><summary>Prefixes that need no declaration</summary><pre>${known.join("\n")}</pre></details>
<form method="get" action="/sparql"><label for="query">Query</label><textarea id="query" name="query" rows="12" spellcheck="false">${sample}</textarea>
<p><button>Run</button></p></form><p><a href="/">Graph</a> · <a href="/files/">Files</a></p></html>`;
}
