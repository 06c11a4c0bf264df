// Claims (what several facts say alike) and inferred edges as RDF. Both are statement nodes; neither is evidence: they lead to facts.
import type { Fact } from "../facts/fact.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { decimal, type Literal, literal, type ObjectTerm } from "../rdf/quad.ts";
import { META, PROV, RDF, RDFS, SCHEMA, XSD } from "../rdf/terms.ts";
import { addAmount } from "./amount-quads.ts";
import { factLabel, propertyIri } from "./fact-quads.ts";
import type { Claim, Entailment, InferredEdge } from "./knowledge.ts";
import { type Add, addStatement, type Names } from "./names.ts";

const wholeNumber = (number: number): ObjectTerm => literal(String(number), `${XSD}integer`);

/** States the claims, in the claim graph. */
export function addClaims(
  known: { readonly ontology: Ontology; readonly claims: readonly Claim[]; readonly facts: readonly Fact[] },
  name: Names,
  add: Add,
): void {
  const articleOf = new Map(known.facts.map((fact) => [fact.id, fact.evidence.article]));
  const labelOf = new Map(known.facts.map((fact) => [fact.id, factLabel(fact, known.ontology)]));
  for (const claim of known.claims) {
    const node = name.claim(claim.id);
    const subject = name.entity(claim.subject);
    const predicate = propertyIri(known.ontology, claim.relation);
    addStatement(node, { subject, predicate, object: claimObject(claim, node, name, add) }, add);
    for (const type of [`${META}Claim`, `${SCHEMA}Claim`, `${PROV}Entity`]) add(node, `${RDF}type`, type);
    if (claim.status === "asserted" && typeof claim.object === "string") add(node, `${RDF}type`, `${META}Edge`);
    const [label] = claim.facts.flatMap((fact) => labelOf.get(fact) ?? []);
    if (label !== undefined) add(node, `${RDFS}label`, literal(label));
    add(node, `${META}status`, literal(claim.status));
    add(node, `${META}confidence`, decimal(claim.confidence));
    const articles = new Set(claim.facts.flatMap((fact) => articleOf.get(fact) ?? []));
    for (const fact of claim.facts) add(node, `${META}supportedBy`, name.fact(fact));
    for (const article of articles) add(node, `${SCHEMA}appearance`, name.article(article));
    add(node, `${META}articles`, wholeNumber(articles.size));
    add(node, `${META}sentences`, wholeNumber(claim.facts.length));
    for (const other of claim.conflictsWith) add(node, `${META}conflictsWith`, name.claim(other));
  }
}

function claimObject({ object }: Claim, node: string, name: Names, add: Add): string | Literal {
  if (typeof object === "string") return name.entity(object);
  if ("datatype" in object) return literal(object.value, XSD + object.datatype);
  addAmount(object, `${node}#object`, add);
  return `${node}#object`;
}

/** States an edge that follows by a rule, with the rule and its premises. */
export function addInferred(edge: InferredEdge, ontology: Ontology, name: Names, add: Add): void {
  const triple = { subject: name.entity(edge.subject), predicate: propertyIri(ontology, edge.relation), object: name.entity(edge.object) };
  const node = name.inferred(edge.id);
  add(triple.subject, triple.predicate, triple.object);
  addStatement(node, triple, add);
  for (const type of [`${META}Edge`, `${META}InferredEdge`, `${PROV}Entity`]) add(node, `${RDF}type`, type);
  add(node, `${RDFS}label`, literal(`inferred by ${edge.rule}`));
  add(node, `${META}rule`, name.rule(edge.rule));
  add(node, `${PROV}wasGeneratedBy`, `${name.run}#inference`);
  for (const premise of edge.premises) add(node, `${PROV}wasDerivedFrom`, name.claim(premise));
  for (const premise of edge.links) add(node, `${PROV}wasDerivedFrom`, name.link(premise));
  for (const premise of edge.through) add(node, `${PROV}wasDerivedFrom`, name.inferred(premise));
}

/** States what else follows from the ontology, and where that graph comes from. */
export function addEntailed(entailed: readonly Entailment[], name: Names, add: Add): void {
  if (entailed.length === 0) return;
  const graph = name.graph("entailed");
  for (const { subject, predicate, object } of entailed) add(subject, predicate, object);
  add(graph, `${RDF}type`, `${PROV}Entity`);
  add(graph, `${RDFS}label`, literal("what follows from the ontology and the edges by rule"));
  add(graph, `${PROV}wasGeneratedBy`, `${name.run}#inference`);
  for (const source of ["ontology", "entities"]) add(graph, `${PROV}wasDerivedFrom`, name.graph(source));
  for (const rule of new Set(entailed.map((one) => one.rule))) add(graph, `${META}rule`, name.rule(rule));
}
