// A made-up evidence graph of the shape that builds have: about 20 quads per fact, two graphs per article, no blank nodes.
// The same number gives the same quads. Some literals hold quotes, accents and characters outside the first plane.
import { decimal, literal, type ObjectTerm, type Quad } from "../../src/rdf/quad.ts";
import { META, OA, PROV, RDF, RDFS, SCHEMA, XSD } from "../../src/rdf/terms.ts";

export const BASE = "https://example.org/kg/";
export const ONTOLOGY = "https://example.org/o#";
const FACTS_PER_ARTICLE = 25;
const ENTITIES = 5000;

/** Small fixed sequence of numbers below `limit`. */
function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % limit;
  };
}

/** Makes `count` quads. */
export function evidenceQuads(count: number): Quad[] {
  const quads: Quad[] = [];
  const next = sequence(7);
  const entity = (number: number): string => `${BASE}entity/company-${number}`;
  for (let number = 0; number < ENTITIES && quads.length + 2 <= count; number++) {
    const graph = `${BASE}graph/entities`;
    quads.push({ subject: entity(number), predicate: `${RDF}type`, object: `${ONTOLOGY}Company`, graph });
    quads.push({ subject: entity(number), predicate: `${RDFS}label`, object: literal(`Société ${number} & Co`), graph });
  }
  for (let fact = 0; quads.length < count; fact++) {
    const article = `${BASE}article/news-${Math.floor(fact / FACTS_PER_ARTICLE)}`;
    const id = (next(0xffff_ffff).toString(16) + next(0xffff_ffff).toString(16)).padStart(16, "0");
    addFact(quads, { node: `${BASE}fact/${id}`, article, subject: entity(next(ENTITIES)), object: entity(next(ENTITIES)), next });
  }
  quads.length = count;
  return quads;
}

interface Made {
  readonly node: string;
  readonly article: string;
  readonly subject: string;
  readonly object: string;
  readonly next: (limit: number) => number;
}

function addFact(quads: Quad[], { node, article, subject, object, next }: Made): void {
  const start = next(5000);
  const predicate = `${ONTOLOGY}relation${next(30)}`;
  const into = (graph: string) => (about: string, term: string, value: ObjectTerm) => {
    quads.push({ subject: about, predicate: term, object: value, graph });
  };
  const assert = into(`${article}/assertion`);
  assert(node, `${RDF}type`, `${META}Fact`);
  assert(node, `${RDF}type`, `${RDF}Statement`);
  assert(node, `${RDF}subject`, subject);
  assert(node, `${RDF}predicate`, predicate);
  assert(node, `${RDF}object`, object);
  assert(node, `${META}status`, literal("asserted"));
  assert(node, `${META}confidence`, decimal(next(100) / 100));
  assert(subject, predicate, object);
  const source = into(`${article}/provenance`);
  source(node, `${PROV}wasDerivedFrom`, `${node}#span`);
  source(node, `${PROV}hadPrimarySource`, article);
  source(node, `${PROV}wasGeneratedBy`, `${BASE}run`);
  source(`${node}#span`, `${RDF}type`, `${OA}SpecificResource`);
  source(`${node}#span`, `${OA}hasSource`, article);
  source(`${node}#span`, `${OA}hasSelector`, `${node}#quote`);
  source(`${node}#span`, `${OA}hasSelector`, `${node}#position`);
  source(`${node}#quote`, `${RDF}type`, `${OA}TextQuoteSelector`);
  source(
    `${node}#quote`,
    `${OA}exact`,
    literal(`The firm said it had "agreed" to work with number ${start}, a maker of chips${start % 50 === 0 ? " 😀" : ""}.`),
  );
  source(`${node}#position`, `${RDF}type`, `${OA}TextPositionSelector`);
  source(`${node}#position`, `${OA}start`, literal(String(start), `${XSD}nonNegativeInteger`));
  source(`${node}#position`, `${OA}end`, literal(String(start + 80), `${XSD}nonNegativeInteger`));
  source(`${node}#position`, `${SCHEMA}unitText`, literal("code points"));
}
