// A page for what the dataset describes besides entities, facts and articles (claims, links, inferred edges, rules), read off its own quads:
// what it states in words, the sentences and premises it stands on, every other property, and where it is spoken of.
import { escapeHtml } from "../exports/escape-html.ts";
import type { Fact } from "../facts/fact.ts";
import { isLiteral, isTripleTerm, type ObjectTerm, type Quad } from "../rdf/quad.ts";
import { RDF, RDFS } from "../rdf/terms.ts";
import { item, page } from "./pages.ts";
import type { QuadFile } from "./quad-file.ts";
import type { Snapshot } from "./snapshot.ts";

interface Source {
  readonly snapshot: Snapshot;
  readonly quads: QuadFile;
}

/** Things that a page lists as speaking of it: a common rule has hundreds of facts. */
const LISTED = 100;
const TOLD_ABOVE = new Set([`${RDF}subject`, `${RDF}predicate`, `${RDF}object`, `${RDFS}label`]);

/** Page of the node `iri`. `own` are the quads of it and its parts, `pointers` those whose object it is. */
export function nodePage(
  source: Source,
  iri: string,
  about: { readonly own: readonly Quad[]; readonly pointers: readonly Quad[] },
): string {
  const { base } = source.snapshot.report;
  const title = wordsFor(source, iri, about.own);
  const facts = new Map(source.snapshot.facts.map((fact) => [`${base}fact/${fact.id}`, fact]));
  const properties = about.own.filter((quad) => quad.subject === iri && !TOLD_ABOVE.has(quad.predicate));
  const sentences = new Set(properties.flatMap(({ object }) => (typeof object === "string" ? (facts.get(object) ?? []) : [])));
  const speakers = [...new Set(about.pointers.map(({ subject }) => subject))].filter((speaker) => !speaker.startsWith(`${iri}#`));
  const body = [
    `<h1>${escapeHtml(title)}</h1><p class="kind"><code>${escapeHtml(iri)}</code></p>`,
    statement(source, about.own, iri),
    sentences.size === 0 ? "" : `<h2>Sentences</h2><ul>${[...sentences].map((fact) => item(source.snapshot, fact, null)).join("\n")}</ul>`,
    `<h2>Properties</h2><dl>${rows(source, properties, facts)}</dl>`,
    ...parts(about.own, iri).map((part) => {
      const inPart = about.own.filter(({ subject }) => subject === part);
      return `<h3 id="${escapeHtml(part.slice(iri.length + 1))}">${escapeHtml(localName(part))}</h3><dl>${rows(source, inPart, facts)}</dl>`;
    }),
    speakers.length === 0
      ? ""
      : `<h2>Named by</h2><ul>${speakers
          .slice(0, LISTED)
          .map((one) => `<li>${link(source, one, facts)}</li>`)
          .join("\n")}</ul>`,
    speakers.length > LISTED ? `<p>and ${speakers.length - LISTED} more</p>` : "",
  ];
  return page(title, encodeURI(iri.slice(base.length - 1)), body.join("\n"));
}

const objectOf = (own: readonly Quad[], subject: string, predicate: string): ObjectTerm | undefined =>
  own.find((quad) => quad.subject === subject && quad.predicate === predicate)?.object;

/** What the node states, as words; its label or the end of its address where it states nothing. */
function wordsFor(source: Source, iri: string, own: readonly Quad[]): string {
  const [subject, predicate, object] = ["subject", "predicate", "object"].map((end) => objectOf(own, iri, RDF + end));
  const label = objectOf(own, iri, `${RDFS}label`);
  if (typeof subject !== "string" || typeof predicate !== "string" || object === undefined) {
    return label !== undefined && typeof label !== "string" && isLiteral(label) ? label.value : localName(iri);
  }
  // An amount is a part of the node and has no label of its own: the node's label tells it.
  if (typeof object === "string" && object.startsWith(`${iri}#`) && label !== undefined) return text(label);
  return [nameOf(source, subject), nameOf(source, predicate), typeof object === "string" ? nameOf(source, object) : text(object)].join(" ");
}

function statement(source: Source, own: readonly Quad[], iri: string): string {
  const ends = ["subject", "predicate", "object"].map((end) => objectOf(own, iri, RDF + end));
  if (ends.includes(undefined)) return "";
  const told = ends.map((term) => (typeof term === "string" ? anchor(source, term, nameOf(source, term)) : escapeHtml(text(term ?? ""))));
  return `<p>${told.join(" ")}</p>`;
}

function rows(source: Source, quads: readonly Quad[], facts: ReadonlyMap<string, Fact>): string {
  const told = quads.map(({ predicate, object }) => {
    const value = typeof object === "string" ? link(source, object, facts) : escapeHtml(text(object));
    return `<dt>${escapeHtml(nameOf(source, predicate))}</dt><dd>${value}</dd>`;
  });
  return [...new Set(told)].join("\n");
}

/** A link with words: those of a fact, of what the other node states, or a name. */
function link(source: Source, iri: string, facts: ReadonlyMap<string, Fact>): string {
  const fact = facts.get(iri);
  if (fact !== undefined) return anchor(source, iri, `“${fact.evidence.quote}”`);
  const { base } = source.snapshot.report;
  return anchor(source, iri, iri.startsWith(base) ? wordsFor(source, iri, source.quads.about(iri)) : localName(iri));
}

/** Links what has an address here or on the web; names the rest. */
function anchor({ snapshot }: Source, iri: string, words: string): string {
  const { base } = snapshot.report;
  if (iri.startsWith(base)) return `<a href="${escapeHtml(iri.slice(base.length - 1))}">${escapeHtml(words)}</a>`;
  return /^https?:/.test(iri) ? `<a href="${escapeHtml(iri)}">${escapeHtml(words)}</a>` : escapeHtml(words);
}

/** The label of a relation or of a thing of this dataset, or the end of the IRI. */
function nameOf({ snapshot, quads }: Source, iri: string): string {
  const { base, vocabulary } = snapshot.report;
  const relation = iri.startsWith(vocabulary.namespace) ? vocabulary.relations[iri.slice(vocabulary.namespace.length)] : undefined;
  if (relation !== undefined) return relation.label;
  const label = iri.startsWith(base) ? objectOf(quads.about(iri), iri, `${RDFS}label`) : undefined;
  return label === undefined ? localName(iri) : text(label);
}

const localName = (iri: string): string => iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1) || iri;

const text = (term: ObjectTerm): string => {
  if (typeof term === "string") return term;
  return isTripleTerm(term) ? [term.subject, term.predicate, text(term.object)].map(localName).join(" ") : term.value;
};

const parts = (own: readonly Quad[], iri: string): readonly string[] => [
  ...new Set(own.map(({ subject }) => subject).filter((subject) => subject !== iri)),
];
