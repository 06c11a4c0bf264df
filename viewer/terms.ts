// What the IRIs in a query's answer stand for in this build, and what such an answer marks in the graph.
import { articles, claimsOf, data, entities, facts, type ViewerClaim } from "./data.ts";
import { claimOf } from "./reading.ts";

export interface Term {
  readonly type: string;
  readonly value: string;
}
export type Row = Readonly<Record<string, Term>>;

export type Meaning =
  | { readonly kind: "entity"; readonly id: string }
  | { readonly kind: "claim"; readonly id: string; readonly fact: string }
  | { readonly kind: "article"; readonly id: string }
  | { readonly kind: "text"; readonly text: string };

/** Tells an entity, a fact (by its claim), an article or plain text; other IRIs are written with the build's prefixes. */
export function meaningOf({ type, value }: Term): Meaning {
  if (type !== "uri") return { kind: "text", text: value };
  const [folder, id] = inBase(value);
  if (folder === "entity" && entities.has(id)) return { kind: "entity", id };
  const claim = folder === "fact" && facts.has(id) ? claimOf.get(id) : undefined;
  if (claim !== undefined) return { kind: "claim", id: claim.id, fact: id };
  if (folder === "article" && articles.has(id)) return { kind: "article", id };
  const prefix = data.prefixes.find(([, namespace]) => value.startsWith(namespace));
  return { kind: "text", text: prefix === undefined ? value : `${prefix[0]}:${value.slice(prefix[1].length)}` };
}

function inBase(iri: string): readonly [folder: string, id: string] {
  if (!iri.startsWith(data.base)) return ["", ""];
  const [folder = "", id = ""] = iri.slice(data.base.length).split("/");
  try {
    return [folder, decodeURIComponent(id)];
  } catch {
    // A stray "%" in a query's own IRI: no entity of ours has one.
    return ["", ""];
  }
}

/** Entities and claims of an answer: those named, and the claims that join two entities of one row. */
export function marksOf(rows: readonly Row[]): { readonly entities: ReadonlySet<string>; readonly edges: ReadonlySet<string> } {
  const ids = new Set<string>();
  const edges = new Set<string>();
  const add = (claim: ViewerClaim): void => {
    edges.add(claim.id);
    ids.add(claim.subject);
    if (typeof claim.object === "string") ids.add(claim.object);
  };
  for (const row of rows) {
    const meanings = Object.values(row).map(meaningOf);
    const named = new Set(meanings.flatMap((meaning) => (meaning.kind === "entity" ? [meaning.id] : [])));
    for (const id of named) ids.add(id);
    for (const meaning of meanings) {
      const claim = meaning.kind === "claim" ? claimOf.get(meaning.fact) : undefined;
      if (claim) add(claim);
    }
    for (const id of named)
      for (const claim of claimsOf.get(id) ?? [])
        if (claim.subject === id && typeof claim.object === "string" && claim.object !== id && named.has(claim.object)) add(claim);
  }
  return { entities: ids, edges };
}
