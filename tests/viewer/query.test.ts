// The query view: on disk it says what it needs; served, it asks the real endpoint over a small build and marks the answer in the graph.
import { rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeViewerHtml } from "../../src/exports/viewer.ts";
import { openEngine, type QueryEngine } from "../../src/serve/engine.ts";
import { makeServer } from "../../src/serve/server.ts";
import { loadSnapshot } from "../../src/serve/snapshot.ts";
import { BASE, FACTS, TEXT, writeSmallBuild } from "../unit/serve/small-build.ts";
import { still, useDesk } from "./desk.ts";
import { fixture } from "./fixture.ts";

const desk = useDesk();

describe("the query view on disk", () => {
  it("says what it needs and offers the examples", async () => {
    await desk.open("theme=light&view=query");
    expect(await desk.page.locator(".query header").textContent()).toContain("npx factloom serve");
    expect(await desk.page.getByRole("button", { name: "Run" }).isDisabled()).toBe(true);
    await desk.page.getByRole("button", { name: "Who leads whom" }).press("Enter");
    expect(await desk.page.locator("#sparql").inputValue()).toContain("?person ex:leads ?firm");
  });
});

describe("the query view, served", () => {
  let folder: string;
  let engine: QueryEngine;
  let server: ReturnType<typeof makeServer>;
  let address: string;

  beforeAll(async () => {
    folder = writeSmallBuild();
    const [fact] = FACTS;
    if (fact === undefined) throw new Error("the small build has a fact");
    const { subject, evidence, confidence, extractor, rule } = fact;
    const place = { id: "lyon", class: "Land", label: "Lyon", aliases: [], wikidata: null, x: 100, y: 40 };
    const data = {
      ...fixture(),
      base: BASE,
      prefixes: [["kg", `${BASE}terms#`] as const],
      entities: [{ ...place, id: "acme", class: "Firm", label: "Acme", x: 0, y: 0 }, place],
      articles: [{ id: "acme-news", title: "Acme", text: TEXT, published: null, publisher: null, author: null, url: null }],
      facts: [
        {
          id: fact.id,
          article: "acme-news",
          span: [evidence.start, evidence.end] as const,
          subject: subject.span,
          object: [21, 25] as const,
          trigger: null,
          attribution: null,
          time: null,
          qualifiers: {},
          extractor,
          rule,
          confidence,
          reasons: [],
        },
      ],
      claims: [
        {
          id: "c1",
          subject: "acme",
          relation: "basedIn",
          object: "lyon",
          status: "asserted",
          facts: [fact.id],
          confidence,
          conflictsWith: [],
        },
      ],
      inferred: [],
    };
    writeFileSync(join(folder, "viewer.html"), await writeViewerHtml(data));
    engine = openEngine([join(folder, "graph.nq")], { timeoutMs: 10_000 });
    server = makeServer({ snapshot: loadSnapshot(folder), engine }, (error) => {
      throw error;
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  it("runs a query by Control and Enter, with the prefixes added, and marks its entities and edges in the graph", async () => {
    await desk.page.goto(`${address}#theme=light&view=query`);
    await desk.page.locator("#sparql").fill("SELECT ?firm ?town ?fact { ?firm kg:seat ?town . BIND(1 AS ?fact) }");
    await desk.page.keyboard.press("Control+Enter");
    await desk.page.waitForSelector("tbody tr");
    expect(await desk.page.locator("tbody td").allTextContents()).toEqual(["Acme", "Lyon", "1"]);
    await desk.page.getByRole("button", { name: "Mark 2 entities in the graph" }).click();
    await still(desk.page);
    expect(await desk.page.locator(".notes-over").textContent()).toContain("2 entities and 1 claim marked by the query");
    await desk.page.locator(".notes-over").getByRole("button", { name: "Clear" }).press("Enter");
    expect(await desk.page.locator(".notes-over").count()).toBe(0);
  });

  it("opens entities and evidence from the answer, by mouse", async () => {
    await desk.page.goto(`${address}#theme=light&view=query`);
    await desk.page.locator("#sparql").fill(`SELECT ?fact ?firm { ?fact <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ?firm }`);
    await desk.page.getByRole("button", { name: "Run" }).click();
    await desk.page.locator("tbody").getByRole("button", { name: "evidence" }).click();
    expect(await desk.page.locator(".card mark").textContent()).toBe("Acme has its seat in Lyon.");
    await desk.page.locator("tbody").getByRole("button", { name: "Acme" }).first().click();
    expect(await desk.page.locator(".entityhead h2").textContent()).toBe("Acme");
  });
});
