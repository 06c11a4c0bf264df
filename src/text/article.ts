// An article and its segments: text with exact offsets. Every later span counts UTF-16 code units of `Article.text`.
import type { Span } from "../problem.ts";

export interface Article {
  /** Slug, unique in a build: file name without ending, or front matter `id`, or `--id`. */
  readonly id: string;
  readonly title: string;
  /** The text that all spans refer to. For .txt the file's characters unchanged (a BOM dropped). */
  readonly text: string;
  /** ISO 8601 date (yyyy-mm-dd) or null when unknown. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** Address of the publication. */
  readonly url: string | null;
  /** Licence IRI or name, when the article states one. */
  readonly licence: string | null;
  /** Addresses of the sources that the article itself names (front matter `sources`). */
  readonly sources: readonly string[];
  /** File as the user named it; "-" for standard input. */
  readonly file: string;
}

export type SegmentKind = "heading" | "sentence";

/** A heading or a sentence. Segments are sorted, do not overlap, and have no white space at their ends. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly span: Span;
  /** 0-based number of the paragraph or heading block. */
  readonly paragraph: number;
}
