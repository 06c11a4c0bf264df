// From a head in the tree to an argument of a fact: an entity, a phrase, an amount or a date, gated by the classes that the slot allows.
import type { Sentence } from "../language/token.ts";
import type { DocumentMentions } from "../mentions/find.ts";
import { type Gazetteer, matchName } from "../mentions/gazetteer.ts";
import { asAgent } from "../mentions/link.ts";
import type { Entity, Mention } from "../mentions/mention.ts";
import { phraseSpan, spanOfTokens } from "../mentions/phrase.ts";
import { cuesOf } from "../mentions/types.ts";
import { fits, type Ontology } from "../ontology/ontology.ts";
import type { Span } from "../problem.ts";
import { slug } from "../text/slug.ts";
import type { AmountRef, DateRef, EntityRef } from "./fact.ts";

export interface ArgumentContext {
  readonly ontology: Ontology;
  readonly gazetteer: Gazetteer;
  readonly mentions: DocumentMentions;
  readonly text: string;
  readonly articleId: string;
}

/** An argument with what its confidence rests on. */
export interface Argument {
  readonly ref: EntityRef;
  readonly coreference: boolean;
  readonly known: boolean;
}

/** A phrase longer than this is a clause that the parser drew in. */
const MAX_PHRASE_TOKENS = 9;
const MAX_CLAUSE_TOKENS = 24;
/** An article is about a thing that it names at least so often, and in at least this share of all names of its kind. */
const MIN_TOPIC_MENTIONS = 5;
const TOPIC_SHARE = 0.5;
/** Phrases whose head says nothing by itself. */
const EMPTY_HEADS =
  /^(?:it|they|that|which|what|this|these|those|one|thing|way|part|number|lot|kind|range|series|year|month|week|day|time|deal|move|effort|bid|decade|quarter|percent|%|others?|some|many|most|all|both|each|more|billion|million|trillion|money|people|person|share|stake|company|firm|startup|country|government|round|funding|investment|investor|valuation)$/;
const CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept";

/** Classes of `allowed` whose instances may be plain phrases: phrase classes and concepts. */
function phraseClasses(ontology: Ontology, allowed: readonly string[]): string[] {
  return allowed.filter((id) => {
    const found = ontology.classes.get(id);
    return found !== undefined && (found.phrase || found.alignments.includes(CONCEPT));
  });
}

/** Reads a head as an entity of one of the allowed classes; null when it is none. `accept` says whether plain phrases, names that nothing typed, or only typed names will do. */
export function entityArgument(
  sentence: Sentence,
  head: number,
  allowed: readonly string[],
  context: ArgumentContext,
  accept: "phrases" | "names" | "typed names",
): Argument | null {
  const { ontology, mentions } = context;
  const mention = mentions.at(sentence.index, head);
  if (mention !== null) {
    const ref = mentionRef(mention, allowed, context, accept);
    if (ref !== null) return { ref, coreference: mention.reason.startsWith("coreference"), known: mention.entity?.origin !== "found" };
    const inner = mention.kind === "name" ? innerName(sentence, head, mention, allowed, context) : null;
    if (inner !== null) return { ref: inner, coreference: false, known: true };
    if (mention.kind === "name" || mention.kind === "pronoun") return null;
  }
  if (accept !== "phrases") return null;
  const token = sentence.tokens[head];
  // A noun that names a class types its phrase ("its new chips"); other phrases need a class whose instances are phrases.
  const told =
    mention?.class !== null && mention?.class !== undefined && fits(ontology, mention.class, allowed) ? mention.class : undefined;
  const type = told ?? phraseClasses(ontology, allowed)[0];
  if (type === undefined || token === undefined || !/^(?:NOUN|PROPN)$/.test(token.upos) || EMPTY_HEADS.test(token.lemma)) return null;
  const [from, to] = phraseSpan(sentence, head);
  // "its products", "technology": the class alone is no thing.
  if (told !== undefined && to - from === 1) return null;
  if (to - from > MAX_PHRASE_TOKENS || (to - from === 1 && token.text.length < 4 && token.text !== token.text.toUpperCase())) return null;
  return { ref: phraseRef(sentence, from, to, type, context), coreference: false, known: false };
}

