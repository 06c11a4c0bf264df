// Turtle and TriG to read: quads in any order in; sorted subjects, type first, only the prefixes that are used, a blank line per subject,
// out in chunks. Memory holds the quads and one subject's text. Source: RDF 1.1 Turtle and TriG; RDF 1.2 for triple terms.
import { groupByGraph, groupBySubject, sortTexts } from "./group.ts";
import { formatObject, isTripleTerm, type ObjectTerm, type Quad } from "./quad.ts";
import { makeShortener, type Shortener } from "./shorten.ts";
import { quoteString, RDF, XSD } from "./terms.ts";

export interface PrettyOptions {
  readonly prefixes: Iterable<readonly [prefix: string, namespace: string]>;
  /** Says at the top that the text needs RDF 1.2. */
  readonly rdf12?: boolean;
}

const TYPE = `${RDF}type`;
const STRING = `${XSD}string`;
const DECIMAL = `${XSD}decimal`;
const INTEGER = `${XSD}integer`;
const BOOLEAN = `${XSD}boolean`;
/** Characters gathered before a chunk is given out. */
const CHUNK = 12_000;

/** Writes the union of all graphs as Turtle. */
export function* writeTurtle(quads: Iterable<Quad>, options: PrettyOptions): Iterable<string> {
  const shortener = makeShortener(options.prefixes);
  const groups = groupBySubject(noting(quads, shortener, "union"));
  yield* inChunks(header(shortener, options), blocks(groups, shortener.shorten, ""));
}

/** Writes TriG: the default graph (graph "") first, then one block per graph, sorted. */
export function* writeTriG(quads: Iterable<Quad>, options: PrettyOptions): Iterable<string> {
  const shortener = makeShortener(options.prefixes);
  const graphs = groupByGraph(noting(quads, shortener, "graphs"));
  yield* inChunks(header(shortener, options), graphBlocks(graphs, shortener.shorten));
}

function* inChunks(...parts: readonly Iterable<string>[]): Iterable<string> {
  let chunk = "";
  for (const part of parts) {
    for (const text of part) {
      chunk += text;
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}

/** Passes quads on and notes their IRIs, so that the header can stand before the body. */
function* noting(quads: Iterable<Quad>, { use }: Shortener, scope: "union" | "graphs"): Iterable<Quad> {
  let subject = "";
  let graph = "";
  const vocabulary = new Set<string>();
  const useOnce = (iri: string): void => {
    if (vocabulary.has(iri)) return;
    vocabulary.add(iri);
    use(iri);
  };
  const useObject = (term: ObjectTerm): void => {
    if (typeof term === "string") use(term);
    else if (isTripleTerm(term)) {
      use(term.subject);
      useOnce(term.predicate);
      useObject(term.object);
    } else if (!isBare(term.value, term.datatype) && term.language === "") useOnce(term.datatype);
  };
  for (const quad of quads) {
    if (quad.subject !== subject) {
      subject = quad.subject;
      use(subject);
    }
    if (quad.graph !== graph && scope === "graphs") {
      graph = quad.graph;
      use(graph);
    }
    if (quad.predicate === TYPE && typeof quad.object === "string") useOnce(quad.object);
    else {
      if (quad.predicate !== TYPE) useOnce(quad.predicate);
      useObject(quad.object);
    }
    yield quad;
  }
}

function* header(shortener: Shortener, options: PrettyOptions): Iterable<string> {
  if (options.rdf12 === true) yield 'VERSION "1.2"\n';
  for (const [prefix, namespace] of shortener.used()) yield `@prefix ${prefix}: <${namespace}> .\n`;
}

type Shorten = Shortener["shorten"];

function* graphBlocks(graphs: ReadonlyMap<string, Quad[]>, shorten: Shorten): Iterable<string> {
  for (const graph of sortTexts([...graphs.keys()])) {
    const groups = groupBySubject(graphs.get(graph) ?? []);
    if (graph === "") {
      yield* blocks(groups, shorten, "");
      continue;
    }
    yield `\n${shorten(graph)} {\n`;
    yield* blocks(groups, shorten, "  ");
    yield "}\n";
  }
}

function* blocks(groups: ReadonlyMap<string, readonly Quad[]>, shorten: Shorten, indent: string): Iterable<string> {
  for (const subject of sortTexts([...groups.keys()])) {
    const lines = predicateLines(groups.get(subject) ?? [], shorten);
    yield `\n${indent}${shorten(subject)} ${lines.join(` ;\n${indent}  `)} .\n`;
  }
}

/** One line per predicate with its objects sorted and without repetition; the type first, then by IRI. */
function predicateLines(quads: readonly Quad[], shorten: Shorten): readonly string[] {
  const predicates: string[] = [];
  const objects: string[][] = [];
  for (const { predicate, object } of quads) {
    // Few predicates: looking through them is faster than a map for each subject. The last one is the likeliest.
    let at = predicates.length - 1;
    while (at >= 0 && predicates[at] !== predicate) at--;
    const text = formatTerm(object, shorten);
    if (at >= 0) objects[at]!.push(text);
    else {
      predicates.push(predicate);
      objects.push([text]);
    }
  }
  const lines: string[] = [];
  const type = predicates.indexOf(TYPE);
  if (type >= 0) lines.push(`a ${list(objects[type]!)}`);
  for (const predicate of sortTexts([...predicates])) {
    if (predicate !== TYPE) lines.push(`${shorten(predicate)} ${list(objects[predicates.indexOf(predicate)]!)}`);
  }
  return lines;
}

function list(objects: string[]): string {
  if (objects.length === 1) return objects[0] ?? "";
  return sortTexts(objects)
    .filter((object, index) => object !== objects[index - 1])
    .join(", ");
}

function formatTerm(term: ObjectTerm, shorten: Shorten): string {
  if (typeof term === "string") return shorten(term);
  if (isTripleTerm(term)) return `<<( ${shorten(term.subject)} ${shorten(term.predicate)} ${formatTerm(term.object, shorten)} )>>`;
  if (term.language !== "" || term.datatype === STRING) return formatObject(term);
  if (isBare(term.value, term.datatype)) return term.value;
  return `${quoteString(term.value)}^^${shorten(term.datatype)}`;
}

/** Tells whether the literal can stand without quotes and datatype and still be the same literal. */
function isBare(value: string, datatype: string): boolean {
  if (datatype === STRING) return true;
  if (datatype === DECIMAL) return /^[+-]?\d*\.\d+$/.test(value);
  if (datatype === INTEGER) return /^[+-]?\d+$/.test(value);
  return datatype === BOOLEAN && (value === "true" || value === "false");
}
