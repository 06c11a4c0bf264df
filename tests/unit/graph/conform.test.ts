import { describe, expect, it } from "vitest";
import { checkKnowledge, checkShapes } from "../../../src/graph/conform.ts";
import { quads } from "../../../src/graph/dataset.ts";
import { generatedShapes } from "../../../src/graph/shapes.ts";
import { literal, type Quad } from "../../../src/rdf/quad.ts";
import { META, OA, PROV, RDF, SCHEMA, XSD } from "../../../src/rdf/terms.ts";
import { datasetOf, readDataset } from "../../../src/rdf/turtle.ts";
import { BASE, FACTS, ONTOLOGY, say, world } from "./world.ts";

const knowledge = world();
const sound: readonly Quad[] = [...quads(knowledge, { rdf12: false, nanopub: false })].filter(
  (quad) => quad.graph !== `${BASE}graph/entailed`,
);
const idOf = (relation: string): string => FACTS.find((fact) => fact.relation === relation)?.id ?? "";
const BASED = `${BASE}fact/${idOf("basedIn")}`;
const LED = `${BASE}fact/${idOf("chiefExecutive")}`;
const MONEY = `${BASE}fact/${idOf("raisedFunding")}#object`;

const check = async (data: readonly Quad[]): Promise<string[]> =>
  (await checkShapes(datasetOf(data), { ...knowledge, level: "error" })).map((problem) => problem.message);
const without = (subject: string, predicate: string): Quad[] =>
  sound.filter((quad) => quad.subject !== subject || quad.predicate !== predicate);
const set = (subject: string, predicate: string, object: Quad["object"]): Quad[] => [
  ...without(subject, predicate),
  { subject, predicate, object, graph: `${BASE}graph/test` },
];

describe("shapes", () => {
  it("are kept by what we write", async () => {
    expect(await checkKnowledge(knowledge)).toEqual([]);
  });

  it("exist for every class and relation", () => {
    const text = generatedShapes(ONTOLOGY);
    for (const { iri } of ONTOLOGY.classes.values()) expect(text).toContain(`sh:targetClass <${iri}>`);
    for (const { iri } of ONTOLOGY.relations.values()) expect(text).toContain(`sh:targetSubjectsOf <${iri}>`);
    expect(readDataset(text, { format: "Turtle" }).size).toBeGreaterThan(500);
  });

  it.each<readonly [string, readonly Quad[], readonly string[]]>([
    ["a fact without confidence", without(BASED, `${META}confidence`), ["fact-confidence"]],
    ["a confidence above 1", set(BASED, `${META}confidence`, literal("1.2", `${XSD}decimal`)), ["fact-confidence"]],
    ["an unknown status", set(BASED, `${META}status`, literal("believed")), ["fact-status"]],
    ["a fact without an article", without(BASED, `${PROV}hadPrimarySource`), ["fact-source"]],
    ["a fact without a rule", without(BASED, `${META}rule`), ["fact-rule"]],
    ["a statement about itself", set(BASED, `${RDF}object`, `${BASE}entity/zorblat`), ["basedIn-object", "statement-subject"]],
    ["a subject outside the domain", set(LED, `${RDF}subject`, `${BASE}entity/paris`), ["chiefExecutive-subject"]],
    ["an object outside the range", set(LED, `${RDF}object`, `${BASE}entity/paris`), ["chiefExecutive-object"]],
    ["a year that is none", set(LED, `${META}validFrom`, literal("soon")), ["fact-validFrom"]],
    ["a span without position", without(`${BASED}#span`, `${OA}hasSelector`), ["span-position", "span-quote"]],
    [
      "a position that ends before it starts",
      set(`${BASED}#position`, `${OA}start`, literal("900", `${XSD}nonNegativeInteger`)),
      ["position-start"],
    ],
  ])("find %s", async (_name, data, shapes) => {
    const messages = await check(data);
    expect(messages.map((message) => /\(shape ([\w-]+)\)/.exec(message)?.[1]).sort()).toEqual([...shapes].sort());
    for (const message of messages) expect(message).toMatch(/fact [0-9a-f]{16}: .*“.+”$/);
  });

  it("find money without a currency, at its fact", async () => {
    const [message, ...rest] = await check(without(MONEY, `${SCHEMA}currency`));
    expect(rest).toEqual([]);
    expect(message).toContain(`fact ${idOf("raisedFunding")}: money has one currency`);
  });

  it("find an entity without a label and one of a wrong class", async () => {
    expect(await check(without(`${BASE}entity/paris`, "http://www.w3.org/2000/01/rdf-schema#label"))).toEqual([
      expect.stringContaining("a place has one label"),
    ]);
    const wrong = await check(set(`${BASE}entity/ada-quill`, `${RDF}type`, `${ONTOLOGY.namespace}City`));
    expect(wrong.some((message) => message.includes("chiefExecutive-object"))).toBe(true);
  });

  it("say in a build that a phrase has two classes, as a warning", async () => {
    const goal = say({
      sentence: 3,
      subject: ["fog-act", "Regulation", "France"],
      relation: "requires",
      object: ["train-400-experts", "Obligation", "train 400 experts by 2030"],
    });
    const problems = await checkKnowledge(world([...FACTS, goal]));
    expect(new Set(problems.map(({ level, code }) => `${level} ${code}`))).toEqual(new Set(["warning shape-violation"]));
    expect(problems.some((problem) => problem.message.includes("France aims to train 400 experts"))).toBe(true);
  });
});
