// The RDF model: knowledge in, quads out, without blank nodes. One IRI per fact is the statement, the subject of its provenance and, with
// `rdf12`, the reifier. The plain triple stands only for asserted facts. Terms: research on RDF 1.1 reification, PROV-O, Web Annotation.
import { type AmountRef, type Fact, type FactTime, isAmountRef, isEntityRef } from "../facts/fact.ts";
import { decimal, iri, type Literal, literal, type ObjectTerm, type Quad } from "../rdf/quad.ts";
import { META, OA, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, XSD } from "../rdf/terms.ts";
import type { Article } from "../text/article.ts";
import type { Knowledge } from "./knowledge.ts";
import { codePoints } from "./position.ts";

export interface DatasetOptions {
  readonly rdf12: boolean;
  readonly nanopub: boolean;
}

const NP = "http://www.nanopub.org/nschema#";
/** Code units of context before and after a quote: enough to find it again in an edited text. */
const CONTEXT = 32;
const COMPARATOR_TERMS: Readonly<Record<string, string>> = { ">": "minValue", ">=": "minValue", "<": "maxValue", "<=": "maxValue" };

type Add = (subject: string, predicate: string, object: ObjectTerm) => void;

/** Names of the nodes of one dataset. */
function names(base: string) {
  const under = (folder: string, id: string): string =>
    iri(`${base}${folder}/${encodeURIComponent(id.replace(/\p{Surrogate}/gu, "\uFFFD"))}`);
  return {
    entity: (id: string): string => under("entity", id),
    fact: (id: string): string => under("fact", id),
    article: (id: string): string => under("article", id),
    rule: (id: string): string => under("rule", id),
    graph: (id: string): string => under("graph", id),
    run: iri(`${base}run`),
    software: iri(`${base}software`),
  };
}
type Names = ReturnType<typeof names>;

/** Yields the dataset's quads; a quad may come twice. Writers sort. */
export function* quads(knowledge: Knowledge, options: DatasetOptions): Iterable<Quad> {
  const name = names(knowledge.base);
  const articles = new Map(knowledge.articles.map((article) => [article.id, { article, position: codePoints(article.text) }]));
  yield* into(name.graph("ontology"), (add) => addOntology(knowledge, add));
  yield* into(name.graph("entities"), (add) => addEntities(knowledge, name, add));
  for (const article of knowledge.articles) {
    yield* into(`${name.article(article.id)}/pubinfo`, (add) => addArticle(article, name, add));
    if (options.nanopub) yield* into(`${name.article(article.id)}/head`, (add) => addHead(name.article(article.id), add));
  }
  yield* into(name.graph("provenance"), (add) => addRun(knowledge, name, add));
  for (const fact of knowledge.facts) {
    const graph = name.article(fact.evidence.article);
    yield* into(`${graph}/assertion`, (add) => addFact(fact, knowledge, name, options, add));
    yield* into(`${graph}/provenance`, (add) => addProvenance(fact, name, articles.get(fact.evidence.article), add));
  }
  yield* into(name.graph("inferred"), (add) => addInferred(knowledge, name, add));
}

function into(graph: string, fill: (add: Add) => void): readonly Quad[] {
  const out: Quad[] = [];
  fill((subject, predicate, object) => out.push({ subject, predicate, object, graph }));
  return out;
}

function addOntology({ ontology }: Knowledge, add: Add): void {
  for (const term of ontology.classes.values()) {
    const subject = iri(term.iri);
    add(subject, `${RDF}type`, `${OWL}Class`);
    add(subject, `${RDFS}label`, literal(term.label));
    const parent = term.parent === null ? undefined : ontology.classes.get(term.parent);
    for (const wider of [...(parent === undefined ? [] : [parent.iri]), ...term.alignments]) add(subject, `${RDFS}subClassOf`, iri(wider));
  }
  for (const term of ontology.relations.values()) {
    const subject = iri(term.iri);
    add(subject, `${RDF}type`, `${RDF}Property`);
    add(subject, `${RDFS}label`, literal(term.label));
    for (const wider of term.alignments) add(subject, `${RDFS}subPropertyOf`, iri(wider));
  }
}

