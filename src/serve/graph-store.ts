// SPARQL 1.1 Graph Store HTTP Protocol, reading only: GET and HEAD of the default graph (the union of all) and of named graphs, which are
// named by ?graph=IRI or by the path below the service. Source: https://www.w3.org/TR/sparql11-http-rdf-update/
import { negotiate } from "./negotiate.ts";
import type { QuadFile } from "./quad-file.ts";
import { type Incoming, message, type Reply, text, withCharset } from "./reply.ts";
import { BUILD_FILES, type Snapshot } from "./snapshot.ts";
import { GRAPH_TYPES, writeGraph } from "./write-graph.ts";

/** Path of the service. */
export const GRAPH_STORE = "/data";

interface Store {
  readonly snapshot: Snapshot;
  readonly quads: QuadFile;
  /** Gives a file of the build. */
  readonly file: (name: string) => Reply;
}

/** Answers a request to the service. */
export function answerGraphStore(request: Incoming, store: Store): Reply {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return message(405, `${request.method} would change the graph; this store is read-only (GET, HEAD).`, { Allow: "GET, HEAD, OPTIONS" });
  }
  const { searchParams, pathname } = request.url;
  const graphs = searchParams.getAll("graph");
  const path = pathname.slice(GRAPH_STORE.length).replace(/^\//, "");
  const named = [...graphs, ...(path === "" ? [] : [store.snapshot.report.base + path])];
  const isDefault = searchParams.has("default");
  if (named.length + (isDefault ? 1 : 0) !== 1) {
    return message(
      400,
      `Name one graph: ${GRAPH_STORE}?graph=IRI, ${GRAPH_STORE}?default or ${GRAPH_STORE}/PATH below ${store.snapshot.report.base}.`,
    );
  }
  const type = negotiate(request.headers.accept, GRAPH_TYPES) as (typeof GRAPH_TYPES)[number] | null;
  if (type === null) return message(406, `A graph is given as ${GRAPH_TYPES.join(", ")}.`, { Vary: "Accept" });
  const [graph = ""] = named;
  if (isDefault) {
    const whole = store.file(BUILD_FILES.union[type]);
    return { ...whole, headers: { ...whole.headers, Vary: "Accept" } };
  }
  if (!URL.canParse(graph)) return message(400, `${graph} is no absolute IRI.`);
  const quads = store.quads.graph(graph);
  if (quads.length === 0) return message(404, `There is no graph <${graph}>.`, { Vary: "Accept" });
  return text(200, withCharset(type), writeGraph(quads, type, store.snapshot.report), { Vary: "Accept" });
}
