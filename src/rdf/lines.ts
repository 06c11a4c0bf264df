// N-Quads and N-Triples in canonical order: quads in any order in; sorted lines without repetition out, in chunks. Equal datasets give
// equal bytes, since there are no blank nodes. Source: RDF 1.1 N-Quads and N-Triples; RDF Dataset Canonicalization for the escapes.
import { sortTexts } from "./group.ts";
import { inArrival, newNumbering, rankIris, sortByRank } from "./order.ts";
import { formatObject, type Quad } from "./quad.ts";

/** Characters gathered before a chunk is given out: 8 to 16 thousand were fastest, since longer strings leave the cache. */
const CHUNK = 12_000;

/** Writes sorted N-Quads; a quad whose graph is "" stands in the default graph. */
export const writeNQuads = (quads: Iterable<Quad>): Iterable<string> => writeLines([...quads], graphTail());

/** Writes the union of all graphs as sorted N-Triples. */
export const writeNTriples = (quads: Iterable<Quad>): Iterable<string> => writeLines([...quads], () => " .\n");

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

function* writeLines(quads: readonly Quad[], tail: (quad: Quad) => string): Iterable<string> {
  const [subjects, predicates] = [newNumbering(), newNumbering()];
  const [subjectOf, predicateOf] = [new Uint32Array(quads.length), new Uint32Array(quads.length)];
  for (let place = 0; place < quads.length; place++) {
    const { subject, predicate } = quads[place]!;
    subjectOf[place] = subjects.numberOf(subject);
    predicateOf[place] = predicates.numberOf(predicate);
  }
  const byPredicate = sortByRank(inArrival(quads.length), predicateOf, rankIris(predicates.texts));
  const order = sortByRank(byPredicate, subjectOf, rankIris(subjects.texts));
  let chunk = "";
  for (let start = 0; start < order.length; ) {
    const [subject, predicate] = [subjectOf[order[start]!]!, predicateOf[order[start]!]!];
    let end = start + 1;
    while (end < order.length && subjectOf[order[end]!] === subject && predicateOf[order[end]!] === predicate) end++;
    const head = `<${subjects.texts[subject]!}> <${predicates.texts[predicate]!}> `;
    if (end === start + 1) {
      const quad = quads[order[start]!]!;
      chunk += head + formatObject(quad.object) + tail(quad);
    } else {
      const rests: string[] = [];
      for (let at = start; at < end; at++) {
        const quad = quads[order[at]!]!;
        rests.push(formatObject(quad.object) + tail(quad));
      }
      let last = "";
      for (const rest of sortTexts(rests)) {
        if (rest !== last) chunk += head + rest;
        last = rest;
      }
    }
    start = end;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
