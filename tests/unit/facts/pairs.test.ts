import { describe, expect, it } from "vitest";
import { type Found, pairInputs } from "../../../src/facts/pairs.ts";
import type { EncoderLabels } from "../../../src/language/encoder.ts";

const labels = { types: ["none", "Company", "Goal"], objectOnly: ["Goal"] } as unknown as EncoderLabels;
// Pieces 0 to 4 are sentence 0, 5 to 9 sentence 1, 10 to 14 sentence 2, 15 to 19 sentence 3.
const sentenceOf = Array.from({ length: 20 }, (_, piece) => Math.floor(piece / 5));
const mention = (from: number, to = from, type = 1, isReference = false): Found => ({
  from,
  to,
  type,
  score: 1,
  isReference,
  sentence: sentenceOf[from]!,
});

/** Pairs as "subject>object distance". */
function pairsOf(found: readonly Found[], things: readonly string[], next = 0): string[] {
  const { subject, object, distance } = pairInputs(found, things, sentenceOf, next, labels);
  return subject.map((one, k) => `${things[one]}>${things[object[k]!]} ${distance[k]}`);
}

describe("pairInputs", () => {
  it("pairs the mentions of a sentence both ways, goals only as objects, with the bucket of the words between", () => {
    const found = [mention(0), mention(2), mention(4, 4, 2)];
    expect(pairsOf(found, ["a", "b", "goal"])).toEqual(["a>b 1", "a>goal 2", "b>a 9", "b>goal 1"]);
  });

  it("gives the words between two mentions, and the bounds of their sentence", () => {
    const { low, high, sentenceFrom, sentenceTo } = pairInputs([mention(5, 6), mention(9)], ["a", "b"], sentenceOf, 0, labels);
    expect([low, high, sentenceFrom, sentenceTo]).toEqual([
      [7, 7],
      [9, 9],
      [5, 5],
      [10, 10],
    ]);
  });

  it("pairs what a sentence speaks of with the names of the two sentences before it, the nearer one first", () => {
    const found = [mention(0), mention(5), mention(10), mention(12)];
    const remote = pairsOf(found, ["a", "b", "c", "d"]).filter((pair) => Number(pair.split(" ")[1]) > 15);
    expect(remote).toEqual(["a>b 16", "b>c 16", "b>d 16", "a>c 17", "a>d 17"]);
  });

  it("leaves out what the sentence itself speaks of, references, goals, and names further back", () => {
    const found = [mention(0), mention(5), mention(6, 6, 1, true), mention(7, 7, 2), mention(15), mention(17)];
    // "a" of sentence 0 is too far from sentence 3; nothing stands in sentence 2, so sentence 3 sees sentence 1.
    const remote = pairsOf(found, ["a", "a", "ref", "goal", "c", "d"]).filter((pair) => Number(pair.split(" ")[1]) > 15);
    expect(remote).toEqual(["a>c 17", "a>d 17"]);
    expect(pairsOf([mention(0), mention(5), mention(6)], ["a", "a", "b"]).some((pair) => pair.endsWith(" 16"))).toBe(false);
  });

  it("asks nothing of sentences that only serve as context", () => {
    const found = [mention(0), mention(1), mention(5), mention(6)];
    expect(pairsOf(found, ["a", "b", "c", "d"], 1)).toEqual(["c>d 0", "d>c 8", "b>c 16", "b>d 16", "a>c 16", "a>d 16"]);
  });
});
