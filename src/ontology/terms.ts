// All triples of an ontology's files, asked by subject: what load.ts and the readers of classes, relations, frames and concepts share.
import type { Problem, ProblemCode } from "../problem.ts";
import { META, OWL, RDF, RDFS } from "../rdf/terms.ts";
import type { Triple } from "../rdf/turtle.ts";

/** The declarations of one subject, over all files. */
export interface Block {
  readonly iri: string;
  /** File (as named to the loader) and line of the first statement about it. */
  readonly file: string;
  readonly line: number;
  readonly triples: Triple[];
}

/** What the readers need: blocks in file order, the ontology's namespace, and where to report. */
export interface Source {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly namespace: string;
  readonly report: (block: Block, code: ProblemCode, message: string, hint?: string) => void;
}

export const CLASS_TYPES: readonly string[] = [`${OWL}Class`, `${RDFS}Class`];
export const RELATION_TYPES: readonly string[] = [
  `${OWL}ObjectProperty`,
  `${OWL}DatatypeProperty`,
  `${OWL}SymmetricProperty`,
  `${OWL}FunctionalProperty`,
  `${RDF}Property`,
];

/** Objects of one predicate, in file order, without repetition. */
export function values(block: Block, predicate: string): readonly string[] {
  return [...new Set(block.triples.filter((triple) => triple.predicate === predicate).map((triple) => triple.object))];
}

/** First object of a predicate, or "" when there is none. */
export function value(block: Block, predicate: string): string {
  return values(block, predicate)[0] ?? "";
}

/** Objects of a meta: predicate. */
export const metaValues = (block: Block, name: string): readonly string[] => values(block, META + name);

/** First object of a meta: predicate, or "". */
export const metaValue = (block: Block, name: string): string => value(block, META + name);

/** Objects of a meta: predicate whose strings list several items between commas. */
export function metaList(block: Block, name: string): readonly string[] {
  const items = metaValues(block, name).flatMap((text) => text.split(",").map((item) => item.trim()));
  return [...new Set(items.filter((item) => item !== ""))];
}

/** Tells whether the block has one of the given types. */
export function hasType(block: Block, types: readonly string[]): boolean {
  return values(block, `${RDF}type`).some((type) => types.includes(type));
}

/** Local name of an IRI of the ontology's own namespace, or null for any other. */
export function ownName(source: Source, iri: string): string | null {
  return source.namespace !== "" && iri.startsWith(source.namespace) ? iri.slice(source.namespace.length) : null;
}

/** The label; reports a missing one and gives the local name instead. */
export function labelOf(source: Source, block: Block, predicate: string = `${RDFS}label`): string {
  const label = value(block, predicate);
  if (label !== "") return label;
  const name = ownName(source, block.iri) ?? block.iri;
  source.report(block, "ontology-label", `"${name}" has no label; add ${predicate === `${RDFS}label` ? "rdfs:label" : "skos:prefLabel"}`);
  return name;
}

/** A problem at a block. */
export function problemAt(block: Block, code: ProblemCode, message: string, hint?: string): Problem {
  const problem: Problem = { level: "error", code, message, file: block.file, line: block.line };
  return hint === undefined || hint === "" ? problem : { ...problem, hint };
}
