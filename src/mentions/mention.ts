// A mention: words in a sentence that stand for an entity. Names, descriptions ("the company") and pronouns; values apart.
import type { Span } from "../problem.ts";

/** A known or discovered thing. One line of data/entities.jsonl has these fields (all but id, class and label may be left out there). */
export interface Entity {
  /** Slug, unique: the last part of its IRI. */
  readonly id: string;
  /** Class id of the ontology. */
  readonly class: string;
  readonly label: string;
  /** Other names, exactly as written in prose. */
  readonly aliases: readonly string[];
  /** Adjectives and inhabitants' names that point to it ("Chinese" for China). */
  readonly adjectives: readonly string[];
  /** Wikidata id ("Q148"), only where it was verified; else null. */
  readonly wikidata: string | null;
  /** Background links: relation id -> entity ids ({"jurisdiction":["china"]}). Known without an article, so never exported as facts with evidence. */
  readonly links: Readonly<Record<string, readonly string[]>>;
  /** Where it comes from: "known" (entities file), "concept" (ontology scheme), "found" (an article). */
  readonly origin: "known" | "concept" | "found";
}

export type MentionKind = "name" | "nominal" | "pronoun";

export interface Mention {
  readonly kind: MentionKind;
  /** 0-based sentence number. */
  readonly sentence: number;
  /** Half-open token range in the sentence. */
  readonly tokens: readonly [from: number, to: number];
  /** Index of the token that governs the others. */
  readonly head: number;
  readonly span: Span;
  readonly text: string;
  /** What it refers to, or null when unresolved. */
  readonly entity: Entity | null;
  /** Class of the mention, which for a place acting as its government differs from the entity's. */
  readonly class: string | null;
  /** Why this entity and class: "gazetteer", "ending:Inc", "apposition:company", "short-form", "coreference:the company". */
  readonly reason: string;
}
