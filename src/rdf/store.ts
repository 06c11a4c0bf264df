// A store that SPARQL updates run on: quads in, statements of one graph out. It works on the default graph, into which every quad goes
// whatever its graph, so that updates read the union. Never asked for numbers: it rewrites literals (0.850 becomes 0.85).
import { namedNode, Store } from "./oxigraph.mjs";
import { formatTriple, type Literal, type Quad } from "./quad.ts";
import { parseTriples } from "./turtle.ts";

export interface Statement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string | Literal;
}

export interface WorkStore {
  /** Number of statements, for telling whether an update changed anything. */
  readonly size: () => number;
  /** Runs an update; relative IRIs are resolved against `base`. @throws Error when the update is not valid SPARQL. */
  readonly update: (text: string, base: string) => void;
  /** Takes the statements out of a named graph, in no order. */
  readonly take: (iri: string) => readonly Statement[];
  /** Adds statements to the default graph. */
  readonly add: (statements: readonly Statement[]) => void;
}

/** Opens a store over quads. */
export function openStore(quads: Iterable<Quad>): WorkStore {
  const store = new Store();
  const load = (lines: readonly string[]): void => store.load(lines.join(""), { format: "application/n-triples", lenient: true });
  const lines: string[] = [];
  for (const quad of quads) lines.push(formatTriple(quad));
  load(lines);
  return {
    size: () => store.size,
    update: (text, base) => store.update(text, { base_iri: base }),
    take: (iri) => {
      const graph = namedNode(iri);
      // As text: reading term by term crosses into WebAssembly for each.
      const text = store.dump({ format: "application/n-triples", from_graph_name: graph });
      if (text === "") return [];
      store.update(`CLEAR GRAPH <${iri}>`);
      return parseTriples(text).map(({ subject, predicate, object, datatype, language }) => ({
        subject,
        predicate,
        object: datatype === null ? object : { value: object, datatype, language },
      }));
    },
    add: (statements) => load(statements.map((statement) => formatTriple({ ...statement, graph: "" }))),
  };
}
