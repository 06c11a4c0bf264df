// A small world of invented companies under the shipped ontology: every kind of object, status and time once.
import type { AmountRef, EntityRef, Fact, FactObject } from "../../../src/facts/fact.ts";
import { factId } from "../../../src/facts/id.ts";
import { mergeFacts } from "../../../src/facts/merge.ts";
import { assemble } from "../../../src/graph/assemble.ts";
import type { Knowledge } from "../../../src/graph/knowledge.ts";
import { loadRules } from "../../../src/graph/rules.ts";
import type { Entity } from "../../../src/mentions/mention.ts";
import { loadOntology } from "../../../src/ontology/load.ts";
import type { Ontology } from "../../../src/ontology/ontology.ts";
import type { Article } from "../../../src/text/article.ts";

export const BASE = "https://example.org/kg/";
export const ONTOLOGY: Ontology = loadOntology().ontology;

/** Sentences; the first holds a character outside the basic plane, so that offsets differ between units. */
const SENTENCES = [
  "\u{1F600} Zorblat is based in Paris.",
  "Zorblat has been led by Ada Quill since 2021.",
  "Zorblat raised over $5 million, and Quon plans to buy it.",
  "France aims to train 400 experts by 2030.",
  "The Ministry of Fog issued the Fog Act.",
  "Quon, says Zorblat, employs up to 40 percent of all weavers.",
  "Zorblat makes AI chips and works with Quon.",
] as const;

const entity = (id: string, classId: string, label: string, links: Entity["links"] = {}): Entity => ({
  ...{ id, class: classId, label, aliases: [], adjectives: [], wikidata: null, links },
  origin: "known",
});
const ENTITIES: readonly Entity[] = [
  entity("zorblat", "Company", "Zorblat"),
  entity("quon", "Company", "Quon"),
  entity("ada-quill", "Person", "Ada Quill"),
  entity("paris", "City", "Paris", { capitalOf: ["france"] }),
  entity("france", "Country", "France"),
  entity("ministry-of-fog", "GovernmentBody", "Ministry of Fog", { jurisdiction: ["france"] }),
  entity("fog-act", "Regulation", "Fog Act"),
  entity("semiconductors", "Sector", "semiconductors"),
  entity("ai-chip-development", "Sector", "AI chip development"),
];

export interface Said {
  readonly sentence: number;
  readonly subject: readonly [id: string, type: string, words: string];
  readonly relation: string;
  readonly object: readonly [id: string, type: string, words: string] | (Omit<AmountRef, "span"> & { readonly mention: string });
  readonly more?: Partial<Fact>;
}

const SAID: readonly Said[] = [
  { sentence: 0, subject: ["zorblat", "Company", "Zorblat"], relation: "basedIn", object: ["paris", "City", "Paris"] },
  {
    sentence: 1,
    subject: ["zorblat", "Company", "Zorblat"],
    relation: "chiefExecutive",
    object: ["ada-quill", "Person", "Ada Quill"],
    more: { time: { kind: "since", value: "2021", mention: "since 2021", span: [0, 0] }, qualifiers: { role: "led" } },
  },
  {
    sentence: 2,
    subject: ["zorblat", "Company", "Zorblat"],
    relation: "raisedFunding",
    object: { value: 5e6, unit: "USD", comparator: ">", mention: "over $5 million" },
  },
  {
    sentence: 2,
    subject: ["quon", "Company", "Quon"],
    relation: "acquired",
    object: ["zorblat", "Company", "it"],
    more: { status: "planned" },
  },
  {
    sentence: 3,
    subject: ["france", "Country", "France"],
    relation: "hasGoal",
    object: ["train-400-experts", "Goal", "train 400 experts by 2030"],
    more: { time: { kind: "by", value: "2030", mention: "by 2030", span: [0, 0] } },
  },
  {
    sentence: 4,
    subject: ["fog-act", "Regulation", "Fog Act"],
    relation: "issuedBy",
    object: ["ministry-of-fog", "GovernmentBody", "Ministry of Fog"],
  },
  {
    sentence: 5,
    subject: ["quon", "Company", "Quon"],
    relation: "statistic",
    object: { value: 40, unit: "percent", comparator: "<=", of: "weavers", mention: "up to 40 percent" },
    more: { attribution: { id: "zorblat", label: "Zorblat", mention: "Zorblat", span: [0, 0] } },
  },
  { sentence: 6, subject: ["zorblat", "Company", "Zorblat"], relation: "partnerOf", object: ["quon", "Company", "Quon"] },
  {
    sentence: 6,
    subject: ["zorblat", "Company", "Zorblat"],
    relation: "operatesIn",
    object: ["ai-chip-development", "Sector", "AI chips"],
  },
];

export const TEXT: string = SENTENCES.join(" ");

export const ARTICLE: Article = {
  id: "first",
  title: "A first article",
  text: TEXT,
  published: "2024-05-02",
  publisher: "The Paper",
  author: "Ben Ink",
  url: "https://example.org/first",
  licence: null,
  sources: ["https://example.org/source", "a letter"],
  file: "first.txt",
};

/** One fact with spans that follow from its words. */
export function say({ sentence, subject, relation, object, more }: Said): Fact {
  const quote = SENTENCES[sentence] ?? "";
  const start = TEXT.indexOf(quote);
  const ref = ([id, type, mention]: readonly [string, string, string]): EntityRef => {
    const at = TEXT.indexOf(mention, start);
    return { id, type, label: ENTITIES.find((one) => one.id === id)?.label ?? mention, mention, span: [at, at + mention.length] };
  };
  const told: FactObject = "mention" in object ? { ...object, span: [start, start + object.mention.length] } : ref(object);
  const fact: Omit<Fact, "id"> = {
    subject: ref(subject),
    relation,
    object: told,
    status: "asserted",
    attribution: null,
    time: null,
    qualifiers: {},
    evidence: { article: "first", start, end: start + quote.length, quote, trigger: null },
    extractor: "frames",
    rule: `${relation}-verb`,
    confidence: 0.9,
    reasons: ["parse:clean"],
    ...more,
  };
  return { ...fact, id: factId(fact) };
}

export const FACTS: readonly Fact[] = SAID.map(say);

/** Builds the world's knowledge from facts, the shipped ontology and its rules. */
export function world(facts: readonly Fact[] = FACTS, entities: readonly Entity[] = ENTITIES): Knowledge {
  return assemble({
    base: BASE,
    title: "A small world",
    ontology: ONTOLOGY,
    articles: [ARTICLE],
    entities,
    facts,
    claims: mergeFacts(facts, ONTOLOGY),
    rules: loadRules(),
    problems: [],
  });
}
