// Turtle (the union of all graphs) and TriG (one block per graph): sorted, type first, only the prefixes used, a blank line per subject.

import { compare } from "../facts/order.ts";
import { quads } from "../graph/dataset.ts";
import type { Knowledge } from "../graph/knowledge.ts";
import { formatObject, formatQuad, formatTriple, isLiteral, isTripleTerm, type ObjectTerm, type Quad } from "../rdf/quad.ts";
import { COMMON_PREFIXES, quoteString, RDF, XSD } from "../rdf/terms.ts";
import type { Exporter } from "./exporter.ts";

const TYPE = `${RDF}type`;

export const turtle: Exporter = {
  name: "turtle",
  file: "graph.ttl",
  mediaType: "text/turtle",
  description: "the union of all graphs, to read",
  *write(knowledge, options) {
    const all = unique([...quads(knowledge, { ...options, nanopub: false })], formatTriple);
    const shorten = shortener(knowledge);
    const body = [...blocks(all, shorten, "")];
    yield* header(shorten, options.rdf12);
    yield* body;
  },
};

export const trig: Exporter = {
  name: "trig",
  file: "graph.trig",
  mediaType: "application/trig",
  description: "every named graph, to read",
  *write(knowledge, options) {
    const all = unique([...quads(knowledge, options)], formatQuad);
    const shorten = shortener(knowledge);
    const body: string[] = [];
    for (const [graph, members] of [...groupBy(all, (quad) => quad.graph)].sort(([a], [b]) => compare(a, b))) {
      body.push(`\n${shorten.iri(graph)} {\n`, ...blocks(members, shorten, "  "), "}\n");
    }
    yield* header(shorten, options.rdf12);
    yield* body;
  },
};

interface Shortener {
  readonly iri: (iri: string) => string;
  readonly used: Map<string, string>;
}

/** Shortens IRIs to prefixed names and remembers the prefixes it used. */
function shortener({ base, ontology }: Knowledge): Shortener {
  const own = ["entity", "fact", "claim", "article", "agent", "link", "inferred", "rule", "extractor", "graph"].map(
    (name): [string, string] => [name, `${base}${name}/`],
  );
  const namespaces = new Map([...COMMON_PREFIXES, ...own, ...ontology.prefixes].map(([prefix, namespace]) => [namespace, prefix]));
  const used = new Map<string, string>();
  const shorten = (iri: string): string => {
    for (const cut of [iri.lastIndexOf("#") + 1, iri.lastIndexOf("/") + 1]) {
      const prefix = namespaces.get(iri.slice(0, cut));
      const local = iri.slice(cut);
      if (prefix === undefined || !/^[A-Za-z0-9_](?:[A-Za-z0-9_#.~-]|%[0-9A-Fa-f]{2})*$/.test(local)) continue;
      used.set(prefix, iri.slice(0, cut));
      return `${prefix}:${local.replace(/[#.~]/g, "\\$&")}`;
    }
    return `<${iri}>`;
  };
  return { iri: shorten, used };
}

function* header({ used }: Shortener, rdf12: boolean): Iterable<string> {
  if (rdf12) yield 'VERSION "1.2"\n';
  for (const [prefix, namespace] of [...used].sort(([a], [b]) => compare(a, b))) yield `@prefix ${prefix}: <${namespace}> .\n`;
}

function* blocks(all: readonly Quad[], shorten: Shortener, indent: string): Iterable<string> {
  for (const [subject, about] of [...groupBy(all, (quad) => quad.subject)].sort(([a], [b]) => compare(a, b))) {
    const lines = [...groupBy(about, (quad) => quad.predicate)]
      .sort(([a], [b]) => Number(b === TYPE) - Number(a === TYPE) || compare(a, b))
      .map(([predicate, same]) => {
        const objects = same.map((quad) => format(quad.object, shorten)).sort();
        return `${predicate === TYPE ? "a" : shorten.iri(predicate)} ${objects.join(", ")}`;
      });
    yield `\n${indent}${shorten.iri(subject)} ${lines.join(` ;\n${indent}  `)} .\n`;
  }
}

function format(term: ObjectTerm, shorten: Shortener): string {
  if (typeof term === "string") return shorten.iri(term);
  if (isTripleTerm(term)) return `<<( ${shorten.iri(term.subject)} ${shorten.iri(term.predicate)} ${format(term.object, shorten)} )>>`;
  if (!isLiteral(term) || term.language !== "" || term.datatype === `${XSD}string`) return formatObject(term);
  if (term.datatype === `${XSD}decimal` && /^-?\d+\.\d+$/.test(term.value)) return term.value;
  return `${quoteString(term.value)}^^${shorten.iri(term.datatype)}`;
}

/** Drops quads whose line was seen. */
function unique(all: readonly Quad[], line: (quad: Quad) => string): readonly Quad[] {
  return [...new Map(all.map((quad) => [line(quad), quad])).values()];
}

function groupBy(all: readonly Quad[], key: (quad: Quad) => string): ReadonlyMap<string, readonly Quad[]> {
  const groups = new Map<string, Quad[]>();
  for (const quad of all) {
    const group = groups.get(key(quad));
    if (group === undefined) groups.set(key(quad), [quad]);
    else group.push(quad);
  }
  return groups;
}
