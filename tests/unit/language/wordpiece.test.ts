import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVocabulary, SHAPES, wordPieces } from "../../../src/language/wordpiece.ts";

const vocabulary = readVocabulary(["[PAD]", "[UNK]", "mistral", "rais", "##ed", "cafe", "5", "##g", "$", "-", "ai", "."].join("\n"));
const cut = (text: string): string[] => wordPieces(vocabulary, text, [0, text.length]).map(({ span }) => text.slice(...span));

describe("wordPieces", () => {
  it("cuts words into the longest known pieces, at offsets of the text", () => {
    expect(cut("Mistral raised $5.")).toEqual(["Mistral", "rais", "ed", "$", "5", "."]);
  });

  it("reads accents and capitals like plain letters and keeps how the word was written", () => {
    const [cafe, ai] = wordPieces(vocabulary, "Café AI", [0, 7]);
    expect([cafe?.id, cafe?.span]).toEqual([5, [0, 4]]);
    expect([SHAPES[cafe?.shape ?? -1], SHAPES[ai?.shape ?? -1]]).toEqual(["capitalised", "upper"]);
  });

  it("takes a word without known pieces as one unknown piece", () => {
    const [piece] = wordPieces(vocabulary, "zzz", [0, 3]);
    expect(piece).toEqual({ id: 1, span: [0, 3], word: 0, shape: SHAPES.indexOf("lower") });
  });

  it("numbers words on from the one given and gives no piece for empty text", () => {
    expect(wordPieces(vocabulary, "xx raised-ai", [3, 12], 7).map(({ word }) => word)).toEqual([7, 7, 8, 9]);
    expect(wordPieces(vocabulary, "", [0, 0])).toEqual([]);
  });

  it("gives sorted spans inside the text that do not overlap, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let last = 0;
        for (const { span } of wordPieces(vocabulary, text, [0, text.length])) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeGreaterThan(span[0]);
          last = span[1];
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
