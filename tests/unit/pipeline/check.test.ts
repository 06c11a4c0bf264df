import { expect, test } from "vitest";
import type { Fact } from "../../../src/facts/fact.ts";
import { readOntology } from "../../../src/ontology/load.ts";
import type { Ontology, OntologyClass, Relation } from "../../../src/ontology/ontology.ts";
import { checkFact } from "../../../src/pipeline/check.ts";
import { FACTS, TEXT } from "../serve/small-build.ts";

const cls = (id: string, parent: string | null = null): [string, OntologyClass] => [
  id,
  {
    ...{ id, iri: id, label: id, plural: id, comment: "", parent, pictogram: "dot", phrase: false, described: null },
    ...{ cueNouns: [], nameEndings: [], nameBeginnings: [], titles: [], alignments: [] },
    colour: { light: "#000", dark: "#fff" },
  },
];
const seat: Relation = {
  ...{ id: "seat", iri: "seat", label: "seat", inverseLabel: "seat of", comment: "", domain: ["Body"], range: ["Town"] },
  ...{ objectKind: "entity", symmetric: false, singleValued: false, alignments: [] },
};
const ontology: Ontology = {
  ...readOntology([]).ontology,
  classes: new Map([cls("Body"), cls("Firm", "Body"), cls("Town")]),
  relations: new Map([["seat", seat]]),
};
const fact = FACTS[0] as Fact;
const codes = (changed: Fact, text: string | null = TEXT): string[] => checkFact(changed, text, ontology).map((problem) => problem.code);

test("a fact whose words are at their spans and whose types fit is right", () => {
  expect(checkFact(fact, TEXT, ontology)).toEqual([]);
});

test.each<[string, Fact, string]>([
  ["a quote that is not at its span", { ...fact, evidence: { ...fact.evidence, start: 1 } }, "fact-span"],
  ["a mention that is not at its span", { ...fact, subject: { ...fact.subject, mention: "Acne" } }, "fact-span"],
  ["a time that is not at its span", { ...fact, time: { kind: "at", value: "2025", mention: "2025", span: [0, 4] } }, "fact-span"],
  [
    "an amount that is not at its span",
    { ...fact, qualifiers: { amount: { value: 200, mention: "two hundred", span: [37, 40] } } },
    "fact-span",
  ],
  ["a trigger outside the text", { ...fact, evidence: { ...fact.evidence, trigger: [5, 500] } }, "fact-span"],
  ["a relation nobody declared", { ...fact, relation: "seats" }, "fact-relation"],
  ["a subject outside the domain", { ...fact, subject: { ...fact.subject, type: "Town" } }, "fact-type"],
  ["an object outside the range", { ...fact, object: { ...fact.subject } }, "fact-type"],
  ["an amount where an entity belongs", { ...fact, object: { value: 200, mention: "200", span: [39, 42] } }, "fact-type"],
  ["a status nobody knows", { ...fact, status: "perhaps" as Fact["status"] }, "fact-line"],
])("%s is found", (_, changed, code) => {
  expect(codes(changed)).toEqual([code]);
});

test("a fact of an article that the build lacks is found", () => {
  expect(codes(fact, null)).toEqual(["fact-span"]);
});
