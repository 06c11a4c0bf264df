import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractFacts } from "../../../src/facts/extract.ts";
import { type Fact, isEntityRef } from "../../../src/facts/fact.ts";
import { analyseText } from "../../../src/language/analyse.ts";
import { loadModels } from "../../../src/language/model.ts";
import { loadEntities } from "../../../src/mentions/entities.ts";
import { buildGazetteer } from "../../../src/mentions/gazetteer.ts";
import { loadOntology } from "../../../src/ontology/load.ts";
import type { Frame } from "../../../src/ontology/ontology.ts";

const { ontology } = loadOntology();
/** Invented names that the examples use, beside the known entities. */
const INVENTED = `
{"id":"acme","class":"Company","label":"Acme"}
{"id":"beta-labs","class":"Company","label":"Beta Labs"}
{"id":"gamma-inc","class":"Company","label":"Gamma Inc"}
{"id":"jane-roe","class":"Person","label":"Jane Roe"}
{"id":"roomy","class":"Product","label":"Roomy"}
{"id":"handy","class":"Product","label":"Handy"}
{"id":"beta-act","class":"Regulation","label":"Beta Act"}
`;
const { entities } = loadEntities(INVENTED + readFileSync("data/entities.jsonl", "utf8"), "entities.jsonl", ontology);
const gazetteer = buildGazetteer(entities);
const models = loadModels();

/** "[Acme]s bought [Beta]o." as its text with the words of its slots. */
function read(example: string): { text: string; subject: string | undefined; object: string | undefined } {
  const slot = (name: string): string | undefined => new RegExp(`\\[([^\\]]+)\\]${name}`).exec(example)?.[1];
  return { text: example.replace(/\[([^\]]+)\][so]/g, "$1"), subject: slot("s"), object: slot("o") };
}

/** Facts that one frame alone finds in a text. */
async function factsBy(frame: Frame, text: string): Promise<readonly Fact[]> {
  return (await extractFacts(analyseText(text, models), { ontology: { ...ontology, frames: [frame] }, gazetteer, encoder: null })).facts;
}

const says = (words: readonly (string | undefined)[], slot: string | undefined): boolean =>
  slot === undefined ||
  words.some(
    (word) => word !== undefined && (word.toLowerCase().includes(slot.toLowerCase()) || slot.toLowerCase().includes(word.toLowerCase())),
  );

describe("frames", () => {
  it("have names of their own, an example and a counter-example each", () => {
    const ids = ontology.frames.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ontology.frames.filter(({ examples, counterExamples }) => examples.length === 0 || counterExamples.length === 0)).toEqual([]);
  });

  it("express every relation of the ontology but the one that no article states", () => {
    const expressed = new Set(ontology.frames.map(({ relation }) => relation));
    expect([...ontology.relations.keys()].filter((relation) => !expressed.has(relation))).toEqual(["governs", "operates"]);
  });

  it.each(ontology.frames.flatMap((frame) => frame.examples.map((example) => ({ frame, example, name: frame.id }))))(
    "$name reads: $example",
    async ({ frame, example }) => {
      const { text, subject, object } = read(example);
      const facts = await factsBy(frame, text);
      const found = facts.filter(
        (fact) =>
          says([fact.subject.mention, fact.subject.label], subject) &&
          says([fact.object.mention, isEntityRef(fact.object) ? fact.object.label : undefined], object),
      );
      expect(found.length, JSON.stringify(facts.map((fact) => [fact.subject.mention, fact.object.mention]))).toBeGreaterThan(0);
    },
  );

  it.each(ontology.frames.flatMap((frame) => frame.counterExamples.map((example) => ({ frame, example, name: frame.id }))))(
    "$name refuses: $example",
    async ({ frame, example }) => {
      const facts = await factsBy(frame, read(example).text);
      expect(facts.map((fact) => [fact.subject.mention, fact.object.mention])).toEqual([]);
    },
  );
});