/** Makes a phrase of the tokens `[from, to)` an entity of class `type`. */
export function phraseRef(sentence: Sentence, from: number, to: number, type: string, context: ArgumentContext): EntityRef {
  const span = spanOfTokens(sentence, from, to);
  const mention = context.text.slice(span[0], span[1]);
  const label = mention.replace(/[“”"]/g, "").replace(/\s+/g, " ");
  return { id: slug(label).slice(0, 80), type, label, mention, span };
}

/** A known name inside a longer one: the country of "US chip rules". */
function innerName(
  sentence: Sentence,
  head: number,
  outer: Mention,
  allowed: readonly string[],
  context: ArgumentContext,
): EntityRef | null {
  if (head === outer.head) return null;
  for (let from = outer.tokens[0]; from <= head; from++) {
    const found = matchName(context.gazetteer, sentence.tokens.slice(0, head + 1), from);
    if (found === null || found.to <= head || found.to - from >= outer.tokens[1] - outer.tokens[0]) continue;
    const tokens = [from, found.to] as const;
    const span = spanOfTokens(sentence, ...tokens);
    const text = context.text.slice(...span);
    const { entity } = found;
    return mentionRef({ ...outer, tokens, head, span, text, entity, class: entity.class }, allowed, context, "typed names");
  }
  return null;
}

/** The entity that an article is about, among those of the classes: the one that most of its mentions so far name. Null when there is no such, or the sentence has one of its own. */
export function topicArgument(sentence: Sentence, allowed: readonly string[], context: ArgumentContext): Argument | null {
  const before = context.mentions.mentions.filter(
    ({ sentence: at, kind, class: id }) => at < sentence.index && kind === "name" && id !== null && fits(context.ontology, id, allowed),
  );
  const here = context.mentions.mentions.some(
    ({ sentence: at, class: id }) => at === sentence.index && id !== null && fits(context.ontology, id, allowed),
  );
  if (here) return null;
  const counts = new Map<string, number>();
  for (const { entity } of before) if (entity !== null) counts.set(entity.id, (counts.get(entity.id) ?? 0) + 1);
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  if (top === undefined || top[1] < MIN_TOPIC_MENTIONS || top[1] < TOPIC_SHARE * before.length) return null;
  const last = before.filter(({ entity }) => entity?.id === top[0]).at(-1);
  const ref = last === undefined ? null : mentionRef(last, allowed, context, "typed names");
  return ref === null ? null : { ref, coreference: true, known: true };
}

/** The entity of a mention, or the agent that the place it names stands for, if its class is allowed. */
export function fittingEntity(
  mention: Mention,
  allowed: readonly string[],
  context: Pick<ArgumentContext, "ontology" | "gazetteer">,
): Entity | null {
  const { ontology } = context;
  if (mention.entity !== null && mention.class !== null && fits(ontology, mention.class, allowed)) return mention.entity;
  const agent = asAgent(mention, context)?.entity ?? null;
  return agent !== null && fits(ontology, agent.class, allowed) ? agent : null;
}

function mentionRef(mention: Mention, allowed: readonly string[], context: ArgumentContext, accept: string): EntityRef | null {
  const { ontology } = context;
  const { text, span } = mention;
  const entity = fittingEntity(mention, allowed, context);
  if (entity !== null) return { id: entity.id, type: entity.class, label: entity.label, mention: text, span };
  // A name that nothing typed takes the first class that the slot allows; a person needs more than one word.
  const [type] = allowed;
  const isEnough = type === cuesOf(ontology).titled ? /\p{L} \p{L}/u.test(text) : /\p{L}{2}/u.test(text);
  if (accept !== "typed names" && mention.kind === "name" && mention.class === null && type !== undefined && isEnough)
    return { id: slug(text), type, label: text, mention: text, span };
  return null;
}

/** Reads the clause under an infinitive as a phrase: from its verb to the end of its words. */
export function clauseArgument(sentence: Sentence, head: number, type: string, context: ArgumentContext): EntityRef | null {
  const inside = new Set([head]);
  for (const stack = [head]; stack.length > 0; )
    for (const child of sentence.children[stack.pop() ?? head] ?? []) {
      const relation = sentence.tokens[child]?.deprel ?? "";
      if (child < head || inside.has(child) || /^(?:parataxis|advcl|acl:relcl)$/.test(relation)) continue;
      inside.add(child);
      stack.push(child);
    }
  let to = head + 1;
  while (inside.has(to)) to++;
  while (to > head + 1 && /^(?:PUNCT|CCONJ)$/.test(sentence.tokens[to - 1]?.upos ?? "")) to--;
  if (to - head < 2 || to - head > MAX_CLAUSE_TOKENS) return null;
  return phraseRef(sentence, head, to, type, context);
}

/** Finds the amount at a head, or within its phrase: money and percentages, and counts with what they count. */
export function amountArgument(sentence: Sentence, head: number, context: ArgumentContext): AmountRef | null {
  const [from, to] = phraseSpan(sentence, head);
  for (const value of context.mentions.values) {
    if (value.kind !== "amount" || value.sentence !== sentence.index || value.amount === undefined) continue;
    const covers = head >= value.tokens[0] && head < value.tokens[1];
    // The comparator ("at least") may lie outside the phrase; the number must not.
    if (!covers && (value.tokens[1] <= from || value.tokens[1] > to)) continue;
    const of =
      value.amount.unit === undefined || value.amount.unit === "percent" ? counted(sentence, value.tokens[1], to, context.text) : null;
    return { ...value.amount, ...(of === null ? {} : { of }), mention: value.text, span: value.span };
  }
  return null;
}

function counted(sentence: Sentence, from: number, to: number, text: string): string | null {
  let start = from;
  while (start < to && /^(?:ADP|DET|PUNCT)$/.test(sentence.tokens[start]?.upos ?? "")) start++;
  if (start >= to) return null;
  const span: Span = spanOfTokens(sentence, start, Math.min(to, start + MAX_PHRASE_TOKENS));
  return text.slice(span[0], span[1]);
}

/** Finds the date at a head. */
export function dateArgument(sentence: Sentence, head: number, context: ArgumentContext): DateRef | null {
  for (const value of context.mentions.values) {
    if (value.kind !== "date" || value.sentence !== sentence.index || value.date === undefined || value.date.value === null) continue;
    if (head >= value.tokens[0] && head < value.tokens[1])
      return { value: value.date.value, datatype: value.date.datatype, mention: value.text, span: value.span };
  }
  return null;
}
