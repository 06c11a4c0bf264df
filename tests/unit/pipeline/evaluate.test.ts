import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Fact, FactObject } from "../../../src/facts/fact.ts";
import { figures, type GoldFact, pool, type Rules, sameName, samePhrase, score } from "../../../src/pipeline/evaluate.ts";

const profile = JSON.parse(readFileSync("data/evaluation.json", "utf8")) as { scored: string[]; phrase: string[] };
const rules: Rules = {
  scored: new Set(profile.scored),
  phrase: new Set(profile.phrase),
  symmetric: new Set(["partnerOf", "competesWith"]),
};

const ref = (label: string) => ({ id: label, type: "Thing", label, mention: label, span: [0, 1] as const });
function fact(subject: string, relation: string, object: FactObject | string, status: Fact["status"] = "asserted"): Fact {
  return {
    subject: ref(subject),
    relation,
    object: typeof object === "string" ? ref(object) : object,
    status,
    attribution: null,
    time: null,
    qualifiers: {},
    evidence: { article: "a", start: 0, end: 1, quote: "q", trigger: null },
    extractor: "frames",
    rule: "r",
    confidence: 1,
    reasons: [],
    id: "0",
  };
}

describe("the comparison of labels", () => {
  test.each([
    ["Acme Inc.", "Acme", true],
    ["the Société Générale", "Societe Generale", true],
    ["Bank of Finland", "Finland", false],
    ["European Commission President", "European Commission", true],
    ["Group", "Holdings", false],
  ])("%s and %s: one name is %s", (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
  });

  test("phrases agree on content words", () => {
    expect(samePhrase("the development of chips", "chip development")).toBe(true);
    expect(samePhrase("chips", "cars")).toBe(false);
    expect(samePhrase("the", "cars")).toBe(false);
  });
});

describe("the score", () => {
  const gold: GoldFact[] = [
    { s: ["Acme"], p: "partnerOf", o: ["Beta"], modality: "planned" },
    { s: ["Acme"], p: "raisedFunding", o: { value: 100, unit: "EUR" }, core: false },
    { s: ["Law"], p: "dateIssued", o: "2024", alt: ["dateFounded"] },
  ];
  const amount = (value: number, unit: string): FactObject => ({ value, unit, mention: "m", span: [0, 1] });

  test("takes symmetric relations either way, amounts with a tolerance, and repeats as neither right nor wrong", () => {
    const result = score(
      gold,
      [
        fact("Beta", "partnerOf", "Acme"),
        fact("Acme", "partnerOf", "Beta"),
        fact("Acme", "raisedFunding", amount(100.4, "EUR")),
        fact("Acme", "raisedFunding", amount(100, "USD")),
        fact("Acme", "unheardOf", "Beta"),
      ],
      rules,
    );
    expect(figures(result)).toMatchObject({
      gold: 3,
      facts: 4,
      right: 2,
      again: 1,
      wrong: 1,
      precision: 2 / 3,
      recall: 2 / 3,
      coreRecall: 0.5,
      statusAccuracy: 0.5,
    });
    expect(result.missed.map((one) => one.p)).toEqual(["dateIssued"]);
  });

  test("gives zeros, not NaN, where nothing is scored", () => {
    expect(figures(score([], [], rules))).toMatchObject({ precision: 0, recall: 0, f1: 0, coreRecall: 0, statusAccuracy: 0 });
  });
});

const cases = "../shared/dev-cases";
const referee = "../shared/tools/score.mjs";
test.skipIf(!existsSync(cases))("pooled figures equal the referee's (needs ../shared; without it this test does not run)", () => {
  const folder = mkdtempSync(join(tmpdir(), "factloom-score-"));
  const names = readdirSync(cases).filter((name) => name.endsWith(".gold.jsonl"));
  const scores = names.map((name) => {
    const gold = readFileSync(join(cases, name), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line) as GoldFact);
    const facts = gold.flatMap((one, index) => distort(one, index));
    writeFileSync(join(folder, name.replace(".gold.jsonl", ".jsonl")), facts.map((line) => JSON.stringify(line)).join("\n"));
    return score(gold, facts, rules);
  });
  // The referee only runs when it is called by the name that Node gives it, which is the real one.
  const expected = JSON.parse(
    execFileSync(process.execPath, [realpathSync(referee), cases, folder, "--json"], { encoding: "utf8" }),
  ) as Record<string, number>;
  rmSync(folder, { recursive: true });
  const found = figures(pool(scores)) as unknown as Record<string, number>;
  for (const [name, value] of Object.entries(expected)) expect([name, found[name]?.toFixed(9)]).toEqual([name, value.toFixed(9)]);
  expect(expected.wrong).toBeGreaterThan(5);
  expect(expected.right).toBeGreaterThan(50);
});

/** Facts from a gold fact: right ones, ones the other way round, cut labels, other statuses, other amounts, repeats, by its number. */
function distort(gold: GoldFact, index: number): Fact[] {
  const subject = gold.s[index % gold.s.length] ?? "";
  const status = index % 5 === 0 ? "required" : "asserted";
  if (typeof gold.o === "string") return [fact(subject, gold.p, gold.o, status)];
  if (!Array.isArray(gold.o)) {
    const { value, unit, of } = gold.o as { value: number; unit?: string; of?: string };
    const changed = index % 3 === 0 ? value * 1.01 : value * 1.001;
    return [
      fact(
        subject,
        gold.p,
        { value: changed, ...(unit === undefined ? {} : { unit }), ...(of === undefined ? {} : { of }), mention: "m", span: [0, 1] },
        status,
      ),
    ];
  }
  const labels = gold.o as readonly string[];
  const object = labels.at(-1) ?? "";
  const cut = object.split(" ").slice(0, -1).join(" ") || "nothing";
  const made =
    index % 4 === 0
      ? fact(object, gold.p, subject, status)
      : index % 4 === 1
        ? fact(`${subject} Ltd.`, gold.p, cut, status)
        : fact(subject, gold.p, object, status);
  return index % 6 === 0 ? [made, made] : [made];
}
