// `npm run train:prepare -- --corpora FOLDER --out FOLDER`: labelled passages become the numbers that data/models/train reads: pieces, mentions
// as ranges of pieces, facts as pairs of mentions. The pieces are made by the code that makes them when articles are read.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readVocabulary, type Vocabulary, wordPieces } from "../language/wordpiece.ts";
import type { Span } from "../problem.ts";
import { segment } from "../text/segment.ts";
import { type NamedSentence, readCrossNer } from "./crossner.ts";
import { readOwnLessons } from "./own-lessons.ts";
import { type Mapping, type PartialPassage, readCore, readKnowledgeNet } from "./partial.ts";
import { type LabelledFact, type Passage, readLessons, readNewsGold } from "./passage.ts";

/** Words in front of a name that are no part of a mention. */
const DETERMINER = /^(?:the|a|an|this|that|these|those)\s+/i;
const PRONOUN =
  /^(?:it|its|they|their|them|he|she|his|her|him|who|which|that|we|our|us|i|my|itself|themselves|one|those|these|this|both)$/i;
const DESCRIPTION = /^(?:the|this|that|its|their|his|her|both|these|those|each)\b/i;
const ABBREVIATION = /(?:\.\p{L}|Inc|Corp|Co|Ltd)\.$/u;

interface Mention {
  readonly span: Span;
  readonly type: string;
  readonly isReference: boolean;
  readonly entity: number;
}

/** Gives a passage as plain numbers; the keys are short because a corpus has many. */
export function prepare(passage: Passage | PartialPassage, vocabulary: Vocabulary): object {
  const { text } = passage;
  const { pieces, range } = cut(text, vocabulary);
  const mentions: [from: number, to: number, type: string, reference: 0 | 1, entity: number][] = [];
  const places = new Map<string, number>();
  const indexOf = new Map<string, number>();
  for (const { span, type, isReference, entity } of mentionsOf(passage)) {
    const found = range(span);
    if (found === null) continue;
    const place = found.join("-");
    const known = places.get(place);
    indexOf.set(span.join("-"), known ?? mentions.length);
    if (known !== undefined) continue;
    places.set(place, mentions.length);
    mentions.push([...found, type, isReference ? 1 : 0, entity]);
  }
  const at = (span: Span | null): number => (span === null ? -1 : (indexOf.get(trim(text, span).join("-")) ?? -1));
  const facts = passage.facts.map((fact) => ({
    p: fact.relation,
    s: at(fact.subject.span),
    o: at(fact.object.span),
    se: fact.subject.entity ?? -1,
    oe: fact.object.entity ?? -1,
    status: fact.status,
    tr: fact.trigger === null ? null : range(fact.trigger),
  }));
  const partial = "partial" in passage ? { partial: passage.partial } : {};
  return { id: passage.id, text, complete: passage.complete, ...partial, pieces, mentions, facts };
}

/** Gives a sentence of which only the names are labelled: `names` are ranges of pieces with the types that each may have. */
function prepareNames({ id, text, names }: NamedSentence, own: Readonly<Record<string, string>>, vocabulary: Vocabulary): object {
  const { pieces, range } = cut(text, vocabulary);
  const typesOf = (joined: string): string[] => Object.keys(own).filter((type) => own[type] === joined);
  const rows = names.flatMap(({ span, type }) => {
    const found = range(span);
    return found === null ? [] : [[...found, typesOf(type)]];
  });
  return { id, text, complete: false, pieces, mentions: [], facts: [], names: rows, nameTypes: Object.keys(own) };
}

/** [id, shape, first and last character, word, sentence] */
type PieceRow = [id: number, shape: number, start: number, end: number, word: number, sentence: number];

/** Pieces of a text, and the range of pieces of whole words that some of its characters fall into. */
function cut(text: string, vocabulary: Vocabulary): { pieces: PieceRow[]; range: (span: Span) => [number, number] | null } {
  const segments = segment(text);
  const pieces: PieceRow[] = [];
  let word = 0;
  segments.forEach(({ span }, sentence) => {
    const row = wordPieces(vocabulary, text, span, word);
    for (const piece of row) pieces.push([piece.id, piece.shape, piece.span[0], piece.span[1], piece.word, sentence]);
    word = (row.at(-1)?.word ?? word - 1) + 1;
  });
  const range = ([start, end]: Span): [number, number] | null => {
    let from = pieces.findIndex((piece) => piece[3] > start);
    if (from < 0) return null;
    let to = from;
    while (to + 1 < pieces.length && pieces[to + 1]![2] < end) to++;
    while (from > 0 && pieces[from - 1]![4] === pieces[from]![4]) from--;
    while (to + 1 < pieces.length && pieces[to + 1]![4] === pieces[to]![4]) to++;
    return pieces[from]![5] === pieces[to]![5] ? [from, to] : null;
  };
  return { pieces, range };
}

