import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkFact } from "../../../src/facts/check.ts";
import { extractFacts } from "../../../src/facts/extract.ts";
import { isEntityRef } from "../../../src/facts/fact.ts";
import { analyse } from "../../../src/language/analyse.ts";
import { loadModels } from "../../../src/language/model.ts";
import { loadEntities } from "../../../src/mentions/entities.ts";
import { buildGazetteer } from "../../../src/mentions/gazetteer.ts";
import { loadOntology } from "../../../src/ontology/load.ts";
import type { Article } from "../../../src/text/article.ts";

const { ontology, problems } = loadOntology();
const known = loadEntities(readFileSync("data/entities.jsonl", "utf8"), "data/entities.jsonl", ontology);
const gazetteer = buildGazetteer(known.entities);
const models = loadModels();

const article = (text: string): Article => ({
  id: "a",
  title: "",
  text,
  published: "2025-02-15",
  publisher: null,
  author: null,
  url: null,
  licence: null,
  sources: [],
  file: "a.txt",
});
const extract = async (text: string) => (await extractFacts(analyse(article(text), models), { ontology, gazetteer, encoder: null })).facts;
const lines = async (text: string): Promise<string[]> =>
  (await extract(text)).map(
    (f) => `${f.subject.label} ${f.relation} ${isEntityRef(f.object) ? f.object.label : f.object.value} ${f.status}`,
  );

describe("extractFacts", () => {
  it("has an ontology and entities without problems", () => {
    expect([...problems, ...known.problems]).toEqual([]);
  });

  it.each([
    ["Nvidia acquired Graphcore in 2024.", "Nvidia acquired Graphcore asserted"],
    ["Graphcore was acquired by Nvidia.", "Nvidia acquired Graphcore asserted"],
    ["Nvidia will acquire Graphcore.", "Nvidia acquired Graphcore planned"],
    ["Nvidia did not acquire Graphcore.", "Nvidia acquired Graphcore negated"],
    ["Nvidia could acquire Graphcore.", "Nvidia acquired Graphcore possible"],
    ["Mistral AI has raised over 600 million euros.", "Mistral AI raisedFunding 600000000 asserted"],
    ["Alibaba’s CEO, Eddie Wu, spoke on Monday.", "Alibaba chiefExecutive Eddie Wu asserted"],
    ["Megvii and CloudWalk partnered with Huawei.", "Megvii partnerOf Huawei asserted"],
    ["Anthropic competes with OpenAI.", "Anthropic competesWith OpenAI asserted"],
  ])("reads %s", async (text, expected) => {
    expect(await lines(text)).toContain(expected);
  });

  it("takes the company of a platform where the platform's name stands for it", async () => {
    expect(await lines("Facebook acquired Giphy in 2020.")).toContain("Meta acquired Giphy asserted");
    expect(await lines("Meta develops Facebook.")).toEqual(["Meta develops Facebook asserted"]);
  });

  it("gives the other names that the article uses for a thing", async () => {
    const facts = await extract("Mistral AI acquired Graphcore. Chinese firms like Mistral, which is based in Paris, in France.");
    const bought = facts.find(({ relation }) => relation === "acquired");
    expect(bought?.subject.aliases).toEqual(["Mistral"]);
    expect(bought?.object).not.toHaveProperty("aliases");
  });

  it("says nothing of generic subjects", async () => {
    expect(await lines("Companies invest in new tools, and users like them.")).toEqual([]);
  });

  it("gives facts whose spans and ids hold, the same on every run", async () => {
    const text = readFileSync("data/articles/china-ai-landscape.md", "utf8").replace(/^---[\s\S]*?---\n/, "");
    const facts = await extract(text);
    expect(facts.length).toBeGreaterThan(10);
    for (const fact of facts) {
      expect(checkFact(fact, article(text), ontology)).toEqual([]);
      expect(text.slice(fact.evidence.start, fact.evidence.end)).toBe(fact.evidence.quote);
    }
    expect(JSON.stringify(await extract(text))).toBe(JSON.stringify(facts));
  });
});
