import { expect, test } from "vitest";
import { analyseText } from "../../../src/language/analyse.ts";
import { loadModels } from "../../../src/language/model.ts";
import { loadEntities } from "../../../src/mentions/entities.ts";
import { findMentions } from "../../../src/mentions/find.ts";
import { buildGazetteer } from "../../../src/mentions/gazetteer.ts";
import { asAgent } from "../../../src/mentions/link.ts";
import { readOntology } from "../../../src/ontology/load.ts";
import type { Ontology, OntologyClass } from "../../../src/ontology/ontology.ts";

function ontologyClass(id: string, words: Partial<OntologyClass>): [string, OntologyClass] {
  const none = { cueNouns: [], nameEndings: [], nameBeginnings: [], titles: [], alignments: [] };
  const look = { colour: { light: "", dark: "" }, pictogram: "", phrase: false, described: null };
  return [id, { id, iri: id, label: id, plural: id, comment: "", parent: null, ...none, ...look, ...words }];
}

const ontology: Ontology = {
  ...readOntology([]).ontology,
  classes: new Map([
    ontologyClass("Firm", { cueNouns: ["company", "startup"], nameEndings: ["Labs", "GmbH"] }),
    ontologyClass("Human", { titles: ["CEO"] }),
    ontologyClass("Land", {}),
    ontologyClass("Bank", { nameBeginnings: ["Bank of"] }),
    ontologyClass("State", {}),
  ]),
  metonymies: [{ place: "Land", agent: "State", via: "governs", seat: "capitalOf" }],
};
const LINES = `{"id":"china","class":"Land","label":"China","adjectives":["Chinese"]}
{"id":"beijing","class":"Land","label":"Beijing","links":{"capitalOf":["china"]}}
{"id":"government-of-china","class":"State","label":"Government of China","links":{"governs":["china"]}}
{"id":"openai","class":"Firm","label":"OpenAI"}`;
const { entities } = loadEntities(LINES, "e.jsonl", ontology);
const context = { ontology, gazetteer: buildGazetteer(entities) };
const models = loadModels();
const read = (text: string): ReturnType<typeof findMentions> => findMentions(analyseText(text, models), context);

test("bad lines of the entities file are named and left out", () => {
  const { entities, problems } = loadEntities(
    '{"id":"a"}\nnonsense\n{"id":"x","class":"Firm","label":"X"}\n{"id":"y","class":"Nope","label":"Y"}',
    "e.jsonl",
    ontology,
  );
  expect(entities.map(({ id }) => id)).toEqual(["x"]);
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ["entities-line", 1],
    ["entities-line", 2],
    ["entities-line", 4],
  ]);
});

test("an adjective of a country is a mention of the country", () => {
  const found = read("The Chinese regulator praised OpenAI.").mentions.filter(({ kind }) => kind === "name");
  expect(found.map(({ text, entity, reason }) => [text, entity?.id, reason])).toEqual([
    ["Chinese", "china", "adjective"],
    ["OpenAI", "openai", "gazetteer"],
  ]);
});

test("a name inside a longer name is not a mention of its own", () => {
  const found = read("Officials at the Bank of China met OpenAI.").mentions;
  expect(found.map(({ text, class: id }) => [text, id])).toContainEqual(["Bank of China", "Bank"]);
  expect(found.some(({ entity }) => entity?.id === "china")).toBe(false);
});

test.fails("an unseen name at the start of a sentence is typed by its ending and known by its short form afterwards", () => {
  const found = read("Quibble Labs raised money. Investors like Quibble.").mentions;
  expect(found.find(({ text }) => text === "Quibble Labs")).toMatchObject({ class: "Firm", reason: "ending:Labs" });
  expect(found.find(({ text }) => text === "Quibble")).toMatchObject({ entity: { id: "quibble-labs" }, reason: "short-form" });
});

test("a description goes back to the last fitting subject", () => {
  const found = read("OpenAI opened an office. The company hired ten people.").mentions;
  expect(found.find(({ kind }) => kind === "nominal")).toMatchObject({ entity: { id: "openai" }, reason: "coreference:the company" });
});

test("a capital in an agent's place is read as the government of its country", () => {
  const beijing = read("Beijing announced new rules.").at(0, 0);
  expect(beijing).toMatchObject({ entity: { id: "beijing" } });
  expect(beijing === null ? null : asAgent(beijing, context)?.entity?.id).toBe("government-of-china");
});

test("each mention's text stands at its span", () => {
  const text = "Quibble Labs, a startup in Beijing, sued OpenAI because it copied its code.";
  for (const mention of read(text).mentions) expect(text.slice(...mention.span)).toBe(mention.text);
});

test("a year is no end of a range of amounts", () => {
  const { values } = read("Sales grew from $2 billion in 2019 to $3.5 billion in 2023.");
  expect(values.map(({ text }) => text)).toEqual(["$2 billion", "2019", "$3.5 billion", "2023"]);
});
