import { expect, it } from "vitest";
import { type KnownSpan, readDocument } from "../../../src/facts/reading.ts";
import { analyseText } from "../../../src/language/analyse.ts";
import type { Encoder } from "../../../src/language/encoder.ts";
import { loadModels } from "../../../src/language/model.ts";
import { readVocabulary } from "../../../src/language/wordpiece.ts";

const TEXT = "Acme sued Bolt in Rome. The watchdog fined both firms. A lender praised them.";
const WORDS = ["acme", "sued", "bolt", "in", "rome", ".", "the", "watchdog", "fined", "both", "firms", "a", "lender", "praised", "them"];
const TYPES = ["none", "Firm", "Body", "Amount"];
/** Words -> type and whether the model takes them for a reference. */
const SAID: Readonly<Record<string, readonly [type: number, isReference: boolean]>> = {
  acme: [1, false],
  bolt: [1, false],
  rome: [2, false],
  watchdog: [2, false],
  "both firms": [1, true],
  fined: [2, false],
  lender: [2, false],
  them: [1, true],
};
/** Scores of what a word stands for; the score of nothing is 0. */
const LINKS: Readonly<Record<string, number>> = {
  "watchdog rome": 3,
  "watchdog acme": -2,
  "watchdog bolt": -2,
  "both firms acme": 2,
  "both firms bolt": 1,
  "both firms rome": -3,
  "both firms watchdog": -3,
  "lender rome": -1,
  "lender acme": -2,
  "lender bolt": -2,
  "lender watchdog": -1,
  "them bolt": 2,
  "them acme": 1,
  "them rome": 0,
  "them watchdog": 0,
  "them lender": 0,
};

/** Says what the tables above say, by the words of each span. */
function tableEncoder(): Encoder {
  let pieces: string[] = [];
  const words = (from: number, to: number): string => pieces.slice(from, to + 1).join(" ");
  return {
    labels: {
      types: TYPES,
      relations: ["none"],
      statuses: ["asserted"],
      valueTypes: { amount: "Amount", date: "Amount" },
      objectOnly: ["Amount"],
      maxWidth: 3,
      trust: { atLeast: 0, weights: [], relations: {} },
    },
    vocabulary: readVocabulary(WORDS.join("\n")),
    hidden: async (ids) => {
      pieces = ids.map((id) => WORDS[id] ?? "?");
      return { length: ids.length, size: 1, rows: new Float32Array(ids.length) };
    },
    mentions: async (_hidden, { from, to }) => {
      const said = from.map((start, k) => SAID[words(start, to[k]!)]);
      return {
        types: Float32Array.from(said.flatMap((one) => TYPES.map((_, type) => (type === (one?.[0] ?? 0) ? 0.9 : 0)))),
        reference: Float32Array.from(said.map((one) => (one?.[1] === true ? 0.9 : 0))),
      };
    },
    antecedents: async (_hidden, { from, to }, { reference, candidate }) =>
      Float32Array.from(
        reference.map((i, k) => LINKS[`${words(from[i]!, to[i]!)} ${words(from[candidate[k]!]!, to[candidate[k]!]!)}`] ?? Number.NaN),
      ),
    relations: async (_hidden, _mentions, { subject }) => ({
      relations: Float32Array.from(subject.map(() => 1)),
      statuses: Float32Array.from(subject.map(() => 1)),
      trigger: subject.map(() => 0),
    }),
  };
}

it("links pronouns, descriptions and words for several things to what was named before", async () => {
  // "fined" is no known name, and a verb alone is no thing.
  const names = Object.keys(SAID).filter((words) => words !== "fined");
  const known: KnownSpan[] = names.map((words) => {
    const start = TEXT.toLowerCase().indexOf(words);
    return { span: [start, start + words.length], type: null };
  });
  const document = analyseText(TEXT, loadModels());
  const { mentions } = await readDocument(document, tableEncoder(), known);
  const words = (i: number | null): string => (i === null ? "" : TEXT.slice(...mentions[i]!.span));
  const links = mentions.map(({ antecedent, further }, i) => [words(i), words(antecedent), ...further.map(words)].join(" > "));
  expect(links).toEqual(["Acme > ", "Bolt > ", "Rome > ", "watchdog > Rome", "both firms > Acme > Bolt", "lender > ", "them > Bolt"]);
});
