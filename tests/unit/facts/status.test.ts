// Pairs of sentences that differ in status, time or speaker only.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractFacts } from "../../../src/facts/extract.ts";
import type { Fact } from "../../../src/facts/fact.ts";
import { analyse, analyseText } from "../../../src/language/analyse.ts";
import { loadModels } from "../../../src/language/model.ts";
import { loadEntities } from "../../../src/mentions/entities.ts";
import { buildGazetteer } from "../../../src/mentions/gazetteer.ts";
import { loadOntology } from "../../../src/ontology/load.ts";

const { ontology } = loadOntology();
const gazetteer = buildGazetteer(loadEntities(readFileSync("data/entities.jsonl", "utf8"), "entities.jsonl", ontology).entities);
const models = loadModels();

async function factOf(text: string, relation: string, published = "2025-02-15"): Promise<Fact | undefined> {
  const article = { ...analyseText(text, models).article, published };
  return (await extractFacts(analyse(article, models), { ontology, gazetteer, encoder: null })).facts.find(
    (fact) => fact.relation === relation,
  );
}

describe("status", () => {
  it.each([
    ["Nvidia acquired Graphcore.", "asserted"],
    ["Nvidia has acquired Graphcore.", "asserted"],
    ["Nvidia will acquire Graphcore.", "planned"],
    ["Nvidia plans to acquire Graphcore.", "planned"],
    ["Nvidia is set to acquire Graphcore.", "planned"],
    ["Nvidia has agreed to acquire Graphcore.", "planned"],
    ["Nvidia is in talks to acquire Graphcore.", "planned"],
    ["Nvidia wants to acquire Graphcore.", "planned"],
    ["Nvidia is expected to acquire Graphcore.", "planned"],
    ["The regulator cleared Nvidia’s plan to acquire Graphcore.", "planned"],
    ["Nvidia could acquire Graphcore.", "possible"],
    ["Nvidia may acquire Graphcore.", "possible"],
    ["Nvidia would acquire Graphcore if it could.", "possible"],
    ["Nvidia is likely to acquire Graphcore.", "possible"],
    ["Nvidia must acquire Graphcore.", "required"],
    ["Nvidia did not acquire Graphcore.", "negated"],
    ["Nvidia never acquired Graphcore.", "negated"],
    ["Nvidia has not acquired Graphcore.", "negated"],
    ["Nvidia denied that it acquired Graphcore.", "negated"],
    ["Nvidia refused to acquire Graphcore.", "negated"],
    ["Nvidia failed to acquire Graphcore.", "negated"],
    ["Nvidia scrapped its plan to acquire Graphcore.", "cancelled"],
    ["Nvidia abandoned a plan to acquire Graphcore.", "cancelled"],
    ["Nvidia managed to acquire Graphcore.", "asserted"],
  ])("of %s is %s", async (text, status) => {
    expect((await factOf(text, "acquired"))?.status).toBe(status);
  });
});

describe("attribution", () => {
  it.each([
    ["OpenAI said that Nvidia acquired Graphcore.", "OpenAI"],
    ["Nvidia acquired Graphcore, according to OpenAI.", "OpenAI"],
    ["Nvidia acquired Graphcore.", undefined],
  ])("of %s is %s", async (text, speaker) => {
    expect((await factOf(text, "acquired"))?.attribution?.label).toBe(speaker);
  });
});

describe("time", () => {
  it.each([
    ["Nvidia acquired Graphcore in 2024.", "at", "2024"],
    ["Nvidia acquired Graphcore in May 2024.", "at", "2024-05"],
    ["Nvidia acquired Graphcore last month.", "at", "2025-01"],
    ["Nvidia will acquire Graphcore by 2030.", "by", "2030"],
    ["Nvidia has invested in Graphcore since 2021.", "since", "2021"],
    ["Nvidia acquired Graphcore.", undefined, undefined],
  ])("of %s is %s %s", async (text, kind, value) => {
    const fact = (await factOf(text, "acquired")) ?? (await factOf(text, "investsIn"));
    expect(fact).toBeDefined();
    expect([fact?.time?.kind, fact?.time?.value ?? undefined]).toEqual([kind, value]);
  });
});
