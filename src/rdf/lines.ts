// N-Quads and N-Triples in canonical order: quads in any order in; sorted lines without repetition out, in chunks. Equal datasets give
// equal bytes, since there are no blank nodes. Source: RDF 1.1 N-Quads and N-Triples; RDF Dataset Canonicalization for the escapes.
import { sortDistinct } from "./group.ts";
import { rankTexts, sortPlaces } from "./order.ts";
import { formatObject, type Quad } from "./quad.ts";
import { fetchAhead, gatherRuns, joinRuns, type Runs } from "./runs.ts";

/** Characters gathered before a chunk is given out: 8 to 16 thousand were fastest, since longer strings leave the cache. */
const CHUNK = 12_000;
/** What stands behind an IRI in a line is sorted with it. */
const BRACKET = ">";

/** Writes sorted N-Quads; a quad whose graph is "" stands in the default graph. */
export const writeNQuads = (quads: Iterable<Quad>): Iterable<string> => writeLines(quads, graphTail());

/** Writes the union of all graphs as sorted N-Triples. */
export const writeNTriples = (quads: Iterable<Quad>): Iterable<string> => writeLines(quads, () => " .\n");

/** Ends of lines by graph; runs of one graph share one string. */
function graphTail(): (quad: Quad) => string {
  let last = "";
  let tail = " .\n";
  return ({ graph }) => {
    if (graph !== last) {
      last = graph;
      tail = graph === "" ? " .\n" : ` <${graph}> .\n`;
    }
    return tail;
  };
}

function* writeLines(input: Iterable<Quad>, tail: (quad: Quad) => string): Iterable<string> {
  const runs = gatherRuns(input);
  const { places, ends } = joinRuns(runs, sortPlaces(runs.subjects, BRACKET), rankTexts(runs.predicates, BRACKET));
  const append = appender(runs, places, tail);
  let chunk = "";
  let start = 0;
  let fetched = 0;
  for (const end of ends) {
    if (end > fetched) fetched = fetchAhead(runs, places, start);
    chunk = append(chunk, start, end);
    start = end;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

/**
 * Makes a function that appends the lines of one subject. Parts that are appended one by one become text faster than lines put together
 * before; "+" is faster than a template, which asks each part whether it is a string.
 */
function appender({ quads, predicates, predicateOf }: Runs, places: Uint32Array, tail: (quad: Quad) => string) {
  const links = predicates.map((predicate) => `> <${predicate}> `);
  const linksToIris = links.map((link) => `${link}<`);
  return (chunk: string, start: number, end: number): string => {
    const head = `<${quads[places[start]!]!.subject}`;
    let text = chunk;
    for (let from = start, to = start; from < end; from = to) {
      const predicate = predicateOf[places[from]!]!;
      while (to < end && predicateOf[places[to]!] === predicate) to++;
      const quad = quads[places[from]!]!;
      if (to > from + 1) for (const rest of sortRests(quads, places, from, to, tail)) text = text + head + links[predicate]! + rest;
      else if (typeof quad.object === "string") text = text + head + linksToIris[predicate]! + quad.object + BRACKET + tail(quad);
      else text = text + head + links[predicate]! + formatObject(quad.object) + tail(quad);
    }
    return text;
  };
}

/** Objects and graphs of one subject and predicate, each once. */
function sortRests(quads: readonly Quad[], places: Uint32Array, from: number, to: number, tail: (quad: Quad) => string): readonly string[] {
  const rests: string[] = [];
  for (let at = from; at < to; at++) {
    const quad = quads[places[at]!]!;
    rests.push(formatObject(quad.object) + tail(quad));
  }
  return sortDistinct(rests);
}
