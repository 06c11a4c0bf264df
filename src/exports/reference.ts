// The ontology as one page to read: header, classes as a tree, relations, evidence vocabulary, concepts, rules. In: knowledge with its
// ontology. Out: HTML without scripts or anything from elsewhere. Each term has an anchor of its local name, as the hash IRIs need.
import { type Rule, ruleSummary } from "../graph/rules.ts";
import type { Ontology, OntologyClass, Relation } from "../ontology/ontology.ts";
import { DCTERMS, META, OWL, RDF, RDFS, SKOS } from "../rdf/terms.ts";
import { parseTurtle, type Triple } from "../rdf/turtle.ts";
import { escapeHtml } from "./escape-html.ts";

type Terms = ReadonlyMap<string, readonly Triple[]>;

/** Writes the reference page of an ontology. */
export function* writeReference(ontology: Ontology, rules: readonly Rule[]): Iterable<string> {
  const terms = readTerms(ontology);
  const text = (iri: string, predicate: string): string => terms.get(iri)?.find((one) => one.predicate === predicate)?.object ?? "";
  const title = text(ontology.iri, `${DCTERMS}title`) || ontology.label || "Ontology";
  yield `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`;
  yield `<title>${escapeHtml(title)}</title>\n<link rel="alternate" type="text/turtle" href="ontology.ttl">\n<style>${STYLE}</style>\n</head>\n<body>\n`;
  yield `<header>\n<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text(ontology.iri, `${DCTERMS}description`))}</p>\n${table(headerRows(ontology, text))}</header>\n`;
  yield nav([
    ["classes", "Classes"],
    ["relations", "Relations"],
    ["concepts", "Concepts"],
    ["evidence", "Evidence"],
    ["rules", "Rules"],
  ]);
  yield "<main>\n";
  yield section("classes", "Classes", [
    classTree(ontology, null),
    ...[...ontology.classes.values()].map((one) => classEntry(one, ontology, terms)),
  ]);
  yield section(
    "relations",
    "Relations",
    [...ontology.relations.values()].map((one) => relationEntry(one, ontology)),
  );
  yield section(
    "concepts",
    "Concepts",
    ontology.concepts.map((concept) => conceptEntry(concept.iri, terms)),
  );
  yield section(
    "evidence",
    "Evidence",
    [...terms].filter(([iri]) => iri.startsWith(META)).map(([iri, about]) => termEntry(iri, about)),
  );
  yield section("rules", "Rules", [
    `<dl>\n${rules.map((rule) => `<dt><code>${escapeHtml(rule.name)}</code></dt><dd>${escapeHtml(ruleSummary(rule))}</dd>`).join("\n")}\n</dl>\n`,
  ]);
  yield "</main>\n</body>\n</html>\n";
}

/** What the published files say of each subject that is labelled. */
function readTerms(ontology: Ontology): Terms {
  const found = new Map<string, Triple[]>();
  for (const { name, text } of ontology.files) {
    if (/^(frames|shapes)\//.test(name)) continue;
    for (const one of parseTurtle(text).triples) found.set(one.subject, [...(found.get(one.subject) ?? []), one]);
  }
  return new Map([...found].filter(([, about]) => about.some((one) => one.predicate === `${RDFS}label`)));
}

function headerRows(ontology: Ontology, text: (iri: string, predicate: string) => string): readonly (readonly [string, string])[] {
  const value = (predicate: string): string => text(ontology.iri, predicate);
  return [
    ["Namespace", code(ontology.namespace)],
    ["Preferred prefix", code(ontology.prefix)],
    ["Version", link(value(`${OWL}versionIRI`), value(`${OWL}versionInfo`))],
    ["Created, modified", escapeHtml(`${value(`${DCTERMS}created`)}, ${value(`${DCTERMS}modified`)}`)],
    ["Creator", link(value(`${DCTERMS}creator`), text(value(`${DCTERMS}creator`), `${RDFS}label`))],
    ["Licence", link(value(`${DCTERMS}license`))],
    ["Cite as", escapeHtml(value(`${DCTERMS}bibliographicCitation`))],
    ["As Turtle", link("ontology.ttl")],
  ];
}

function classTree(ontology: Ontology, parent: string | null): string {
  const children = [...ontology.classes.values()].filter((one) => one.parent === parent);
  if (children.length === 0) return "";
  const items = children.map((one) => `<li><a href="#${one.id}">${escapeHtml(one.label)}</a>${classTree(ontology, one.id)}</li>`);
  return `<ul>${items.join("")}</ul>\n`;
}

function classEntry(one: OntologyClass, ontology: Ontology, terms: Terms): string {
  const example = terms.get(one.iri)?.find((triple) => triple.predicate === `${SKOS}example`)?.object ?? "";
  const relations = (side: "domain" | "range"): string =>
    [...ontology.relations.values()]
      .filter((relation) => relation[side].includes(one.id))
      .map(({ id, label }) => local(id, label))
      .join(", ");
  return entry(one.id, one.label, one.iri, one.comment, [
    ["Is a", one.parent === null ? "" : local(one.parent, ontology.classes.get(one.parent)?.label)],
    ["Aligned to", one.alignments.map((iri) => link(iri)).join(", ")],
    ["Example", escapeHtml(example)],
    ["Subject of", relations("domain")],
    ["Object of", relations("range")],
  ]);
}

function relationEntry(one: Relation, ontology: Ontology): string {
  const classes = (ids: readonly string[]): string => ids.map((id) => local(id, ontology.classes.get(id)?.label)).join(" or ");
  const frames = ontology.frames.filter((frame) => frame.relation === one.id).flatMap((frame) => frame.examples);
  return entry(one.id, one.label, one.iri, one.comment, [
    ["From", classes(one.domain)],
    ["To", one.range.length > 0 ? classes(one.range) : one.objectKind],
    ["Backwards", one.range.length > 0 ? escapeHtml(one.inverseLabel) : ""],
    ["Kind", [one.symmetric ? "symmetric" : "", one.singleValued ? "one value only" : ""].filter((word) => word !== "").join(", ")],
    ["Aligned to", one.alignments.map((iri) => link(iri)).join(", ")],
    [
      "Said as",
      frames
        .slice(0, 4)
        .map((example) => `<q>${example === undefined ? "" : marked(example)}</q>`)
        .join(" "),
    ],
  ]);
}

/** An example sentence of a frame with its two slots marked. */
const marked = (example: string): string => escapeHtml(example).replace(/\[([^\]]*)\]([so])/g, '<mark class="$2">$1</mark>');

