import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Terminal } from "../../../src/commands/terminal.ts";
import { verify } from "../../../src/commands/verify.ts";
import { writeBuild } from "../../../src/pipeline/build.ts";
import { loadMachine } from "../../../src/pipeline.ts";
import { formatProblem } from "../../../src/problem.ts";
import { ARTICLE } from "../graph/world.ts";

const folder = mkdtempSync(join(tmpdir(), "factloom-verify-"));
const dir = join(folder, "build");
const quads = join(dir, "graph.nq");
let written = "";

beforeAll(async () => {
  const text = "SoftBank acquired Graphcore in July 2024. Graphcore was founded in 2016 by Nigel Toon and Simon Knowles.";
  const options = {
    out: dir,
    base: "https://example.org/",
    title: "T",
    rdf12: false,
    nanopub: false,
    problems: [],
    processId: 1,
    onArticle: () => {},
  };
  await writeBuild([{ ...ARTICLE, text }], await loadMachine({}), options);
  written = readFileSync(quads, "utf8");
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(dataset: string): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  writeFileSync(quads, dataset);
  const lines: string[] = [];
  const terminal: Pick<Terminal, "problem" | "say"> = {
    problem: (problem) => lines.push(`${problem.code} ${formatProblem(problem)}`),
    say: (line) => lines.push(line),
  };
  return { code: await verify({ dir }, terminal as Terminal), lines };
}

describe("verify", () => {
  it("finds nothing off in a build of ours", async () => {
    const { code, lines } = await run(written);
    expect(lines.at(-1)).toMatch(/and all shapes checked: nothing is off\.$/);
    expect(code).toBe(0);
  });

  it("fails on a broken shape, and names fact, sentence and shape", async () => {
    const broken = written.replace(/(meta#confidence> ")0(\.\d+"[^<]*<[^>]*> <[^>]*assertion> \.)/, "$11$2");
    expect(broken).not.toBe(written);
    const { code, lines } = await run(broken);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^shape-violation .*graph\.nq: fact [0-9a-f]{16}: .*\(shape fact-confidence\): “.*Graphcore.*”$/);
  });

  it("fails on a dataset that is no N-Quads", async () => {
    const { code, lines } = await run(`${written}nonsense\n`);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^dataset-syntax .*graph\.nq: not valid N-Quads/);
  });
});
