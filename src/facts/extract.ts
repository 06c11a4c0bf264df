// One article in, its facts out: a pure function, so that articles can be read in any order and on any machine.
import type { Document } from "../language/token.ts";
import { type DocumentMentions, findMentions } from "../mentions/find.ts";
import { fits } from "../ontology/ontology.ts";
import type { Dropped, Extractor, ExtractorContext } from "./extractor.ts";
import { type Fact, isEntityRef } from "./fact.ts";
import { framesExtractor } from "./frames.ts";
import { objectKey } from "./id.ts";
import { compareFacts } from "./order.ts";

export interface Extraction {
  /** Sorted by place in the article. */
  readonly facts: readonly Fact[];
  readonly mentions: DocumentMentions;
  /** What came close and was refused. */
  readonly dropped: readonly Dropped[];
}

/** All extractors; where two claim the same in one sentence, the one named first in `--extractor` keeps it. */
export const EXTRACTORS: readonly Extractor[] = [framesExtractor];
/** The extractors that run when none is named. */
export const DEFAULT_EXTRACTORS: readonly string[] = ["frames"];

/** Extracts the facts of an analysed article by the named extractors, in their order; unknown names are passed over. */
export async function extractFacts(
  document: Document,
  context: ExtractorContext,
  names: readonly string[] = DEFAULT_EXTRACTORS,
): Promise<Extraction> {
  const mentions = findMentions(document, context);
  const claims = new Map<string, Fact>();
  const dropped: Dropped[] = [];
  for (const name of names) {
    const extractor = EXTRACTORS.find((each) => each.name === name);
    if (extractor === undefined) continue;
    const proposals = await extractor.extract(document, mentions, context);
    dropped.push(...proposals.dropped);
    for (const fact of proposals.facts) {
      const key = [fact.evidence.start, fact.subject.id, fact.relation, objectKey(fact.object)].join(" ");
      if (!claims.has(key) && passesGate(fact, context)) claims.set(key, fact);
    }
  }
  const facts = [...claims.values()].sort(compareFacts);
  return { facts, mentions, dropped };
}

/** Domain and range, the hard gate for every extractor. */
function passesGate(fact: Fact, { ontology }: ExtractorContext): boolean {
  const relation = ontology.relations.get(fact.relation);
  if (relation === undefined || !fits(ontology, fact.subject.type, relation.domain)) return false;
  const takesEntity = relation.objectKind === "entity" || relation.objectKind === "phrase";
  return isEntityRef(fact.object) ? takesEntity && fits(ontology, fact.object.type, relation.range) : !takesEntity;
}
