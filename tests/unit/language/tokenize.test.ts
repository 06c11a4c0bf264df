import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../../src/language/tokenize.ts";

const words = (text: string): string[] => tokenize(text).map((span) => text.slice(...span));

describe("tokenize", () => {
  it.each([
    ["Acme’s chips don't sell.", "Acme ’s chips do n't sell ."],
    ["Over $1.5 billion (€600m), up 3.5%.", "Over $ 1.5 billion ( € 600 m ) , up 3.5 % ."],
    ["The U.S. and J. Cole of Beta Inc. agreed.", "The U.S. and J. Cole of Beta Inc. agreed ."],
    ["Paris-based GPT-4 cost US$10,000 in 2024-25.", "Paris - based GPT - 4 cost US$ 10,000 in 2024 - 25 ."],
    ["See https://a.example/x?y=1, please.", "See https://a.example/x?y=1 , please ."],
    ["“It’s open,” they'll say.", "“ It ’s open , ” they 'll say ."],
    ["Founded in 2019.", "Founded in 2019 ."],
  ])("splits %s", (text, expected) => {
    expect(words(text).join(" ")).toBe(expected);
  });

  it("covers every character that is not white space, once and in order", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.array(fc.constantFrom("Inc.", "U.S.", "n't", "’s ", "$5", "...", "a.b", " ")),
        (a, b) => {
          const text = a + b.join("");
          let last = 0;
          let joined = "";
          for (const [start, end] of tokenize(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            joined += text.slice(start, end);
            last = end;
          }
          expect(joined.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        },
      ),
    );
  });
});
