// Everything a build knows, after merging: the one value that exporters, the server and the viewer read.
import type { AmountRef, DateRef, Fact, Status } from "../facts/fact.ts";
import type { Entity } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Problem } from "../problem.ts";
import type { Article } from "../text/article.ts";

/** One edge of the graph: a claim with all the facts (sentences) that make it. */
export interface Claim {
  /** 16 hex digits: hash of subject, relation, object and status. */
  readonly id: string;
  /** Entity id. */
  readonly subject: string;
  /** Relation id. */
  readonly relation: string;
  /** Entity id, or a value without its mention. */
  readonly object: string | Omit<AmountRef, "mention" | "span"> | Omit<DateRef, "mention" | "span">;
  readonly status: Status;
  /** Fact ids, sorted by publication date, article, start. At least one. */
  readonly facts: readonly string[];
  /** 0..1: 1 minus the product of (1 - confidence) over articles, best fact of each. */
  readonly confidence: number;
  /** Claims that contradict this one (another value for a single-valued relation, or the negation). Sorted ids. */
  readonly conflictsWith: readonly string[];
}

/** An edge that follows from others by a rule: never evidence of its own. */
export interface InferredEdge {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  /** Name of the rule (file name without ending). */
  readonly rule: string;
  /** Claim ids it rests on (entities' background links have none). */
  readonly premises: readonly string[];
}

export interface Knowledge {
  /** Base IRI, ends with "/". */
  readonly base: string;
  /** Title of the dataset. */
  readonly title: string;
  readonly ontology: Ontology;
  /** Sorted by id. */
  readonly articles: readonly Article[];
  /** Entities that facts or links of used entities mention; sorted by id. */
  readonly entities: readonly Entity[];
  /** Sorted by article, start, id. */
  readonly facts: readonly Fact[];
  /** Sorted by id. */
  readonly claims: readonly Claim[];
  readonly inferred: readonly InferredEdge[];
  /** Node positions by entity id, from the layout. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly problems: readonly Problem[];
}
