// The prefixes that answers are written with and that queries may use undeclared: the common ones, one per kind of thing below the base
// IRI, the ontology's own.
import { COMMON_PREFIXES } from "../rdf/terms.ts";
import { mask } from "./protocol.ts";
import type { BuildReport } from "./snapshot.ts";

const FOLDERS = ["entity", "fact", "claim", "article", "link", "inferred", "rule", "graph"] as const;

/** Prefix -> namespace of a build; where two have one name, the ontology's wins. */
export function prefixesOf({ base, vocabulary }: Pick<BuildReport, "base" | "vocabulary">): ReadonlyMap<string, string> {
  return new Map([
    ...COMMON_PREFIXES,
    ...FOLDERS.map((name): [string, string] => [name, `${base}${name}/`]),
    ...Object.entries(vocabulary.prefixes),
  ]);
}

/**
 * Declares the known prefixes that a query uses and does not declare, on its first line, so that lines in messages stay right.
 *
 * @example declarePrefixes("ASK { a:b a:c 1 }", new Map([["a", "http://a/"]])) // "PREFIX a: <http://a/> ASK { a:b a:c 1 }"
 */
export function declarePrefixes(query: string, known: ReadonlyMap<string, string>): string {
  const masked = mask(query);
  const declared = new Set([...masked.matchAll(/\bprefix\s+([^\s:<]*)\s*:/gi)].map(([, prefix]) => prefix));
  const used = new Set([...masked.matchAll(/(?<![\w:?$.-])([A-Za-z][\w-]*(?:\.[\w-]+)*):/g)].map(([, prefix = ""]) => prefix));
  const missing = [...used].filter((prefix) => known.has(prefix) && !declared.has(prefix));
  return missing.map((prefix) => `PREFIX ${prefix}: <${known.get(prefix)}> `).join("") + query;
}
