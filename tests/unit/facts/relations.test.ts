import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { extractFacts } from "../../../src/facts/extract.ts";
import type { Fact } from "../../../src/facts/fact.ts";
import { type Reading, readDocument } from "../../../src/facts/reading.ts";
import { knownSpans, proposeRelations } from "../../../src/facts/relations.ts";
import { analyseText } from "../../../src/language/analyse.ts";
import { type Encoder, openEncoder } from "../../../src/language/encoder.ts";
import { loadModels } from "../../../src/language/model.ts";
import { loadEntities } from "../../../src/mentions/entities.ts";
import { findMentions } from "../../../src/mentions/find.ts";
import { buildGazetteer } from "../../../src/mentions/gazetteer.ts";
import { loadOntology } from "../../../src/ontology/load.ts";

const { ontology } = loadOntology();
const gazetteer = buildGazetteer(loadEntities(readFileSync("data/entities.jsonl", "utf8"), "data/entities.jsonl", ontology).entities);
const models = loadModels();
const TEXT = "Nvidia agreed to buy Tensorix, a Berlin-based startup. The company also invests in Mistral AI.";

describe("the relation proposer", () => {
  let encoder: Encoder;
  beforeAll(async () => {
    const opened = await openEncoder();
    if (opened.encoder === null) throw new Error(opened.problems[0]?.message);
    encoder = opened.encoder;
  });

  const document = analyseText(TEXT, models);
  const mentions = findMentions(document, { ontology, gazetteer });
  const context = { ontology, gazetteer };
  const propose = (reading: Reading, relations: Readonly<Record<string, number>>, atLeast = 0.5): readonly Fact[] => {
    // The chance is the score here, but for a side found by coreference.
    const labels = { ...encoder.labels, trust: { atLeast, weights: [0, 1, 0, 0, -0.5, 0], relations } };
    return proposeRelations(document, mentions, reading, { ...context, encoder, labels }).facts;
  };
  const NONE = { antecedent: null, further: [] } as const;
  const at = (words: string): readonly [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
  const reading: Reading = {
    mentions: [
      { sentence: 0, span: at("Nvidia"), type: "Company", score: 1, ...NONE, isReference: false },
      { sentence: 0, span: at("Tensorix"), type: "Company", score: 1, ...NONE, isReference: false },
      { sentence: 0, span: at("Berlin"), type: "City", score: 1, ...NONE, isReference: false },
      { sentence: 1, span: at("The company"), type: "Company", score: 1, antecedent: 0, further: [], isReference: true },
      { sentence: 1, span: at("Mistral AI"), type: "Company", score: 1, ...NONE, isReference: false },
    ],
    pairs: [
      { subject: 0, object: 1, relations: [["acquired", 0.9]], status: "planned", statusScore: 0.9, trigger: at("buy") },
      {
        subject: 1,
        object: 2,
        relations: [
          ["chiefExecutive", 0.9],
          ["basedIn", 0.6],
        ],
        status: "asserted",
        statusScore: 0.9,
        trigger: at("based"),
      },
      { subject: 3, object: 4, relations: [["investsIn", 0.7]], status: "asserted", statusScore: 0.9, trigger: at("invests") },
    ],
  };
  const all = { acquired: 0, basedIn: 0, chiefExecutive: 0, investsIn: 0 };

  it("makes facts of what can be trusted, with the words, the status and the fitted confidence", () => {
    const facts = propose(reading, all);
    expect(facts.map(({ subject, relation, object }) => [subject.label, relation, "label" in object && object.label])).toEqual([
      ["Nvidia", "acquired", "Tensorix"],
      ["Tensorix", "basedIn", "Berlin"],
      ["Nvidia", "investsIn", "Mistral AI"],
    ]);
    const [bought, , invests] = facts;
    expect([bought?.status, bought?.confidence, bought?.object.mention]).toEqual(["planned", 0.9, "Tensorix"]);
    expect([invests?.subject.mention, invests?.confidence]).toEqual(["The company", 0.59]);
    expect(invests?.reasons).toContain("an argument was resolved by coreference");
  });

  it("proposes nothing below the least chance, nor a relation that was never fitted", () => {
    expect(propose(reading, { ...all, basedIn: -1 }).map(({ relation }) => relation)).toEqual(["acquired", "investsIn"]);
    expect(propose(reading, all, 0.8).map(({ relation }) => relation)).toEqual(["acquired"]);
    expect(propose(reading, {}, 0)).toEqual([]);
  });

  it("takes the next relation where the ontology refuses the best: a city is no chief executive", () => {
    expect(propose(reading, all).some(({ relation }) => relation === "chiefExecutive")).toBe(false);
  });

  it("says of each thing what is said of both", () => {
    const mentions = reading.mentions.map((mention, i) => (i === 3 ? { ...mention, further: [1] } : mention));
    const facts = propose({ ...reading, mentions }, all).filter(({ relation }) => relation === "investsIn");
    expect(facts.map(({ subject, object }) => [subject.label, "label" in object && object.label])).toEqual([
      ["Nvidia", "Mistral AI"],
      ["Tensorix", "Mistral AI"],
    ]);
  });

  it("takes the sentence of the object as evidence where the subject is named before it", () => {
    const remote = { ...reading.pairs[2]!, subject: 1 };
    const [fact, ...others] = propose({ ...reading, pairs: [remote] }, all);
    expect(others).toEqual([]);
    expect([fact?.subject.label, fact?.evidence.quote]).toEqual(["Tensorix", "The company also invests in Mistral AI."]);
    expect(fact?.reasons).toContain("the subject is named in a sentence before");
  });

  it("leaves out a claim across sentences that is made outright somewhere", () => {
    const outright = reading.pairs[0]!;
    const again = { sentence: 1, span: at("company"), type: "Company", score: 1, antecedent: 1, further: [], isReference: true };
    const remote = { ...outright, object: 5, trigger: at("invests") };
    const facts = propose({ mentions: [...reading.mentions, again], pairs: [remote, outright] }, all);
    expect(facts.map(({ evidence }) => evidence.quote)).toEqual(["Nvidia agreed to buy Tensorix, a Berlin-based startup."]);
  });

  it("keeps what a sentence says of its own subject from one of a sentence before", () => {
    const mentions = [...reading.mentions, { sentence: 1, span: at("The"), type: "Company", score: 1, ...NONE, isReference: false }];
    const remote = { ...reading.pairs[2]!, subject: 1 };
    const own = (score: number) => ({ ...reading.pairs[2]!, subject: 5, relations: [["investsIn", score]] as const });
    const subjects = (score: number) => propose({ mentions, pairs: [own(score), remote] }, all).map(({ subject }) => subject.label);
    expect(subjects(0.6)).toEqual(["The"]);
    expect(subjects(0.4)).toEqual(["Tensorix"]);
  });

  it("does not take the words around a name for it where they are of another class", () => {
    const mentions = [
      { sentence: 0, span: at("Nvidia agreed"), type: "Policy", score: 1, ...NONE, isReference: false },
      ...reading.mentions.slice(1),
    ];
    const pairs = [
      { subject: 0, object: 1, relations: [["regulates", 0.9]], status: "asserted", statusScore: 0.9, trigger: at("buy") },
    ] as const;
    const [fact] = propose({ mentions, pairs }, { regulates: 0 });
    expect([fact?.subject.type, fact?.subject.label]).toEqual(["Policy", "Nvidia agreed"]);
  });

  it("reads an article twice alike, with mentions inside their sentences", async () => {
    const known = knownSpans(mentions, encoder.labels);
    const [first, second] = [await readDocument(document, encoder, known), await readDocument(document, encoder, known)];
    expect(second).toEqual(first);
    expect(first.mentions.map(({ span }) => TEXT.slice(...span))).toContain("Nvidia");
    for (const { span, sentence } of first.mentions) {
      const [start, end] = document.sentences[sentence]?.span ?? [0, 0];
      expect(span[0]).toBeGreaterThanOrEqual(start);
      expect(span[1]).toBeLessThanOrEqual(end);
    }
  });

  it("makes a fact surer that the frames find, too, and one less sure that it does not see", async () => {
    const simple = analyseText("Nvidia acquired Graphcore in 2024.", models);
    const factOf = async (encoder: Encoder | null): Promise<Fact | undefined> =>
      (await extractFacts(simple, { ...context, encoder })).facts.find(({ relation }) => relation === "acquired");
    const blind = { ...encoder, labels: { ...encoder.labels, trust: { ...encoder.labels.trust, relations: {} } } };
    const [alone, both, doubted] = [await factOf(null), await factOf(encoder), await factOf(blind)];
    expect(both?.reasons).toContain("also found by relations");
    expect(both?.confidence).toBeGreaterThan(alone?.confidence ?? 1);
    expect(doubted?.reasons).toContain("not found by relations");
    expect(doubted?.confidence).toBeLessThan(alone?.confidence ?? 0);
    expect([both?.id, doubted?.id]).toEqual([alone?.id, alone?.id]);
  });

  it("leaves the frames to read alone where there is no encoder", async () => {
    const facts = async (names: string[]) => (await extractFacts(document, { ...context, encoder: null }, names)).facts;
    expect(await facts(["frames", "relations"])).toEqual(await facts(["frames"]));
  });
});

describe("openEncoder", () => {
  it("names the file that is missing and gives no encoder", async () => {
    const { encoder, problems } = await openEncoder("tests");
    expect(encoder).toBeNull();
    expect(problems.map(({ code, level }) => `${level} ${code}`)).toEqual(["warning model-missing"]);
  });
});