function conceptEntry(iri: string, terms: Terms): string {
  const about = terms.get(iri) ?? [];
  const values = (predicate: string): readonly string[] => about.filter((one) => one.predicate === predicate).map((one) => one.object);
  const names = (predicate: string): string =>
    values(predicate)
      .map((other) => local(nameOf(other), labelIn(terms.get(other))))
      .join(", ");
  return entry(nameOf(iri), labelIn(about) ?? nameOf(iri), iri, values(`${SKOS}definition`)[0] ?? "", [
    ["Also", escapeHtml(values(`${SKOS}altLabel`).join(", "))],
    ["Broader", names(`${SKOS}broader`)],
    ["Narrower", names(`${SKOS}narrower`)],
  ]);
}

function termEntry(iri: string, about: readonly Triple[]): string {
  const values = (predicate: string): string =>
    about
      .filter((one) => one.predicate === predicate)
      .map((one) => (one.object.startsWith(META) ? local(`meta-${nameOf(one.object)}`, nameOf(one.object)) : link(one.object)))
      .join(", ");
  const comment = about.find((one) => one.predicate === `${RDFS}comment`)?.object ?? "";
  return entry(`meta-${nameOf(iri)}`, labelIn(about) ?? nameOf(iri), iri, comment, [
    ["Is a", values(`${RDF}type`)],
    ["Specialises", values(`${RDFS}subClassOf`) || values(`${RDFS}subPropertyOf`)],
    ["From", values(`${RDFS}domain`)],
    ["To", values(`${RDFS}range`)],
  ]);
}

const nameOf = (iri: string): string => iri.replace(/^.*[#/]/, "");
const labelIn = (about: readonly Triple[] | undefined): string | undefined =>
  about?.find((one) => one.predicate === `${RDFS}label`)?.object;
const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;
const local = (id: string, label: string = id): string => `<a href="#${escapeHtml(id)}">${escapeHtml(label)}</a>`;
const link = (iri: string, label: string = iri): string => (iri === "" ? "" : `<a href="${escapeHtml(iri)}">${escapeHtml(label)}</a>`);

type Rows = readonly (readonly [name: string, html: string])[];

function table(rows: Rows): string {
  const filled = rows.filter(([, html]) => html !== "");
  return filled.length === 0
    ? ""
    : `<table>\n${filled.map(([name, html]) => `<tr><th scope="row">${name}</th><td>${html}</td></tr>`).join("\n")}\n</table>\n`;
}

function entry(id: string, label: string, iri: string, comment: string, rows: Rows): string {
  return `<article id="${escapeHtml(id)}">\n<h3>${escapeHtml(label)} ${code(iri)}</h3>\n<p>${escapeHtml(comment)}</p>\n${table(rows)}</article>\n`;
}

const section = (id: string, title: string, parts: readonly string[]): string =>
  `<section id="${id}">\n<h2>${title}</h2>\n${parts.join("")}</section>\n`;
const nav = (items: readonly (readonly [string, string])[]): string =>
  `<nav aria-label="Parts">${items.map(([id, label]) => `<a href="#${id}">${label}</a>`).join(" ")}</nav>\n`;

const STYLE = `:root{color-scheme:light dark;--line:#8884;--mark:#ffe08a}
@media(prefers-color-scheme:dark){:root{--mark:#6b5600}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:56rem;margin:0 auto;padding:1.5rem}
nav{position:sticky;top:0;background:Canvas;padding:.5rem 0;border-bottom:1px solid var(--line)}nav a{margin-right:1rem}
h2{margin-top:2.5rem}article{border-top:1px solid var(--line);padding:.75rem 0;scroll-margin-top:3rem}article:target{background:#8881}
h3{margin:0}h3 code{font-weight:400;font-size:.75rem;opacity:.75;overflow-wrap:anywhere}p{margin:.25rem 0}
table{border-collapse:collapse;font-size:.9rem}th{text-align:left;font-weight:600;padding-right:1rem;vertical-align:top;white-space:nowrap}td{overflow-wrap:anywhere}
mark{background:var(--mark);color:inherit;padding:0 .15em}mark.o{background:none;border-bottom:2px solid var(--mark)}dt{margin-top:.5rem}`;
