// Loads named graphs into a SPARQL store by the Graph Store Protocol: graphs in, requests out, one graph after the other. What went wrong
// for a moment is tried again; a journal of what the store holds lets a broken push go on and a later one send only what changed.
// Source: https://www.w3.org/TR/sparql11-http-rdf-update/ (PUT replaces a graph, POST adds to it, DELETE removes it).
import type { Authenticator } from "./http-auth.ts";

/** Graph IRI -> its sorted N-Triples lines, each with its line end. */
export type Graphs = ReadonlyMap<string, readonly string[]>;

/** What a store holds by earlier pushes: graph IRI -> digest of its content. */
export type Journal = Map<string, string>;

export interface PushOptions {
  /** Address of the Graph Store service. */
  readonly endpoint: string;
  readonly authenticator: Authenticator;
  readonly journal: Journal;
  /** Digest of a graph's content. */
  readonly digest: (lines: readonly string[]) => string;
  /** Called whenever the journal has changed: before a graph is sent and after it arrived. */
  readonly onJournal: () => void;
  readonly onGraph: (done: number, total: number) => void;
  /** Called before a request is tried again. */
  readonly onRetry: (reason: string, seconds: number) => void;
  readonly wait: (seconds: number) => Promise<void>;
  /** Characters of one request's body, about; a larger graph is sent in several. */
  readonly requestSize: number;
}

export interface PushReport {
  readonly sent: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly triples: number;
}

/** A push that cannot go on; the journal holds what arrived. */
export class PushError extends Error {
  readonly status: number | null;
  constructor(message: string, options: { readonly status: number | null; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "PushError";
    this.status = options.status;
  }
}

/** Characters of one request's body: large enough that requests do not count, small enough for any store. */
export const REQUEST_SIZE: number = 1 << 20;
/** Tries per request, and the first pause; each further one is twice as long. */
const TRIES = 6;
const FIRST_PAUSE_SECONDS = 0.5;
/** Challenges answered per request: a first one, and one for a nonce that has gone stale. A wrong password is challenged for ever. */
const CHALLENGES = 2;
/** A store that says nothing for this long has hung. */
const REQUEST_TIMEOUT_MS = 120_000;
const TRANSIENT: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Makes the store hold these graphs and none of an earlier push's others. @throws PushError when a request fails for good. */
export async function pushGraphs(graphs: Graphs, options: PushOptions): Promise<PushReport> {
  const { journal } = options;
  const stale = [...journal.keys()].filter((graph) => !graphs.has(graph));
  const total = graphs.size + stale.length;
  const counts = { sent: 0, unchanged: 0, removed: 0, triples: 0 };
  let done = 0;
  for (const [graph, lines] of graphs) {
    const digest = options.digest(lines);
    if (journal.get(graph) === digest) counts.unchanged += 1;
    else {
      journal.delete(graph);
      options.onJournal();
      let method: "PUT" | "POST" = "PUT";
      for (const body of bodies(lines, options.requestSize)) {
        await send(method, graph, body, options);
        method = "POST";
      }
      journal.set(graph, digest);
      options.onJournal();
      counts.sent += 1;
      counts.triples += lines.length;
    }
    done += 1;
    options.onGraph(done, total);
  }
  for (const graph of stale) {
    await send("DELETE", graph, null, options);
    journal.delete(graph);
    options.onJournal();
    counts.removed += 1;
    done += 1;
    options.onGraph(done, total);
  }
  return counts;
}

function* bodies(lines: readonly string[], size: number): Iterable<string> {
  let body = "";
  for (const line of lines) {
    body += line;
    if (body.length < size) continue;
    yield body;
    body = "";
  }
  if (body !== "") yield body;
}

async function send(method: "PUT" | "POST" | "DELETE", graph: string, body: string | null, options: PushOptions): Promise<void> {
  const url = new URL(options.endpoint);
  url.searchParams.set("graph", graph);
  let challenges = 0;
  for (let attempt = 1; ; attempt++) {
    const outcome = await request(
      method,
      url,
      body,
      challenges < CHALLENGES ? options.authenticator : { ...options.authenticator, take: () => false },
    );
    if (outcome === "done") return;
    if (outcome === "challenged") {
      challenges += 1;
      attempt -= 1;
      continue;
    }
    if (!outcome.transient || attempt >= TRIES) {
      throw new PushError(`${method} of <${graph}> failed: ${outcome.reason}`, { status: outcome.status, cause: outcome.cause });
    }
    const seconds = outcome.retryAfter ?? FIRST_PAUSE_SECONDS * 2 ** (attempt - 1);
    options.onRetry(outcome.reason, seconds);
    await options.wait(seconds);
  }
}

interface Failure {
  readonly transient: boolean;
  readonly status: number | null;
  readonly reason: string;
  readonly retryAfter: number | null;
  readonly cause?: unknown;
}

async function request(
  method: string,
  url: URL,
  body: string | null,
  authenticator: Authenticator,
): Promise<"done" | "challenged" | Failure> {
  const authorization = authenticator.header(method, url.pathname + url.search);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      // N-Triples are Turtle, and every store takes Turtle.
      headers: {
        ...(body === null ? {} : { "Content-Type": "text/turtle" }),
        ...(authorization === null ? {} : { Authorization: authorization }),
      },
      ...(body === null ? {} : { body }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    text = await response.text();
  } catch (cause) {
    return { transient: true, status: null, reason: networkReason(cause), retryAfter: null, cause };
  }
  const { status } = response;
  if (response.ok || (method === "DELETE" && status === 404)) return "done";
  if (status === 401 && authenticator.take(response.headers.get("www-authenticate") ?? "")) return "challenged";
  const after = Number(response.headers.get("retry-after") ?? Number.NaN);
  const said = text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
  return {
    transient: TRANSIENT.has(status),
    status,
    reason: `the store answered ${status}${said === "" ? "" : `: ${said}`}`,
    retryAfter: Number.isFinite(after) && after >= 0 ? after : null,
  };
}

function networkReason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? ("code" in inner ? String(inner.code) : inner.message) : String(inner);
}
