import { describe, expect, test } from "vitest";
import { negotiate } from "../../../src/serve/negotiate.ts";
import { declarePrefixes } from "../../../src/serve/prefixes.ts";
import { formOf, limitRows, readOperation } from "../../../src/serve/protocol.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const none = new Uint8Array();
const get = (search: string) => readOperation({ method: "GET", search, contentType: undefined, body: none });
const post = (contentType: string | undefined, body: string | Uint8Array, search = "") =>
  readOperation({ method: "POST", search, contentType, body: typeof body === "string" ? bytes(body) : body });

describe("the SPARQL protocol", () => {
  test("reads a query from the address, a form and a body", () => {
    const query = "ASK {}";
    for (const operation of [
      get(`?query=${encodeURIComponent(query)}`),
      post("application/x-www-form-urlencoded", `query=${encodeURIComponent(query)}`),
      post("application/sparql-query; charset=UTF-8", query),
    ])
      expect(operation).toMatchObject({ kind: "query", query, form: "ask", defaultGraphs: [], namedGraphs: [] });
  });

  test("takes the dataset from the request", () => {
    expect(get("?query=ASK%7B%7D&default-graph-uri=a:1&default-graph-uri=a:2&named-graph-uri=a:3")).toMatchObject({
      defaultGraphs: ["a:1", "a:2"],
      namedGraphs: ["a:3"],
    });
    expect(post("application/sparql-query", "ASK {}", "?named-graph-uri=a:3")).toMatchObject({ namedGraphs: ["a:3"] });
  });

  test.each([
    ["two queries", get("?query=ASK%7B%7D&query=ASK%7B%7D"), 400],
    ["an update by form", post("application/x-www-form-urlencoded", "update=CLEAR%20ALL"), 400],
    ["an update by body", post("application/sparql-update", "CLEAR ALL"), 400],
    ["an update sent as a query", post("application/sparql-query", "PREFIX a: <a:>\nINSERT DATA { a:a a:b a:c }"), 400],
    ["another media type", post("text/plain", "ASK {}"), 415],
    ["no media type", post(undefined, "query=ASK%7B%7D"), 415],
    ["another character set", post("application/sparql-query; charset=UTF-16", "ASK {}"), 415],
    ["bytes that are not UTF-8", post("application/sparql-query", new Uint8Array([0xff, 0xfe])), 400],
    ["a SERVICE clause", get(`?query=${encodeURIComponent("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")}`), 400],
    ["another method", readOperation({ method: "PUT", search: "?query=ASK%7B%7D", contentType: undefined, body: none }), 405],
  ])("refuses %s", (_, operation, status) => {
    expect(operation).toMatchObject({ kind: "refuse", status });
  });

  test("describes itself when no query is sent", () => {
    expect(get("")).toEqual({ kind: "describe-service" });
  });

  test("finds the form behind a prologue, comments and IRIs that look like forms", () => {
    expect(formOf("# ask\nPREFIX select: <http://e/insert#>\nBASE <http://e/>\nCONSTRUCT WHERE { ?s ?p ?o }")).toBe("construct");
    expect(formOf("describe <a:b>")).toBe("describe");
    expect(formOf("hello")).toBeNull();
  });

  test("limits the rows of a SELECT that sets no limit", () => {
    expect(limitRows("SELECT * { ?s ?p ?o } # all", "select", 5)).toEqual({ query: "SELECT * { ?s ?p ?o } # all\nLIMIT 5", limited: true });
    expect(limitRows("SELECT * { ?s ?p ?o } LIMIT 3", "select", 5).limited).toBe(false);
    expect(limitRows("SELECT * { { SELECT * { ?s ?p ?o } LIMIT 3 } }", "select", 5).limited).toBe(true);
    expect(limitRows("ASK { ?s ?p ?o }", "ask", 5).limited).toBe(false);
  });
});

describe("undeclared prefixes", () => {
  const known = new Map([
    ["a", "http://a/"],
    ["a-b", "http://a-b/"],
  ]);
  test.each([
    ["ASK { a:x a:y 1 }", "PREFIX a: <http://a/> ASK { a:x a:y 1 }"],
    ["ASK { ?s a-b:y ?o, a:z }", "PREFIX a-b: <http://a-b/> PREFIX a: <http://a/> ASK { ?s a-b:y ?o, a:z }"],
    ['ASK { ?s ?p "1"^^a:t FILTER(?o=a:z)}', 'PREFIX a: <http://a/> ASK { ?s ?p "1"^^a:t FILTER(?o=a:z)}'],
  ])("are declared in %s", (query, expected) => {
    expect(declarePrefixes(query, known)).toBe(expected);
  });

  test.each([
    "PREFIX a: <http://other/> ASK { a:x a:y 1 }",
    "prefix a:\n<http://other/>\nASK { a:x a:y 1 }",
    'ASK { <a:x> ?p "a:b" } # a:c',
    "ASK { _:a ?p unknown:x . ?s ?p unknown:a:b }",
  ])("leave %j as it is", (query) => {
    expect(declarePrefixes(query, known)).toBe(query);
  });
});

describe("content negotiation", () => {
  const offers = ["application/json", "text/csv", "text/html"];
  test.each([
    [undefined, "application/json"],
    ["*/*", "application/json"],
    ["text/*", "text/csv"],
    ["text/csv;q=0.4, text/html;q=0.6", "text/html"],
    ["text/*;q=0.9, text/csv;q=0.1, application/json;q=0", "text/html"],
    ["image/png", null],
    ["text/html;q=0", null],
    ["*/*;q=0.1, text/csv", "text/csv"],
  ])("given %s picks %s", (accept, expected) => {
    expect(negotiate(accept, offers)).toBe(expected);
  });
});
