// `npm run train:names -- --corpora FOLDER`: names of people, organizations and places that the reader finds in CrossNER's test parts, exact span
// and type. The corpus's finer types are joined to three by the mapping in data/models/train/corpora.json. Source: Liu et al. 2021.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readDocument } from "../facts/reading.ts";
import { knownSpans } from "../facts/relations.ts";
import { findMentions } from "../mentions/find.ts";
import { overlap, type Span } from "../problem.ts";
import { openBench } from "./bench.ts";

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

interface Name {
  readonly span: Span;
  readonly type: string;
}

/** A mention of less than this counts as none. */
const LEAST = 0.5;
const bench = await openBench(values.folder);
const { encoder } = bench;
const { names: mapping } = JSON.parse(readFileSync(values.mappings, "utf8")) as {
  names: { readonly corpus: Readonly<Record<string, string>>; readonly own: Readonly<Record<string, string>> };
};

/** Sentences of "word, tab, tag" lines as texts with their names. */
function sentences(file: string): { readonly text: string; readonly names: readonly Name[] }[] {
  return readFileSync(file, "utf8")
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== "")
    .map((block) => {
      const names: { span: [number, number]; type: string }[] = [];
      let text = "";
      for (const line of block.split("\n").filter((each) => each !== "")) {
        const [word = "", tag = "O"] = line.split("\t");
        if (text !== "") text += " ";
        const type = mapping.corpus[tag.slice(2)];
        if (tag.startsWith("B-") && type !== undefined) names.push({ span: [text.length, text.length + word.length], type });
        text += word;
        if (tag.startsWith("I-") && type !== undefined) names.at(-1)!.span[1] = text.length;
      }
      return { text, names };
    });
}

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
  for (const { text, names } of sentences(`${values.corpora}/crossner/${field}-test.txt`)) {
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
