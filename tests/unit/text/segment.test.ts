import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segment } from "../../../src/text/segment.ts";

const texts = (text: string, kind = "sentence"): string[] =>
  segment(text)
    .filter((s) => s.kind === kind)
    .map((s) => text.slice(...s.span));

describe("segment", () => {
  it.each([
    ["Acme Inc. raised $1.5 million. It is based in the U.S. and sells chips.", 2],
    ["The U.S. Department of Trade acted. Mr. Smith of Beta Corp. agreed.", 2],
    ["Its Series C. The round was led by J. P. Moran & Co. of New York.", 2],
    ["“We are ready.” The chief executive of Acme Ltd. said so.", 2],
    ["Growth was 3.5 percent, e.g. in Asia. Is that much? Yes!", 3],
    ["It moved to the U.S. The office in Paris closed.", 2],
    ["Dr. A. B. Cole joined on Jan. 5 and left.", 1],
  ])("counts the sentences of %s", (text, count) => {
    expect(texts(text)).toHaveLength(count);
  });

  it("takes short lines without a final mark for headings", () => {
    expect(texts("A Title of Some Kind\nThe first sentence stands here.", "heading")).toEqual(["A Title of Some Kind"]);
  });

  it("gives sorted, disjoint, trimmed spans for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.array(fc.constantFrom("Acme. ", "U.S. ", "\n", "He won! ", "a b", "”", "  ")),
        (a, b) => {
          const text = a + b.join("");
          let last = 0;
          for (const { span } of segment(text)) {
            expect(span[0]).toBeGreaterThanOrEqual(last);
            expect(span[1]).toBeGreaterThan(span[0]);
            expect(text.slice(...span)).toBe(text.slice(...span).trim());
            last = span[1];
          }
        },
      ),
    );
  });
});
