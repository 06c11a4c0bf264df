// Every query of data/queries over the frozen knowledge, with its results in full. After a wanted change of a query or of the model, write
// the results anew with `UPDATE_EXPECTED=1 npx vitest run tests/queries/frozen.test.ts` and review the difference; CI refuses that.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkKnowledge } from "../../src/graph/conform.ts";
import { quads } from "../../src/graph/dataset.ts";
import { writeNQuads } from "../../src/rdf/lines.ts";
import { openEngine, type QueryEngine } from "../../src/serve/engine.ts";
import { BASE, frozen } from "./frozen.ts";
import { ask, QUERIES, rowsOf } from "./queries.ts";

const EXPECTED = fileURLToPath(new URL("./expected/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "factloom-frozen-"));
const knowledge = frozen();
let engine: QueryEngine;

beforeAll(() => {
  const file = join(folder, "graph.nq");
  writeFileSync(file, [...writeNQuads(quads(knowledge, { rdf12: false, nanopub: false }))].join(""));
  engine = openEngine([file], { timeoutMs: 20_000 });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

/** The expected text; written when asked for, except in CI. */
function expectedText(name: string, text: string): string {
  const file = `${EXPECTED}${name}.txt`;
  const update = process.env.UPDATE_EXPECTED === "1";
  if (update && process.env.CI !== undefined) throw new Error("expected results are not written in CI");
  if (update) writeFileSync(file, text);
  return existsSync(file) ? readFileSync(file, "utf8") : `no ${file}: write it with UPDATE_EXPECTED=1`;
}

describe("the shipped queries over frozen knowledge", () => {
  it("keeps all shapes", async () => {
    expect(await checkKnowledge(knowledge)).toEqual([]);
  });

  it.each(QUERIES)("$name: $question", async ({ name, text }) => {
    const answer = (await ask(engine, text, BASE)).replaceAll("\r\n", "\n");
    const isGraph = answer.startsWith("<");
    const result = isGraph ? `${[...rowsOf(answer)].sort().join("\n")}\n` : answer;
    expect(result).toBe(expectedText(name, result));
    expect(rowsOf(answer).length, "the frozen knowledge has something for every query").toBeGreaterThan(0);
  });

  it("has no expected results without a query", () => {
    const names = new Set(QUERIES.map(({ name }) => `${name}.txt`));
    expect(readdirSync(EXPECTED).filter((file) => !names.has(file))).toEqual([]);
  });
});
