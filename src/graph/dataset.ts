// The RDF model: knowledge in, quads out, without blank nodes. One IRI per fact is the statement node, the subject of its provenance and,
// with `rdf12`, the reifier. Graphs: three per article (assertion, provenance, pubinfo: the roles of nanopublications), and one each for
// ontology, entities, claims, the run's provenance, inferred edges, entailed statements.
// Sources: RDF 1.1 and 1.2 Concepts, PROV-O, Web Annotation Data Model, nanopublication guidelines.
import type { Quad } from "../rdf/quad.ts";
import { addClaims, addEntailed, addInferred } from "./claim-quads.ts";
import { addEntities } from "./entity-quads.ts";
import { addFact, addProvenance } from "./fact-quads.ts";
import type { Knowledge } from "./knowledge.ts";
import { into, type Names, nodeNames } from "./names.ts";
import { addOntology } from "./ontology-quads.ts";
import { codePoints } from "./position.ts";
import { addArticle, addAssertionSource, addHead, addInferenceRun, addNanopubInfo, addRun } from "./source-quads.ts";

export interface DatasetOptions {
  /** Adds `rdf:reifies` triple terms, which RDF 1.1 cannot hold. */
  readonly rdf12: boolean;
  /** Adds nanopublication heads. */
  readonly nanopub: boolean;
}

/** What the rules read: all that is known but where its words stand and what follows from it. */
export type Basis = Omit<Knowledge, "inferred" | "entailed" | "positions" | "problems">;

/** Yields the dataset's quads; a quad may come twice. Writers sort. */
export function* quads(knowledge: Knowledge, options: DatasetOptions): Iterable<Quad> {
  const name = nodeNames(knowledge.base);
  yield* basisQuads(knowledge, options);
  yield* sourceQuads(knowledge, name, options);
  for (const edge of knowledge.inferred) yield* into(name.graph("inferred"), (add) => addInferred(edge, knowledge.ontology, name, add));
  yield* into(name.graph("entailed"), (add) => addEntailed(knowledge.entailed, name, add));
}

/** Yields the quads that rules build on: ontology, entities, assertions, claims. */
export function* basisQuads(basis: Basis, options: DatasetOptions): Iterable<Quad> {
  const name = nodeNames(basis.base);
  yield* into(name.graph("ontology"), (add) => addOntology(basis.ontology, add));
  yield* into(name.graph("entities"), (add) => addEntities(basis.ontology, basis.entities, name, add));
  for (const fact of basis.facts) {
    yield* into(`${name.article(fact.evidence.article)}/assertion`, (add) => addFact(fact, basis.ontology, name, options, add));
  }
  yield* into(name.graph("claims"), (add) => addClaims(basis, name, add));
}

function* sourceQuads(knowledge: Knowledge, name: Names, options: DatasetOptions): Iterable<Quad> {
  const sources = new Map(knowledge.articles.map((article) => [article.id, { article, position: codePoints(article.text) }]));
  for (const article of knowledge.articles) {
    const node = name.article(article.id);
    yield* into(`${node}/pubinfo`, (add) => addArticle(article, name, add));
    yield* into(`${node}/provenance`, (add) => addAssertionSource(node, name, add));
    if (!options.nanopub) continue;
    yield* into(`${node}/head`, (add) => addHead(node, add));
    yield* into(`${node}/pubinfo`, (add) => addNanopubInfo(node, name, add));
  }
  for (const fact of knowledge.facts) {
    const { article } = fact.evidence;
    yield* into(`${name.article(article)}/provenance`, (add) => addProvenance(fact, name, sources.get(article), add));
  }
  yield* into(name.graph("provenance"), (add) => {
    addRun(knowledge, name, add);
    addInferenceRun(knowledge, name, add);
  });
}
