// A sentence as tokens, tags and a dependency tree: what the language models give and mentions and frames read.
import type { Span } from "../problem.ts";
import type { Article, SegmentKind } from "../text/article.ts";

export interface Token {
  /** Exactly `article.text.slice(span[0], span[1])`. */
  readonly text: string;
  readonly span: Span;
  /** Lower-case dictionary form. */
  readonly lemma: string;
  /** Universal POS tag. */
  readonly upos: string;
  /** Penn Treebank tag. */
  readonly xpos: string;
  /** Index of the head token in the sentence, -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation to the head, with subtype ("nsubj:pass"). */
  readonly deprel: string;
}

export interface Sentence {
  /** 0-based number in the article, headings counted. */
  readonly index: number;
  readonly kind: SegmentKind;
  readonly paragraph: number;
  readonly span: Span;
  readonly tokens: readonly Token[];
  /** Indices of each token's dependents, sorted. */
  readonly children: readonly (readonly number[])[];
}

/** An article after the language stage. */
export interface Document {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
}
