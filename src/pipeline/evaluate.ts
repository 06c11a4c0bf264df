// Scores facts against hand-written gold: gold facts and extracted facts in, counts out. A fact is right when relation, subject and
// object agree (normalised labels or mentions; either order for symmetric relations). A gold fact found twice counts once; the second
// find is neither right nor wrong. Status is scored on the hits only. Relations that the gold does not annotate in full are left out.
import { type EntityRef, type Fact, isAmountRef, isEntityRef } from "../facts/fact.ts";
import type { Ontology } from "../ontology/ontology.ts";

export interface GoldAmount {
  readonly value: number;
  readonly unit?: string;
  readonly of?: string;
}

/** One gold fact as its file holds it. */
export interface GoldFact {
  /** Labels, any of which names the subject. */
  readonly s: readonly string[];
  /** Relation id. */
  readonly p: string;
  /** Labels of the object, an amount, or the beginning of a date. */
  readonly o: readonly string[] | GoldAmount | string;
  readonly modality?: string;
  /** Other relations that are right, too. */
  readonly alt?: readonly string[];
  /** False for what only a complete reading finds. */
  readonly core?: boolean;
}

/** What is scored and how objects are compared. */
export interface Rules {
  readonly scored: ReadonlySet<string>;
  readonly symmetric: ReadonlySet<string>;
  /** Relations whose objects may be phrases: equal content words are enough. */
  readonly phrase: ReadonlySet<string>;
}

export interface Score {
  readonly gold: readonly GoldFact[];
  readonly hits: readonly { readonly gold: GoldFact; readonly fact: Fact; readonly statusRight: boolean }[];
  /** Further finds of a gold fact that was found. */
  readonly again: readonly Fact[];
  readonly wrong: readonly Fact[];
  readonly missed: readonly GoldFact[];
}

export interface Figures {
  readonly gold: number;
  readonly facts: number;
  readonly right: number;
  readonly again: number;
  readonly wrong: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly coreRecall: number;
  readonly statusAccuracy: number;
}

/** Relative difference up to which two amounts are one: rounding in prose, not another figure. */
const AMOUNT_TOLERANCE = 0.005;
/** Shared part of all content words from which two phrases are one, when they share at least two. */
const PHRASE_OVERLAP = 0.5;
const STOP = new Set("the a an of for in on and or to its their his her by with at as from that which other new".split(" "));
const LEGAL_FORMS =
  /\b(incorporated|inc|corporation|corp|co|ltd|limited|llc|plc|gmbh|group|holding|holdings|technologies|technology|company|ag|sa|se|nv)\b/g;
/** Statuses that the gold does not tell apart, or names differently. */
const STATUS: Readonly<Record<string, string>> = { reported: "asserted", required: "planned", cancelled: "negated" };

/**
 * Rules for a gold. `scored` null scores every relation of the ontology; `phrase` null takes the relations whose range holds a phrase
 * class or a class with concepts.
 */
export function rulesFor(
  ontology: Ontology,
  choice: { readonly scored: readonly string[] | null; readonly phrase: readonly string[] | null },
): Rules {
  const relations = [...ontology.relations.values()];
  const loose = new Set(ontology.concepts.map((concept) => concept.class));
  for (const { id, phrase } of ontology.classes.values()) if (phrase) loose.add(id);
  const derived = relations.filter(({ range, objectKind }) => objectKind === "phrase" || range.some((id) => loose.has(id)));
  return {
    scored: new Set(choice.scored ?? ontology.relations.keys()),
    symmetric: new Set(relations.filter((relation) => relation.symmetric).map((relation) => relation.id)),
    phrase: new Set(choice.phrase ?? derived.map((relation) => relation.id)),
  };
}

const normalise = (label: string): string =>
  label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");

/** Name without its legal form, unless nothing else is left. */
function bareName(label: string): string {
  const name = normalise(label);
  return name.replace(LEGAL_FORMS, " ").replace(/ +/g, " ").trim() || name;
}

const stem = (word: string): string => (word.length > 3 ? word.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "") : word);

const contentWords = (label: string): Set<string> =>
  new Set(
    normalise(label)
      .split(" ")
      .filter((word) => word !== "" && !STOP.has(word))
      .map(stem),
  );

/** Tells whether two labels name one thing: equal up to case, accents and legal form, or one begins or ends the other with two words or more. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [bareName(a), bareName(b)];
  if (x === y || normalise(a) === normalise(b)) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.includes(" ") && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));
}

/** Tells whether two phrases say one thing: the same name, one's content words within the other's, or half of all words shared. */
export function samePhrase(a: string, b: string): boolean {
  if (sameName(a, b)) return true;
  const [left, right] = [contentWords(a), contentWords(b)];
  if (left.size === 0 || right.size === 0) return false;
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared === Math.min(left.size, right.size) || (shared >= 2 && shared / (left.size + right.size - shared) >= PHRASE_OVERLAP);
}

