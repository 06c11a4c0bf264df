// RDF/XML for readers that know nothing newer: quads in any order in; one sorted element per subject out, the union of all graphs.
// A property whose IRI does not end in an XML name cannot be written; it is reported and left out. Source: RDF 1.1 XML Syntax.
import { groupBySubject, sortTexts } from "./group.ts";
import { isLiteral, isTripleTerm, type Quad } from "./quad.ts";
import { RDF, XSD } from "./terms.ts";
import { type Report, xmlAttribute, xmlText } from "./xml.ts";

export interface RdfXmlOptions {
  readonly prefixes: Iterable<readonly [prefix: string, namespace: string]>;
  /** Hears of characters and properties that the format cannot hold. */
  readonly report: Report;
}

const TYPE = `${RDF}type`;
/** The longest end of an IRI that is an XML name without colon. */
const NAME_AT_END = /[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Writes the document in pieces, one per subject. */
export function* writeRdfXml(quads: Iterable<Quad>, { prefixes, report }: RdfXmlOptions): Iterable<string> {
  const groups = groupBySubject(quads);
  const names = nameElements(groups, new Map([...prefixes].map(([prefix, namespace]) => [namespace, prefix])), report);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF';
  for (const [prefix, namespace] of names.declared) yield `\n  xmlns:${prefix}="${xmlAttribute(namespace, report)}"`;
  yield ">\n";
  for (const subject of sortTexts([...groups.keys()])) yield writeSubject(subject, groups.get(subject) ?? [], names.of, report);
  yield "</rdf:RDF>\n";
}

interface Names {
  /** IRI -> element name; IRIs that give none are absent. */
  readonly of: ReadonlyMap<string, string>;
  /** Sorted by prefix. */
  readonly declared: readonly (readonly [prefix: string, namespace: string])[];
}

/** Names the elements of all properties and types; namespaces without a prefix get ns1, ns2 and so on, in order. */
function nameElements(groups: ReadonlyMap<string, readonly Quad[]>, known: ReadonlyMap<string, string>, report: Report): Names {
  const iris = new Set<string>();
  for (const quads of groups.values()) {
    for (const { predicate, object } of quads) iris.add(predicate === TYPE && typeof object === "string" ? object : predicate);
  }
  const declared = new Map([[RDF, "rdf"]]);
  const taken = new Set(known.values());
  const of = new Map<string, string>();
  for (const iri of sortTexts([...iris])) {
    const local = NAME_AT_END.exec(iri)?.[0] ?? "";
    const namespace = iri.slice(0, iri.length - local.length);
    if (local === "" || namespace === "") continue;
    let prefix = declared.get(namespace) ?? known.get(namespace);
    for (let number = 1; prefix === undefined; number++) if (!taken.has(`ns${number}`)) prefix = `ns${number}`;
    taken.add(prefix);
    declared.set(namespace, prefix);
    of.set(iri, `${prefix}:${local}`);
  }
  const dropped = [...groups.values()].flatMap((quads) => quads.filter(({ predicate }) => predicate !== TYPE && !of.has(predicate)));
  for (const predicate of new Set(dropped.map((quad) => quad.predicate))) {
    report({
      level: "warning",
      code: "export-character",
      message: `RDF/XML cannot hold the property <${predicate}>: it does not end in a name`,
    });
  }
  return { of, declared: [...declared].map(([namespace, prefix]) => [prefix, namespace] as const).sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function writeSubject(subject: string, quads: readonly Quad[], names: Names["of"], report: Report): string {
  const types = sortTexts(quads.flatMap(({ predicate, object }) => (predicate === TYPE && typeof object === "string" ? [object] : [])));
  const first = types.find((type) => names.has(type));
  const element = first === undefined ? "rdf:Description" : (names.get(first) ?? "rdf:Description");
  const lines = new Set<string>();
  for (const { predicate, object } of quads) {
    if (predicate === TYPE && object === first) continue;
    const name = predicate === TYPE ? "rdf:type" : names.get(predicate);
    if (name === undefined || isTripleTerm(object)) continue;
    if (!isLiteral(object)) lines.add(`<${name} rdf:resource="${xmlAttribute(object, report)}"/>`);
    else {
      const { value, datatype, language } = object;
      const kind =
        language !== ""
          ? ` xml:lang="${xmlAttribute(language, report)}"`
          : datatype === `${XSD}string`
            ? ""
            : ` rdf:datatype="${xmlAttribute(datatype, report)}"`;
      lines.add(`<${name}${kind}>${xmlText(value, report)}</${name}>`);
    }
  }
  const body = sortTexts([...lines])
    .map((line) => `    ${line}\n`)
    .join("");
  return `  <${element} rdf:about="${xmlAttribute(subject, report)}">\n${body}  </${element}>\n`;
}
