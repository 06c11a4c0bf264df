// Where facts come from: articles with their publishers (publication graphs), and the run with its programs and rules (provenance graph).
import { createHash } from "node:crypto";
import type { Fact } from "../facts/fact.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { iri, languageLiteral, literal, type ObjectTerm } from "../rdf/quad.ts";
import { META, NP, PROV, RDF, RDFS, SCHEMA, SKOS } from "../rdf/terms.ts";
import type { Article } from "../text/article.ts";
import { dateLiteral } from "./amount-quads.ts";
import type { Entailment, InferredEdge } from "./knowledge.ts";
import type { Add, Names } from "./names.ts";
import { type Rule, ruleSummary } from "./rules.ts";

/** An address as a node; what is no address stays text. */
function address(text: string): ObjectTerm {
  return /^https?:\/\/[^\s]+$/.test(text) ? iri(text) : literal(text);
}

/** A licence as a node, where it is an address or a Creative Commons licence by its short name. */
export function licenceTerm(text: string): ObjectTerm {
  const [, terms, version] = /^CC (BY(?:-[A-Z]{2})*) (\d\.\d)$/.exec(text) ?? [];
  return terms === undefined ? address(text) : `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
}

/** States what is known of an article. */
export function addArticle(article: Article, name: Names, add: Add): void {
  const subject = name.article(article.id);
  add(subject, `${RDF}type`, `${SCHEMA}NewsArticle`);
  add(subject, `${RDF}type`, `${PROV}Entity`);
  add(subject, `${RDFS}label`, literal(article.title));
  add(subject, `${SCHEMA}headline`, literal(article.title));
  add(subject, `${SCHEMA}inLanguage`, literal("en"));
  add(subject, `${META}textDigest`, literal(createHash("sha256").update(article.text, "utf8").digest("hex")));
  if (article.published !== null) add(subject, `${SCHEMA}datePublished`, dateLiteral(article.published));
  if (article.url !== null) add(subject, `${SCHEMA}url`, address(article.url));
  if (article.licence !== null) add(subject, `${SCHEMA}license`, licenceTerm(article.licence));
  for (const source of article.sources) add(subject, `${SCHEMA}citation`, address(source));
  for (const [property, type, label] of [
    ["publisher", "Organization", article.publisher],
    ["author", "Person", article.author],
  ] as const) {
    if (label === null) continue;
    // A desk that signs and publishes is one agent, and an organization.
    const agent = name.agent(label);
    add(subject, SCHEMA + property, agent);
    if (property === "publisher" || label !== article.publisher) add(agent, `${RDF}type`, SCHEMA + type);
    add(agent, `${RDFS}label`, literal(label));
    add(agent, `${SCHEMA}name`, literal(label));
  }
}

/** States where the assertions of an article come from, as a whole. */
export function addAssertionSource(article: string, name: Names, add: Add): void {
  add(`${article}/assertion`, `${PROV}wasGeneratedBy`, name.run);
  add(`${article}/assertion`, `${PROV}wasDerivedFrom`, article);
}

/** Types the three graphs of an article as a nanopublication: the head graph. */
export function addHead(article: string, add: Add): void {
  add(`${article}/nanopub`, `${RDF}type`, `${NP}Nanopublication`);
  add(`${article}/nanopub`, `${NP}hasAssertion`, `${article}/assertion`);
  add(`${article}/nanopub`, `${NP}hasProvenance`, `${article}/provenance`);
  add(`${article}/nanopub`, `${NP}hasPublicationInfo`, `${article}/pubinfo`);
}

/** What the publication graph of a nanopublication says of it, as the form demands. */
export function addNanopubInfo(article: string, name: Names, add: Add): void {
  add(`${article}/nanopub`, `${PROV}wasAttributedTo`, name.software);
}

/** States the run: its articles, programs and rules. One activity for all, never one per fact; no time, so that bytes stay the same. */
export function addRun(
  known: { readonly ontology: Ontology; readonly articles: readonly Article[]; readonly facts: readonly Fact[] },
  name: Names,
  add: Add,
): void {
  add(name.run, `${RDF}type`, `${PROV}Activity`);
  add(name.run, `${RDFS}label`, literal("reading of the articles"));
  add(name.run, `${PROV}wasAssociatedWith`, name.software);
  for (const article of known.articles) add(name.run, `${PROV}used`, name.article(article.id));
  addAgent(name.software, "Factloom", add);
  const frames = new Map(known.ontology.frames.map((frame) => [frame.id, frame]));
  for (const { rule, extractor } of new Map(known.facts.map((fact) => [`${fact.extractor} ${fact.rule}`, fact])).values()) {
    const agent = name.extractor(extractor);
    addAgent(agent, `Factloom, extractor "${extractor}"`, add);
    add(agent, `${PROV}actedOnBehalfOf`, name.software);
    addPlan(rule, { activity: name.run, agent, name }, add);
    for (const example of frames.get(rule)?.examples ?? []) add(name.rule(rule), `${SKOS}example`, literal(example));
  }
}

/** States the activity that applied rules, and the rules. */
export function addInferenceRun(
  known: { readonly rules: readonly Rule[]; readonly inferred: readonly InferredEdge[]; readonly entailed: readonly Entailment[] },
  name: Names,
  add: Add,
): void {
  const applied = new Set([...known.inferred, ...known.entailed].map((one) => one.rule));
  if (applied.size === 0) return;
  const activity = `${name.run}#inference`;
  add(activity, `${RDF}type`, `${PROV}Activity`);
  add(activity, `${RDFS}label`, literal("application of rules"));
  add(activity, `${PROV}wasAssociatedWith`, name.software);
  for (const rule of known.rules.filter((one) => applied.has(one.name))) {
    addPlan(rule.name, { activity, agent: name.software, name }, add);
    add(name.rule(rule.name), `${RDFS}comment`, languageLiteral(ruleSummary(rule), "en"));
  }
}

function addAgent(node: string, label: string, add: Add): void {
  add(node, `${RDF}type`, `${PROV}SoftwareAgent`);
  add(node, `${RDFS}label`, literal(label));
}

function addPlan(rule: string, { activity, agent, name }: { activity: string; agent: string; name: Names }, add: Add): void {
  const plan = name.rule(rule);
  const association = `${plan}#association`;
  add(plan, `${RDF}type`, `${PROV}Plan`);
  add(plan, `${RDF}type`, `${PROV}Entity`);
  add(plan, `${RDFS}label`, literal(rule));
  add(activity, `${PROV}qualifiedAssociation`, association);
  add(association, `${RDF}type`, `${PROV}Association`);
  add(association, `${PROV}agent`, agent);
  add(association, `${PROV}hadPlan`, plan);
}
