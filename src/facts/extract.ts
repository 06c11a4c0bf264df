// One article in, its facts out: a pure function, so that articles can be read in any order and on any machine.
import type { LanguageModels } from "../language/model.ts";
import type { Document } from "../language/token.ts";
import { type DocumentMentions, findMentions } from "../mentions/find.ts";
import type { Gazetteer } from "../mentions/gazetteer.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Fact } from "./fact.ts";
import { type Dropped, extractByFrames } from "./frames.ts";

export interface ExtractContext {
  readonly ontology: Ontology;
  readonly gazetteer: Gazetteer;
  readonly models: LanguageModels;
}

export interface Extraction {
  /** Sorted by place in the article. */
  readonly facts: readonly Fact[];
  readonly mentions: DocumentMentions;
  /** Frames that were triggered and refused. */
  readonly dropped: readonly Dropped[];
}

/** Extracts the facts of an analysed article. */
export function extractFacts(document: Document, context: ExtractContext): Extraction {
  const mentions = findMentions(document, context);
  const { facts, dropped } = extractByFrames(document, mentions, context);
  return { facts, mentions, dropped };
}
