// A labelled passage, as training reads it: a text, the things in it with all their names, and the facts with their words.
// Labels of real news are kept as standoff in data/lessons/real/*.jsonl: offsets and no text. The texts stay in the corpora folder.
import { readdirSync, readFileSync } from "node:fs";
import type { Span } from "../problem.ts";

export interface LabelledEntity {
  readonly type: string;
  /** Where its names stand in the text. Pronouns and descriptions are no names. */
  readonly names: readonly Span[];
}

/** One side of a fact: the words (null when the sentence does not mention it) and the entity meant (null for amounts and dates). */
export interface LabelledSide {
  readonly span: Span | null;
  readonly entity: number | null;
}

export interface LabelledFact {
  readonly relation: string;
  readonly sentence: Span;
  readonly subject: LabelledSide;
  readonly object: LabelledSide;
  readonly kind: "entity" | "amount" | "date";
  readonly trigger: Span | null;
  readonly status: string;
  /** False for what needs several sentences or inference. */
  readonly core: boolean;
}

export interface Passage {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly LabelledEntity[];
  readonly facts: readonly LabelledFact[];
  /** Whether all names are labelled, not only those in facts. */
  readonly complete: boolean;
}

/** What one line of data/lessons/{real,written}/*.jsonl holds: a passage of our own with its text, or one whose text is the first `end` characters of the corpus's. */
export interface Standoff extends Omit<Passage, "text" | "complete"> {
  readonly text?: string;
  readonly end?: number;
}

/** Reads labelled passages, joins those of real news with the texts of `news-raw.jsonl`: file name without ending -> passages, both sorted. */
export function readLessons(folder: string, corpora: string): Record<string, Passage[]> {
  const raw = new Map(jsonl<{ id: string; text: string }>(`${corpora}/news-raw.jsonl`).map(({ id, text }) => [id, text]));
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  const passages = (name: string): Passage[] =>
    jsonl<Standoff>(`${folder}/${name}`)
      .flatMap(({ end, ...lesson }) => {
        const text = lesson.text ?? raw.get(lesson.id)?.slice(0, end);
        return text === undefined ? [] : [{ ...lesson, text, complete: true }];
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(names.sort().map((name) => [name.slice(0, -".jsonl".length), passages(name)]));
}

interface GoldFact {
  readonly s: readonly string[];
  readonly p: string;
  readonly o: readonly string[] | { readonly value: number };
  readonly modality: string;
  readonly core?: boolean;
  readonly q: string;
  readonly sm?: string;
  readonly om?: string;
  readonly tr?: string;
  readonly types: { readonly s: string; readonly o: string };
}

/** Reads the news-gold passages of a folder, sorted by file name. Entities are joined where their labels meet. */
export function readNewsGold(folder: string): Passage[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => fromGold(JSON.parse(readFileSync(`${folder}/${name}`, "utf8"))));
}

function fromGold({ id, text, facts }: { id: string; text: string; facts: readonly GoldFact[] }): Passage {
  const entities: { type: string; labels: string[] }[] = [];
  const byLabel = new Map<string, number>();
  const entity = (labels: readonly string[], type: string): number => {
    // The same word may be a place here and its government there.
    const key = (label: string): string => `${type} ${label}`;
    const known = labels.map((label) => byLabel.get(key(label))).find((at) => at !== undefined);
    const at = known ?? entities.push({ type, labels: [] }) - 1;
    for (const label of labels)
      if (!byLabel.has(key(label))) {
        byLabel.set(key(label), at);
        if (text.includes(label)) entities[at]?.labels.push(label);
      }
    return at;
  };
  const labelled = facts.map((fact): LabelledFact => {
    const start = text.indexOf(fact.q);
    const trigger = fact.tr ? locate(fact.q, fact.tr, null) : null;
    const near = trigger?.[0] ?? null;
    const side = (mention: string | undefined): Span | null => {
      const found = mention ? locate(fact.q, mention, near) : null;
      return found === null ? null : [found[0] + start, found[1] + start];
    };
    const kind = !Array.isArray(fact.o) ? "amount" : fact.types.o === "Date" ? "date" : "entity";
    return {
      relation: fact.p,
      sentence: [start, start + fact.q.length],
      subject: { span: side(fact.sm), entity: entity(fact.s, fact.types.s) },
      object: { span: side(fact.om), entity: kind === "entity" ? entity(fact.o as readonly string[], fact.types.o) : null },
      kind,
      trigger: trigger === null ? null : [trigger[0] + start, trigger[1] + start],
      status: fact.modality,
      core: fact.core !== false,
    };
  });
  const named = entities.map(({ type, labels }) => ({ type, names: labels.flatMap((label) => occurrences(text, label)) }));
  return { id, text, entities: named, facts: labelled, complete: false };
}

/** All places of a name in a text that are not inside a longer word. */
export function occurrences(text: string, name: string): Span[] {
  const out: Span[] = [];
  if (name === "") return out;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) out.push([at, at + name.length]);
  return out;
}

/** The place of some words in a sentence: whole words first, the nearest to `near` among several. Null when they are not there. */
export function locate(sentence: string, words: string, near: number | null): Span | null {
  const whole = occurrences(sentence, words);
  const [first] = whole;
  if (first === undefined) {
    const at = sentence.indexOf(words);
    return at < 0 ? null : [at, at + words.length];
  }
  return near === null ? first : whole.reduce((a, b) => (Math.abs(b[0] - near) < Math.abs(a[0] - near) ? b : a));
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

function jsonl<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
