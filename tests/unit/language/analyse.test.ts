import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseText } from "../../../src/language/analyse.ts";
import { decodeModel, encodeModel, loadModels } from "../../../src/language/model.ts";
import { QuantisedModel } from "../../../src/language/perceptron.ts";
import { readConllu } from "../../../src/training/conllu.ts";
import { measure } from "../../../src/training/measure.ts";

const models = loadModels();
const TREEBANK = "../shared/corpora/ud-english-ewt/test.conllu";

describe("analyse", () => {
  it("finds subject, verb and object of a plain sentence", () => {
    const { tokens } = analyseText("Acme acquired the small startup in Paris last year.", models).sentences[0]!;
    const verb = tokens.findIndex((t) => t.lemma === "acquire");
    expect(tokens[verb]).toMatchObject({ upos: "VERB", head: -1, deprel: "root" });
    expect(tokens[0]).toMatchObject({ deprel: "nsubj", head: verb });
    expect(tokens.find((t) => t.text === "startup")).toMatchObject({ deprel: "obj", head: verb });
  });

  it("gives one tree per sentence and exact spans for any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Acme", "said", "that", "it", ",", "buys", "chips", ".", "of", "the", "“", "2019", "not", "-")),
        (parts) => {
          const text = parts.join(" ");
          for (const { tokens } of analyseText(text, models).sentences) {
            expect(tokens.filter((t) => t.head === -1)).toHaveLength(1);
            for (const [i, token] of tokens.entries()) {
              expect(text.slice(...token.span)).toBe(token.text);
              let steps = 0;
              for (let k = i; k !== -1; k = tokens[k]!.head) expect(steps++).toBeLessThanOrEqual(tokens.length);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("loses no token of a segment too long for one tree", () => {
    const text = `Acme sells ${"a b , ".repeat(320)}and c.`;
    const tokens = analyseText(text, models).sentences.flatMap((s) => s.tokens);
    expect(tokens.map((t) => t.text).join("")).toBe(text.replace(/\s/g, ""));
  });

  it("keeps a model unchanged through its file", () => {
    const model = new QuantisedModel(2, new Int8Array([0, 0, 5, -127, 0, 0, 1, 2]), new Float32Array([0.5, 2]));
    const read = decodeModel(encodeModel(["a", "b"], model));
    expect(read.names).toEqual(["a", "b"]);
    expect([...read.model.table]).toEqual([...model.table]);
    expect([...read.model.scales]).toEqual([...model.scales]);
  });

  it(
    existsSync(TREEBANK) ? "reaches its figures on the EWT test set" : "reaches its figures (not measured here: the treebank is not there)",
    () => {
      if (!existsSync(TREEBANK)) return;
      const accuracy = measure(models.tagger, models.parser, readConllu(readFileSync(TREEBANK, "utf8")));
      expect(accuracy.upos).toBeGreaterThanOrEqual(95);
      expect(accuracy.uas).toBeGreaterThanOrEqual(84);
      expect(accuracy.las).toBeGreaterThanOrEqual(81);
    },
  );
});
