// The JSON-LD context of builds: made by hand for what datasets are described with, extended by the ontology's own classes and relations.
import type { Knowledge } from "../graph/knowledge.ts";
import type { Relation } from "../ontology/ontology.ts";
import type { Context, ContextTerm } from "../rdf/jsonld.ts";
import { DCTERMS, META, OA, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, XSD } from "../rdf/terms.ts";
import { prefixesOf } from "./prefixes.ts";

const term = (name: string, iri: string, type: string | null = null): ContextTerm => ({ name, iri, type });

/** Names of the terms that every build has. A value whose type is another one says so itself. */
export const COMMON_TERMS: readonly ContextTerm[] = [
  term("label", `${RDFS}label`),
  term("comment", `${RDFS}comment`),
  term("alias", `${SKOS}altLabel`),
  term("preferredLabel", `${SKOS}prefLabel`),
  term("broader", `${SKOS}broader`, "@id"),
  term("narrower", `${SKOS}narrower`, "@id"),
  term("inScheme", `${SKOS}inScheme`, "@id"),
  term("sameThing", `${SKOS}exactMatch`, "@id"),
  term("subClassOf", `${RDFS}subClassOf`, "@id"),
  term("subPropertyOf", `${RDFS}subPropertyOf`, "@id"),
  term("domain", `${RDFS}domain`, "@id"),
  term("range", `${RDFS}range`, "@id"),
  term("isDefinedBy", `${RDFS}isDefinedBy`, "@id"),
  term("Fact", `${META}Fact`),
  term("Statement", `${RDF}Statement`),
  term("Class", `${OWL}Class`),
  term("Property", `${RDF}Property`),
  term("Concept", `${SKOS}Concept`),
  term("subject", `${RDF}subject`, "@id"),
  term("predicate", `${RDF}predicate`, "@vocab"),
  term("object", `${RDF}object`, "@id"),
  term("status", `${META}status`),
  term("confidence", `${META}confidence`, `${XSD}decimal`),
  term("ruleUsed", `${META}rule`, "@id"),
  term("saidBy", `${META}attribution`),
  term("attributedTo", `${PROV}wasAttributedTo`, "@id"),
  term("reason", `${META}reason`),
  term("supportedBy", `${META}supportedBy`, "@id"),
  term("appearance", `${SCHEMA}appearance`, "@id"),
  term("sentences", `${META}sentences`, `${XSD}integer`),
  term("articles", `${META}articles`, `${XSD}integer`),
  term("textDigest", `${META}textDigest`),
  term("timeMention", `${META}timeMention`),
  term("comparator", `${META}comparator`),
  term("counts", `${META}counts`),
  term("derivedFrom", `${PROV}wasDerivedFrom`, "@id"),
  term("primarySource", `${PROV}hadPrimarySource`, "@id"),
  term("generatedBy", `${PROV}wasGeneratedBy`, "@id"),
  term("associatedWith", `${PROV}wasAssociatedWith`, "@id"),
  term("qualifiedAssociation", `${PROV}qualifiedAssociation`, "@id"),
  term("byAgent", `${PROV}agent`, "@id"),
  term("plan", `${PROV}hadPlan`, "@id"),
  term("source", `${OA}hasSource`, "@id"),
  term("selector", `${OA}hasSelector`, "@id"),
  term("quote", `${OA}exact`),
  term("before", `${OA}prefix`),
  term("after", `${OA}suffix`),
  term("start", `${OA}start`, `${XSD}nonNegativeInteger`),
  term("end", `${OA}end`, `${XSD}nonNegativeInteger`),
  term("TextQuote", `${OA}TextQuoteSelector`),
  term("TextPosition", `${OA}TextPositionSelector`),
  term("Span", `${OA}SpecificResource`),
  term("NewsArticle", `${SCHEMA}NewsArticle`),
  term("headline", `${SCHEMA}headline`),
  term("name", `${SCHEMA}name`),
  term("datePublished", `${SCHEMA}datePublished`, `${XSD}date`),
  term("publisher", `${SCHEMA}publisher`, "@id"),
  term("url", `${SCHEMA}url`, `${XSD}anyURI`),
  term("citation", `${SCHEMA}citation`, `${XSD}anyURI`),
  term("value", `${SCHEMA}value`, `${XSD}decimal`),
  term("minValue", `${SCHEMA}minValue`, `${XSD}decimal`),
  term("maxValue", `${SCHEMA}maxValue`, `${XSD}decimal`),
  term("currency", `${SCHEMA}currency`),
  term("unitText", `${SCHEMA}unitText`),
  term("title", `${DCTERMS}title`),
  term("description", `${DCTERMS}description`),
];

/** Makes the context of one build. A class or relation whose name is taken is written with its prefix. */
export function contextOf(knowledge: Pick<Knowledge, "base" | "ontology">): Context {
  const prefixes = prefixesOf(knowledge);
  const { classes, relations } = knowledge.ontology;
  const common = COMMON_TERMS.filter(({ name }) => !prefixes.has(name));
  const taken = new Set<string>(["id", "type", ...prefixes.keys(), ...common.map(({ name }) => name)]);
  const own = [
    ...[...classes.values()].map(({ id, iri }) => term(id, iri)),
    ...[...relations.values()].map((relation) => term(relation.id, relation.iri, typeOf(relation))),
  ].filter(({ name }) => !taken.has(name) && /^[A-Za-z]\w*$/.test(name));
  const known = new Set(common.map(({ iri }) => iri));
  return { prefixes, terms: [...common, ...own.filter(({ iri }) => !known.has(iri)).sort((a, b) => (a.name < b.name ? -1 : 1))] };
}

/** Dates have three datatypes, so each says its own. */
const typeOf = ({ objectKind }: Relation): string | null => (objectKind === "date" ? null : "@id");
