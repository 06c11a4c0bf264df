// Turtle text in; plain triples in file order, prefixes, and the line where each subject stands, out. The only importer of n3.
// Refuses nothing: a syntax error is told with its line, and the triples before it are dropped with the rest of the file.
// Also makes RDF/JS datasets for libraries that want them, with every literal as it is written.
import { DataFactory, Lexer, Parser, Store } from "n3";
import { isLiteral, isTripleTerm, type Quad } from "./quad.ts";

/** A triple of plain strings. Blank nodes are written "_:name". */
export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  /** Datatype IRI of a literal object; null for an IRI or a blank node. */
  readonly datatype: string | null;
  /** Language tag of a literal object in lower case, "" for none. */
  readonly language: string;
}

export interface TurtleDocument {
  /** In file order. */
  readonly triples: readonly Triple[];
  /** Prefix -> namespace, in file order. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Subject IRI -> 1-based line of its first block. */
  readonly lines: ReadonlyMap<string, number>;
  /** What is wrong with the syntax; null when the text is valid Turtle. */
  readonly error: { readonly message: string; readonly line: number } | null;
}

/**
 * Reads one Turtle document.
 * `parseTurtle('@prefix a: <http://a/> .\na:b a:c "d" .')` gives one triple, and line 2 for `http://a/b`.
 */
export function parseTurtle(text: string): TurtleDocument {
  const prefixes = new Map<string, string>();
  let triples: readonly Triple[];
  try {
    triples = parseTriples(text, (prefix, namespace) => prefixes.set(prefix, namespace));
  } catch (error) {
    return { triples: [], prefixes, lines: new Map(), error: describe(error) };
  }
  return { triples, prefixes, lines: subjectLines(text, prefixes), error: null };
}

/** Reads triples alone, in file order. @throws Error when the text is not valid Turtle. */
export function parseTriples(text: string, onPrefix: (prefix: string, namespace: string) => void = () => {}): readonly Triple[] {
  const quads = new Parser({ format: "Turtle", blankNodePrefix: "_:" }).parse(text, null, (prefix, namespace) =>
    onPrefix(prefix, typeof namespace === "string" ? namespace : namespace.value),
  );
  return quads.map(({ subject, predicate, object }) => ({
    subject: subject.termType === "BlankNode" ? `_:${subject.value}` : subject.value,
    predicate: predicate.value,
    object: object.termType === "BlankNode" ? `_:${object.value}` : object.value,
    datatype: object.termType === "Literal" ? object.datatype.value : null,
    language: object.termType === "Literal" ? object.language : "",
  }));
}

/** The first token of each statement is its subject. */
function subjectLines(text: string, prefixes: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let atStart = true;
  for (const token of new Lexer().tokenize(text)) {
    if (atStart && (token.type === "prefixed" || token.type === "IRI")) {
      const namespace = token.type === "prefixed" ? (prefixes.get(token.prefix ?? "") ?? "") : "";
      const iri = namespace + (token.value ?? "");
      if (!lines.has(iri)) lines.set(iri, token.line);
    }
    atStart = token.type === ".";
  }
  return lines;
}

function describe(error: unknown): { readonly message: string; readonly line: number } {
  if (!(error instanceof Error)) throw error;
  const context: unknown = "context" in error ? error.context : undefined;
  const line = typeof context === "object" && context !== null && "line" in context && typeof context.line === "number" ? context.line : 1;
  return { message: error.message.replace(/ on line \d+\.?$/, "").replace(/\.$/, ""), line };
}

/** A set of triples as RDF/JS terms. */
export type Dataset = Store;

/** Puts quads into one dataset without graphs; triple terms are left out. */
export function datasetOf(quads: Iterable<Quad>): Dataset {
  const { namedNode, literal, quad: triple } = DataFactory;
  const dataset = new Store();
  for (const { subject, predicate, object } of quads) {
    if (typeof object === "string") dataset.add(triple(namedNode(subject), namedNode(predicate), namedNode(object)));
    else if (isLiteral(object)) {
      const kind = object.language === "" ? namedNode(object.datatype) : object.language;
      dataset.add(triple(namedNode(subject), namedNode(predicate), literal(object.value, kind)));
    } else if (!isTripleTerm(object)) throw new Error("a term of no kind");
  }
  return dataset;
}

/** Reads Turtle into a dataset, or N-Quads without the graphs named in `except`. @throws Error when the text is not valid. */
export function readDataset(
  text: string,
  options: { readonly format: "Turtle" | "N-Quads"; readonly base?: string; readonly except?: readonly string[] },
): Dataset {
  const dataset = new Store();
  const parser = new Parser({ format: options.format, ...(options.base === undefined ? {} : { baseIRI: options.base }) });
  for (const quad of parser.parse(text)) {
    if (options.except?.includes(quad.graph.value)) continue;
    dataset.add(DataFactory.quad(quad.subject, quad.predicate, quad.object));
  }
  return dataset;
}

/** Reads N-Quads, TriG or Turtle into quads. Blank nodes keep the form "_:name". @throws Error when the text is not valid. */
export function readQuads(text: string, format: "N-Quads" | "TriG" | "Turtle"): Quad[] {
  return new Parser({ format, blankNodePrefix: "_:" }).parse(text).map(({ subject, predicate, object, graph }) => ({
    subject: subject.termType === "BlankNode" ? `_:${subject.value}` : subject.value,
    predicate: predicate.value,
    object:
      object.termType === "Literal"
        ? { value: object.value, datatype: object.datatype.value, language: object.language }
        : object.termType === "BlankNode"
          ? `_:${object.value}`
          : object.value,
    graph: graph.value,
  }));
}

/** Subjects that have all these properties with these nodes. */
export function subjectsWith(dataset: Dataset, properties: readonly (readonly [predicate: string, node: string])[]): readonly string[] {
  const { namedNode } = DataFactory;
  const found = properties.map(([predicate, node]) =>
    dataset.getSubjects(namedNode(predicate), namedNode(node), null).map(({ value }) => value),
  );
  const [first = [], ...others] = found.map((names) => new Set(names));
  return [...first].filter((name) => others.every((names) => names.has(name)));
}
