// `npm run train:names -- --corpora FOLDER`: names of people, organizations and places that the reader finds in CrossNER's test parts, exact span
// and type. The corpus's finer types are joined to three by the mapping in data/models/train/corpora.json. Source: Liu et al. 2021.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readDocument } from "../facts/reading.ts";
import { knownSpans } from "../facts/relations.ts";
import { findMentions } from "../mentions/find.ts";
import { overlap } from "../problem.ts";
import { openBench } from "./bench.ts";
import { type NamedSentence, readCrossNer } from "./crossner.ts";

const { values } = parseArgs({
  options: {
    corpora: { type: "string" },
    folder: { type: "string", default: "data/models/encoder" },
    mappings: { type: "string", default: "data/models/train/corpora.json" },
  },
});
if (values.corpora === undefined) {
  console.error("usage: npm run train:names -- --corpora FOLDER [--folder MODEL]");
  process.exit(2);
}

type Name = NamedSentence["names"][number];

/** A mention of less than this counts as none. */
const LEAST = 0.5;
const bench = await openBench(values.folder);
const { encoder } = bench;
const { names: mapping } = JSON.parse(readFileSync(values.mappings, "utf8")) as {
  names: { readonly corpus: Readonly<Record<string, string>>; readonly own: Readonly<Record<string, string>> };
};

async function find(text: string): Promise<Name[]> {
  const document = bench.analyse("s", text);
  const mentions = findMentions(document, bench);
  const reading = await readDocument(document, encoder, knownSpans(mentions, encoder.labels));
  const found = reading.mentions
    .filter(({ score, isReference, span }) => score >= LEAST && !isReference && /\p{Lu}/u.test(text.slice(...span)))
    .flatMap(({ span, type, score }) => (mapping.own[type] === undefined ? [] : [{ span, type: mapping.own[type], score }]))
    .sort((a, b) => b.score - a.score);
  const kept: Name[] = [];
  for (const name of found) if (!kept.some(({ span }) => overlap(span, name.span))) kept.push(name);
  return kept;
}

for (const field of ["ai", "politics"]) {
  let [gold, made, right, bounds] = [0, 0, 0, 0];
  for (const { text, names } of readCrossNer(`${values.corpora}/crossner/${field}-test.txt`, mapping.corpus)) {
    const found = await find(text);
    gold += names.length;
    made += found.length;
    for (const { span, type } of found) {
      const same = names.find((name) => name.span[0] === span[0] && name.span[1] === span[1]);
      if (same !== undefined) bounds++;
      if (same?.type === type) right++;
    }
  }
  const f1 = (n: number): string => ((2 * n) / Math.max(1, gold + made)).toFixed(3);
  console.log(
    `CrossNER ${field}: ${gold} names, ${made} found, ${right} right: P ${(right / made).toFixed(3)} R ${(right / gold).toFixed(3)} F1 ${f1(right)}, bounds alone F1 ${f1(bounds)}`,
  );
}
