// Everything a build knows, after merging: the one value that exporters, the server and the viewer read.
import type { Claim } from "../facts/claim.ts";
import type { Fact } from "../facts/fact.ts";
import type { Entity } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Problem } from "../problem.ts";
import type { Literal } from "../rdf/quad.ts";
import type { Article } from "../text/article.ts";
import type { Rule } from "./rules.ts";

export type { Claim };

/** An edge that follows from others by a rule: never evidence of its own. */
export interface InferredEdge {
  /** Hexadecimal digits, unique: hash of subject, relation and object. */
  readonly id: string;
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  /** Name of the rule (file name without ending). */
  readonly rule: string;
  /** Ids of the claims it rests on. Sorted, as are the next two. */
  readonly premises: readonly string[];
  /** Ids of the background links it rests on. */
  readonly links: readonly string[];
  /** Ids of other inferred edges it rests on. */
  readonly through: readonly string[];
}

/** A statement that follows by a rule and is no edge between entities by a relation: a wider class, a borrowed property, a membership. */
export interface Entailment {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string | Literal;
  readonly rule: string;
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
  /** Rules that edges and entailments follow by. */
  readonly rules: readonly Rule[];
  /** Sorted by subject, relation, object. */
  readonly inferred: readonly InferredEdge[];
  /** Sorted as lines of N-Triples. */
  readonly entailed: readonly Entailment[];
  /** Node positions by entity id, from the layout. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly problems: readonly Problem[];
}
