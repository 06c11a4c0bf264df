// The build's data, read once from the page, with the indexes that the views ask.
import type {
  ViewerArticle,
  ViewerClaim,
  ViewerClass,
  ViewerData,
  ViewerEntity,
  ViewerFact,
  ViewerRelation,
} from "../src/exports/viewer-data.ts";

export type {
  ViewerArticle,
  ViewerClaim,
  ViewerClass,
  ViewerData,
  ViewerEntity,
  ViewerFact,
  ViewerRelation,
  ViewerValue,
} from "../src/exports/viewer-data.ts";

function read<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null") as T;
}

export const data: ViewerData = read("data");
const pictograms: Readonly<Record<string, string>> = read("pictograms");

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

export const entities: ReadonlyMap<string, ViewerEntity> = byId(data.entities);
export const claims: ReadonlyMap<string, ViewerClaim> = byId(data.claims);
export const facts: ReadonlyMap<string, ViewerFact> = byId(data.facts);
export const articles: ReadonlyMap<string, ViewerArticle> = byId(data.articles);
export const classes: ReadonlyMap<string, ViewerClass> = byId(data.classes);
export const relations: ReadonlyMap<string, ViewerRelation> = byId(data.relations);

/** Claims by the entities at their ends. */
export const claimsOf: ReadonlyMap<string, readonly ViewerClaim[]> = indexClaims();

function indexClaims(): ReadonlyMap<string, readonly ViewerClaim[]> {
  const index = new Map<string, ViewerClaim[]>();
  for (const claim of data.claims) {
    for (const id of ends(claim)) {
      const list = index.get(id);
      if (list) list.push(claim);
      else index.set(id, [claim]);
    }
  }
  return index;
}

/** Entity ids at the ends of a claim: one for a value, two otherwise. */
export function ends(claim: ViewerClaim): readonly string[] {
  if (typeof claim.object !== "string") return [claim.subject];
  return claim.subject === claim.object ? [claim.subject] : [claim.subject, claim.object];
}

export function supportOf(claim: ViewerClaim): readonly ViewerFact[] {
  return claim.facts.flatMap((id) => facts.get(id) ?? []);
}

export function sourceOf(article: ViewerArticle): string {
  return article.publisher ?? "Publisher unknown";
}

export function pictogramOf(classId: string): string {
  return pictograms[classes.get(classId)?.pictogram ?? "dot"] ?? pictograms.dot ?? "";
}

export function quoteOf(fact: ViewerFact): string {
  return articles.get(fact.article)?.text.slice(fact.span[0], fact.span[1]) ?? "";
}
