// One article in, its facts out: a pure function, so that articles can be read in any order and on any machine.
import type { Document } from "../language/token.ts";
import { type DocumentMentions, findMentions } from "../mentions/find.ts";
import { fits } from "../ontology/ontology.ts";
import { overlap } from "../problem.ts";
import type { Dropped, Extractor, ExtractorContext } from "./extractor.ts";
import { type Fact, isEntityRef } from "./fact.ts";
import { framesExtractor } from "./frames.ts";
import { objectKey } from "./id.ts";
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
  const dropped: Dropped[] = [];
  for (const name of names) {
    const extractor = EXTRACTORS.find((each) => each.name === name);
    if (extractor === undefined) continue;
    const proposals = await extractor.extract(document, mentions, context);
    dropped.push(...proposals.dropped);
    for (const fact of proposals.facts) {
      if (!passesGate(fact, context)) continue;
      const at = facts.findIndex((other) => saysTheSame(other, fact, context));
      const known = facts[at];
      if (known === undefined) facts.push(fact);
      else if (known.extractor !== fact.extractor) facts[at] = agreed(known, fact);
    }
  }
  return { facts: facts.sort(compareFacts), mentions, dropped };
}

const keyOf = (fact: Fact): string => [fact.evidence.start, fact.subject.id, fact.relation, objectKey(fact.object)].join(" ");

/** Tells whether two facts of a sentence claim one thing: the same key, or, from two extractors, words that overlap on both sides. */
function saysTheSame(a: Fact, b: Fact, { ontology }: ExtractorContext): boolean {
  if (a.evidence.start !== b.evidence.start || a.relation !== b.relation) return false;
  if (keyOf(a) === keyOf(b)) return true;
  if (a.extractor === b.extractor) return false;
  const isStraight = overlap(a.subject.span, b.subject.span) && overlap(a.object.span, b.object.span);
  const isSymmetric = ontology.relations.get(a.relation)?.symmetric === true;
  return isStraight || (isSymmetric && overlap(a.subject.span, b.object.span) && overlap(a.object.span, b.subject.span));
}

/** The first extractor's fact, as sure as the surer of the two. */
function agreed(first: Fact, second: Fact): Fact {
  const reasons = [...new Set([...first.reasons, `also found by ${second.extractor}`])].sort();
  return { ...first, confidence: Math.max(first.confidence, second.confidence), reasons };
}

/** Domain and range, the hard gate for every extractor. */
function passesGate(fact: Fact, { ontology }: ExtractorContext): boolean {
  const relation = ontology.relations.get(fact.relation);
  if (relation === undefined || !fits(ontology, fact.subject.type, relation.domain)) return false;
  const takesEntity = relation.objectKind === "entity" || relation.objectKind === "phrase";
  return isEntityRef(fact.object) ? takesEntity && fits(ontology, fact.object.type, relation.range) : !takesEntity;
}
