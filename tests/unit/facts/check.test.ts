import { expect, test } from "vitest";
import { checkFact } from "../../../src/facts/check.ts";
import type { Fact } from "../../../src/facts/fact.ts";
import { factId } from "../../../src/facts/id.ts";
import type { Ontology } from "../../../src/ontology/ontology.ts";
import type { Article } from "../../../src/text/article.ts";

const ontology = {
  classes: new Map([
    ["Thing", { parent: null }],
    ["Place", { parent: null }],
  ]),
  relations: new Map([["owns", { domain: ["Thing"], range: ["Thing"], objectKind: "entity" }]]),
} as unknown as Ontology;
const article = { id: "a", file: "a.txt", text: "Acme owns Beta." } as Article;
const ref = (mention: string, start: number) => ({
  id: mention,
  type: "Thing",
  label: mention,
  mention,
  span: [start, start + 4] as const,
});
function fact(change: Partial<Fact> = {}): Fact {
  const evidence: Fact["evidence"] = { article: "a", start: 0, end: 15, quote: article.text, trigger: [5, 9] };
  const rest = {
    subject: ref("Acme", 0),
    relation: "owns",
    object: ref("Beta", 10),
    status: "asserted" as const,
    attribution: null,
    time: null,
  };
  const whole = { ...rest, qualifiers: {}, evidence, extractor: "frames", rule: "r", confidence: 0.5, reasons: [], ...change };
  return { ...whole, id: change.id ?? factId(whole) };
}
const codes = (change: Partial<Fact>): string[] => checkFact(fact(change), article, ontology).map(({ code }) => code);

test("a fact whose words stand where it says has no problem", () => expect(codes({})).toEqual([]));
test("a mention one character off is named", () => expect(codes({ object: ref("Beta", 9) })).toEqual(["fact-span"]));
test("a subject outside the domain is named", () =>
  expect(codes({ subject: { ...ref("Acme", 0), type: "Place" } })).toEqual(["fact-type"]));
test("an unknown relation is named", () => expect(codes({ relation: "eats" })).toEqual(["fact-relation"]));
test("an id that does not follow from the content is named", () => expect(codes({ id: "0" })).toEqual(["fact-id"]));
