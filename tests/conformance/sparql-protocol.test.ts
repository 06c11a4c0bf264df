// The W3C tests of the SPARQL 1.1 Protocol, over real sockets: queries against our server, updates against a throw-away store (our server
// takes none). The manifests lie beside the project; without them this says so and tests nothing.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeNQuads } from "../../src/rdf/lines.ts";
import { openEngine, type QueryEngine } from "../../src/serve/engine.ts";
import { listen, makeServer } from "../../src/serve/server.ts";
import { fitsStatus, type HttpTest, readManifest, type Step } from "./manifest.ts";
import { readWithN3 } from "./rdfjs.ts";
import { openThrowawayStore, serveAnswers } from "./throwaway-store.ts";

const FOLDER = resolve(process.env.FACTLOOM_CONFORMANCE ?? "../shared/conformance", "sparql/sparql11/protocol");
const tests: HttpTest[] = existsSync(FOLDER) ? readManifest(readFileSync(join(FOLDER, "manifest.ttl"), "utf8")) : [];
if (tests.length === 0) console.log(`The W3C protocol tests are not at ${FOLDER}: none was run.`);

const TYPES: Readonly<Record<string, readonly string[]>> = {
  boolean: ["application/sparql-results+json", "application/sparql-results+xml"],
  tabular: ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
  RDF: ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"],
};

/** Every test's data at once: no test looks at graphs that it does not name. */
function writeData(folder: string): void {
  const quads = ["data1.nt", "data2.nt", "data3.nt"].flatMap((file) =>
    readWithN3(readFileSync(join(FOLDER, file), "utf8"), "N-Triples").map((quad) => ({
      ...quad,
      graph: `http://kasei.us/2009/09/sparql/data/${file.replace(".nt", ".rdf")}`,
    })),
  );
  writeFileSync(join(folder, "graph.nq"), [...writeNQuads(quads)].join(""));
  writeFileSync(join(folder, "facts.jsonl"), "");
  mkdirSync(join(folder, "articles"));
}

describe("the SPARQL 1.1 Protocol by its W3C tests", () => {
  let folder = "";
  let engine: QueryEngine;
  let ours: Server;
  let throwaway: Server;
  let ourOrigin = "";
  let throwawayOrigin = "";

  beforeAll(async () => {
    if (tests.length === 0) return;
    folder = mkdtempSync(join(tmpdir(), "factloom-protocol-"));
    writeData(folder);
    engine = openEngine([join(folder, "graph.nq")], { timeoutMs: 10_000 });
    const report = {
      format: 1 as const,
      title: "W3C",
      base: "http://kasei.us/",
      articles: [],
      vocabulary: { namespace: "", prefixes: {}, classes: {}, relations: {} },
    };
    ours = makeServer({ snapshot: { folder, report, facts: [] }, engine }, (error) => expect.fail(String(error)));
    ourOrigin = `http://127.0.0.1:${await listen(ours, 0, "127.0.0.1", () => undefined)}`;
    const served = await serveAnswers(openThrowawayStore().answer);
    throwaway = served.server;
    throwawayOrigin = served.origin;
  });
  afterAll(async () => {
    if (tests.length === 0) return;
    for (const server of [ours, throwaway]) server.close();
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  async function run(origin: string, step: Step): Promise<void> {
    const response = await fetch(origin + step.path, {
      method: step.method,
      headers: step.headers,
      ...(step.body === null ? {} : { body: step.body as Uint8Array<ArrayBuffer> }),
    });
    const body = await response.text();
    expect(fitsStatus(response.status, step.statuses), `${response.status} ${body}`).toBe(true);
    if (step.format !== null) expect(TYPES[step.format]).toContain(response.headers.get("content-type")?.split(";")[0]);
    if (step.boolean !== null) expect(body).toContain(step.boolean);
  }

  test.skipIf(tests.length === 0).each(tests)("$id: $name", async ({ id, steps }) => {
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) await run(/^update_|^bad_update/.test(id) ? throwawayOrigin : ourOrigin, step);
    // What our own server is asked to update, it refuses.
    if (/^bad_update/.test(id)) for (const step of steps) await run(ourOrigin, step);
  });

  test.skipIf(tests.length === 0)("are 34", () => {
    expect(tests).toHaveLength(34);
  });

  test.skipIf(tests.length === 0)("and our server refuses every update", async () => {
    const updates = tests.filter(({ id }) => id.startsWith("update_")).flatMap(({ steps }) => steps.slice(0, 1));
    for (const { path, headers, body } of updates) {
      const response = await fetch(ourOrigin + path, { method: "POST", headers, body: body as Uint8Array<ArrayBuffer> });
      expect(response.status).toBe(400);
    }
  });
});