function addEntities({ ontology, entities }: Knowledge, name: Names, add: Add): void {
  for (const entity of entities) {
    const subject = name.entity(entity.id);
    const type = ontology.classes.get(entity.class)?.iri;
    if (type !== undefined) add(subject, `${RDF}type`, iri(type));
    add(subject, `${RDFS}label`, literal(entity.label));
    for (const alias of entity.aliases) add(subject, `${SKOS}altLabel`, literal(alias));
    if (entity.wikidata !== null) add(subject, `${SKOS}exactMatch`, iri(`http://www.wikidata.org/entity/${entity.wikidata}`));
    for (const [relation, targets] of Object.entries(entity.links)) {
      const property = ontology.relations.get(relation)?.iri;
      if (property !== undefined) for (const target of targets) add(subject, iri(property), name.entity(target));
    }
  }
}

function addArticle(article: Article, name: Names, add: Add): void {
  const subject = name.article(article.id);
  add(subject, `${RDF}type`, `${SCHEMA}NewsArticle`);
  add(subject, `${SCHEMA}headline`, literal(article.title));
  if (article.published !== null) add(subject, `${SCHEMA}datePublished`, literal(article.published, dateType(article.published)));
  if (article.publisher !== null) {
    add(subject, `${SCHEMA}publisher`, `${subject}#publisher`);
    add(`${subject}#publisher`, `${RDF}type`, `${SCHEMA}Organization`);
    add(`${subject}#publisher`, `${SCHEMA}name`, literal(article.publisher));
  }
  if (article.url !== null) add(subject, `${SCHEMA}url`, literal(article.url, `${XSD}anyURI`));
  for (const source of article.sources) add(subject, `${SCHEMA}citation`, literal(source, `${XSD}anyURI`));
  add(`${subject}/assertion`, `${PROV}wasGeneratedBy`, name.run);
}

function addHead(article: string, add: Add): void {
  add(`${article}/nanopub`, `${RDF}type`, `${NP}Nanopublication`);
  add(`${article}/nanopub`, `${NP}hasAssertion`, `${article}/assertion`);
  add(`${article}/nanopub`, `${NP}hasProvenance`, `${article}/provenance`);
  add(`${article}/nanopub`, `${NP}hasPublicationInfo`, `${article}/pubinfo`);
}

function addRun({ facts }: Knowledge, name: Names, add: Add): void {
  add(name.run, `${RDF}type`, `${PROV}Activity`);
  add(name.run, `${PROV}wasAssociatedWith`, name.software);
  add(name.software, `${RDF}type`, `${PROV}SoftwareAgent`);
  for (const rule of new Set(facts.map((fact) => fact.rule))) {
    const association = `${name.rule(rule)}#association`;
    add(name.rule(rule), `${RDF}type`, `${PROV}Plan`);
    add(name.run, `${PROV}qualifiedAssociation`, association);
    add(association, `${RDF}type`, `${PROV}Association`);
    add(association, `${PROV}agent`, name.software);
    add(association, `${PROV}hadPlan`, name.rule(rule));
  }
}

function addFact(fact: Fact, { ontology }: Knowledge, name: Names, options: DatasetOptions, add: Add): void {
  const node = name.fact(fact.id);
  const subject = name.entity(fact.subject.id);
  const predicate = iri(ontology.relations.get(fact.relation)?.iri ?? ontology.namespace + fact.relation);
  const object = factObject(fact, node, name, add);
  for (const type of [`${META}Fact`, `${RDF}Statement`, `${PROV}Entity`]) add(node, `${RDF}type`, type);
  add(node, `${RDF}subject`, subject);
  add(node, `${RDF}predicate`, predicate);
  add(node, `${RDF}object`, object);
  add(node, `${META}status`, literal(fact.status));
  add(node, `${META}confidence`, decimal(fact.confidence));
  if (fact.time !== null) addTime(fact.time, node, add);
  if (fact.attribution !== null) {
    add(node, `${META}attribution`, literal(fact.attribution.label));
    if (fact.attribution.id !== null) add(node, `${PROV}wasAttributedTo`, name.entity(fact.attribution.id));
  }
  for (const [key, value] of Object.entries(fact.qualifiers)) {
    const target = `${node}#${encodeURIComponent(key)}`;
    add(node, iri(ontology.relations.get(key)?.iri ?? ontology.namespace + key), typeof value === "string" ? literal(value) : target);
    if (typeof value !== "string") addAmount(value, target, add);
  }
  if (fact.status === "asserted") add(subject, predicate, object);
  if (options.rdf12) add(node, `${RDF}reifies`, { subject, predicate, object });
}

function factObject({ object }: Fact, node: string, name: Names, add: Add): string | Literal {
  if (isEntityRef(object)) return name.entity(object.id);
  if (!isAmountRef(object)) return literal(object.value, XSD + object.datatype);
  addAmount(object, `${node}#object`, add);
  return `${node}#object`;
}

