// The relation proposer: what the trained reader scores high enough becomes a fact, if the ontology's domain and range allow it and the words
// resolve to things. In: a document, its mentions and a Reading; out: facts, and what was dropped and why.
import type { EncoderLabels } from "../language/encoder.ts";
import type { Document, Sentence } from "../language/token.ts";
import type { DocumentMentions } from "../mentions/find.ts";
import type { Mention } from "../mentions/mention.ts";
import { spanOfTokens } from "../mentions/phrase.ts";
import { readLooseAmount } from "../mentions/values.ts";
import { fits, type Ontology, type Relation } from "../ontology/ontology.ts";
import { overlap } from "../problem.ts";
import { slug } from "../text/slug.ts";
import { type ArgumentContext, fittingEntity } from "./arguments.ts";
import { attributionOf } from "./attribution.ts";
import type { Dropped, Extractor, ExtractorContext, Proposals } from "./extractor.ts";
import type { AmountRef, EntityRef, Fact, FactObject, Status } from "./fact.ts";
import { STATUSES } from "./fact.ts";
import { groupBy } from "./group.ts";
import { makeFact } from "./make.ts";
import { measured, tokenAt } from "./measured.ts";
import { compareFacts } from "./order.ts";
import { type KnownSpan, type Reading, type ReadMention, type ReadPair, readDocument } from "./reading.ts";
import { statusOf } from "./status.ts";
import { timeOf } from "./time.ts";
import { chanceOf, type Signals } from "./trust.ts";

/** Reads the article with the trained reader; without it, proposes nothing. */
export const relationsExtractor: Extractor = {
  name: "relations",
  extract: async (document, mentions, context) => {
    if (context.encoder === null) return { facts: [], dropped: [] };
    const reading = await readDocument(document, context.encoder, knownSpans(mentions, context.encoder.labels));
    return proposeRelations(document, mentions, reading, { ...context, labels: context.encoder.labels });
  },
};

interface RelationContext extends ExtractorContext {
  readonly labels: EncoderLabels;
}

/** The reader's own status counts from this probability on; below it the words around the trigger decide. */
const SURE_STATUS = 0.6;
/** Score from which a relation is said of the sentence's own subject, so that none of a sentence before is meant. */
const SURE_SCORE = 0.5;
/** Shared part of their characters from which a found name and a read mention are the same words. */
const SAME_WORDS = 0.6;

interface State extends RelationContext, ArgumentContext {
  readonly reading: Reading;
  /** Names found without the reader, by sentence. */
  readonly names: ReadonlyMap<number, readonly Mention[]>;
  /** Pairs by the index of their mention on either side. */
  readonly pairs: Readonly<Record<Side, ReadonlyMap<number, readonly ReadPair[]>>>;
}

type Side = "subject" | "object";

/** Names and values that are found without the reader. */
export function knownSpans({ mentions, values }: DocumentMentions, { valueTypes }: EncoderLabels): KnownSpan[] {
  const names = mentions.filter(({ kind, entity }) => kind === "name" && entity !== null);
  return [...names.map(({ span }) => ({ span, type: null })), ...values.map(({ span, kind }) => ({ span, type: valueTypes[kind] }))];
}

/** A fact with what the reader said of it. */
export interface Proposal {
  readonly fact: Fact;
  readonly signals: Signals;
}

/** Facts from a reading; below the model's bar they are doubtful. */
export function proposeRelations(document: Document, mentions: DocumentMentions, reading: Reading, context: RelationContext): Proposals {
  const { proposals, dropped } = readProposals(document, mentions, reading, context);
  const facts = proposals.map(({ fact }) => fact);
  const isSure = ({ confidence }: Fact): boolean => confidence >= context.labels.trust.atLeast;
  return { facts: facts.filter(isSure), doubtful: facts.filter((fact) => !isSure(fact)), dropped };
}