function sameAmount(gold: GoldAmount, found: unknown): boolean {
  if (typeof found !== "object" || found === null || !("value" in found)) return false;
  const { value, unit, of } = found as { value: unknown; unit?: string; of?: string };
  const number = Number(value);
  if (!Number.isFinite(number) || Math.abs(number - gold.value) > AMOUNT_TOLERANCE * Math.abs(gold.value)) return false;
  const plain = (name: string): string => (/^(%|per ?cent)/i.test(name) ? "percent" : name.toUpperCase());
  if (gold.unit && unit && plain(gold.unit) !== plain(unit)) return false;
  if (!gold.of || !of) return true;
  const wanted = contentWords(gold.of);
  return [...contentWords(of)].some((word) => wanted.has(word));
}

type Same = (a: string, b: string) => boolean;

type Named = Pick<EntityRef, "label" | "mention" | "aliases">;

const named = (gold: readonly string[], { label, mention, aliases = [] }: Named, same: Same): boolean =>
  gold.some((name) => [label, mention, ...aliases].some((own) => same(name, own)));

function sameObject(gold: GoldFact, { object, qualifiers }: Fact, rules: Rules): boolean {
  if (typeof gold.o === "string") return (isEntityRef(object) ? object.label : String(object.value)).includes(gold.o);
  if (!Array.isArray(gold.o)) return sameAmount(gold.o as GoldAmount, object) || sameAmount(gold.o as GoldAmount, qualifiers.amount);
  const labels: readonly string[] = gold.o;
  if (isEntityRef(object)) return named(labels, object, rules.phrase.has(gold.p) ? samePhrase : sameName);
  const value = normalise(isAmountRef(object) ? String(object.value) : object.value);
  return labels.some((label) => normalise(label).includes(value) || value.includes(normalise(label)));
}

function agrees(gold: GoldFact, fact: Fact, rules: Rules): boolean {
  const { relation, subject, object } = fact;
  if (relation !== gold.p && !gold.alt?.includes(relation)) return false;
  if (named(gold.s, subject, sameName) && sameObject(gold, fact, rules)) return true;
  if (!rules.symmetric.has(relation) || !Array.isArray(gold.o) || !isEntityRef(object)) return false;
  return named(gold.o, subject, sameName) && named(gold.s, object, sameName);
}

const plainStatus = (status: string | undefined): string => (status === undefined ? "asserted" : (STATUS[status] ?? status));

/** Scores one article's facts against its gold. Facts are taken in order; each takes the first gold fact that is still free. */
export function score(gold: readonly GoldFact[], facts: readonly Fact[], rules: Rules): Score {
  const found = new Set<GoldFact>();
  const hits: { gold: GoldFact; fact: Fact; statusRight: boolean }[] = [];
  const again: Fact[] = [];
  const wrong: Fact[] = [];
  for (const fact of facts) {
    if (!rules.scored.has(fact.relation)) continue;
    const matching = gold.filter((candidate) => agrees(candidate, fact, rules));
    const fresh = matching.find((candidate) => !found.has(candidate));
    if (fresh !== undefined) {
      found.add(fresh);
      hits.push({ gold: fresh, fact, statusRight: plainStatus(fact.status) === plainStatus(fresh.modality) });
    } else (matching.length > 0 ? again : wrong).push(fact);
  }
  return { gold, hits, again, wrong, missed: gold.filter((candidate) => !found.has(candidate)) };
}

/** Joins the scores of several articles. */
export function pool(scores: readonly Score[]): Score {
  return {
    gold: scores.flatMap((one) => one.gold),
    hits: scores.flatMap((one) => one.hits),
    again: scores.flatMap((one) => one.again),
    wrong: scores.flatMap((one) => one.wrong),
    missed: scores.flatMap((one) => one.missed),
  };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and the like; 0 where there is nothing to divide by. */
export function figures({ gold, hits, again, wrong }: Score): Figures {
  const [right, bad] = [hits.length, wrong.length];
  const precision = ratio(right, right + bad);
  const recall = ratio(right, gold.length);
  const isCore = (one: GoldFact): boolean => one.core !== false;
  return {
    gold: gold.length,
    facts: right + again.length + bad,
    right,
    again: again.length,
    wrong: bad,
    precision,
    recall,
    f1: ratio(2 * precision * recall, precision + recall),
    coreRecall: ratio(hits.filter((hit) => isCore(hit.gold)).length, gold.filter(isCore).length),
    statusAccuracy: ratio(hits.filter((hit) => hit.statusRight).length, right),
  };
}
