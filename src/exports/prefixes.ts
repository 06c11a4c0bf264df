// The prefixes of a build's RDF files: the common ones, one per kind of thing below the base IRI, the ontology's own.
import type { Knowledge } from "../graph/knowledge.ts";
import { COMMON_PREFIXES } from "../rdf/terms.ts";

/** Folders below the base IRI; each gets a prefix of its name. */
const FOLDERS = ["entity", "fact", "claim", "article", "agent", "link", "inferred", "rule", "extractor", "graph"] as const;

/** Prefix -> namespace; where two name one namespace the ontology's wins. */
export function prefixesOf({ base, ontology }: Pick<Knowledge, "base" | "ontology">): ReadonlyMap<string, string> {
  return new Map([...COMMON_PREFIXES, ...FOLDERS.map((name): [string, string] => [name, `${base}${name}/`]), ...ontology.prefixes]);
}
