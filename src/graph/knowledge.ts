// Everything a build knows, after merging: the one value that exporters, the server and the viewer read.
import type { Claim } from "../facts/claim.ts";
import type { Fact } from "../facts/fact.ts";
import type { Entity } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Problem } from "../problem.ts";
import type { Article } from "../text/article.ts";

export type { Claim };

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
