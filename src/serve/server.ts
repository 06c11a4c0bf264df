// The web server over a build folder: viewer, files, SPARQL endpoint, dataset description and linked-data pages. Reads, never writes.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { escapeHtml } from "../exports/escape-html.ts";
import { answerDescription } from "./description.ts";
import { answerSparql, ROW_LIMIT } from "./endpoint.ts";
import type { QueryEngine } from "./engine.ts";
import { answerGraphStore, GRAPH_STORE } from "./graph-store.ts";
import { negotiate } from "./negotiate.ts";
import { prefixesOf } from "./prefixes.ts";
import { quadFile } from "./quad-file.ts";
import { HTML, type Incoming, message, type Reply, text } from "./reply.ts";
import { AREAS, answerOther, answerResource } from "./resource.ts";
import { BUILD_FILES, type Snapshot } from "./snapshot.ts";

export interface Site {
  readonly snapshot: Snapshot;
  readonly engine: QueryEngine;
  /** Rows of a SELECT without a LIMIT; ROW_LIMIT when left out. */
  readonly rowLimit?: number;
}

/** Longest request body that is read: a query of a mebibyte is no query. */
const BODY_LIMIT = 1 << 20;
/** Replies below this many bytes are sent as they are. */
const GZIP_FROM = 2048;

const TYPES: Readonly<Record<string, string>> = {
  ".html": HTML,
  ".ttl": "text/turtle; charset=utf-8",
  ".trig": "application/trig",
  ".nt": "application/n-triples",
  ".nq": "application/n-quads",
  ".jsonld": "application/ld+json",
  ".rdf": "application/rdf+xml",
  ".json": "application/json",
  ".jsonl": "application/x-ndjson",
  ".csv": "text/csv; charset=utf-8",
  ".gexf": "application/gexf+xml",
  ".graphml": "application/graphml+xml",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Everything here is public and read-only, so pages of any origin may read it. */
const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Link, Vary, Factloom-Row-Limit, Factloom-Rows-Cut",
} as const;
const PREFLIGHT = {
  "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
  "Access-Control-Allow-Headers": "Accept, Content-Type",
  "Access-Control-Max-Age": "86400",
} as const;

/** Answers one request. Throws only for a bug. */
export async function answer(request: Incoming, site: Site): Promise<Reply> {
  const reply = request.method === "OPTIONS" ? { status: 204, headers: PREFLIGHT, body: "" } : await route(request, site);
  return { ...reply, headers: { ...CORS, ...reply.headers } };
}

async function route(request: Incoming, site: Site): Promise<Reply> {
  const { pathname } = request.url;
  if (pathname === "/sparql" || pathname === "/sparql/")
    return answerSparql(request, site.engine, { rowLimit: site.rowLimit ?? ROW_LIMIT, prefixes: prefixesOf(site.snapshot.report) });
  if (pathname === GRAPH_STORE || pathname.startsWith(`${GRAPH_STORE}/`)) return graph(request, site);
  if (request.method !== "GET" && request.method !== "HEAD")
    return message(405, "Only GET and HEAD here.", { Allow: "GET, HEAD, OPTIONS" });
  if (pathname === "/") return file(site, BUILD_FILES.viewer);
  if (pathname === "/.well-known/void") return answerDescription(request, site.snapshot, site.engine);
  if (pathname === "/files" || pathname === "/files/") return text(200, HTML, listing(site.snapshot.folder));
  const [, first = "", ...rest] = pathname.split("/");
  const name = decodePath(rest.join("/"));
  if (name === null) return message(400, "The address is not valid.");
  if (first === "files") return file(site, name);
  const area = AREAS.find((candidate) => candidate === first);
  // Graphs have addresses too: "/graph/entities", "/article/x/provenance".
  if (first === "graph" || (area !== undefined && rest.length > 1)) {
    return graph({ ...request, url: new URL(GRAPH_STORE + pathname, request.url) }, site);
  }
  if (pathname === "/ontology") return ontology(request, site);
  const source = { snapshot: site.snapshot, engine: site.engine, quads: quadsOf(site) };
  const reply = area === undefined || name === "" ? await answerOther(request, source) : await answerResource(request, source, area, name);
  return reply ?? notFound(pathname);
}

/** The ontology's own address: one page or one file. Its terms are parts of it ("#Company"), so they need no addresses of their own. */
function ontology(request: Incoming, site: Site): Reply {
  const type = negotiate(request.headers.accept, ["text/html", "text/turtle"]);
  if (type === null) return message(406, "The ontology is given as text/html or text/turtle.", { Vary: "Accept" });
  const reply = file(site, BUILD_FILES.ontology[type === "text/html" ? "text/html" : "text/turtle"]);
  return { ...reply, headers: { ...reply.headers, Vary: "Accept" } };
}

