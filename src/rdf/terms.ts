// Names of the RDF vocabularies that code uses, and how IRIs and strings are written in Turtle and N-Quads.
// In: namespaces, IRIs, strings. Out: IRIs and RDF text. Holds no domain term. Source: RDF 1.1 Turtle, section 6.5 (grammar).

export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
export const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
export const OWL = "http://www.w3.org/2002/07/owl#";
export const XSD = "http://www.w3.org/2001/XMLSchema#";
export const SKOS = "http://www.w3.org/2004/02/skos/core#";
export const DCTERMS = "http://purl.org/dc/terms/";
export const VANN = "http://purl.org/vocab/vann/";
export const SCHEMA = "http://schema.org/";
export const ORG = "http://www.w3.org/ns/org#";
export const PROV = "http://www.w3.org/ns/prov#";
export const OA = "http://www.w3.org/ns/oa#";
export const SHACL = "http://www.w3.org/ns/shacl#";
export const DCAT = "http://www.w3.org/ns/dcat#";
export const DQV = "http://www.w3.org/ns/dqv#";
export const NP = "http://www.nanopub.org/nschema#";
export const VOID = "http://rdfs.org/ns/void#";
export const VS = "http://www.w3.org/2003/06/sw-vocab-status/ns#";
/** The few terms that code knows: how an ontology is declared to it, and how facts are described. */
export const META = "https://w3id.org/factloom/meta#";

/** Prefix -> namespace of the vocabularies above, sorted by prefix. An ontology adds its own. */
export const COMMON_PREFIXES: ReadonlyMap<string, string> = new Map([
  ["dcat", DCAT],
  ["dcterms", DCTERMS],
  ["dqv", DQV],
  ["meta", META],
  ["np", NP],
  ["oa", OA],
  ["org", ORG],
  ["owl", OWL],
  ["prov", PROV],
  ["rdf", RDF],
  ["rdfs", RDFS],
  ["schema", SCHEMA],
  ["sh", SHACL],
  ["skos", SKOS],
  ["vann", VANN],
  ["void", VOID],
  ["vs", VS],
  ["xsd", XSD],
]);

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Writes a string literal between double quotes, with control characters escaped. `quoteString('a "b"')` gives `"a \"b\""`. */
export function quoteString(text: string): string {
  // Most texts need nothing, and most of the others have quotes alone.
  if (!NOT_PLAIN.test(text)) return `"${text}"`;
  const quoted = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${CONTROL.test(text) ? quoted.replace(CONTROLS, (character) => ESCAPES[character] ?? unicodeEscape(character)) : quoted}"`;
}

const CONTROL = new RegExp("[\\u0000-\\u001f\\u007f\\ufffe\\uffff]");
const CONTROLS = new RegExp(CONTROL, "g");
const NOT_PLAIN = new RegExp('["\\\\\\u0000-\\u001f\\u007f\\ufffe\\uffff]');

/**
 * Makes a text an IRI that every reader takes: what RFC 3987 has no place for is percent-encoded, and so are white space that some readers
 * drop, a "%" that begins no code, and "#" and brackets where only one place is theirs. `encodeIri("http://a/b c")` gives "http://a/b%20c".
 */
export function encodeIri(text: string): string {
  const host = /^[a-z][a-z0-9+.-]*:\/\/\[[0-9a-f:.]*\]/i.exec(text)?.[0] ?? "";
  const rest = text.slice(host.length).replace(NOT_IN_IRI, encodeURIComponent);
  const fragment = rest.indexOf("#") + 1;
  return host + (fragment === 0 ? rest : rest.slice(0, fragment) + rest.slice(fragment).replaceAll("#", "%23"));
}

/** The same between angle brackets. */
export const bracketIri = (text: string): string => `<${encodeIri(text)}>`;

/** Planes 1 to 13 without their last two code points, and the allowed part of plane 14. */
const PLANES = Array.from({ length: 13 }, (_, index) => `\\u{${(index + 1).toString(16)}0000}-\\u{${(index + 1).toString(16)}fffd}`).join(
  "",
);
const NOT_IN_IRI = new RegExp(
  `[^!#-;=?-Z_a-z~\\u00a0-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\uffef${PLANES}\\u{e1000}-\\u{efffd}]|\\s|%(?![0-9A-Fa-f]{2})`,
  "gu",
);

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