/** The words of facts first, then all names of entities that no longer mention of the same thing covers. Sorted by place. */
function mentionsOf({ text, entities, facts }: Passage): Mention[] {
  const found = new Map<string, Mention>();
  const add = (span: Span, mention: Omit<Mention, "span">): void => {
    const own = trim(text, span);
    const key = own.join("-");
    if (own[1] > own[0] && !found.has(key)) found.set(key, { ...mention, span: own });
  };
  const side = (fact: LabelledFact, which: "subject" | "object"): void => {
    const { span, entity } = fact[which];
    if (span === null) return;
    const isValue = which === "object" && fact.kind !== "entity";
    const named = entity === null ? undefined : entities[entity];
    if (isValue) add(span, { type: fact.kind === "amount" ? "Amount" : "Date", isReference: false, entity: -1 });
    else if (named !== undefined && entity !== null) {
      const names = new Set(named.names.map(([start, end]) => text.slice(start, end).toLowerCase()));
      const words = text.slice(...span);
      const isNamed = names.has(words.toLowerCase()) || names.has(words.toLowerCase().replace(DETERMINER, ""));
      add(span, { type: named.type, isReference: !isNamed && (PRONOUN.test(words) || DESCRIPTION.test(words)), entity });
    }
  };
  for (const fact of facts) {
    side(fact, "subject");
    side(fact, "object");
  }
  entities.forEach(({ type, names }, entity) => {
    for (const name of names) {
      const [start, end] = trim(text, name);
      const isInside = [...found.values()].some(
        (other) => other.entity === entity && other.span[0] <= start && other.span[1] >= end && other.span[1] - other.span[0] > end - start,
      );
      if (end - start > 1 && !isInside && !PRONOUN.test(text.slice(start, end))) add(name, { type, isReference: false, entity });
    }
  });
  return [...found.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** A mention without determiner, possessive ending, quotation marks and final punctuation. */
function trim(text: string, [from, to]: Span): Span {
  let [start, end] = [from, to];
  const determiner = DETERMINER.exec(text.slice(start, end));
  if (determiner !== null && end - start > determiner[0].length) start += determiner[0].length;
  while (end > start && /[\s.,;:'’"”“]/.test(text[end - 1]!) && !ABBREVIATION.test(text.slice(start, end))) end--;
  if (/['’]s$/.test(text.slice(start, end))) end -= 2;
  while (start < end && /["“‘\s]/.test(text[start]!)) start++;
  return [start, end];
}

const { values } = parseArgs({
  options: {
    corpora: { type: "string" },
    lessons: { type: "string", default: "data/lessons" },
    vocabulary: { type: "string", default: "data/models/encoder/vocab.txt" },
    mappings: { type: "string", default: "data/models/train/corpora.json" },
    out: { type: "string", default: "build/train" },
  },
});
if (values.corpora === undefined) {
  console.error("usage: npm run train:prepare -- --corpora FOLDER [--lessons FOLDER] [--vocabulary FILE] [--out FOLDER]");
  process.exit(2);
}
const vocabulary = readVocabulary(readFileSync(values.vocabulary, "utf8"));
mkdirSync(values.out, { recursive: true });
const mappings = JSON.parse(readFileSync(values.mappings, "utf8")) as {
  readonly core: Mapping;
  readonly knowledgeNet: Mapping;
  readonly names: { readonly corpus: Readonly<Record<string, string>>; readonly own: Readonly<Record<string, string>> };
};
const net = `${values.corpora}/knowledgenet/folds123.jsonl`;
const sets: Readonly<Record<string, readonly (Passage | PartialPassage)[]>> = {
  "news-gold": readNewsGold(`${values.corpora}/news-gold`),
  ...readLessons(`${values.lessons}/real`, values.corpora),
  ...readLessons(`${values.lessons}/written`, values.corpora),
  "own-lessons": readOwnLessons(values.lessons),
  "core-train": readCore(`${values.corpora}/core/train.json`, mappings.core),
  "core-test": readCore(`${values.corpora}/core/test.json`, mappings.core),
  "net-train": readKnowledgeNet(net, mappings.knowledgeNet, [1, 2]),
  "net-test": readKnowledgeNet(net, mappings.knowledgeNet, [3]),
};
for (const [name, passages] of Object.entries(sets)) {
  writeFileSync(`${values.out}/${name}.jsonl`, passages.map((passage) => `${JSON.stringify(prepare(passage, vocabulary))}\n`).join(""));
  console.error(`${name}: ${passages.length} passages, ${passages.reduce((n, { facts }) => n + facts.length, 0)} facts`);
}
const named = ["ai-train", "ai-dev", "politics-train", "politics-dev"].flatMap((part) =>
  readCrossNer(`${values.corpora}/crossner/${part}.txt`, mappings.names.corpus),
);
writeFileSync(
  `${values.out}/names.jsonl`,
  named.map((sentence) => `${JSON.stringify(prepareNames(sentence, mappings.names.own, vocabulary))}\n`).join(""),
);
console.error(`names: ${named.length} sentences, ${named.reduce((n, { names }) => n + names.length, 0)} names`);
