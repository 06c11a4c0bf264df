// One fact as RDF: the statement node with status, time and attribution (assertion graph), and where its words stand (provenance graph).
// The plain triple stands only for asserted facts. Offsets become Unicode code points, as the Web Annotation model counts.
import { type Fact, isAmountRef, isEntityRef } from "../facts/fact.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { decimal, iri, type Literal, literal } from "../rdf/quad.ts";
import { META, OA, PROV, RDF, RDFS, SCHEMA, XSD } from "../rdf/terms.ts";
import type { Article } from "../text/article.ts";
import { addAmount, addTime, dateLiteral, isMoney } from "./amount-quads.ts";
import { type Add, addStatement, type Names } from "./names.ts";

/** Code units of context before and after a quote: enough to find it again in an edited text. */
const CONTEXT = 32;

/** IRI of a relation or qualifier by its id. */
export function propertyIri(ontology: Ontology, id: string): string {
  return iri(ontology.relations.get(id)?.iri ?? ontology.namespace + id);
}

/** States a fact in its article's assertion graph. */
export function addFact(fact: Fact, ontology: Ontology, name: Names, options: { readonly rdf12: boolean }, add: Add): void {
  const node = name.fact(fact.id);
  const subject = name.entity(fact.subject.id);
  const predicate = propertyIri(ontology, fact.relation);
  const object = addObject(fact, node, { subject, predicate }, name, add);
  addStatement(node, { subject, predicate, object }, add);
  add(node, `${RDF}type`, `${META}Fact`);
  add(node, `${RDF}type`, `${PROV}Entity`);
  add(node, `${RDFS}label`, literal(factLabel(fact, ontology)));
  add(node, `${META}status`, literal(fact.status));
  add(node, `${META}confidence`, decimal(fact.confidence));
  if (fact.time !== null) addTime(fact.time, node, add);
  addDue(fact, ontology, object, add);
  if (fact.attribution !== null) {
    add(node, `${META}attribution`, literal(fact.attribution.label));
    if (fact.attribution.id !== null) add(node, `${PROV}wasAttributedTo`, name.entity(fact.attribution.id));
  }
  for (const [key, value] of Object.entries(fact.qualifiers)) {
    const target = `${node}#${encodeURIComponent(key)}`;
    add(node, propertyIri(ontology, key), typeof value === "string" ? literal(value) : target);
    if (typeof value !== "string") addAmount(value, target, add);
  }
  if (fact.status === "asserted") add(subject, predicate, object);
  if (options.rdf12) add(node, `${RDF}reifies`, { subject, predicate, object });
}

/** The fact as a short sentence: subject, the relation's label, object, and the status where it is not asserted. */
export function factLabel(fact: Fact, ontology: Ontology): string {
  const { subject, relation, object, status } = fact;
  const verb = ontology.relations.get(relation)?.label ?? relation;
  const told = isEntityRef(object) ? object.label : object.mention;
  return `${subject.label} ${verb} ${told}${status === "asserted" ? "" : ` (${status})`}`;
}

/** A phrase that is to be reached by some time carries that time itself: a goal has its due year. */
function addDue({ object: ref, time, status }: Fact, ontology: Ontology, object: string | Literal, add: Add): void {
  if (time === null || time.value === null || time.kind !== "by" || typeof object !== "string" || !isEntityRef(ref)) return;
  if (status === "asserted" && ontology.classes.get(ref.type)?.phrase === true) add(object, `${META}due`, dateLiteral(time.value));
}

function addObject(
  fact: Fact,
  node: string,
  about: { readonly subject: string; readonly predicate: string },
  name: Names,
  add: Add,
): string | Literal {
  const { object, status, time } = fact;
  if (isEntityRef(object)) return name.entity(object.id);
  if (!isAmountRef(object)) return literal(object.value, XSD + object.datatype);
  const amount = `${node}#object`;
  addAmount(object, amount, add);
  if (status === "asserted" && !isMoney(object)) {
    // A schema:Observation is a quantitative value that says what it measures; what is only planned was not observed.
    add(amount, `${RDF}type`, `${SCHEMA}Observation`);
    add(amount, `${SCHEMA}observationAbout`, about.subject);
    add(amount, `${SCHEMA}measuredProperty`, about.predicate);
    if (time !== null && time.value !== null) add(amount, `${SCHEMA}observationDate`, dateLiteral(time.value));
  }
  return amount;
}

/** An article and the converter of its offsets. */
export interface Source {
  readonly article: Article;
  /** UTF-16 code units -> Unicode code points. */
  readonly position: (codeUnits: number) => number;
}

/** States where a fact comes from in its article's provenance graph. Without the article, the quote stands without context and position. */
export function addProvenance(fact: Fact, name: Names, source: Source | undefined, add: Add): void {
  const node = name.fact(fact.id);
  const { start, end, quote } = fact.evidence;
  add(node, `${PROV}wasDerivedFrom`, `${node}#span`);
  add(node, `${PROV}hadPrimarySource`, name.article(fact.evidence.article));
  add(node, `${PROV}wasGeneratedBy`, name.run);
  add(node, `${META}rule`, name.rule(fact.rule));
  for (const reason of fact.reasons) add(node, `${META}reason`, literal(reason));
  add(`${node}#span`, `${RDF}type`, `${OA}SpecificResource`);
  add(`${node}#span`, `${RDF}type`, `${PROV}Entity`);
  add(`${node}#span`, `${OA}hasSource`, name.article(fact.evidence.article));
  add(`${node}#span`, `${OA}hasSelector`, `${node}#quote`);
  add(`${node}#quote`, `${RDF}type`, `${OA}TextQuoteSelector`);
  add(`${node}#quote`, `${OA}exact`, literal(quote));
  if (source === undefined) return;
  const { article, position } = source;
  const { trigger } = fact.evidence;
  if (trigger !== null) add(node, `${META}trigger`, literal(article.text.slice(...trigger)));
  add(`${node}#quote`, `${OA}prefix`, literal(whole(article.text.slice(Math.max(0, start - CONTEXT), start))));
  add(`${node}#quote`, `${OA}suffix`, literal(whole(article.text.slice(end, end + CONTEXT))));
  add(`${node}#span`, `${OA}hasSelector`, `${node}#position`);
  add(`${node}#position`, `${RDF}type`, `${OA}TextPositionSelector`);
  add(`${node}#position`, `${OA}start`, literal(String(position(start)), `${XSD}nonNegativeInteger`));
  add(`${node}#position`, `${OA}end`, literal(String(position(end)), `${XSD}nonNegativeInteger`));
}

/** Drops the halves of characters that the cut left at the ends. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
