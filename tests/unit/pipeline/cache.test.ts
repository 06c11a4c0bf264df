import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { loadOntology } from "../../../src/ontology/load.ts";
import { cacheFolder, withCache } from "../../../src/pipeline/cache.ts";
import type { Machine } from "../../../src/pipeline.ts";
import type { Article } from "../../../src/text/article.ts";

const folder = mkdtempSync(join(tmpdir(), "factloom-cache-"));
const { ontology } = loadOntology();
const none = { title: "", published: null, publisher: null, author: null, url: null, licence: null, sources: [], file: "-" };
const article = (text: string): Article => ({ id: "a", text, ...none });
let calls = 0;
const machine: Machine = {
  ontology,
  entities: [],
  rules: [],
  problems: [],
  ready: async () => [],
  explain: async () => "",
  extract: async ({ text }) => ({ facts: [], sentences: text.length + calls++ * 0, problems: [] }),
};

describe("withCache", () => {
  beforeEach(() => {
    calls = 0;
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("reads an article once, and again when its text or a setting changes", async () => {
    const first = await withCache(machine, folder, ["frames"]).extract(article("One."));
    expect(await withCache(machine, folder, ["frames"]).extract(article("One."))).toEqual(first);
    expect(calls).toBe(1);
    await withCache(machine, folder, ["frames"]).extract(article("Two."));
    await withCache(machine, folder, ["relations"]).extract(article("One."));
    expect(calls).toBe(3);
  });

  it("reads anew what is damaged", async () => {
    const cached = withCache(machine, folder, []);
    await cached.extract(article("One."));
    const [version = ""] = readdirSync(folder);
    const [file = ""] = readdirSync(join(folder, version));
    writeFileSync(join(folder, version, file), '{"facts": [');
    expect((await cached.extract(article("One."))).sentences).toBe(4);
    expect(calls).toBe(2);
  });

  it("keeps nothing that was read with something missing", async () => {
    const problems = [{ level: "warning", code: "model-missing", message: "no model" } as const];
    const poor: Machine = { ...machine, extract: async () => ({ facts: [], sentences: 1, problems }) };
    expect((await withCache(poor, folder, []).extract(article("One."))).problems).toEqual(problems);
    expect((await withCache(machine, folder, []).extract(article("One."))).problems).toEqual([]);
    expect(calls).toBe(1);
  });

  it("keeps the results of the last four versions", async () => {
    for (const setting of ["1", "2", "3", "4", "5", "6"]) await withCache(machine, folder, [setting]).extract(article("One."));
    expect(readdirSync(folder)).toHaveLength(4);
  });
});

describe("cacheFolder", () => {
  it("takes the folder that is named, else the user's", () => {
    expect(cacheFolder({ FACTLOOM_CACHE: "x" })).toBe("x");
    expect(cacheFolder({ XDG_CACHE_HOME: "/c" })).toBe(join("/c", "factloom"));
  });
});