function addAmount(amount: AmountRef, node: string, add: Add): void {
  const isMoney = amount.unit !== undefined && /^[A-Z]{3}$/.test(amount.unit);
  add(node, `${RDF}type`, `${SCHEMA}${isMoney ? "MonetaryAmount" : "QuantitativeValue"}`);
  if (amount.unit !== undefined) add(node, `${SCHEMA}${isMoney ? "currency" : "unitText"}`, literal(amount.unit));
  const term = amount.max === undefined ? (COMPARATOR_TERMS[amount.comparator ?? ""] ?? "value") : "minValue";
  add(node, `${SCHEMA}${term}`, decimal(amount.value));
  if (amount.max !== undefined) add(node, `${SCHEMA}maxValue`, decimal(amount.max));
  if (amount.comparator !== undefined) add(node, `${META}comparator`, literal(amount.comparator));
  if (amount.of !== undefined) add(node, `${META}counts`, literal(amount.of));
}

const TIME_TERMS = { at: "at", since: "validFrom", until: "validThrough", by: "due", during: "validFrom" } as const;

function addTime(time: FactTime, node: string, add: Add): void {
  add(node, `${META}timeMention`, literal(time.mention));
  if (time.value !== null) add(node, META + TIME_TERMS[time.kind], literal(time.value, dateType(time.value)));
  if (time.end !== undefined) add(node, `${META}validThrough`, literal(time.end, dateType(time.end)));
}

function dateType(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return `${XSD}date`;
  if (/^\d{4}-\d\d$/.test(value)) return `${XSD}gYearMonth`;
  return /^\d{4}$/.test(value) ? `${XSD}gYear` : `${XSD}string`;
}

interface Source {
  readonly article: Article;
  readonly position: (codeUnits: number) => number;
}

function addProvenance(fact: Fact, name: Names, source: Source | undefined, add: Add): void {
  const node = name.fact(fact.id);
  const { start, end, quote } = fact.evidence;
  add(node, `${PROV}wasDerivedFrom`, `${node}#span`);
  add(node, `${PROV}hadPrimarySource`, name.article(fact.evidence.article));
  add(node, `${PROV}wasGeneratedBy`, name.run);
  add(node, `${META}rule`, name.rule(fact.rule));
  add(`${node}#span`, `${RDF}type`, `${OA}SpecificResource`);
  add(`${node}#span`, `${OA}hasSource`, name.article(fact.evidence.article));
  add(`${node}#span`, `${OA}hasSelector`, `${node}#quote`);
  add(`${node}#quote`, `${RDF}type`, `${OA}TextQuoteSelector`);
  add(`${node}#quote`, `${OA}exact`, literal(quote));
  if (source === undefined) return;
  const { article, position } = source;
  add(`${node}#quote`, `${OA}prefix`, literal(whole(article.text.slice(Math.max(0, start - CONTEXT), start))));
  add(`${node}#quote`, `${OA}suffix`, literal(whole(article.text.slice(end, end + CONTEXT))));
  add(`${node}#span`, `${OA}hasSelector`, `${node}#position`);
  add(`${node}#position`, `${RDF}type`, `${OA}TextPositionSelector`);
  add(`${node}#position`, `${OA}start`, literal(String(position(start)), `${XSD}nonNegativeInteger`));
  add(`${node}#position`, `${OA}end`, literal(String(position(end)), `${XSD}nonNegativeInteger`));
}

/** Drops the halves of characters that the cut left at the ends. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");

function addInferred({ ontology, inferred, claims }: Knowledge, name: Names, add: Add): void {
  const facts = new Map(claims.map((claim) => [claim.id, claim.facts]));
  for (const edge of inferred) {
    const property = iri(ontology.relations.get(edge.relation)?.iri ?? ontology.namespace + edge.relation);
    const node = `${name.graph("inferred")}#${[edge.subject, edge.relation, edge.object].map(encodeURIComponent).join(",")}`;
    add(name.entity(edge.subject), property, name.entity(edge.object));
    add(node, `${RDF}type`, `${RDF}Statement`);
    add(node, `${RDF}subject`, name.entity(edge.subject));
    add(node, `${RDF}predicate`, property);
    add(node, `${RDF}object`, name.entity(edge.object));
    add(node, `${META}rule`, name.rule(edge.rule));
    for (const fact of edge.premises.flatMap((claim) => facts.get(claim) ?? [])) add(node, `${PROV}wasDerivedFrom`, name.fact(fact));
  }
}
