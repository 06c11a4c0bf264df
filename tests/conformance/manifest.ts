// Reads the W3C's HTTP test manifests: Turtle in, tests with their requests and what is expected of each reply out.
import { type Quad as N3Quad, Parser, type Term } from "n3";

const MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const HT = "http://www.w3.org/2011/http#";
const CNT = "http://www.w3.org/2011/content#";
const UT = "http://www.w3.org/2009/sparql/tests/test-update#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";

export interface Step {
  readonly method: string;
  /** Path and query as the manifest has them. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** Local names of acceptable statuses: "StatusCode2xx", "OK", "NotFound". */
  readonly statuses: readonly string[];
  /** "boolean", "tabular" or "RDF"; null when nothing is said. */
  readonly format: string | null;
  readonly boolean: string | null;
  /** Graph expected in the reply, with its Content-Type. */
  readonly graph: { readonly text: string; readonly type: string } | null;
}

export interface HttpTest {
  readonly id: string;
  readonly name: string;
  /** Files to load: name in the manifest's folder, IRI of the graph. */
  readonly data: readonly { readonly file: string; readonly graph: string }[];
  readonly steps: readonly Step[];
}

/** Gives the manifest's tests in its order. */
export function readManifest(text: string): HttpTest[] {
  const quads = new Parser({ baseIRI: "http://manifest/" }).parse(text);
  const bySubject = new Map<string, N3Quad[]>();
  for (const quad of quads) bySubject.set(quad.subject.value, [...(bySubject.get(quad.subject.value) ?? []), quad]);
  const all = (node: Term | undefined, property: string): Term[] =>
    (bySubject.get(node?.value ?? "") ?? []).filter((quad) => quad.predicate.value === property).map((quad) => quad.object);
  const one = (node: Term | undefined, property: string): Term | undefined => all(node, property)[0];
  const list = (node: Term | undefined): Term[] => {
    const items: Term[] = [];
    for (let rest = node; rest !== undefined && rest.value !== `${RDF}nil`; rest = one(rest, `${RDF}rest`)) {
      const first = one(rest, `${RDF}first`);
      if (first !== undefined) items.push(first);
    }
    return items;
  };
  const headers = (node: Term | undefined): Record<string, string> =>
    Object.fromEntries(
      list(one(node, `${HT}headers`)).map((header) => [
        one(header, `${HT}fieldName`)?.value.toLowerCase() ?? "",
        one(header, `${HT}fieldValue`)?.value ?? "",
      ]),
    );
  const bytes = (node: Term | undefined): Uint8Array | null => {
    if (node === undefined) return null;
    const chars = one(node, `${CNT}chars`)?.value ?? "";
    return one(node, `${CNT}characterEncoding`)?.value === "UTF-16" ? Buffer.from(`\uFEFF${chars}`, "utf16le") : Buffer.from(chars, "utf8");
  };
  const step = (request: Term): Step => {
    const reply = one(request, `${HT}resp`);
    const body = one(reply, `${HT}body`);
    return {
      method: one(request, `${HT}methodName`)?.value ?? "GET",
      path: one(request, `${HT}absolutePath`)?.value ?? "/",
      headers: headers(request),
      body: bytes(one(request, `${HT}body`)),
      statuses: all(reply, `${MF}expectedStatus`).map((status) => status.value.replace(/.*#/, "")),
      format: one(reply, `${MF}expectedFormat`)?.value ?? null,
      boolean: one(reply, `${MF}expectedBoolean`)?.value ?? null,
      graph:
        body === undefined ? null : { text: one(body, `${CNT}chars`)?.value ?? "", type: headers(reply)["content-type"] ?? "text/turtle" },
    };
  };
  const [manifest] = quads.filter((quad) => quad.predicate.value === `${MF}entries`);
  return list(manifest?.object).map((test) => ({
    id: test.value.replace(/.*#/, ""),
    name: one(test, `${MF}name`)?.value ?? test.value,
    data: all(test, `${UT}graphData`).map((data) => ({
      file: one(data, `${UT}graph`)?.value.replace("http://manifest/", "") ?? "",
      graph: one(data, `${RDFS}label`)?.value ?? "",
    })),
    steps: list(one(one(test, `${MF}action`), `${HT}requests`)).map(step),
  }));
}

const NAMED: Readonly<Record<string, number>> = { OK: 200, Created: 201, NoContent: 204, BadRequest: 400, NotFound: 404 };

/** Tells whether a status is among those the manifest names. */
export function fitsStatus(status: number, names: readonly string[]): boolean {
  return names.some((name) => NAMED[name] === status || name === `StatusCode${Math.floor(status / 100)}xx`);
}
