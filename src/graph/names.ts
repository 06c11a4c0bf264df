// Names of the nodes and graphs of one dataset: base IRI and ids in, IRIs out. Every node has one, so there are no blank nodes.
import { hash16 } from "../facts/id.ts";
import { iri, type Literal, type ObjectTerm, type Quad } from "../rdf/quad.ts";
import { RDF } from "../rdf/terms.ts";
import { slug } from "../text/slug.ts";

/** Takes one statement for the graph that is being filled. */
export type Add = (subject: string, predicate: string, object: ObjectTerm) => void;

export interface Names {
  /** Ends with "/". */
  readonly base: string;
  readonly entity: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly claim: (id: string) => string;
  readonly article: (id: string) => string;
  readonly rule: (id: string) => string;
  readonly inferred: (id: string) => string;
  readonly link: (id: string) => string;
  /** A program that reads facts, by the extractor's name. */
  readonly extractor: (id: string) => string;
  /** A person or body that is known by its name alone: an author, a publisher. */
  readonly agent: (name: string) => string;
  readonly graph: (id: string) => string;
  readonly run: string;
  readonly software: string;
  readonly dataset: string;
}

/** Makes the names below a base IRI. `nodeNames("https://example.org/").fact("ab")` gives "https://example.org/fact/ab". */
export function nodeNames(base: string): Names {
  const below =
    (folder: string) =>
    (id: string): string =>
      iri(`${base}${folder}/${encodeURIComponent(id.replace(/\p{Surrogate}/gu, "\uFFFD"))}`);
  const agent = below("agent");
  return {
    base,
    entity: below("entity"),
    fact: below("fact"),
    claim: below("claim"),
    article: below("article"),
    rule: below("rule"),
    inferred: below("inferred"),
    link: below("link"),
    extractor: below("extractor"),
    agent: (name) => agent(slug(name)),
    graph: below("graph"),
    run: iri(`${base}run`),
    software: iri(`${base}software`),
    dataset: iri(`${base}dataset`),
  };
}

/** Id of a background link: what it says is what it is. */
export const linkId = (subject: string, relation: string, object: string): string => hash16(subject, relation, object);

/** Collects what `fill` states, in one graph. */
export function into(graph: string, fill: (add: Add) => void): readonly Quad[] {
  const out: Quad[] = [];
  fill((subject, predicate, object) => out.push({ subject, predicate, object, graph }));
  return out;
}

/** States subject, predicate and object of a statement node. */
export function addStatement(node: string, triple: { subject: string; predicate: string; object: string | Literal }, add: Add): void {
  add(node, `${RDF}type`, `${RDF}Statement`);
  add(node, `${RDF}subject`, triple.subject);
  add(node, `${RDF}predicate`, triple.predicate);
  add(node, `${RDF}object`, triple.object);
}
