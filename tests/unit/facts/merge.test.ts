import { expect, test } from "vitest";
import type { Fact } from "../../../src/facts/fact.ts";
import { factId } from "../../../src/facts/id.ts";
import { mergeFacts } from "../../../src/facts/merge.ts";
import type { Ontology } from "../../../src/ontology/ontology.ts";

const ontology = { relations: new Map([["head", { singleValued: true }]]) } as unknown as Ontology;
const ref = (id: string) => ({ id, type: "Thing", label: id, mention: id, span: [0, 1] as const });
const on = (value: string) =>
  ({ value, datatype: value.length > 7 ? "date" : "gYearMonth", mention: value, span: [0, 1] as const }) as const;
function fact(object: string | Fact["object"], article: string, status: Fact["status"] = "asserted", confidence = 0.5): Fact {
  const evidence = { article, start: 0, end: 1, quote: "x", trigger: null };
  const rest = {
    subject: ref("acme"),
    relation: "head",
    object: typeof object === "string" ? ref(object) : object,
    status,
    attribution: null,
    time: null,
  };
  const whole = { ...rest, qualifiers: {}, evidence, extractor: "frames", rule: "r", confidence, reasons: [] };
  return { ...whole, id: factId(whole) };
}

test("two articles that say the same make one claim of higher confidence", () => {
  const [claim, ...others] = mergeFacts([fact("ann", "b"), fact("ann", "a")], ontology);
  expect(others).toEqual([]);
  expect(claim?.confidence).toBe(0.75);
  expect(claim?.facts).toEqual([fact("ann", "a").id, fact("ann", "b").id]);
});
test("two values of a single-valued relation name each other as conflicts", () => {
  const [one, two] = mergeFacts([fact("ann", "a"), fact("bob", "b")], ontology);
  expect(one?.conflictsWith).toEqual([two?.id]);
  expect(two?.conflictsWith).toEqual([one?.id]);
});
test("a date contradicts another one, not one that is told less exactly", () => {
  const dates = ["2022-10", "2022-10-07", "2022-11"];
  const claims = mergeFacts(
    dates.map((value) => fact(on(value), value)),
    ontology,
  );
  const value = (id: string) =>
    claims.flatMap((claim) => (claim.id === id && typeof claim.object !== "string" ? [claim.object.value] : []));
  expect(claims.map(({ id, conflictsWith }) => [value(id), conflictsWith.flatMap(value).sort()].join(" <> ")).sort()).toEqual([
    "2022-10 <> 2022-11",
    "2022-10-07 <> 2022-11",
    "2022-11 <> 2022-10,2022-10-07",
  ]);
});
test("a negation contradicts the assertion and a plan does not", () => {
  const conflicts = mergeFacts([fact("ann", "a"), fact("ann", "b", "negated"), fact("ann", "c", "planned")], ontology);
  expect(conflicts.map(({ status, conflictsWith }) => [status, conflictsWith.length]).sort()).toEqual([
    ["asserted", 1],
    ["negated", 1],
    ["planned", 0],
  ]);
});
test("an id does not depend on confidence", () => {
  expect(fact("ann", "a", "asserted", 0.9).id).toBe(fact("ann", "a").id);
});
