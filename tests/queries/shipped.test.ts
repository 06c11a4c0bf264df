// Every query of data/queries over a build of the shipped articles. What extraction finds grows, so each query says in its head how many
// rows it has at least and which rows must be among them; results in full are those of frozen.test.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeBuild } from "../../src/pipeline/build.ts";
import { collectInputs } from "../../src/pipeline/inputs.ts";
import { readInputs } from "../../src/pipeline/read.ts";
import { loadMachine } from "../../src/pipeline.ts";
import { openEngine, type QueryEngine } from "../../src/serve/engine.ts";
import { BUILD_FILES } from "../../src/serve/snapshot.ts";
import { ask, QUERIES, rowsOf } from "./queries.ts";

const folder = mkdtempSync(join(tmpdir(), "factloom-queries-"));
const base = "https://w3id.org/factloom/";
let engine: QueryEngine;

beforeAll(async () => {
  const { articles } = await readInputs(collectInputs(["data/articles"]).files, { stdin: null, id: null, published: null });
  const out = join(folder, "build");
  const options = { out, base, title: "Queries", rdf12: false, nanopub: false, problems: [], processId: process.pid, onArticle: () => {} };
  await writeBuild(articles, await loadMachine({}), options);
  engine = openEngine([join(out, BUILD_FILES.quads)], { timeoutMs: 20_000 });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

describe("the shipped queries over the shipped articles", () => {
  it("are at least 25, each with its question", () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(25);
    expect(QUERIES.filter(({ question }) => !/^[A-Z].*\?$/.test(question)).map(({ name }) => name)).toEqual([]);
  });

  it.each(QUERIES)("$name: $question", async ({ text, least, rows }) => {
    const found = rowsOf(await ask(engine, text, base));
    expect(found.length).toBeGreaterThanOrEqual(least);
    for (const row of rows) {
      const cells = row.split(" | ");
      expect(
        found.some((line) => cells.every((cell) => line.includes(cell))),
        `no row with ${row}`,
      ).toBe(true);
    }
  });
});
