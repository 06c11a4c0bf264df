// Linked data: the address of an entity, a fact, an article, a claim, a link, an inferred edge or a rule answers HTML, Turtle, N-Triples, JSON-LD or RDF/XML, as the client
// likes best. The description is what the build says of the thing and its parts, and which statements point to it.
import type { Quad } from "../rdf/quad.ts";
import type { QueryEngine } from "./engine.ts";
import { negotiate } from "./negotiate.ts";
import { nodePage } from "./node-page.ts";
import { articlePage, entityPage, factPage, PAGE_FORMATS } from "./pages.ts";
import type { QuadFile } from "./quad-file.ts";
import { HTML, type Incoming, message, type Reply, text, withCharset } from "./reply.ts";
import { articleText, type Snapshot } from "./snapshot.ts";
import { GRAPH_TYPES, type GraphType, writeGraph } from "./write-graph.ts";

export const AREAS = ["entity", "fact", "article", "claim", "inferred", "link", "rule"] as const;
export type Area = (typeof AREAS)[number];

interface Source {
  readonly snapshot: Snapshot;
  readonly engine: QueryEngine;
  readonly quads: QuadFile;
}

/** Answers for one thing that has a page; null when the build has none of that name. */
export function answerResource(request: Incoming, source: Source, area: Area, id: string): Promise<Reply | null> {
  return describe(request, source, `/${area}/${encodeURIComponent(id)}`, (iri, own) => page(source, area, id, iri, own));
}

/** Answers for anything else that the build describes (a run, a publisher), as a graph alone; null when it does not. */
export function answerOther(request: Incoming, source: Source): Promise<Reply | null> {
  return describe(request, source, request.url.pathname, async () => null);
}

/** Makes a thing's page from what the build says of it; null where it has none. */
type MakePage = (iri: string, own: readonly Quad[]) => Promise<string | null>;

async function describe(request: Incoming, source: Source, path: string, makePage: MakePage): Promise<Reply | null> {
  const { snapshot } = source;
  const iri = snapshot.report.base + path.slice(1);
  const own = source.quads.about(iri);
  const html = await makePage(iri, own);
  if (html === null && own.length === 0) return null;
  const headers = {
    Vary: "Accept",
    Link: PAGE_FORMATS.map(({ type, format }) => `<${path}?format=${format}>; rel="alternate"; type="${type}"`).join(", "),
  };
  const wanted = PAGE_FORMATS.find(({ format }) => format === request.url.searchParams.get("format"))?.type;
  const offers = html === null ? GRAPH_TYPES : (["text/html", ...GRAPH_TYPES] as const);
  const type = wanted ?? (negotiate(request.headers.accept, offers) as GraphType | "text/html" | null);
  if (type === null) return message(406, `This page is given as ${offers.join(", ")}.`, headers);
  if (type === "text/html") return text(200, HTML, html ?? "", headers);
  return text(200, withCharset(type), writeGraph([...own, ...(await pointers(source.engine, iri))], type, snapshot.report), headers);
}

async function page(source: Source, area: Area, id: string, iri: string, own: readonly Quad[]): Promise<string | null> {
  const { snapshot, quads, engine } = source;
  if (area === "entity") return entityPage(snapshot, id);
  if (area === "fact") return factPage(snapshot, id);
  if (area === "article") return articlePage(snapshot, id, articleText(snapshot, id) ?? "");
  return own.length === 0 ? null : nodePage({ snapshot, quads }, iri, { own, pointers: await pointers(engine, iri) });
}

interface Bindings {
  readonly results: { readonly bindings: readonly Readonly<Record<"s" | "p", { readonly value: string }>>[] };
}

/** Statements whose object the thing is. They hold no literals, so the engine gives them as they are. */
async function pointers(engine: QueryEngine, iri: string): Promise<readonly Quad[]> {
  const answer = await engine.ask({
    query: `SELECT ?s ?p { ?s ?p <${iri}> }`,
    mediaType: "application/sparql-results+json",
    defaultGraphs: [],
    namedGraphs: [],
    unionDefaultGraph: true,
    base: iri,
  });
  const { results } = JSON.parse(answer) as Bindings;
  return results.bindings.map(({ s, p }) => ({ subject: s.value, predicate: p.value, object: iri, graph: "" }));
}
