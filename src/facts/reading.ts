// What the trained reader sees in an article: typed mentions, what references point to, and scored relations between mentions of a sentence.
// In: a document and the encoder; out: one Reading with offsets of the article. All numbers are rounded before they decide anything, so that
// processors that differ in the last bits agree.
import type { Encoder, Hidden, Integers, TypedMentions } from "../language/encoder.ts";
import type { Document } from "../language/token.ts";
import { hasCapital, type Piece, wordPieces } from "../language/wordpiece.ts";
import type { Span } from "../problem.ts";
import { linkReferences, rounded } from "./links.ts";
import { type Found, isObjectOnly, pairInputs } from "./pairs.ts";

export interface ReadMention {
  /** 0-based sentence number of the document. */
  readonly sentence: number;
  readonly span: Span;
  /** Name of the type, as the model's labels give it. */
  readonly type: string;
  readonly score: number;
  /** Index of the mention before that a pronoun or description stands for, itself without one; null for names and for what stays open. */
  readonly antecedent: number | null;
  /** Further antecedents of words that say how many they stand for ("both firms"). */
  readonly further: readonly number[];
  readonly isReference: boolean;
}

export interface ReadPair {
  /** Indices in `Reading.mentions`; the subject of a pair across sentences stands in a sentence before. */
  readonly subject: number;
  readonly object: number;
  /** Relation name -> probability, only those of at least `MIN_RELATION`, best first. */
  readonly relations: readonly (readonly [relation: string, score: number])[];
  readonly status: string;
  readonly statusScore: number;
  /** The word that the reader looked at most. */
  readonly trigger: Span;
}

export interface Reading {
  /** Sorted by place. */
  readonly mentions: readonly ReadMention[];
  readonly pairs: readonly ReadPair[];
}

/** Pieces of one window and of the sentences repeated from the window before, as context. The model was trained on passages of this size. */
const WINDOW = 400;
const CONTEXT = 120;
/** Low on purpose: a doubtful mention is only used when a relation to it is scored high. From 0.4 to 0.2 recall rose by 4 points. */
const MIN_MENTION = 0.2;
/** A known span stands unless the reader is surer of one that crosses it. */
const KNOWN_MENTION = 0.5;
const MIN_RELATION = 0.1;
/** Parts of speech of which a mention has at least one, unless it is a pronoun: "its" points to a thing, "a", "is" and "," to none. */
const CONTENT: ReadonlySet<string> = new Set(["NOUN", "PROPN", "NUM", "ADJ", "VERB", "SYM", "X"]);

/** Words that are a mention for sure: a known name (its type is the reader's to say) or a value. */
export interface KnownSpan {
  readonly span: Span;
  readonly type: string | null;
}

/** Reads a document; `known` spans are mentions whatever the reader thinks of them. An article without sentences gives an empty reading. */
export async function readDocument(document: Document, encoder: Encoder, known: readonly KnownSpan[] = []): Promise<Reading> {
  const { text } = document.article;
  const cut = document.sentences.map(({ span }) => wordPieces(encoder.vocabulary, text, span).slice(0, WINDOW - CONTEXT));
  const kinds = new Map(document.sentences.flatMap(({ tokens }) => tokens.map(({ span, upos }) => [span[0], upos] as const)));
  const source: Source = { text, cut, kinds, known, encoder };
  const mentions: ReadMention[] = [];
  const pairs: ReadPair[] = [];
  for (let next = 0; next < cut.length; ) {
    let first = next;
    for (let size = 0; first > 0 && size + cut[first - 1]!.length <= CONTEXT; first--) size += cut[first - 1]!.length;
    let end = next;
    let size = cut.slice(first, next).reduce((n, pieces) => n + pieces.length, 0);
    for (; end < cut.length && (end === next || size + cut[end]!.length <= WINDOW); end++) size += cut[end]!.length;
    if (size > 0) await readWindow(source, { first, next, end }, mentions, pairs);
    next = end;
  }
  return { mentions, pairs };
}

interface Window {
  /** First sentence of the context, first new sentence, and the sentence after the last. */
  readonly first: number;
  readonly next: number;
  readonly end: number;
}

/** What all windows of a document are read with. */
interface Source {
  readonly text: string;
  /** Pieces of each sentence. */
  readonly cut: readonly (readonly Piece[])[];
  /** Offset of a token -> its part of speech. */
  readonly kinds: ReadonlyMap<number, string>;
  readonly known: readonly KnownSpan[];
  readonly encoder: Encoder;
}

