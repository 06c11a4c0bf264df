import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEngine, type QueryEngine, QueryError } from "../../../src/serve/engine.ts";
import type { Reply } from "../../../src/serve/reply.ts";
import { answer, listen, makeServer, type Site } from "../../../src/serve/server.ts";
import { loadSnapshot } from "../../../src/serve/snapshot.ts";
import { BASE, writeSmallBuild } from "./small-build.ts";

let folder: string;
let engine: QueryEngine;
let site: Site;

beforeAll(() => {
  folder = writeSmallBuild();
  engine = openEngine([join(folder, "graph.nq")], { timeoutMs: 10_000 });
  site = { snapshot: loadSnapshot(folder), engine };
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, accept?: string): Promise<Reply> =>
  answer(
    { method: "GET", url: new URL(path, "http://127.0.0.1:4173"), headers: accept === undefined ? {} : { accept }, body: new Uint8Array() },
    site,
  );
const sparql = (query: string, accept?: string): Promise<Reply> => get(`/sparql?query=${encodeURIComponent(query)}`, accept);

describe("the endpoint", () => {
  test("answers over the union of all graphs, in the type that was asked for", async () => {
    const reply = await sparql(
      `SELECT ?label { <${BASE}entity/acme> <${BASE}terms#seat> ?o . ?o <http://www.w3.org/2000/01/rdf-schema#label> ?label }`,
      "text/csv",
    );
    expect(reply.status).toBe(200);
    expect(reply.headers["Content-Type"]).toBe("text/csv; charset=utf-8");
    expect(reply.body).toContain('"Lyon, ""capital"" of silk"');
    expect(reply.headers["Access-Control-Allow-Origin"]).toBe("*");
    expect(reply.headers["Factloom-Row-Limit"]).toBe("100000");
  });

  test.each([
    ["application/json", "application/sparql-results+json"],
    ["application/sparql-results+xml", "application/sparql-results+xml"],
    ["text/tab-separated-values", "text/tab-separated-values; charset=utf-8"],
  ])("gives results as %s", async (accept, type) => {
    expect((await sparql("ASK { ?s ?p ?o }", accept)).headers["Content-Type"]).toBe(type);
  });

  test.each(["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"])("gives graphs as %s", async (type) => {
    const reply = await sparql("CONSTRUCT WHERE { ?s ?p ?o }", type);
    expect(reply.status).toBe(200);
    expect(reply.headers["Content-Type"]).toContain(type);
    expect(reply.body).toContain("Acme");
  });

  test("asks only the graphs that the request or the query names", async () => {
    const count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    const graph = encodeURIComponent(`${BASE}graph/entities`);
    expect((await get(`/sparql?query=${encodeURIComponent(count)}&default-graph-uri=${graph}`, "text/csv")).body).toMatch(/^n\r?\n3/);
    expect((await sparql(`SELECT (COUNT(*) AS ?n) FROM <${BASE}graph/facts> { ?s ?p ?o }`, "text/csv")).body).toMatch(/^n\r?\n1/);
  });

  test("says what is wrong with a query, and that nothing fits", async () => {
    const wrong = await sparql("SELECT * {");
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain("expected");
    expect((await sparql("ASK {}", "image/png")).status).toBe(406);
    expect((await sparql("DROP ALL")).status).toBe(400);
  });

  test("describes itself with its own address", async () => {
    const reply = await get("/sparql", "application/n-triples");
    expect(reply.body).toContain(
      "<http://127.0.0.1:4173/sparql> <http://www.w3.org/ns/sparql-service-description#endpoint> <http://127.0.0.1:4173/sparql>",
    );
    expect(reply.body).toContain("UnionDefaultGraph");
  });

  test("stops a query that takes too long and answers the next one", async () => {
    const hasty = openEngine([join(folder, "graph.nq")], { timeoutMs: 300 });
    const query = { mediaType: "text/csv", defaultGraphs: [], namedGraphs: [], unionDefaultGraph: true, base: BASE };
    const triples = Array.from({ length: 16 }, (_, i) => `?s${i} ?p${i} ?o${i} .`).join(" ");
    const slow = hasty.ask({ ...query, query: `SELECT (COUNT(*) AS ?n) { ${triples} }` });
    const next = hasty.ask({ ...query, query: "SELECT (1 AS ?n) {}" });
    await expect(slow).rejects.toThrow(QueryError);
    await expect(slow).rejects.toMatchObject({ timedOut: true });
    expect(await next).toMatch(/1/);
    await hasty.close();
  });
});

describe("linked-data pages", () => {
  test("show an entity with the sentence of each fact", async () => {
    const reply = await get("/entity/lyon", "text/html");
    expect(reply.status).toBe(200);
    expect(reply.body).toContain("is the seat of");
    expect(reply.body).toContain("Acme has its seat in Lyon.");
    expect(reply.headers.Vary).toBe("Accept");
    expect(reply.headers.Link).toContain('rel="alternate"; type="text/turtle"');
  });

  test("answer the same address as Turtle and JSON-LD", async () => {
    expect((await get("/entity/acme", "text/turtle")).body).toContain(`<${BASE}terms#seat>`);
    expect(JSON.parse(String((await get("/entity/acme?format=jsonld")).body))).not.toHaveLength(0);
    expect((await get("/entity/acme", "image/png")).status).toBe(406);
  });

  test("mark the quotes of an article and escape its text", async () => {
    const { body } = await get("/article/acme-news", "text/html");
    expect(body).toContain("<mark>Acme has its seat in Lyon.</mark> It employs &lt;200&gt; people &amp; grows.");
  });

  test("show a fact by its id", async () => {
    expect((await get("/fact/00000000000000aa", "text/html")).body).toContain("seat-in");
  });

  test.each(["/entity/nobody", "/fact/1", "/article/none", "/nowhere", "/files/none.txt"])("give 404 for %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe("files", () => {
  test("gives the viewer, the list and the dataset description", async () => {
    expect(String((await get("/")).body)).toContain("viewer");
    expect((await get("/files/")).body).toContain("graph.nq");
    expect((await get("/files/graph.nq")).headers["Content-Type"]).toBe("application/n-quads");
    expect((await get("/.well-known/void", "text/turtle")).body).toContain("http://rdfs.org/ns/void#Dataset");
  });

  test.each(["/files/../../etc/passwd", "/files/%2e%2e/%2e%2e/etc/passwd", "/files/%2Fetc/passwd", "/files/a%00b"])(
    "never leaves the folder for %s",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test("refuses other methods and broken addresses", async () => {
    const post = await answer({ method: "POST", url: new URL("http://h/"), headers: {}, body: new Uint8Array() }, site);
    expect(post.status).toBe(405);
    expect((await get("/files/%")).status).toBe(400);
  });
});

test("a busy port is said and the next free one taken", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  const server = makeServer(site, (error) => expect.fail(String(error)));
  const busy: number[] = [];
  const taken = await listen(server, port, "127.0.0.1", (candidate) => busy.push(candidate));
  expect(busy[0]).toBe(port);
  expect(taken).toBe(port + busy.length);
  const response = await fetch(`http://127.0.0.1:${taken}/sparql?query=ASK%7B%7D`);
  expect(response.headers.get("content-type")).toBe("application/sparql-results+json");
  expect(response.headers.get("vary")).toBe("Accept, Accept-Encoding");
  const head = await fetch(`http://127.0.0.1:${taken}/`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  server.close();
  server.closeAllConnections();
  other.close();
});
