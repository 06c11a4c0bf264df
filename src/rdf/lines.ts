// N-Quads and N-Triples in canonical order: quads in any order in; sorted lines without repetition out, in chunks. Equal datasets give
// equal bytes, since there are no blank nodes. Source: RDF 1.1 N-Quads and N-Triples; RDF Dataset Canonicalization for the escapes.
import { groupBySubject, sortTexts } from "./group.ts";
import { formatObject, type Quad } from "./quad.ts";

/** Characters gathered before a chunk is given out. */
const CHUNK = 1 << 16;

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

function* writeLines(quads: Iterable<Quad>, tail: (quad: Quad) => string): Iterable<string> {
  const groups = groupBySubject(quads);
  // The bracket belongs to the key: "<a#b>" comes before "<a>".
  const keys = sortTexts([...groups.keys()].map((subject) => `${subject}> `));
  let chunk = "";
  for (const key of keys) {
    const rests = sortTexts(
      (groups.get(key.slice(0, -2)) ?? []).map((quad) => `<${quad.predicate}> ${formatObject(quad.object)}${tail(quad)}`),
    );
    let last = "";
    for (const rest of rests) {
      if (rest !== last) chunk += `<${key}${rest}`;
      last = rest;
    }
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
