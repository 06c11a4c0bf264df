// A store for tests alone, which takes what our endpoint refuses: SPARQL updates and Graph Store writes. Queries go to our own endpoint code.
// Graphs are kept in memory; nothing here is meant to be fast.
import { createServer, type Server } from "node:http";
import oxigraph from "oxigraph";
import { COMMON_PREFIXES } from "../../src/rdf/terms.ts";
import { answerSparql } from "../../src/serve/endpoint.ts";
import { type QueryEngine, QueryError } from "../../src/serve/engine.ts";
import { type Incoming, message, type Reply, text } from "../../src/serve/reply.ts";

export interface ThrowawayStore {
  readonly store: oxigraph.Store;
  readonly answer: (request: Incoming) => Promise<Reply>;
  readonly engine: QueryEngine;
}

const WRITABLE = new Set(["text/turtle", "application/n-triples", "application/rdf+xml"]);

/** Opens an empty store. */
export function openThrowawayStore(): ThrowawayStore {
  const store = new oxigraph.Store();
  const named = (iris: readonly string[]) => iris.map((iri) => oxigraph.namedNode(iri));
  const engine: QueryEngine = {
    ask: async ({ query, mediaType, defaultGraphs, namedGraphs, unionDefaultGraph, base }) => {
      const dataset =
        defaultGraphs.length + namedGraphs.length > 0
          ? { default_graph: named(defaultGraphs), named_graphs: named(namedGraphs) }
          : { use_default_graph_as_union: unionDefaultGraph };
      try {
        return String(store.query(query, { results_format: mediaType, base_iri: base, ...dataset }));
      } catch (error) {
        throw new QueryError(String(error), { timedOut: false });
      }
    },
    size: async () => store.size,
    close: async () => undefined,
  };
  const answer = async (request: Incoming): Promise<Reply> => {
    if (request.url.pathname.startsWith("/gsp")) return writeGraph(store, request);
    return isUpdate(request) ? update(store, request) : answerSparql(request, engine, { rowLimit: 1000, prefixes: COMMON_PREFIXES });
  };
  return { store, answer, engine };
}

const isForm = (request: Incoming): boolean => (request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
const isUpdate = (request: Incoming): boolean =>
  request.method === "POST" &&
  ((request.headers["content-type"] ?? "").startsWith("application/sparql-update") ||
    (isForm(request) && /(^|&)update=/.test(Buffer.from(request.body).toString())));

/** SPARQL 1.1 Protocol, 2.2. The dataset of the request becomes USING clauses: enough for updates whose WHERE is written out. */
function update(store: oxigraph.Store, request: Incoming): Reply {
  let written: string;
  try {
    written = new TextDecoder("utf-8", { fatal: true }).decode(request.body);
  } catch {
    return message(400, "not UTF-8");
  }
  const parameters = isForm(request) ? new URLSearchParams(written) : request.url.searchParams;
  const updates = isForm(request) ? parameters.getAll("update") : [written];
  const [text = ""] = updates;
  if (updates.length !== 1) return message(400, "one update, please");
  const using = [
    ...parameters.getAll("using-graph-uri").map((iri) => `USING <${iri}> `),
    ...parameters.getAll("using-named-graph-uri").map((iri) => `USING NAMED <${iri}> `),
  ].join("");
  if (using !== "" && /\b(USING|WITH)\b/i.test(text)) return message(400, "the dataset is named twice");
  try {
    store.update(
      text.replace(/\bWHERE\b/gi, (word) => using + word),
      { base_iri: request.url.origin + request.url.pathname },
    );
  } catch (error) {
    return message(400, String(error));
  }
  return message(200, "done");
}

/** Graph Store Protocol with writes; graphs are named by ?graph=, by the path, or ?default. */
function writeGraph(store: oxigraph.Store, request: Incoming): Reply {
  const { searchParams, pathname, origin } = request.url;
  const iri = searchParams.get("graph") ?? (searchParams.has("default") ? null : origin + pathname);
  const graph = iri === null ? oxigraph.defaultGraph() : oxigraph.namedNode(iri);
  const held = store.match(null, null, null, graph);
  const existed = held.length > 0;
  const type = (request.headers["content-type"] ?? "text/turtle").split(";")[0] ?? "";
  if (request.method === "GET" || request.method === "HEAD") {
    if (!existed && iri !== null) return message(404, "no such graph");
    return text(200, "text/turtle; charset=utf-8", store.dump({ format: "text/turtle", from_graph_name: graph }));
  }
  if (request.method === "DELETE") {
    for (const quad of held) store.delete(quad);
    return message(existed ? 200 : 404, "deleted");
  }
  if (request.method !== "PUT" && request.method !== "POST") return message(405, "no such method");
  if (!WRITABLE.has(type)) return message(415, `${type} is not taken`);
  try {
    const scratch = new oxigraph.Store();
    const body = Buffer.from(request.body).toString("utf8");
    scratch.load(body, { format: type, to_graph_name: graph, base_iri: iri ?? origin });
    if (request.method === "PUT") for (const quad of held) store.delete(quad);
    for (const quad of scratch.match()) store.add(quad);
  } catch (error) {
    return message(400, String(error));
  }
  return message(existed ? 200 : 201, "stored");
}

/** Serves any answer function on a free port of the loopback address; gives the server and its origin. */
export async function serveAnswers(
  answer: (request: Incoming) => Promise<Reply>,
): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
      answer({ method: request.method ?? "GET", url, headers: request.headers, body: Buffer.concat(parts) })
        .catch((error: unknown) => message(500, String(error)))
        .then((reply) => {
          response.writeHead(reply.status, reply.headers);
          response.end(request.method === "HEAD" ? undefined : reply.body);
        })
        .catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { server, origin: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}` };
}
