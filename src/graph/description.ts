// The dataset described for machines that look for data: VoID (what is in it) and DCAT (where its files are). In: knowledge and the files
// written from it. Out: quads of one graph, which is not part of the dataset, since it counts it. Sources: VoID note, DCAT 3, DQV.
import { decimal, iri, literal, type ObjectTerm, type Quad } from "../rdf/quad.ts";
import { DCAT, DCTERMS, DQV, META, PROV, RDF, RDFS, VOID, XSD } from "../rdf/terms.ts";
import { quads } from "./dataset.ts";
import type { Knowledge } from "./knowledge.ts";
import { type Add, into, nodeNames } from "./names.ts";
import { licenceTerm } from "./source-quads.ts";

/** A file that holds the dataset, or a part of it. */
export interface Distribution {
  readonly name: string;
  /** Path below the build. */
  readonly file: string;
  readonly mediaType: string;
  readonly description: string;
}

const MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
/** Media types of files that hold the RDF dataset as it is. */
const DUMPS: ReadonlySet<string> = new Set([
  "text/turtle",
  "application/trig",
  "application/n-quads",
  "application/n-triples",
  "application/ld+json",
  "application/rdf+xml",
]);

/** Describes a build's dataset. Files are said to lie below `<base>files/`, where `serve` has them. */
export function describeDataset(knowledge: Knowledge, distributions: readonly Distribution[]): readonly Quad[] {
  const name = nodeNames(knowledge.base);
  return into(name.graph("dataset"), (add) => {
    const dataset = name.dataset;
    for (const type of [`${VOID}Dataset`, `${DCAT}Dataset`, `${PROV}Entity`]) add(dataset, `${RDF}type`, type);
    add(dataset, `${DCTERMS}title`, literal(knowledge.title));
    add(dataset, `${DCTERMS}description`, literal(summary(knowledge)));
    add(dataset, `${DCTERMS}publisher`, name.software);
    add(dataset, `${DCTERMS}language`, literal("en"));
    add(dataset, `${DCTERMS}conformsTo`, iri(knowledge.ontology.iri));
    add(dataset, `${PROV}wasGeneratedBy`, name.run);
    const licences = new Set(knowledge.articles.map((article) => article.licence));
    const [licence] = licences;
    // One licence for all articles is the dataset's; several stay with their articles.
    if (licences.size === 1 && licence != null) add(dataset, `${DCTERMS}license`, licenceTerm(licence));
    const latest = knowledge.articles
      .flatMap((article) => article.published ?? [])
      .sort()
      .at(-1);
    if (latest !== undefined) add(dataset, `${DCTERMS}modified`, literal(latest, `${XSD}date`));
    for (const article of knowledge.articles) add(dataset, `${DCTERMS}source`, name.article(article.id));
    add(dataset, `${VOID}uriSpace`, literal(knowledge.base));
    for (const entity of knowledge.entities.slice(0, 1)) add(dataset, `${VOID}exampleResource`, name.entity(entity.id));
    for (const fact of knowledge.facts.slice(0, 1)) add(dataset, `${VOID}exampleResource`, name.fact(fact.id));
    addStatistics(knowledge, dataset, partitions(dataset, knowledge.ontology.prefixes), add);
    addQuality(knowledge, dataset, add);
    for (const one of distributions) addDistribution(one, dataset, `${knowledge.base}files/`, add);
  });
}

function summary({ articles, facts, claims, entities }: Knowledge): string {
  return `${facts.length} facts of ${articles.length} articles, joined to ${claims.length} claims about ${entities.length} entities. Every fact carries the sentence that says it.`;
}

const whole = (number: number): ObjectTerm => literal(String(number), `${XSD}integer`);

