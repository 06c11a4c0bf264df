// What the viewer needs, and no more: knowledge as one plain JSON value. Quotes are not copied: a fact's span points into its article's text.
import type { AmountRef, FactTime } from "../facts/fact.ts";
import type { InferredEdge, Knowledge } from "../graph/knowledge.ts";
import type { Span } from "../problem.ts";
import type { Article } from "../text/article.ts";

export interface ViewerClass {
  readonly id: string;
  readonly label: string;
  readonly plural: string;
  readonly parent: string | null;
  readonly light: string;
  readonly dark: string;
  /** File name without ending in viewer/pictograms. */
  readonly pictogram: string;
}

export interface ViewerRelation {
  readonly id: string;
  readonly label: string;
  readonly inverse: string;
  readonly symmetric: boolean;
}

export interface ViewerEntity {
  readonly id: string;
  readonly class: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly wikidata: string | null;
  readonly x: number;
  readonly y: number;
}

export type ViewerArticle = Pick<Article, "id" | "title" | "text" | "published" | "publisher" | "author" | "url">;

/** A quantity or a date as the object of a claim. */
export interface ViewerValue {
  readonly value: number | string;
  readonly max?: number;
  readonly unit?: string;
  readonly comparator?: string;
  readonly of?: string;
}

export interface ViewerClaim {
  readonly id: string;
  readonly subject: string;
  readonly relation: string;
  /** Entity id, or a value. */
  readonly object: string | ViewerValue;
  readonly status: string;
  readonly facts: readonly string[];
  readonly confidence: number;
  readonly conflictsWith: readonly string[];
}

export interface ViewerFact {
  readonly id: string;
  readonly article: string;
  /** The sentence, in the article's text. */
  readonly span: Span;
  readonly subject: Span;
  readonly object: Span;
  readonly trigger: Span | null;
  readonly attribution: { readonly id: string | null; readonly label: string } | null;
  readonly time: FactTime | null;
  readonly qualifiers: Readonly<Record<string, string | ViewerValue>>;
  readonly extractor: string;
  readonly rule: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** An example for the query view. */
export interface ViewerQuery {
  readonly title: string;
  readonly text: string;
}

export interface ViewerData {
  readonly title: string;
  readonly base: string;
  readonly classes: readonly ViewerClass[];
  readonly relations: readonly ViewerRelation[];
  readonly entities: readonly ViewerEntity[];
  readonly articles: readonly ViewerArticle[];
  readonly facts: readonly ViewerFact[];
  readonly claims: readonly ViewerClaim[];
  readonly inferred: readonly Pick<InferredEdge, "subject" | "relation" | "object" | "rule" | "premises">[];
  readonly prefixes: readonly (readonly [prefix: string, namespace: string])[];
  /** Files of the build beside the viewer, for the download list. */
  readonly files: readonly string[];
  readonly queries: readonly ViewerQuery[];
  /** The facts.jsonl of an earlier build to compare with; null without one. */
  readonly earlier: string | null;
}

export type ViewerExtras = Pick<ViewerData, "files" | "queries" | "earlier">;

const NO_EXTRAS: ViewerExtras = { files: [], queries: [], earlier: null };

/** Selects from the knowledge what the viewer shows. Classes and relations come in ontology order, only those in use. */
export function viewerData(knowledge: Knowledge, extras: Partial<ViewerExtras> = {}): ViewerData {
  const { ontology } = knowledge;
  const usedClasses = new Set(knowledge.entities.map((entity) => entity.class));
  const usedRelations = new Set([...knowledge.claims, ...knowledge.inferred].map((edge) => edge.relation));
  return {
    title: knowledge.title,
    base: knowledge.base,
    classes: [...ontology.classes.values()]
      .filter((item) => usedClasses.has(item.id))
      .map(({ id, label, plural, parent, colour, pictogram }) => ({ id, label, plural, parent, ...colour, pictogram })),
    relations: [...ontology.relations.values()]
      .filter((item) => usedRelations.has(item.id))
      .map(({ id, label, inverseLabel, symmetric }) => ({ id, label, inverse: inverseLabel, symmetric })),
    entities: knowledge.entities.map(({ id, class: kind, label, aliases, wikidata }) => {
      const position = knowledge.positions.get(id);
      return { id, class: kind, label, aliases, wikidata, x: round(position?.x ?? 0), y: round(position?.y ?? 0) };
    }),
    articles: knowledge.articles.map(({ id, title, text, published, publisher, author, url }) => ({
      id,
      title,
      text,
      published,
      publisher,
      author,
      url,
    })),
    facts: knowledge.facts.map((fact) => ({
      id: fact.id,
      article: fact.evidence.article,
      span: [fact.evidence.start, fact.evidence.end],
      subject: fact.subject.span,
      object: fact.object.span,
      trigger: fact.evidence.trigger,
      attribution: fact.attribution === null ? null : { id: fact.attribution.id, label: fact.attribution.label },
      time: fact.time,
      qualifiers: Object.fromEntries(Object.entries(fact.qualifiers).map(([key, value]) => [key, plain(value)])),
      extractor: fact.extractor,
      rule: fact.rule,
      confidence: fact.confidence,
      reasons: fact.reasons,
    })),
    claims: knowledge.claims.map((claim) => ({
      id: claim.id,
      subject: claim.subject,
      relation: claim.relation,
      object: claim.object,
      status: claim.status,
      facts: claim.facts,
      confidence: claim.confidence,
      conflictsWith: claim.conflictsWith,
    })),
    inferred: knowledge.inferred,
    prefixes: [...ontology.prefixes],
    ...NO_EXTRAS,
    ...extras,
  };
}

function plain(value: string | AmountRef): string | ViewerValue {
  if (typeof value === "string") return value;
  const { mention: _mention, span: _span, ...rest } = value;
  return rest;
}

/** Two decimals are finer than a pixel and halve the size of the positions. */
function round(coordinate: number): number {
  return Math.round(coordinate * 100) / 100;
}
