import { describe, expect, it } from "vitest";
import { type Fact, isEntityRef } from "../../../src/facts/fact.ts";
import { factId } from "../../../src/facts/id.ts";
import { settleClasses } from "../../../src/facts/settle.ts";
import { loadOntology } from "../../../src/ontology/load.ts";

const { ontology } = loadOntology();
const ref = (id: string, type: string, at: number) => ({ id, type, label: id, mention: id, span: [at, at + id.length] as const });
const fact = (relation: string, subject: readonly [string, string], object: readonly [string, string], article: string): Fact => {
  const parts = {
    subject: ref(...subject, 0),
    relation,
    object: ref(...object, 20),
    status: "asserted" as const,
    attribution: null,
    time: null,
    qualifiers: {},
    evidence: { article, start: 0, end: 40, quote: "", trigger: null },
    extractor: "frames",
    rule: "r",
    confidence: 1,
    reasons: [],
  };
  return { ...parts, id: factId(parts) };
};
const shown = (facts: readonly Fact[]) => facts.map(({ object }) => isEntityRef(object) && `${object.id} ${object.type}`);

describe("settleClasses", () => {
  it("parts two things that share a name when the relation refuses the first one's class", () => {
    const facts = [
      fact("operatesIn", ["a", "Company"], ["cloud", "Sector"], "1"),
      fact("develops", ["b", "Company"], ["cloud", "Product"], "2"),
    ];
    const settled = settleClasses(facts, new Map(), ontology);
    expect(shown(settled)).toEqual(["cloud Sector", "cloud-product Product"]);
    expect(settled.map((one) => factId(one))).toEqual(settled.map(({ id }) => id));
  });

  it("joins them when the relation allows the class that stands, which for a known entity is its own", () => {
    const facts = [fact("develops", ["a", "Company"], ["x", "Product"], "1")];
    expect(shown(settleClasses(facts, new Map([["x", { class: "Technology" }]]), ontology))).toEqual(["x Technology"]);
  });

  it("leaves facts alone whose classes agree", () => {
    const facts = [fact("develops", ["a", "Company"], ["x", "Product"], "1")];
    expect(settleClasses(facts, new Map(), ontology)).toEqual(facts);
  });
});