/** Counts over the union of all graphs, as a reader of graph.nt would count. */
function addStatistics(knowledge: Knowledge, dataset: string, partition: Partition, add: Add): void {
  const triples = new Set<string>();
  const [subjects, objects] = [new Set<string>(), new Set<string>()];
  const [classes, properties] = [new Map<string, Set<string>>(), new Map<string, number>()];
  for (const { subject, predicate, object } of quads(knowledge, { rdf12: false, nanopub: false })) {
    const value = typeof object === "string" ? object : JSON.stringify(object);
    const key = `${subject} ${predicate} ${value}`;
    if (triples.has(key)) continue;
    triples.add(key);
    subjects.add(subject);
    objects.add(value);
    properties.set(predicate, (properties.get(predicate) ?? 0) + 1);
    if (predicate === `${RDF}type` && typeof object === "string") classes.set(object, (classes.get(object) ?? new Set()).add(subject));
  }
  add(dataset, `${VOID}triples`, whole(triples.size));
  add(dataset, `${VOID}entities`, whole(knowledge.entities.length));
  add(dataset, `${VOID}classes`, whole(classes.size));
  add(dataset, `${VOID}properties`, whole(properties.size));
  add(dataset, `${VOID}distinctSubjects`, whole(subjects.size));
  add(dataset, `${VOID}distinctObjects`, whole(objects.size));
  for (const [type, members] of classes) {
    const part = partition("class", type);
    add(dataset, `${VOID}classPartition`, part);
    add(part, `${VOID}class`, type);
    add(part, `${VOID}entities`, whole(members.size));
  }
  for (const [property, count] of properties) {
    const part = partition("property", property);
    add(dataset, `${VOID}propertyPartition`, part);
    add(part, `${VOID}property`, property);
    add(part, `${VOID}triples`, whole(count));
  }
  for (const namespace of new Set([...classes.keys(), ...properties.keys()].map((term) => term.replace(/[^#/]*$/, "")))) {
    add(dataset, `${VOID}vocabulary`, namespace);
  }
}

type Partition = (kind: "class" | "property", term: string) => string;

/** Names of partitions: "class-schema-City", or the whole IRI where no prefix is known. */
function partitions(dataset: string, prefixes: ReadonlyMap<string, string>): Partition {
  const prefixOf = new Map([...prefixes].map(([prefix, namespace]) => [namespace, prefix]));
  return (kind, term) => {
    const [namespace = ""] = /^.*[#/]/.exec(term) ?? [];
    const prefix = prefixOf.get(namespace);
    return `${dataset}#${kind}-${encodeURIComponent(prefix === undefined ? term : `${prefix}-${term.slice(namespace.length)}`)}`;
  };
}

/** The mean confidence of all facts: what share of them is expected to be right. */
function addQuality({ facts }: Knowledge, dataset: string, add: Add): void {
  if (facts.length === 0) return;
  const measurement = `${dataset}#expected-precision`;
  const mean = facts.reduce((sum, fact) => sum + fact.confidence, 0) / facts.length;
  add(dataset, `${DQV}hasQualityMeasurement`, measurement);
  add(measurement, `${RDF}type`, `${DQV}QualityMeasurement`);
  add(measurement, `${DQV}isMeasurementOf`, `${META}expectedPrecision`);
  add(measurement, `${DQV}computedOn`, dataset);
  add(measurement, `${DQV}value`, decimal(Math.round(mean * 1000) / 1000));
}

function addDistribution({ name, file, mediaType, description }: Distribution, dataset: string, files: string, add: Add): void {
  const node = `${dataset}#${encodeURIComponent(name)}`;
  const type = mediaType.replace(/;.*$/, "");
  const address = iri(files + file.split("/").map(encodeURIComponent).join("/"));
  add(dataset, `${DCAT}distribution`, node);
  add(node, `${RDF}type`, `${DCAT}Distribution`);
  add(node, `${RDFS}label`, literal(name));
  add(node, `${DCTERMS}title`, literal(file));
  add(node, `${DCTERMS}description`, literal(description));
  add(node, `${DCAT}mediaType`, MEDIA_TYPES + type);
  add(node, `${DCAT}accessURL`, address);
  add(node, `${DCAT}downloadURL`, address);
  if (DUMPS.has(type) && file.startsWith("graph.")) add(dataset, `${VOID}dataDump`, address);
}
