import { describe, expect, test } from "vitest";
import { readDates } from "../../../src/mentions/dates.ts";
import { readAmounts, readLooseAmount } from "../../../src/mentions/values.ts";

describe("readAmounts", () => {
  test.each([
    ["over 1 billion euros", [{ value: 1e9, unit: "EUR", comparator: ">" }]],
    ["€600m", [{ value: 6e8, unit: "EUR" }]],
    ["a $1.03 billion round", [{ value: 1.03e9, unit: "USD" }]],
    ["US$5 million", [{ value: 5e6, unit: "USD" }]],
    ["A$2 million", [{ value: 2e6, unit: "AUD" }]],
    ["RMB 3 billion", [{ value: 3e9, unit: "CNY" }]],
    ["60 billion yuan", [{ value: 6e10, unit: "CNY" }]],
    ["10-12 million pounds", [{ value: 1e7, max: 1.2e7, unit: "GBP" }]],
    ["half a billion dollars", [{ value: 5e8, unit: "USD" }]],
    ["at least 48 models", [{ value: 48, comparator: ">=" }]],
    ["some 43 firms", [{ value: 43, comparator: "~" }]],
    ["two dozen labs", [{ value: 24 }]],
    ["up to 30% of staff", [{ value: 30, unit: "%", comparator: "<=" }]],
    ["1,250 people", [{ value: 1250 }]],
    ["twenty-one states", [{ value: 21 }]],
    ["55 pounds", [{ value: 55, unit: "pounds" }]],
    ["150m users", [{ value: 1.5e8 }]],
    [
      "a third of the market and more than half of its rivals",
      [
        { value: 33.3, unit: "%" },
        { value: 50, unit: "%", comparator: ">" },
      ],
    ],
    [
      "costs fell by two-thirds, then by three quarters of the rest",
      [
        { value: 66.7, unit: "%" },
        { value: 75, unit: "%" },
      ],
    ],
  ])("%s is read", (text, amounts) => expect(readAmounts(text).map(({ amount }) => amount)).toEqual(amounts));

  test.each(["150m deep", "half-hearted", "a quarter ago", "tens of billions of dollars", "the H100 chip", "GPT-4", "one of them"])(
    "%s gives no number",
    (text) => expect(readAmounts(text)).toEqual([]),
  );
});

describe("readLooseAmount", () => {
  test.each([
    ["second-largest", { value: 2 }],
    ["the 12th", { value: 12 }],
    ["No. 1", { value: 1 }],
    ["its biggest", { value: 1 }],
    ["more than half", { value: 50, unit: "%", comparator: ">" }],
    ["about two-thirds of sales", { value: 66.7, unit: "%", comparator: "~" }],
    ["no money", null],
    ["the thirdhand market", null],
  ])("%s", (words, amount) => expect(readLooseAmount(words)).toEqual(amount));
});

describe("readDates", () => {
  test.each([
    ["on March 10, 2026", "2026-03-10"],
    ["on 5 May 2021", "2021-05-05"],
    ["in February 2025", "2025-02"],
    ["in the first quarter of 2024", "2024"],
    ["since 2018", "2018"],
    ["last month", "2024-12"],
    ["earlier this year", "2025"],
    ["on Tuesday", "2025-01-14"],
    ["on Wednesday", "2025-01-15"],
    ["this week", "2025-W03"],
    ["said Friday", "2025-01-10"],
    ["last Wednesday", "2025-01-08"],
    ["next Monday", "2025-01-20"],
    ["on December 6", "2024-12-06"],
    ["by 31 March", "2025-03-31"],
    ["in early June", "2025-06"],
    ["in October", "2024-10"],
    ["last March", "2024-03"],
    ["next October", "2025-10"],
    ["four years ago", "2021"],
    ["two months ago", "2024-11"],
    ["a week ago", "2025-W02"],
    ["3 days ago", "2025-01-12"],
  ])("%s is %s for an article of 15 January 2025", (text, value) =>
    expect(readDates(text, "2025-01-15").map(({ date }) => date?.value)).toEqual([value]),
  );

  test.each(["on Black Friday", "they may march", "the Sunday Times", "March 45", "more than two years ago", "a decade ago"])(
    "%s is no date",
    (text) => expect(readDates(text, "2025-01-15")).toEqual([]),
  );

  test("a relative date without a publication date has no value", () => {
    expect(readDates("last month", null)).toMatchObject([{ relative: "last month", date: { value: null } }]);
    expect(readDates("two years ago", null)).toMatchObject([{ relative: "two years ago", date: { value: null } }]);
    expect(readDates("in October", "")).toEqual(readDates("in October", null));
  });
});
