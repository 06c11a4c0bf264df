// One article in, its facts out: a pure function, so that articles can be read in any order and on any machine.
import type { Document } from "../language/token.ts";
import { type DocumentMentions, findMentions } from "../mentions/find.ts";
import { fits } from "../ontology/ontology.ts";
import { overlap } from "../problem.ts";
import { sortTexts } from "../rdf/group.ts";
import { UNCONFIRMED } from "./confidence.ts";
import type { Dropped, Extractor, ExtractorContext } from "./extractor.ts";
import { type EntityRef, type Fact, isEntityRef } from "./fact.ts";
import { framesExtractor } from "./frames.ts";
import { groupBy } from "./group.ts";
import { factId, objectKey } from "./id.ts";
import { compareFacts } from "./order.ts";
import { relationsExtractor } from "./relations.ts";

export interface Extraction {
  /** Sorted by place in the article. */
  readonly facts: readonly Fact[];
  readonly mentions: DocumentMentions;
  /** What came close and was refused. */
  readonly dropped: readonly Dropped[];
}

/** All extractors; where two claim the same in one sentence, the one named first in `--extractor` keeps it. */
export const EXTRACTORS: readonly Extractor[] = [framesExtractor, relationsExtractor];
/** The extractors that run when none is named. */
export const DEFAULT_EXTRACTORS: readonly string[] = ["frames", "relations"];

/** Extracts the facts of an analysed article by the named extractors, in their order; unknown names are passed over. */
export async function extractFacts(
  document: Document,
  context: ExtractorContext,
  names: readonly string[] = DEFAULT_EXTRACTORS,
): Promise<Extraction> {
  const mentions = findMentions(document, context);
  const facts: Fact[] = [];
  // Places in `facts` by sentence and relation: only these can say the same.
  const places = new Map<string, number[]>();
  const dropped: Dropped[] = [];
  for (const name of names) {
    const extractor = EXTRACTORS.find((each) => each.name === name);
    if (extractor === undefined) continue;
    const { facts: sure, doubtful, dropped: refused } = await extractor.extract(document, mentions, context);
    const before = facts.length;
    const confirmed = new Set<number>();
    dropped.push(...refused);
    for (const [index, fact] of [...sure, ...(doubtful ?? [])].entries()) {
      if (!passesGate(fact, context)) continue;
      const key = `${fact.evidence.start} ${fact.relation}`;
      const near = places.get(key) ?? [];
      const at = near.find((place) => saysTheSame(facts[place]!, fact, context)) ?? -1;
      const known = facts[at];
      if (known === undefined) {
        if (index < sure.length) places.set(key, [...near, facts.push(fact) - 1]);
      } else if (known.extractor !== fact.extractor && !confirmed.has(at)) {
        confirmed.add(at);
        facts[at] = agreed(known, fact);
      }
    }
    // Only an extractor that says what it doubts was asked about everything.
    for (let at = 0; doubtful !== undefined && at < before; at++) if (!confirmed.has(at)) facts[at] = unconfirmed(facts[at]!, name);
  }
  return { facts: withAliases(facts.sort(compareFacts), mentions), mentions, dropped };
}

/** Facts whose sides know the other names that the article uses for them. */
function withAliases(facts: readonly Fact[], { mentions }: DocumentMentions): readonly Fact[] {
  const named = groupBy(
    mentions.filter(({ kind, entity, reason }) => kind === "name" && entity !== null && reason !== "adjective"),
    ({ entity }) => entity!.id,
  );
  const withNames = (ref: EntityRef): EntityRef => {
    const names = new Set((named.get(ref.id) ?? []).map(({ text }) => text.replace(/\s+/g, " ")));
    for (const shown of [ref.label, ref.mention]) names.delete(shown);
    return names.size === 0 ? ref : { ...ref, aliases: sortTexts([...names]) };
  };
  return facts.map((fact) => ({
    ...fact,
    subject: withNames(fact.subject),
    object: isEntityRef(fact.object) ? withNames(fact.object) : fact.object,
  }));
}

const keyOf = (fact: Fact): string => [fact.evidence.start, fact.subject.id, fact.relation, objectKey(fact.object)].join(" ");

/** Tells whether two facts of a sentence and relation claim one thing: the same key, or, from two extractors, words that overlap on both sides. */
function saysTheSame(a: Fact, b: Fact, { ontology }: ExtractorContext): boolean {
  if (keyOf(a) === keyOf(b)) return true;
  if (a.extractor === b.extractor) return false;
  const isStraight = overlap(a.subject.span, b.subject.span) && overlap(a.object.span, b.object.span);
  const isSymmetric = ontology.relations.get(a.relation)?.symmetric === true;
  return isStraight || (isSymmetric && overlap(a.subject.span, b.object.span) && overlap(a.object.span, b.subject.span));
}

/** The first extractor's fact, surer as two say it: they err mostly apart (see `UNCONFIRMED` for how that was measured). */
function agreed(first: Fact, second: Fact): Fact {
  const kept = first.reasons.filter((reason) => !reason.startsWith("status "));
  const reasons = [...kept, `also found by ${second.extractor}`, `status ${second.status}`].sort();
  const confidence = Math.round(100 * (1 - (1 - first.confidence) * (1 - second.confidence))) / 100;
  // Where they differ on status, the one that reads whole sentences was right in five of five cases: frames see the words above the trigger.
  const fact = { ...first, status: second.status, confidence, reasons };
  return { ...fact, id: factId(fact) };
}

/** A fact that a later extractor, asked about the same sentence, does not see. */
function unconfirmed(fact: Fact, by: string): Fact {
  return { ...fact, confidence: Math.min(fact.confidence, UNCONFIRMED), reasons: [...fact.reasons, `not found by ${by}`].sort() };
}

/** Domain and range, the hard gate for every extractor. */
function passesGate(fact: Fact, { ontology }: ExtractorContext): boolean {
  const relation = ontology.relations.get(fact.relation);
  if (relation === undefined || !fits(ontology, fact.subject.type, relation.domain)) return false;
  const takesEntity = relation.objectKind === "entity" || relation.objectKind === "phrase";
  return isEntityRef(fact.object) ? takesEntity && fits(ontology, fact.object.type, relation.range) : !takesEntity;
}