/** Proposes facts from a reading, with their signals. Sorted by place; one fact per claim and sentence. */
export function readProposals(
  document: Document,
  mentions: DocumentMentions,
  reading: Reading,
  context: RelationContext,
): { readonly proposals: readonly Proposal[]; readonly dropped: readonly Dropped[] } {
  const { text, id: articleId } = document.article;
  const names = groupBy(
    mentions.mentions.filter(({ kind }) => kind === "name"),
    ({ sentence }) => sentence,
  );
  const pairs = { subject: groupBy(reading.pairs, ({ subject }) => subject), object: groupBy(reading.pairs, ({ object }) => object) };
  const state: State = { ...context, mentions, reading, names, pairs, text, articleId };
  const outright = new Map<string, Proposal>();
  const remote = new Map<string, Proposal>();
  const dropped: Dropped[] = [];
  for (const pair of reading.pairs) {
    const sentence = document.sentences[reading.mentions[pair.object]?.sentence ?? -1];
    if (sentence === undefined || sentence.kind === "heading") continue;
    for (const sides of sidesOf(pair, reading)) {
      const proposal = propose(pair, sides, sentence, state);
      if (proposal === null) continue;
      if ("reason" in proposal) {
        dropped.push(proposal);
        continue;
      }
      const best = proposal.signals.remote ? remote : outright;
      const key = `${sentence.index} ${claimOf(proposal.fact, context.ontology)}`;
      const other = best.get(key);
      if (other === undefined || other.fact.confidence < proposal.fact.confidence) best.set(key, proposal);
    }
  }
  // What is said outright somewhere is not said again where its subject is not even named, nor what the sentence says of a subject of its own.
  const claimed = new Set([...outright.values()].map(({ fact }) => claimOf(fact, context.ontology)));
  const placeOf = ({ relation, object }: Fact): string => `${relation} ${object.span.join(" ")}`;
  const taken = new Set([...outright.values()].filter(({ signals }) => signals.score >= SURE_SCORE).map(({ fact }) => placeOf(fact)));
  const further = [...remote.values()].filter(({ fact }) => !claimed.has(claimOf(fact, context.ontology)) && !taken.has(placeOf(fact)));
  return { proposals: [...outright.values(), ...further].sort((a, b) => compareFacts(a.fact, b.fact)), dropped };
}

/** What a fact claims, whatever its sentence. */
function claimOf({ subject, relation, object }: Fact, ontology: Ontology): string {
  const sides = [subject.id, "id" in object ? object.id : String(object.value)];
  return `${relation} ${(ontology.relations.get(relation)?.symmetric === true ? sides.sort() : sides).join(" ")}`;
}

type Sides = readonly [subject: ReadMention, object: ReadMention];

/** Both mentions of a pair, once for each thing that they stand for. */
function sidesOf({ subject, object }: ReadPair, { mentions }: Reading): Sides[] {
  const each = (mention: ReadMention): ReadMention[] => [mention, ...mention.further.map((antecedent) => ({ ...mention, antecedent }))];
  return each(mentions[subject]!).flatMap((one) => each(mentions[object]!).map((other): Sides => [one, other]));
}

/** The best relation of a pair that can be trusted and that the ontology allows, else the best doubtful one; null when there is none. */
function propose(pair: ReadPair, sides: Sides, sentence: Sentence, state: State): Proposal | Dropped | null {
  let doubtful: Proposal | null = null;
  let refused: Dropped | null = null;
  const said = sideSignals(sides, state);
  for (const [name, score] of pair.relations) {
    const relation = state.ontology.relations.get(name);
    const otherSubject = bestRival(pair, name, "object", state);
    const otherObject = bestRival(pair, name, "subject", state);
    const signals: Signals = { ...said, relation: name, score, otherSubject, otherObject };
    const chance = chanceOf(signals, state.labels.trust);
    if (relation === undefined || chance === 0) continue;
    const isSure = chance >= state.labels.trust.atLeast;
    const fact = readFact(pair, sides, relation, { score, chance }, sentence, state);
    if (typeof fact !== "string") {
      if (isSure) return { fact, signals };
      doubtful ??= { fact, signals };
    } else if (isSure)
      refused ??= { rule: `reader-${name}`, reason: fact, trigger: state.text.slice(...pair.trigger), start: sentence.span[0] };
  }
  return doubtful ?? refused;
}

/** Best score of a relation among pairs that share one side with a pair and differ on the other. */
function bestRival(pair: ReadPair, relation: string, shared: Side, { pairs }: State): number {
  const other = shared === "subject" ? "object" : "subject";
  const rivals = (pairs[shared].get(pair[shared]) ?? []).filter((each) => each[other] !== pair[other]);
  return Math.max(0, ...rivals.flatMap(({ relations }) => relations.filter(([name]) => name === relation).map(([, score]) => score)));
}

/** What is said of both sides, whatever the relation. */
function sideSignals(sides: Sides, state: State): Pick<Signals, "subject" | "object" | "referred" | "named" | "remote"> {
  const isNamed = (side: ReadMention): boolean => side.antecedent === null && knownMention(side, state)?.entity != null;
  return {
    subject: sides[0].score,
    object: sides[1].score,
    referred: sides.filter(({ antecedent }) => antecedent !== null).length,
    named: sides.filter(isNamed).length,
    remote: sides[0].sentence !== sides[1].sentence,
  };
}