const quadsOf = ({ snapshot }: Site) => quadFile(join(snapshot.folder, BUILD_FILES.quads));

const graph = (request: Incoming, site: Site): Reply =>
  answerGraphStore(request, { snapshot: site.snapshot, quads: quadsOf(site), file: (name) => file(site, name) });

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null; // A stray "%": the caller answers 400.
  }
}

function notFound(what: string): Reply {
  return text(
    404,
    HTML,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title><h1>Not found</h1><p>There is nothing at <code>${escapeHtml(what)}</code>.</p><p><a href="/">Graph</a> · <a href="/files/">Files</a> · <a href="/sparql">SPARQL</a></p></html>\n`,
  );
}

function listFiles(folder: string, prefix = ""): string[] {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) =>
    entry.isDirectory() ? listFiles(folder, `${prefix}${entry.name}/`) : entry.isFile() ? [`${prefix}${entry.name}`] : [],
  );
}

function listing(folder: string): string {
  const rows = listFiles(folder).map((name) => {
    const href = name.split("/").map(encodeURIComponent).join("/");
    return `<li><a href="/files/${href}">${escapeHtml(name)}</a> <small>${statSync(join(folder, name)).size} bytes</small></li>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Files of the build</title><h1>Files of the build</h1><ul>${rows.join("\n")}</ul><p><a href="/">Graph</a></p></html>\n`;
}

function file(site: Site, name: string): Reply {
  const relative = normalize(name);
  if (name.includes("\0") || relative.startsWith("..") || relative.startsWith(sep)) return notFound(name);
  try {
    const body = readFileSync(join(site.snapshot.folder, relative));
    return {
      status: 200,
      headers: { "Content-Type": TYPES[extname(relative)] ?? "application/octet-stream" },
      body,
    };
  } catch {
    return notFound(name); // Missing, or a folder: both are "nothing here" to a client.
  }
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= BODY_LIMIT) parts.push(part);
  }
  return size > BODY_LIMIT ? null : Buffer.concat(parts);
}

async function handle(request: IncomingMessage, site: Site): Promise<Reply> {
  const host = /^[\w.:[\]-]+$/.test(request.headers.host ?? "") ? request.headers.host : "localhost";
  const address = `http://${host}${request.url ?? "/"}`;
  if (!URL.canParse(address)) return message(400, "The address is not valid.");
  const body = await readBody(request);
  if (body === null) return message(413, `A request has at most ${BODY_LIMIT} bytes.`);
  return answer({ method: request.method ?? "GET", url: new URL(address), headers: request.headers, body }, site);
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const plain = typeof reply.body === "string" ? Buffer.from(reply.body) : reply.body;
  const zipped = plain.length >= GZIP_FROM && negotiateGzip(request) ? gzipSync(plain) : null;
  const encoding = zipped === null ? {} : { "Content-Encoding": "gzip" };
  const vary = [reply.headers.Vary, "Accept-Encoding"].filter((name) => name !== undefined).join(", ");
  const body = zipped ?? plain;
  const length = reply.status === 204 ? {} : { "Content-Length": String(body.length) };
  response.writeHead(reply.status, { ...reply.headers, ...encoding, ...length, Vary: vary, "X-Content-Type-Options": "nosniff" });
  response.end(request.method === "HEAD" || reply.status === 204 ? undefined : body);
}

const negotiateGzip = (request: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(String(request.headers["accept-encoding"] ?? ""));

/** Makes the server; `listen` opens it. `onError` hears of bugs, which clients see as a 500 without details. */
export function makeServer(site: Site, onError: (error: unknown) => void): Server {
  return createServer((request, response) => {
    handle(request, site)
      .catch((error: unknown) => {
        onError(error);
        return message(500, "The server failed on this request.");
      })
      .then((reply) => send(request, response, reply))
      .catch(onError);
  });
}

/** Ports tried after the one asked for. */
const PORT_TRIES = 20;

/** Opens the server on `port` or the next free one after it; gives the port. Port 0 asks the system for any. */
export async function listen(server: Server, port: number, host: string, onBusy: (port: number) => void): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(candidate, host, () => {
          server.off("error", reject);
          resolve();
        });
      });
      const address = server.address();
      return address !== null && typeof address === "object" ? address.port : candidate;
    } catch (error) {
      const busy = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!busy || candidate >= port + PORT_TRIES || candidate >= 65_535) throw error;
      onBusy(candidate);
    }
  }
}