async function readWindow(source: Source, window: Window, mentions: ReadMention[], pairs: ReadPair[]): Promise<void> {
  const { text, cut, encoder } = source;
  const pieces: Piece[] = [];
  const sentenceOf: number[] = [];
  for (let s = window.first; s < window.end; s++)
    for (const piece of cut[s] ?? []) {
      pieces.push(piece);
      sentenceOf.push(s);
    }
  const hidden = await encoder.hidden(
    pieces.map(({ id }) => id),
    pieces.map(({ shape }) => shape),
  );
  const found = await findSpans(pieces, sentenceOf, hidden, source);
  if (found.length === 0) return;
  const typed: TypedMentions = { from: found.map((m) => m.from), to: found.map((m) => m.to), type: found.map((m) => m.type) };
  const words = found.map(({ from, to }) => text.slice(pieces[from]!.span[0], pieces[to]!.span[1]).toLowerCase());
  const antecedents = await linkReferences(pieces, found, words, typed, hidden, encoder);
  // Mentions of the context were added with the window before; here they only serve as antecedents.
  const place = new Map<number, number>();
  const position = (i: number): number => {
    const known = place.get(i);
    if (known !== undefined) return known;
    const { from, to, type, score, isReference, sentence } = found[i]!;
    const at = mentions.length;
    place.set(i, at);
    mentions.push({
      sentence,
      span: [pieces[from]!.span[0], pieces[to]!.span[1]],
      type: encoder.labels.types[type] ?? "",
      score,
      antecedent: null,
      further: [],
      isReference,
    });
    return at;
  };
  found.forEach(({ sentence }, i) => {
    if (sentence >= window.next) position(i);
  });
  found.forEach((_, i) => {
    const [antecedent, ...further] = place.has(i) ? (antecedents.get(i) ?? []).map(position) : [];
    if (antecedent !== undefined) mentions[position(i)] = { ...mentions[position(i)]!, antecedent, further };
  });
  const things = words.map((own, i) => words[antecedents.get(i)?.[0] ?? i] ?? own);
  const inputs = pairInputs(found, things, sentenceOf, window.next, encoder.labels);
  if (inputs.subject.length === 0) return;
  const { relations, statuses, trigger } = await encoder.relations(hidden, typed, inputs);
  const { labels } = encoder;
  inputs.subject.forEach((subject, k) => {
    const row = labels.relations.map((name, r) => [name, rounded(relations[k * labels.relations.length + r]!)] as const);
    const best = row.slice(1).filter(([, score]) => score >= MIN_RELATION);
    if (best.length === 0) return;
    const status = labels.statuses.map((name, r) => [name, rounded(statuses[k * labels.statuses.length + r]!)] as const);
    const [statusName, statusScore] = status.reduce((a, b) => (b[1] > a[1] ? b : a));
    pairs.push({
      subject: position(subject),
      object: position(inputs.object[k]!),
      relations: best.sort((a, b) => b[1] - a[1]),
      status: statusName,
      statusScore,
      trigger: wholeWord(pieces, trigger[k]!),
    });
  });
}

function wholeWord(pieces: readonly Piece[], at: number): Span {
  let [from, to] = [at, at];
  while (from > 0 && pieces[from - 1]?.word === pieces[at]?.word && pieces[from - 1]!.span[1] === pieces[from]!.span[0]) from--;
  while (pieces[to + 1]?.word === pieces[at]?.word && pieces[to + 1]!.span[0] === pieces[to]!.span[1]) to++;
  return [pieces[from]!.span[0], pieces[to]!.span[1]];
}

/** All spans of whole words inside a sentence are scored; the best ones that neither cross a better one nor repeat its type inside it stay. */
async function findSpans(
  pieces: readonly Piece[],
  sentenceOf: Integers,
  hidden: Hidden,
  { kinds, known, encoder }: Source,
): Promise<Found[]> {
  const words: { from: number; to: number; sentence: number }[] = [];
  pieces.forEach((piece, i) => {
    const last = words.at(-1);
    if (last !== undefined && last.sentence === sentenceOf[i] && pieces[i - 1]?.word === piece.word) last.to = i;
    else words.push({ from: i, to: i, sentence: sentenceOf[i]! });
  });
  const [from, to, width]: [number[], number[], number[]] = [[], [], []];
  const { types, maxWidth } = encoder.labels;
  for (let i = 0; i < words.length; i++)
    for (let j = i; j < Math.min(words.length, i + maxWidth) && words[j]!.sentence === words[i]!.sentence; j++) {
      from.push(words[i]!.from);
      to.push(words[j]!.to);
      width.push(j - i);
    }
  const { types: scores, reference } = await encoder.mentions(hidden, { from, to, width });
  const all: Found[] = [];
  const sure = new Map(known.map(({ span, type }) => [span.join("-"), type === null ? 0 : types.indexOf(type)]));
  from.forEach((start, k) => {
    const given = sure.get(`${pieces[start]!.span[0]}-${pieces[to[k]!]!.span[1]}`);
    let type = given ?? 0;
    const isGiven = given !== undefined && given > 0;
    for (let t = 1; t < types.length && !isGiven; t++)
      if (type === 0 || scores[k * types.length + t]! > scores[k * types.length + type]!) type = t;
    const own = rounded(scores[k * types.length + type]!);
    const score = given === undefined ? own : Math.max(own, KNOWN_MENTION);
    if (score < MIN_MENTION) return;
    const parts = pieces.slice(start, to[k]! + 1).map(({ span }) => kinds.get(span[0]) ?? "");
    const isPronoun = parts.includes("PRON") && !parts.some((part) => CONTENT.has(part));
    if (given === undefined && !isPronoun && !parts.some((part) => CONTENT.has(part))) return;
    // A verb alone is an act, not a thing: "ordered" is no policy. Names may look like verbs.
    const isAct = !hasCapital(pieces[start]!) && !isObjectOnly(encoder.labels, type) && parts.every((part) => part === "VERB");
    if (given === undefined && isAct) return;
    const isReference = isPronoun || rounded(reference[k]!) > 0.5;
    all.push({ from: start, to: to[k]!, type, score, isReference, sentence: sentenceOf[start]! });
  });
  all.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
  const kept: Found[] = [];
  for (const one of all) {
    const isRival = (other: Found): boolean =>
      (one.from < other.from && other.from <= one.to && one.to < other.to) ||
      (other.from < one.from && one.from <= other.to && other.to < one.to) ||
      (other.type === one.type && one.from <= other.to && other.from <= one.to);
    if (!kept.some(isRival)) kept.push(one);
  }
  return kept.sort((a, b) => a.from - b.from || a.to - b.to);
}
