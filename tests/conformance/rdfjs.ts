// What tests need to compare our writers with foreign readers: RDF/JS terms to our quads (blank nodes get IRIs) and canonical text.
import { Parser } from "n3";
import { writeNQuads } from "../../src/rdf/lines.ts";
import type { ObjectTerm, Quad } from "../../src/rdf/quad.ts";

/** The part of RDF/JS that n3 and oxigraph share. */
export interface Term {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
  readonly direction?: string | null;
}
export interface TermQuad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

/** Blank nodes become IRIs, so that documents can be compared as texts. */
const named = (term: Term): string => (term.termType === "BlankNode" ? `https://example.org/.well-known/genid/${term.value}` : term.value);

export function toObject(term: Term): ObjectTerm {
  if (term.termType === "Literal") {
    return { value: term.value, datatype: term.datatype?.value ?? "", language: (term.language ?? "").toLowerCase() };
  }
  if (term.termType !== "Quad") return named(term);
  const triple = term as unknown as TermQuad;
  return { subject: named(triple.subject), predicate: triple.predicate.value, object: toObject(triple.object) };
}

export function toQuad(quad: TermQuad): Quad {
  return {
    subject: named(quad.subject),
    predicate: quad.predicate.value,
    object: toObject(quad.object),
    graph: quad.graph.termType === "DefaultGraph" ? "" : named(quad.graph),
  };
}

export const canonical = (quads: Iterable<Quad>): string => [...writeNQuads(quads)].join("");

/** Reads any text of the Turtle family with n3. Blank nodes keep their names. */
export function readWithN3(text: string, format: string, baseIRI?: string): Quad[] {
  const parser = new Parser({ format, blankNodePrefix: "", ...(baseIRI === undefined ? {} : { baseIRI }) });
  return parser.parse(text).map((quad) => toQuad(quad as unknown as TermQuad));
}
