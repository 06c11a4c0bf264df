// Dates of partial precision, bars of the timeline, and the comparison of two builds.
import { describe, expect, it } from "vitest";
import { compareBuilds } from "../../../viewer/changes.ts";
import type { ViewerClaim } from "../../../viewer/data.ts";
import { barsFor, dateWords, daysOf, overlaps } from "../../../viewer/time.ts";

describe("dates", () => {
  it("cover the year, the month or the day that they name", () => {
    expect(daysOf("2024")).toEqual({ first: "2024-01-01", last: "2024-12-31" });
    expect(daysOf("2024-02")).toEqual({ first: "2024-02-01", last: "2024-02-29" });
    expect(daysOf("2024-02-03")).toEqual({ first: "2024-02-03", last: "2024-02-03" });
    expect(daysOf("soon")).toBeNull();
  });

  it("overlap a range that is open at either end", () => {
    const june = daysOf("2024-06");
    expect(overlaps(june, { from: "2024-06-30", to: "" })).toBe(true);
    expect(overlaps(june, { from: "2024-07-01", to: "" })).toBe(false);
    expect(overlaps(june, { from: "", to: "2024-06-01" })).toBe(true);
    expect(overlaps(null, { from: "", to: "" })).toBe(true);
    expect(overlaps(null, { from: "2024-01-01", to: "" })).toBe(false);
  });

  it("are written for people", () => {
    expect(["2024-07-03", "2024-07", "2024"].map(dateWords)).toEqual(["3 July 2024", "July 2024", "2024"]);
  });
});

describe("bars", () => {
  const days = (...dates: readonly string[]) => dates.map((date) => daysOf(date) ?? { first: "", last: "" });

  it("are months without gaps", () => {
    expect(barsFor(days("2025-01-24", "2024-11-02")).map((bar) => bar.key)).toEqual(["2024-11", "2024-12", "2025-01"]);
  });

  it("are years where months would be too many", () => {
    const bars = barsFor(days("1987", "2024-11-02"));
    expect(bars.length).toBe(38);
    expect(bars[0]?.label).toBe("1987");
  });

  it("are none for no days", () => {
    expect(barsFor([])).toEqual([]);
  });
});

describe("two builds", () => {
  const claim = (object: ViewerClaim["object"], facts: readonly string[]): ViewerClaim => ({
    id: "c",
    subject: "acme",
    relation: "raised",
    object,
    status: "asserted",
    facts,
    confidence: 1,
    conflictsWith: [],
  });
  const line = (object: object, id: string): string =>
    JSON.stringify({
      id,
      subject: { id: "acme", label: "Acme" },
      relation: "raised",
      object,
      status: "asserted",
      evidence: { article: "a", quote: "Acme raised 5." },
    });

  it("agree on a value whatever its mention was", () => {
    const earlier = line({ value: 5, unit: "EUR", mention: "five euros", span: [1, 2] }, "f1");
    expect(compareBuilds(earlier, [claim({ value: 5, unit: "EUR" }, ["f1"])])).toEqual({ added: [], gone: [], resupported: [] });
  });

  it("differ by claims that came, went, or rest on other sentences", () => {
    const earlier = [line({ id: "beta", label: "Beta", mention: "Beta" }, "f1"), line({ value: 5, mention: "5" }, "f2")].join("\n");
    const changes = compareBuilds(earlier, [claim("beta", ["f1", "f3"]), claim({ value: 6 }, ["f4"])]);
    expect(changes.added.map(({ object }) => object)).toEqual([{ value: 6 }]);
    expect(changes.gone.map(({ subject, object, quote }) => [subject, object, quote])).toEqual([["Acme", "5", "Acme raised 5."]]);
    expect(changes.resupported.map(({ more, fewer }) => [more, fewer])).toEqual([[1, 0]]);
  });

  it("name the line that is no fact", () => {
    expect(() => compareBuilds(`${line({ value: 1, mention: "1" }, "f")}\n{}`, [])).toThrow("line 2 is not a fact");
  });
});
