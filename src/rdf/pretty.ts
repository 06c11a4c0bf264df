// Turtle and TriG to read: quads in any order in; sorted subjects, type first, only the prefixes that are used, a blank line per subject,
// out in chunks. Memory holds the quads and the text, since the header names the prefixes that the body was written with: looking through
// all quads for them before took a sixth of the time. Source: RDF 1.1 Turtle and TriG; RDF 1.2 for triple terms.
import { sortDistinct, sortTexts } from "./group.ts";
import { rankTexts, sortPlaces } from "./order.ts";
import { formatObject, isTripleTerm, type ObjectTerm, type Quad } from "./quad.ts";
import { fetchAhead, gatherRuns, joinRuns, type Runs, type Sorted } from "./runs.ts";
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

/** Stands behind no IRI: the shorter of two that agree comes first. */
const NOTHING = "\0";

/** Writes the union of all graphs as Turtle. */
export function writeTurtle(quads: Iterable<Quad>, options: PrettyOptions): Iterable<string> {
  return withHeader(options, (shorten) => {
    const runs = gatherRuns(quads);
    return blocks(runs, sortPlaces(runs.subjects, NOTHING), rankPredicates(runs), blockWriter(runs, shorten, ""));
  });
}

/** Writes TriG: the default graph (graph "") first, then one block per graph, sorted. */
export function writeTriG(quads: Iterable<Quad>, options: PrettyOptions): Iterable<string> {
  return withHeader(options, (shorten) => graphBlocks(gatherRuns(quads), shorten));
}

function* withHeader(options: PrettyOptions, write: (shorten: Shorten) => Iterable<string>): Iterable<string> {
  const shortener = makeShortener(options.prefixes);
  const body = inChunks(write(shortener.shorten));
  if (options.rdf12 === true) yield 'VERSION "1.2"\n';
  for (const [prefix, namespace] of shortener.used()) yield `@prefix ${prefix}: <${namespace}> .\n`;
  yield* body;
}

function inChunks(parts: Iterable<string>): readonly string[] {
  const chunks: string[] = [];
  let chunk = "";
  for (const part of parts) {
    chunk += part;
    if (chunk.length < CHUNK) continue;
    chunks.push(inOnePiece(chunk));
    chunk = "";
  }
  if (chunk !== "") chunks.push(chunk);
  return chunks;
}

/** Asking for a character makes V8 lay out a text that was put together of many parts, which takes far less memory. */
function inOnePiece(text: string): string {
  text.charCodeAt(0);
  return text;
}

type Shorten = Shortener["shorten"];

function* graphBlocks(runs: Runs, shorten: Shorten): Iterable<string> {
  const orders = new Map<string, number[]>(sortTexts([...runs.graphs]).map((graph) => [graph, []]));
  const orderOf = runs.graphs.map((graph) => orders.get(graph)!);
  for (const run of sortPlaces(runs.subjects, NOTHING)) orderOf[runs.graphOf[run]!]!.push(run);
  const ranks = rankPredicates(runs);
  const inner = blockWriter(runs, shorten, "  ");
  for (const [graph, order] of orders) {
    if (graph === "") {
      yield* blocks(runs, order, ranks, blockWriter(runs, shorten, ""));
      continue;
    }
    yield `\n${shorten(graph)} {\n`;
    yield* blocks(runs, order, ranks, inner);
    yield "}\n";
  }
}

/** The type comes first, then by IRI. */
const rankPredicates = ({ predicates }: Runs): Uint32Array =>
  rankTexts(
    predicates.map((predicate) => (predicate === TYPE ? "" : predicate)),
    NOTHING,
  );

type WriteBlock = (sorted: Sorted, start: number, end: number) => string;

function* blocks(runs: Runs, order: Uint32Array | readonly number[], ranks: Uint32Array, write: WriteBlock): Iterable<string> {
  const sorted = joinRuns(runs, order, ranks);
  let start = 0;
  let fetched = 0;
  for (const end of sorted.ends) {
    if (end > fetched) fetched = fetchAhead(runs, sorted.places, start);
    yield write(sorted, start, end);
    start = end;
  }
}

/** Objects repeat (types, entities, articles), or soon go out of use: when so many are known, all are forgotten. */
const REMEMBERED = 4096;

function remembering(shorten: Shorten): Shorten {
  const known = new Map<string, string>();
  return (iri) => {
    const found = known.get(iri);
    if (found !== undefined) return found;
    const made = shorten(iri);
    if (known.size === REMEMBERED) known.clear();
    known.set(iri, made);
    return made;
  };
}

/** Makes a function that writes one subject: a line per predicate with its objects sorted and without repetition. */
function blockWriter({ quads, predicates, predicateOf }: Runs, shorten: Shorten, indent: string): WriteBlock {
  const first = predicates.map((predicate) => (predicate === TYPE ? "a " : `${shorten(predicate)} `));
  const further = first.map((text) => ` ;\n${indent}  ${text}`);
  const remember = remembering(shorten);
  return ({ places }, start, end) => {
    let text = `\n${indent}${shorten(quads[places[start]!]!.subject)} `;
    for (let from = start, to = start; from < end; from = to) {
      const predicate = predicateOf[places[from]!]!;
      while (to < end && predicateOf[places[to]!] === predicate) to++;
      text += (from === start ? first : further)[predicate]!;
      if (to === from + 1) {
        text += formatTerm(quads[places[from]!]!.object, remember);
        continue;
      }
      const objects: string[] = [];
      for (let at = from; at < to; at++) objects.push(formatTerm(quads[places[at]!]!.object, remember));
      text += sortDistinct(objects).join(", ");
    }
    return `${text} .\n`;
  };
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
