// The SPARQL 1.1 Protocol's query operation as pure functions: an HTTP request in, an operation or a refusal out. Read-only.
// Source: https://www.w3.org/TR/sparql11-protocol/#query-operation

/** What of an HTTP request the protocol looks at. */
export interface ProtocolRequest {
  readonly method: string;
  /** Query string of the address. */
  readonly search: string;
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
}

export type QueryForm = "select" | "ask" | "construct" | "describe";

export type Operation =
  | { readonly kind: "describe-service" }
  | { readonly kind: "refuse"; readonly status: 400 | 405 | 415; readonly message: string }
  | {
      readonly kind: "query";
      readonly query: string;
      readonly form: QueryForm;
      readonly defaultGraphs: readonly string[];
      readonly namedGraphs: readonly string[];
      /** True when the query itself names its dataset. */
      readonly hasDataset: boolean;
    };

const refuse = (status: 400 | 405 | 415, message: string): Operation => ({ kind: "refuse", status, message });

/** Query with what is no syntax made plain: comments blank, IRIs "<>", strings empty. */
export function mask(query: string): string {
  return query.replace(/<[^<>"{}|^`\\\s]*>|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, (part) =>
    part.startsWith("#") ? " " : part.startsWith("<") ? "<>" : '""',
  );
}

/** The same without the prologue: what is left begins with its form. */
export function skeleton(query: string): string {
  return mask(query).replace(/^(?:\s*(?:base\s*<>|prefix\s+[^\s<]*\s*<>|version\s+""))*\s*/i, "");
}

/** Form of a query; "update" for an update request; null when it is neither. */
export function formOf(query: string): QueryForm | "update" | null {
  const word = /^[a-z]+/i.exec(skeleton(query))?.[0].toLowerCase();
  if (word === "select" || word === "ask" || word === "construct" || word === "describe") return word;
  return word !== undefined && /^(insert|delete|with|load|clear|create|drop|copy|move|add)$/.test(word) ? "update" : null;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null; // Not UTF-8: the caller answers 400.
  }
}

/** Reads a request as an operation, or says why not. */
export function readOperation(request: ProtocolRequest): Operation {
  const { method } = request;
  if (method !== "GET" && method !== "HEAD" && method !== "POST")
    return refuse(405, `${method} is not a method of this endpoint; it is read-only (GET, POST).`);
  const inAddress = new URLSearchParams(request.search);
  if (method !== "POST") {
    if (request.search === "" || request.search === "?") return { kind: "describe-service" };
    return fromParameters(inAddress);
  }
  const [mediaType = "", ...parameters] = (request.contentType ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  if (charset !== undefined && charset !== "utf-8") return refuse(415, `The character set ${charset} is not read here; send UTF-8.`);
  const isForm = mediaType === "application/x-www-form-urlencoded";
  if (mediaType === "application/sparql-update") return refuse(400, "This endpoint is read-only: it takes no updates.");
  if (!isForm && mediaType !== "application/sparql-query")
    return refuse(415, "Send application/sparql-query or application/x-www-form-urlencoded.");
  const body = decode(request.body);
  if (body === null) return refuse(400, "The request is not valid UTF-8.");
  if (isForm) return fromParameters(new URLSearchParams(body));
  return toOperation([body], inAddress);
}

function fromParameters(parameters: URLSearchParams): Operation {
  if (parameters.has("update")) return refuse(400, "This endpoint is read-only: it takes no updates.");
  return toOperation(parameters.getAll("query"), parameters);
}

function toOperation(queries: readonly string[], parameters: URLSearchParams): Operation {
  const [query] = queries;
  if (query === undefined || queries.length > 1) return refuse(400, `Exactly one query is needed; ${queries.length} were sent.`);
  const form = formOf(query);
  if (form === "update") return refuse(400, "This endpoint is read-only: it takes no updates.");
  if (form === null) return refuse(400, "The query has no form: SELECT, ASK, CONSTRUCT or DESCRIBE.");
  const rest = skeleton(query);
  if (/\bservice\s+(silent\s+)?(<>|\?|\$|[\w-]*:)/i.test(rest))
    return refuse(400, "SERVICE is not supported: this endpoint asks no other.");
  const defaultGraphs = parameters.getAll("default-graph-uri");
  const namedGraphs = parameters.getAll("named-graph-uri");
  return { kind: "query", query, form, defaultGraphs, namedGraphs, hasDataset: /\bfrom\s+(named\s+)?(<>|[\w-]*:)/i.test(rest) };
}

/** Adds a LIMIT to a SELECT query that has none; other queries stay as they are. A trailing VALUES block is left alone. */
export function limitRows(query: string, form: QueryForm, rows: number): { readonly query: string; readonly limited: boolean } {
  if (form !== "select") return { query, limited: false };
  const rest = skeleton(query);
  const tail = rest.slice(rest.lastIndexOf("}") + 1);
  const hasValues = /\}\s*values\b[^{}]*\{[^{}]*\}\s*$/i.test(rest);
  if (/\blimit\s+\d/i.test(tail) || hasValues) return { query, limited: false };
  return { query: `${query}\nLIMIT ${rows}`, limited: true };
}
