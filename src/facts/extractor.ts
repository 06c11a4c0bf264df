// The seam of extraction: an extractor reads an analysed article with its mentions and proposes facts. Adding one is one file
// and one line in the table of extract.ts.
import type { Encoder } from "../language/encoder.ts";
import type { Document } from "../language/token.ts";
import type { DocumentMentions } from "../mentions/find.ts";
import type { Gazetteer } from "../mentions/gazetteer.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Fact } from "./fact.ts";

/** What every extractor may ask. */
export interface ExtractorContext {
  readonly ontology: Ontology;
  readonly gazetteer: Gazetteer;
  /** The trained reader, null where its model or its runtime is missing or was not asked for. */
  readonly encoder: Encoder | null;
}

/** A proposal that came close and was refused, for `--explain`. */
export interface Dropped {
  readonly rule: string;
  readonly reason: string;
  /** Words of the trigger. */
  readonly trigger: string;
  /** Where the sentence starts in the article. */
  readonly start: number;
}

/** What an extractor gives back: facts sorted by place, one per claim and sentence. */
export interface Proposals {
  readonly facts: readonly Fact[];
  readonly dropped: readonly Dropped[];
  /** Too doubtful to stand alone: they only confirm what another extractor proposes. */
  readonly doubtful?: readonly Fact[];
}

export interface Extractor {
  /** The name in `--extractor` and in each fact. */
  readonly name: string;
  /** Pure: the same article and context give the same proposals. Facts outside domain and range are dropped afterwards. */
  readonly extract: (document: Document, mentions: DocumentMentions, context: ExtractorContext) => Proposals | Promise<Proposals>;
}
