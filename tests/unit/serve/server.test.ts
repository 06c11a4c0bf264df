import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEngine, type QueryEngine, QueryError } from "../../../src/serve/engine.ts";
import type { Reply } from "../../../src/serve/reply.ts";
import { countRows } from "../../../src/serve/rows.ts";
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
    expect((await get(`/sparql?query=${encodeURIComponent(count)}&default-graph-uri=${graph}`, "text/csv")).body).toMatch(/^n\r?\n4/);
    expect((await sparql(`SELECT (COUNT(*) AS ?n) FROM <${BASE}graph/facts> { ?s ?p ?o }`, "text/csv")).body).toMatch(/^n\r?\n1/);
  });

  test("says what is wrong with a query, and that nothing fits", async () => {
    const wrong = await sparql("SELECT * {");
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain("expected");
    expect((await sparql("ASK {}", "image/png")).status).toBe(406);
    expect((await sparql("DROP ALL")).status).toBe(400);
  });

  test("knows the prefixes of the build and the usual ones, and says which on its page", async () => {
    const reply = await sparql("SELECT ?label { entity:acme kg:seat ?o . ?o rdfs:label ?label }", "text/csv");
    expect(reply.body).toContain("Lyon");
    expect((await sparql("PREFIX kg: <http://other/> ASK { ?s kg:seat ?o }")).body).toContain("false");
    expect((await sparql("ASK { ?s nobody:knows ?o }")).status).toBe(400);
    expect((await get("/sparql", "text/html")).body).toContain(`kg: &lt;${BASE}terms#&gt;`);
  });

  test("describes itself with its own address", async () => {
    const reply = await get("/sparql", "application/n-triples");
    expect(reply.body).toContain(
      "<http://127.0.0.1:4173/sparql> <http://www.w3.org/ns/sparql-service-description#endpoint> <http://127.0.0.1:4173/sparql>",
    );
    expect(reply.body).toContain("UnionDefaultGraph");
    expect(reply.body).toContain(`sparql-service-description#name> <${BASE}graph/entities>`);
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

describe("the row limit", () => {
  const few = (query: string, accept: string) =>
    answer(
      { method: "GET", url: new URL(`http://h/sparql?query=${encodeURIComponent(query)}`), headers: { accept }, body: new Uint8Array() },
      { ...site, rowLimit: 2 },
    );
  const all = "SELECT ?s { ?s ?p ?o }";

  test("is said in the head of what it cut", async () => {
    const reply = await few(all, "application/sparql-results+json");
    const { head, results } = JSON.parse(String(reply.body));
    expect(results.bindings).toHaveLength(2);
    expect(head.link[0]).toContain("rows-cut-at-2");
    expect(reply.headers["Factloom-Rows-Cut"]).toBe("true");
    expect((await few(all, "application/sparql-results+xml")).body).toMatch(/<link href="[^"]*rows-cut-at-2[^"]*"\/><\/head>/);
    for (const type of ["text/csv", "text/tab-separated-values"]) expect((await few(all, type)).headers["Factloom-Rows-Cut"]).toBe("true");
  });

  test.each(["SELECT ?s { ?s ?p ?o } LIMIT 3", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "ASK { ?s ?p ?o }"])(
    "leaves %s whole",
    async (query) => {
      expect((await few(query, "application/sparql-results+json")).headers["Factloom-Rows-Cut"]).toBeUndefined();
    },
  );

  test("counts rows and not lines of CSV", () => {
    expect(countRows('a\r\n"x\r\n""y"\r\n', "text/csv")).toBe(1);
    expect(countRows("?a\n1\n2\n", "text/tab-separated-values")).toBe(2);
    expect(countRows("?a\n", "text/tab-separated-values")).toBe(0);
  });
});

describe("the graph store", () => {
  const entities = encodeURIComponent(`${BASE}graph/entities`);

  test.each([`/data?graph=${entities}`, "/data/graph/entities", "/graph/entities"])("gives a named graph at %s", async (path) => {
    const reply = await get(path, "application/n-triples");
    expect(reply.status).toBe(200);
    expect(reply.headers["Content-Type"]).toBe("application/n-triples");
    expect(String(reply.body).trim().split("\n")).toHaveLength(4);
  });

  test("keeps literals as they are written", async () => {
    expect((await get(`/data?graph=${entities}`, "application/n-triples")).body).toContain(
      '"00520"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>',
    );
    expect((await get("/entity/lyon", "text/turtle")).body).toContain('"00520"^^xsd:nonNegativeInteger');
  });

  test("gives graphs of articles at their own address", async () => {
    expect((await get("/article/acme-news/provenance", "text/turtle")).body).toContain("É 😀");
  });

  test("gives the union of all graphs as the default graph", async () => {
    const reply = await get("/data?default", "text/turtle");
    expect(reply.headers.Vary).toBe("Accept");
    expect(reply.body.toString()).toContain("Acme");
  });

  test.each([
    ["an unknown graph", "/data?graph=http%3A%2F%2Fexample.org%2Fnone", 404],
    ["an unknown path", "/graph/none", 404],
    ["no graph", "/data", 400],
    ["two graphs", `/data?default&graph=${entities}`, 400],
    ["a relative name", "/data?graph=entities", 400],
  ])("answers %s", async (_, path, status) => {
    expect((await get(path, "text/turtle")).status).toBe(status);
  });

  test.each(["PUT", "POST", "DELETE", "PATCH"])("refuses %s", async (method) => {
    const reply = await answer({ method, url: new URL("http://h/data?default"), headers: {}, body: new Uint8Array() }, site);
    expect([reply.status, reply.headers.Allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  test("gives what the client takes or says that it cannot", async () => {
    expect((await get("/graph/entities", "text/turtle;q=0.1, application/ld+json")).headers["Content-Type"]).toBe("application/ld+json");
    expect((await get("/graph/entities", "image/png")).status).toBe(406);
  });
});

describe("any page", () => {
  test.each(["/", "/sparql", "/data?default", "/entity/acme", "/.well-known/void"])("of another origin may read %s", async (path) => {
    expect((await get(path)).headers["Access-Control-Allow-Origin"]).toBe("*");
    const preflight = await answer({ method: "OPTIONS", url: new URL(path, "http://h"), headers: {}, body: new Uint8Array() }, site);
    expect([preflight.status, preflight.headers["Access-Control-Allow-Methods"]]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
  });
});

describe("the dataset description", () => {
  test("counts what the build holds and names the addresses it is served at", async () => {
    const body = String((await get("/.well-known/void", "application/n-triples")).body);
    expect(body).toContain('void#triples> "21"^^');
    expect(body).toContain("void#sparqlEndpoint> <http://127.0.0.1:4173/sparql>");
    expect(body).toContain(`void#class> <${BASE}terms#Firm>`);
  });

  test("is the build's own where it has one", async () => {
    const own = mkdtempSync(join(tmpdir(), "factloom-void-"));
    const dump = `<${BASE}files/graph.nq>`;
    writeFileSync(join(own, "void.ttl"), `<${BASE}all> a <http://rdfs.org/ns/void#Dataset> ; <http://rdfs.org/ns/void#dataDump> ${dump} .`);
    const request = {
      method: "GET",
      url: new URL("http://h:1/.well-known/void"),
      headers: { accept: "application/n-triples" },
      body: new Uint8Array(),
    };
    const reply = await answer(request, { ...site, snapshot: { ...site.snapshot, folder: own } });
    rmSync(own, { recursive: true });
    expect(String(reply.body).trim().split("\n").sort()).toEqual([
      `<${BASE}all> <http://rdfs.org/ns/void#dataDump> <http://h:1/files/graph.nq> .`,
      `<${BASE}all> <http://rdfs.org/ns/void#sparqlEndpoint> <http://h:1/sparql> .`,
      `<${BASE}all> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://rdfs.org/ns/void#Dataset> .`,
    ]);
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
    const turtle = String((await get("/entity/acme", "text/turtle")).body);
    expect(turtle).toContain("entity:acme a kg:Firm ;");
    expect(turtle).toContain("fact:00000000000000aa rdf:subject entity:acme .");
    const jsonld = JSON.parse(String((await get("/entity/acme?format=jsonld")).body));
    expect(jsonld["@graph"].map((node: { id: string }) => node.id)).toEqual([
      "claim:c1",
      "entity:acme",
      "fact:00000000000000aa",
      "inferred:i1",
      "link:l1",
    ]);
    expect((await get("/entity/acme", "image/png")).status).toBe(406);
  });

  test("mark the quotes of an article and escape its text", async () => {
    const { body } = await get("/article/acme-news", "text/html");
    expect(body).toContain("<mark>Acme has its seat in Lyon.</mark> It employs &lt;200&gt; people &amp; grows.");
  });

  test("tell search engines the claims of an article", async () => {
    const { body } = await get("/article/acme-news", "text/html");
    const island = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(String(body))?.[1] ?? "";
    const [article, claim] = JSON.parse(island)["@graph"];
    expect(article).toMatchObject({ "@type": "NewsArticle", "@id": `${BASE}article/acme-news`, datePublished: "2025-01-02" });
    expect(claim).toMatchObject({
      "@type": "Claim",
      text: "Acme has its seat in Lyon.",
      appearance: { "@id": `${BASE}article/acme-news` },
    });
    expect(island).not.toContain("<");
  });

  test("show a claim in words, with its sentence", async () => {
    const reply = await get("/claim/c1", "text/html");
    expect(reply.headers).toMatchObject({ "Content-Type": "text/html; charset=utf-8", Vary: "Accept" });
    expect(reply.headers.Link).toContain("</claim/c1?format=ttl>");
    expect(reply.body).toContain("<h1>Acme has its seat in Lyon, &quot;capital&quot; of silk</h1>");
    expect(reply.body).toContain('<a href="/entity/acme">Acme</a>');
    expect(reply.body).toMatch(/<h2>Sentences<\/h2>.*<blockquote[^>]*>Acme has its seat in Lyon\./s);
    expect(reply.body).toMatch(/<h2>Named by<\/h2>.*href="\/inferred\/i1"/s);
  });

  test("show an inferred edge with its premises and its rule, and the rule with what it gave", async () => {
    const { body } = await get("/inferred/i1", "text/html");
    expect(body).toMatch(/<dt>wasDerivedFrom<\/dt><dd><a href="\/claim\/c1">Acme has its seat in Lyon/);
    expect(body).toContain('<a href="/rule/seat-in">&lt;seat&gt; in</a>');
    const rule = await get("/rule/seat-in", "text/html");
    expect(rule.body).toContain("<h1>&lt;seat&gt; in</h1>");
    expect(rule.body).toContain('<a href="/inferred/i1">Acme has its seat in Lyon');
  });

  test.each(["/claim/c1", "/link/l1", "/inferred/i1", "/rule/seat-in"])("answer %s as a page and as a graph", async (path) => {
    expect((await get(path, "text/html,*/*;q=0.8")).headers["Content-Type"]).toBe("text/html; charset=utf-8");
    expect((await get(path, "text/turtle")).headers["Content-Type"]).toBe("text/turtle; charset=utf-8");
    expect(JSON.parse(String((await get(`${path}?format=jsonld`)).body))["@graph"].length).toBeGreaterThan(0);
    expect((await get(path, "image/png")).status).toBe(406);
    expect((await get(path.replace(/[^/]+$/, "none"), "text/html")).status).toBe(404);
  });

  test("give as a graph what has no page", async () => {
    const reply = await get("/run", "text/html, */*;q=0.1");
    expect([reply.status, reply.headers["Content-Type"]]).toEqual([200, "text/turtle; charset=utf-8"]);
    expect(reply.body).toContain("The run");
    expect((await get("/walk")).status).toBe(404);
  });

  test("give the ontology as a page and as Turtle at one address", async () => {
    expect((await get("/ontology", "text/html")).body.toString()).toContain("terms");
    expect((await get("/ontology", "text/turtle")).headers).toMatchObject({ "Content-Type": "text/turtle; charset=utf-8", Vary: "Accept" });
    expect((await get("/ontology", "image/png")).status).toBe(406);
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
    expect((await get("/.well-known/void", "text/turtle")).body).toContain("void:Dataset");
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
