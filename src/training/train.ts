// `npm run train -- --corpora FOLDER [--out FOLDER] [--without-gum]`: trains tagger and parser and writes data/models/*.bin.
// Deterministic: seeded order, no clock; the same corpora give the same files.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { encodeClusters, encodeModel } from "../language/model.ts";
import { quantise } from "../language/perceptron.ts";
import { tag } from "../language/tagger.ts";
import type { Clusters } from "../language/words.ts";
import { readConllu, type TreebankSentence } from "./conllu.ts";
import { measure } from "./measure.ts";
import { trainParser } from "./train-parser.ts";
import { trainTagger } from "./train-tagger.ts";

/** Hash buckets (powers of two) and epochs; chosen so that both models stay under 12 MB on disk. Figures: data/models/README.md. */
const SIZES = { taggerBits: 17, taggerEpochs: 6, foldBits: 17, foldEpochs: 3, parserBits: 18, parserEpochs: 6 } as const;
/** The parser's tags while training come from taggers that did not see the sentence. */
const FOLDS = 3;
/** Clusters are kept for this many words: those of the treebanks, then the first of the list. */
const CLUSTER_WORDS = 60_000;

const { values } = parseArgs({
  options: {
    corpora: { type: "string" },
    out: { type: "string", default: "data/models" },
    "without-gum": { type: "boolean", default: false },
    epochs: { type: "string" },
  },
});
if (values.corpora === undefined) {
  console.error("usage: npm run train -- --corpora FOLDER [--out FOLDER] [--without-gum]");
  process.exit(2);
}
const log = (line: string): void => console.error(line);
const corpus = (name: string): TreebankSentence[] => readConllu(readFileSync(`${values.corpora}/${name}`, "utf8"));

const train = [...corpus("ud-english-ewt/train.conllu"), ...(values["without-gum"] ? [] : corpus("ud-english-gum-free/train.conllu"))];
const all = JSON.parse(readFileSync(`${values.corpora}/word-clusters.json`, "utf8")) as Record<string, [number, number]>;
const clusters = chooseClusters(all, train);
log(`${train.length} sentences, ${clusters.size} clustered words`);

const parserEpochs = values.epochs === undefined ? SIZES.parserEpochs : Number(values.epochs);
const tags = train.map((): (readonly [string, string])[] => []);
for (let fold = 0; fold < FOLDS; fold++) {
  const others = train.filter((_, i) => i % FOLDS !== fold);
  const tagger = trainTagger(others, clusters, { bits: SIZES.foldBits, epochs: SIZES.foldEpochs, log });
  train.forEach((s, i) => {
    if (i % FOLDS === fold) tags[i] = tag(tagger, s.words);
  });
}
const tagger = trainTagger(train, clusters, { bits: SIZES.taggerBits, epochs: SIZES.taggerEpochs, log });
const parser = trainParser(train, tags, clusters, { bits: SIZES.parserBits, epochs: parserEpochs, log });
const small = { tagger: { ...tagger, model: quantise(tagger.model) }, parser: { ...parser, model: quantise(parser.model) } };

mkdirSync(values.out, { recursive: true });
writeFileSync(`${values.out}/clusters.bin`, encodeClusters(clusters));
writeFileSync(`${values.out}/tagger.bin`, encodeModel(small.tagger.tags, small.tagger.model));
writeFileSync(`${values.out}/parser.bin`, encodeModel(small.parser.classes, small.parser.model));
for (const name of ["ud-english-ewt/test.conllu", "ud-english-gum-free/test.conllu"])
  log(`${name}, quantised: ${JSON.stringify(measure(small.tagger, small.parser, corpus(name)))}`);

/** Words of the treebanks first, so that training and use see the same clusters; then list order (most frequent first). */
function chooseClusters(source: Record<string, [number, number]>, sentences: readonly TreebankSentence[]): Clusters {
  const chosen = new Map<string, readonly [number, number]>();
  const add = (word: string): void => {
    const value = source[word];
    if (value !== undefined && chosen.size < CLUSTER_WORDS) chosen.set(word, value);
  };
  for (const s of sentences) for (const w of s.words) add(w.toLowerCase());
  for (const word of Object.keys(source)) add(word);
  return chosen;
}
