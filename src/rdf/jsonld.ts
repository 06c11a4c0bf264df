// JSON-LD 1.1 over a given context: quads in any order in; one node per subject out, the union of all graphs, parts of a thing ("…#span")
// nested in it. Values say their type only where the context does not. Holds no triple terms. Source: JSON-LD 1.1.
import { groupBySubject, sortTexts } from "./group.ts";
import { isTripleTerm, type ObjectTerm, type Quad } from "./quad.ts";
import { makeShortener } from "./shorten.ts";
import { RDF, XSD } from "./terms.ts";

export interface ContextTerm {
  readonly name: string;
  readonly iri: string;
  /** "@id" for nodes, "@vocab" for terms, or the datatype of its literals; null for plain strings and for mixed values. */
  readonly type: string | null;
}

export interface Context {
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names are unique and differ from the prefixes. */
  readonly terms: readonly ContextTerm[];
}

type Json = string | { readonly [key: string]: Json } | readonly Json[];

const TYPE = `${RDF}type`;

/** The context as JSON. `id` and `type` stand for the keywords. */
export function contextJson({ prefixes, terms }: Context): Readonly<Record<string, unknown>> {
  const shorten = compactor(prefixes);
  const entries = terms.map(({ name, iri, type }) => {
    const short = shorten(iri);
    return [name, type === null ? short : { "@id": short, "@type": type.startsWith("@") ? type : shorten(type) }] as const;
  });
  return { "@version": 1.1, id: "@id", type: "@type", ...Object.fromEntries(prefixes), ...Object.fromEntries(entries) };
}

/** Compact IRIs: a Turtle prefixed name without its escapes, or the IRI itself. */
function compactor(prefixes: ReadonlyMap<string, string>): (iri: string) => string {
  const { shorten } = makeShortener(prefixes);
  return (iri) => {
    const short = shorten(iri);
    return short.startsWith("<") ? iri : short.replaceAll("\\", "");
  };
}

/** Writes the document in pieces, one per node. */
export function* writeJsonLd(quads: Iterable<Quad>, context: Context): Iterable<string> {
  const groups = groupBySubject(quads);
  const frame = makeFrame(groups, context);
  yield `{\n"@context": ${JSON.stringify(contextJson(context), null, 1)},\n"@graph": [`;
  let separator = "\n";
  // Things before their parts, so that a part is nested before it could stand alone.
  const subjects = sortTexts([...groups.keys()]);
  for (const parts of [false, true]) {
    for (const subject of subjects) {
      if (subject.includes("#") !== parts || frame.isWritten(subject)) continue;
      yield `${separator}${JSON.stringify(frame.node(subject), null, 1)}`;
      separator = ",\n";
    }
  }
  yield "\n]\n}\n";
}

interface Frame {
  readonly node: (subject: string) => Json;
  readonly isWritten: (subject: string) => boolean;
}

function makeFrame(groups: ReadonlyMap<string, readonly Quad[]>, context: Context): Frame {
  const compact = compactor(context.prefixes);
  const byIri = new Map(context.terms.map((term) => [term.iri, term]));
  const written = new Set<string>();

  const node = (subject: string): Json => {
    written.add(subject);
    const properties = new Map<string, Map<string, Json>>();
    for (const { predicate, object } of groups.get(subject) ?? []) {
      if (isTripleTerm(object)) continue;
      const term = byIri.get(predicate);
      const name = predicate === TYPE && typeof object === "string" ? "type" : (term?.name ?? compact(predicate));
      const values = properties.get(name) ?? new Map<string, Json>();
      properties.set(name, values);
      const key = JSON.stringify(object);
      if (!values.has(key)) values.set(key, name === "type" ? vocabulary(object) : value(object, term?.type ?? null, subject));
    }
    const names = sortTexts([...properties.keys()].filter((name) => name !== "type"));
    if (properties.has("type")) names.unshift("type");
    const entries = names.map((name): [string, Json] => {
      const values = properties.get(name) ?? new Map<string, Json>();
      const sorted = sortTexts([...values.keys()]).map((key) => values.get(key) ?? "");
      const [only = ""] = sorted;
      return [name, sorted.length === 1 ? only : sorted];
    });
    return { id: compact(subject), ...Object.fromEntries(entries) };
  };

  const vocabulary = (object: ObjectTerm): string => (typeof object === "string" ? (byIri.get(object)?.name ?? compact(object)) : "");

  const value = (object: ObjectTerm, type: string | null, subject: string): Json => {
    if (typeof object === "string") {
      if (isPart(object, subject) && groups.has(object) && !written.has(object)) return node(object);
      if (type === "@vocab") return vocabulary(object);
      return type === "@id" ? compact(object) : { id: compact(object) };
    }
    if (isTripleTerm(object)) return "";
    const { value: text, datatype, language } = object;
    if (language !== "") return { "@value": text, "@language": language };
    if (datatype === `${XSD}string`) return type === null ? text : { "@value": text };
    return datatype === type ? text : { "@value": text, "@type": compact(datatype) };
  };

  return { node, isWritten: (subject) => written.has(subject) };
}

/** Tells whether `iri` is a part ("…#span") of the thing that `subject` is or is a part of, and that thing is described itself. */
function isPart(iri: string, subject: string): boolean {
  const hash = iri.indexOf("#");
  if (hash < 0) return false;
  const whole = subject.indexOf("#") < 0 ? subject : subject.slice(0, subject.indexOf("#"));
  return iri.slice(0, hash) === whole;
}
