// Quads as light records: an IRI is a string, a literal is an object. In: IRIs and values. Out: N-Quads text.
// Holds no blank nodes: every node has an IRI. Source: RDF 1.1 N-Quads; RDF 1.2 N-Quads for triple terms.
import { encodeIri, quoteString, RDF, XSD } from "./terms.ts";

// Made once: a text that is put together anew each time is slow to compare.
const STRING = `${XSD}string`;
const LANG_STRING = `${RDF}langString`;
const DECIMAL = `${XSD}decimal`;

export interface Literal {
  readonly value: string;
  /** Datatype IRI; xsd:string for plain text. */
  readonly datatype: string;
  /** Lower-case language tag, "" for none. */
  readonly language: string;
}

/** RDF 1.2 triple term; stands only as an object. */
export interface TripleTerm {
  readonly subject: string;
  readonly predicate: string;
  readonly object: ObjectTerm;
}

export type ObjectTerm = string | Literal | TripleTerm;

export interface Quad {
  readonly subject: string;
  readonly predicate: string;
  readonly object: ObjectTerm;
  /** IRI of the named graph; "" for the default graph. */
  readonly graph: string;
}

export const isLiteral = (term: ObjectTerm): term is Literal => typeof term !== "string" && "value" in term;
export const isTripleTerm = (term: ObjectTerm): term is TripleTerm => typeof term !== "string" && "predicate" in term;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Replaces lone surrogates, which no UTF-8 file can hold, by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, "\uFFFD");
}

/** Makes a literal. `literal("a")` is an xsd:string. */
export function literal(value: string, datatype: string = STRING): Literal {
  return { value: wellFormed(value), datatype, language: "" };
}

/** Makes a text in a language. `languageLiteral("a", "en")` is "a"@en. */
export function languageLiteral(value: string, language: string): Literal {
  return { value: wellFormed(value), datatype: LANG_STRING, language };
}

/** Makes an IRI that every format can hold: characters that IRIs forbid are percent-encoded. */
export function iri(value: string): string {
  return encodeIri(wellFormed(value));
}

/** Writes a number as xsd:decimal, without exponent. `decimal(5)` has the value "5.0". @throws RangeError when it is not finite. */
export function decimal(number: number): Literal {
  if (!Number.isFinite(number)) throw new RangeError(`${number} is no decimal number`);
  const plain = expand(String(number));
  return literal(plain.includes(".") ? plain : `${plain}.0`, DECIMAL);
}

/** Writes "1.5e-7" as "0.00000015". */
function expand(written: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(written);
  if (match === null) return written;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, "0");
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Writes an object term as N-Quads. */
export function formatObject(term: ObjectTerm): string {
  if (typeof term === "string") return `<${term}>`;
  if (isTripleTerm(term)) return `<<( <${term.subject}> <${term.predicate}> ${formatObject(term.object)} )>>`;
  const quoted = quoteString(term.value);
  if (term.language !== "") return `${quoted}@${term.language}`;
  return term.datatype === STRING ? quoted : `${quoted}^^<${term.datatype}>`;
}

/** Writes one line of N-Triples: the quad without its graph. IRIs must come from `iri`. */
export function formatTriple(quad: Quad): string {
  return `<${quad.subject}> <${quad.predicate}> ${formatObject(quad.object)} .\n`;
}