function readFact(
  pair: ReadPair,
  [from, to]: Sides,
  relation: Relation,
  { score, chance }: { readonly score: number; readonly chance: number },
  sentence: Sentence,
  state: State,
): Fact | string {
  const subject = entityRef(from, relation.domain, state);
  if (subject === null) return `"${state.text.slice(...from.span)}" does not fit the domain`;
  const object = objectRef(to, relation, sentence, pair, state);
  if (object === null) return `"${state.text.slice(...to.span)}" does not fit the range`;
  if ("id" in object && object.id === subject.id) return "subject and object are the same thing";
  const trigger = tokenAt(sentence, pair.trigger[0]);
  const read = STATUSES.find((status): status is Status => status === pair.status) ?? "asserted";
  const status = pair.statusScore >= SURE_STATUS ? read : statusOf(sentence, trigger);
  const isReferred = [from, to].some(({ antecedent }) => antecedent !== null);
  const reasons = [
    `reader score ${score.toFixed(1)}`,
    `status ${status}`,
    ...(isReferred ? ["an argument was resolved by coreference"] : []),
    ...(from.sentence === to.sentence ? [] : ["the subject is named in a sentence before"]),
  ];
  const parts = {
    subject,
    relation: relation.id,
    object,
    status,
    attribution: attributionOf(sentence, trigger, state),
    time: timeOf(sentence, trigger, state.mentions.values),
    qualifiers: qualifiersOf(relation.id, sentence, trigger, state),
    trigger: pair.trigger,
    extractor: relationsExtractor.name,
    rule: `reader-${relation.id}`,
    confidence: chance,
    reasons: reasons.sort(),
  };
  return makeFact(parts, sentence, state);
}

/** The title at the trigger ("executive chairman"), where frames of the relation keep the trigger's words as a qualifier. */
function qualifiersOf(relation: string, sentence: Sentence, trigger: number, state: State): Fact["qualifiers"] {
  const name = state.ontology.frames.find((frame) => frame.relation === relation && frame.qualifier !== null)?.qualifier ?? null;
  const names = state.names.get(sentence.index) ?? [];
  const isPart = (at: number): boolean => {
    const token = sentence.tokens[at];
    return token !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(token.upos) && !names.some(({ span }) => overlap(span, token.span));
  };
  if (name === null || !isPart(trigger)) return {};
  let [first, last] = [trigger, trigger];
  while (isPart(first - 1)) first--;
  while (isPart(last + 1)) last++;
  return { [name]: state.text.slice(...spanOfTokens(sentence, first, last + 1)) };
}

/** A read mention as an entity of one of the allowed classes: known names first, then places that act, then what the reader itself says. */
function entityRef(read: ReadMention, allowed: readonly string[], state: State): EntityRef | null {
  if (read.isReference && read.antecedent === null) return null;
  const target = read.antecedent === null ? read : state.reading.mentions[read.antecedent]!;
  const mention = state.text.slice(...read.span);
  const refer = (entity: { readonly id: string; readonly class: string; readonly label: string }): EntityRef => ({
    id: entity.id,
    type: entity.class,
    label: entity.label,
    mention,
    span: read.span,
  });
  const known = knownMention(target, state);
  if (known !== null && known.entity !== null) {
    const fitting = fittingEntity(known, allowed, state);
    if (fitting !== null) return refer(fitting);
    if (known.entity.origin === "known") return null;
  }
  if (!fits(state.ontology, target.type, allowed)) return null;
  const label = state.text.slice(...target.span).replace(/\s+/g, " ");
  const id = slug(label).slice(0, 80);
  return id === "" ? null : refer({ id, class: target.type, label });
}

/** The name found in the text that covers about the same words; other words of another class ("Acme proposal", a policy) are not that name. */
function knownMention(read: ReadMention, state: State): Mention | null {
  let best: Mention | null = null;
  let bestShare = SAME_WORDS;
  const isOneClass = (id: string | null): boolean =>
    id === null || fits(state.ontology, id, [read.type]) || fits(state.ontology, read.type, [id]);
  for (const mention of state.names.get(read.sentence) ?? []) {
    if (mention.span[1] < read.span[1] && !isOneClass(mention.class)) continue;
    const shared = Math.min(mention.span[1], read.span[1]) - Math.max(mention.span[0], read.span[0]);
    const share = shared / (Math.max(mention.span[1], read.span[1]) - Math.min(mention.span[0], read.span[0]));
    if (share > bestShare) [best, bestShare] = [mention, share];
  }
  return best;
}

function objectRef(read: ReadMention, relation: Relation, sentence: Sentence, pair: ReadPair, state: State): FactObject | null {
  if (relation.objectKind === "entity" || relation.objectKind === "phrase") return entityRef(read, relation.range, state);
  for (const value of state.mentions.values) {
    if (value.sentence !== read.sentence || !overlap(value.span, read.span)) continue;
    if (relation.objectKind === "date" && value.date !== undefined && value.date.value !== null)
      return { value: value.date.value, datatype: value.date.datatype, mention: value.text, span: value.span };
    if (relation.objectKind === "amount" && value.amount !== undefined) {
      const of = measured(value, { text: state.text, sentence, read: read.span, trigger: pair.trigger, values: state.mentions.values });
      const amount: AmountRef = { ...value.amount, ...(of === null ? {} : { of }), mention: value.text, span: value.span };
      return amount;
    }
  }
  if (relation.objectKind !== "amount") return null;
  const words = state.text.slice(...read.span);
  const loose = readLooseAmount(words);
  return loose == null ? null : { ...loose, mention: words, span: read.span };
}
