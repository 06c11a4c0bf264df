// A small knowledge with awkward characters; all companies are invented.
import type { Fact } from "../../../src/facts/fact.ts";
import { assemble } from "../../../src/graph/assemble.ts";
import type { Claim, Knowledge } from "../../../src/graph/knowledge.ts";
import type { Ontology, Relation } from "../../../src/ontology/ontology.ts";

const NS = "https://example.org/o#";
const relation = (id: string, objectKind: "entity" | "amount"): Relation => ({
  id,
  iri: NS + id,
  label: id,
  inverseLabel: `${id} of`,
  comment: id,
  domain: ["Firm"],
  range: objectKind === "entity" ? ["Firm"] : [],
  objectKind,
  symmetric: id === "partnersWith",
  singleValued: false,
  alignments: [],
});
const ontology: Ontology = {
  iri: "https://example.org/o",
  namespace: NS,
  prefix: "o",
  label: "Test",
  classes: new Map([
    [
      "Firm",
      {
        id: "Firm",
        iri: `${NS}Firm`,
        label: "firm",
        plural: "firms",
        comment: "A firm.",
        parent: null,
        cueNouns: [],
        nameEndings: [],
        nameBeginnings: [],
        titles: [],
        colour: { light: "#336699", dark: "#99ccff" },
        pictogram: "firm",
        alignments: [],
        phrase: false,
        described: null,
      },
    ],
  ]),
  relations: new Map([
    ["partnersWith", relation("partnersWith", "entity")],
    ["raised", relation("raised", "amount")],
  ]),
  frames: [],
  concepts: [],
  metonymies: [],
  prefixes: new Map([["o", NS]]),
  files: [],
};
const quote = 'Zorblat \u{1F600} "pairs" with \\ Quon & <Co> ]]> -- \u202E\n.';
const text = `\u{1F600} Before. ${quote} After.`;
const ref = (id: string, label: string) => ({ id, type: "Firm", label, mention: label, span: [0, 1] as const });
const fact = (id: string, relationId: string, object: Fact["object"], status: Fact["status"]): Fact => ({
  subject: ref("zorblat", "=Zorblat \u{1F600}\uD800"),
  relation: relationId,
  object,
  status,
  attribution: null,
  time: null,
  qualifiers: {},
  evidence: { article: "first", start: 11, end: 11 + quote.length, quote, trigger: null },
  extractor: "frames",
  rule: "pair",
  confidence: 0.85,
  reasons: [],
  id,
});
const facts = [
  fact("aaaa000000000001", "partnersWith", ref("quon", "Quon, \u0007Inc"), "asserted"),
  fact("aaaa000000000002", "raised", { value: 1e21, unit: "USD", comparator: ">", mention: "a lot", span: [0, 1] }, "planned"),
];
const claims: Claim[] = [
  {
    id: "cccc000000000001",
    subject: "zorblat",
    relation: "partnersWith",
    object: "quon",
    status: "asserted",
    facts: ["aaaa000000000001"],
    confidence: 0.85,
    conflictsWith: [],
  },
];
const article = {
  id: "first",
  title: "First",
  text,
  published: "2024-05-02",
  publisher: "Paper",
  author: null,
  url: null,
  licence: null,
  sources: [],
  file: "first.txt",
};

/** Builds the fixture; `backwards` hands everything over in the other order. */
export function fixture(backwards: readonly "backwards"[] = []): Knowledge {
  const order = <T>(items: readonly T[]): readonly T[] => (backwards.length > 0 ? [...items].reverse() : items);
  return assemble({
    base: "https://example.org",
    title: "Test",
    ontology,
    articles: [article],
    entities: [],
    facts: order(facts),
    claims: order(claims),
    problems: [],
  });
}
