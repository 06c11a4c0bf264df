import { describe, expect, it } from "vitest";
import { addTime } from "../../../src/graph/amount-quads.ts";
import { quads } from "../../../src/graph/dataset.ts";
import { writeNQuads } from "../../../src/rdf/lines.ts";
import { isLiteral, isTripleTerm, type ObjectTerm, type Quad } from "../../../src/rdf/quad.ts";
import { META, OA, PROV, RDF, SCHEMA, SKOS, XSD } from "../../../src/rdf/terms.ts";
import { BASE, FACTS, ONTOLOGY, say, TEXT, world } from "./world.ts";

const PLAIN = { rdf12: false, nanopub: false } as const;
const knowledge = world();
const all: readonly Quad[] = [...quads(knowledge, PLAIN)];
const FL = ONTOLOGY.namespace;

const factOf = (relation: string) => {
  const fact = FACTS.find((one) => one.relation === relation);
  if (fact === undefined) throw new Error(`no fact with ${relation}`);
  return { fact, node: `${BASE}fact/${fact.id}` };
};
const show = (term: ObjectTerm): string => (typeof term === "string" ? term : isLiteral(term) ? term.value : "triple");
const values = (subject: string, predicate: string): string[] =>
  [...new Set(all.filter((quad) => quad.subject === subject && quad.predicate === predicate).map((quad) => show(quad.object)))].sort();
const has = (subject: string, predicate: string, object: string): boolean => values(subject, predicate).includes(object);
const lines = (some: Iterable<Quad>): readonly string[] => [...writeNQuads(some)].join("").trimEnd().split("\n");

describe("quads", () => {
  it("holds no blank node", () => {
    const terms = all.flatMap(({ subject, predicate, object, graph }) => [
      subject,
      predicate,
      graph,
      ...(typeof object === "string" ? [object] : []),
    ]);
    expect(terms.filter((term) => !/^[a-z]+:/.test(term))).toEqual([]);
  });

  it("states a fact once, as statement node with status, confidence and label", () => {
    const { node, fact } = factOf("basedIn");
    expect(values(node, `${RDF}type`)).toEqual([`${RDF}Statement`, `${PROV}Entity`, `${META}Fact`].sort());
    expect(values(node, `${RDF}subject`)).toEqual([`${BASE}entity/zorblat`]);
    expect(values(node, `${RDF}predicate`)).toEqual([`${FL}basedIn`]);
    expect(values(node, `${RDF}object`)).toEqual([`${BASE}entity/paris`]);
    expect(values(node, `${META}status`)).toEqual(["asserted"]);
    expect(values(node, `${META}confidence`)).toEqual(["0.9"]);
    expect(values(node, "http://www.w3.org/2000/01/rdf-schema#label")).toEqual(["Zorblat is based in Paris"]);
    expect(fact.status).toBe("asserted");
  });

  it("keeps the names that articles use for things that no list holds", () => {
    const fact = say({ sentence: 0, subject: ["zorb", "Company", "Zorblat"], relation: "basedIn", object: ["paris", "City", "Paris"] });
    const { entities } = world([{ ...fact, subject: { ...fact.subject, aliases: ["Zorb", "Zorblat", "ZB"] } }]);
    const names = entities.map(({ id, aliases }) => [id, aliases]);
    expect(names).toContainEqual(["zorb", ["ZB", "Zorb"]]);
    expect(names).toContainEqual(["paris", []]);
  });

  it("asserts the plain triple of asserted facts alone", () => {
    expect(has(`${BASE}entity/zorblat`, `${FL}basedIn`, `${BASE}entity/paris`)).toBe(true);
    expect(has(`${BASE}entity/quon`, `${FL}acquired`, `${BASE}entity/zorblat`)).toBe(false);
    expect(values(factOf("acquired").node, `${RDF}subject`)).toEqual([`${BASE}entity/quon`]);
  });

  it.each(FACTS.map((fact) => [fact.relation, fact] as const))("finds the words of %s again by both selectors", (_relation, fact) => {
    const node = `${BASE}fact/${fact.id}`;
    const points = [...TEXT];
    const [start, end] = [Number(values(`${node}#position`, `${OA}start`)[0]), Number(values(`${node}#position`, `${OA}end`)[0])];
    const [quote] = values(`${node}#quote`, `${OA}exact`);
    expect(points.slice(start, end).join("")).toBe(quote);
    expect(quote).toBe(fact.evidence.quote);
    const [prefix = ""] = values(`${node}#quote`, `${OA}prefix`);
    const [suffix = ""] = values(`${node}#quote`, `${OA}suffix`);
    expect(TEXT).toContain(prefix + quote + suffix);
    expect(values(node, `${PROV}hadPrimarySource`)).toEqual([`${BASE}article/first`]);
    expect(values(node, `${META}rule`)).toEqual([`${BASE}rule/${fact.rule}`]);
  });

  it("keeps assertion, provenance and publication of an article apart", () => {
    const { node } = factOf("basedIn");
    const graphs = (predicate: string): string[] => all.filter((q) => q.subject === node && q.predicate === predicate).map((q) => q.graph);
    expect(graphs(`${RDF}subject`)).toEqual([`${BASE}article/first/assertion`]);
    expect(graphs(`${PROV}wasDerivedFrom`)).toEqual([`${BASE}article/first/provenance`]);
    expect(all.find((q) => q.predicate === `${SCHEMA}headline`)?.graph).toBe(`${BASE}article/first/pubinfo`);
  });

  it("bounds an amount from below for “over” and from above for “up to”", () => {
    const money = `${factOf("raisedFunding").node}#object`;
    expect(values(money, `${RDF}type`)).toEqual([`${SCHEMA}MonetaryAmount`]);
    expect(values(money, `${SCHEMA}minValue`)).toEqual(["5000000.0"]);
    expect(values(money, `${SCHEMA}value`)).toEqual([]);
    const share = `${factOf("statistic").node}#object`;
    expect(values(share, `${RDF}type`)).toEqual([`${SCHEMA}Observation`, `${SCHEMA}QuantitativeValue`]);
    expect(values(share, `${SCHEMA}maxValue`)).toEqual(["40.0"]);
    expect(values(share, `${SCHEMA}unitCode`)).toEqual(["P1"]);
    expect(values(share, `${SCHEMA}observationAbout`)).toEqual([`${BASE}entity/quon`]);
  });

  it("gives time, attribution and qualifiers to the fact, and the due year to the goal", () => {
    const led = factOf("chiefExecutive").node;
    expect(values(led, `${META}validFrom`)).toEqual(["2021"]);
    expect(values(led, `${FL}role`)).toEqual(["led"]);
    expect(values(factOf("statistic").node, `${PROV}wasAttributedTo`)).toEqual([`${BASE}entity/zorblat`]);
    const due = all.find((q) => q.subject === `${BASE}entity/train-400-experts` && q.predicate === `${META}due`);
    expect(due?.object).toEqual({ value: "2030", datatype: `${XSD}gYear`, language: "" });
  });

  it("tells a week by its first and last day", () => {
    const out: (readonly [string, string])[] = [];
    const time = { kind: "at", value: "2025-W36", mention: "this week", span: [0, 9] } as const;
    addTime(time, "x", (_subject, predicate, object) => out.push([predicate.slice(META.length), show(object)]));
    expect(out).toEqual([
      ["timeMention", "this week"],
      ["validFrom", "2025-09-01"],
      ["validThrough", "2025-09-07"],
    ]);
  });

  it("names addresses as nodes, other sources as text, and agents once", () => {
    const article = `${BASE}article/first`;
    expect(values(article, `${SCHEMA}citation`)).toEqual(["a letter", "https://example.org/source"]);
    expect(values(article, `${SCHEMA}publisher`)).toEqual([`${BASE}agent/the-paper`]);
    expect(values(`${BASE}agent/ben-ink`, `${RDF}type`)).toEqual([`${SCHEMA}Person`]);
  });

  it("makes sectors and technologies SKOS concepts that match the ontology's", () => {
    const sector = `${BASE}entity/ai-chip-development`;
    expect(values(sector, `${SKOS}exactMatch`)).toEqual([`${FL}ai-chip-development`]);
    expect(values(sector, `${RDF}type`)).toContain(`${SKOS}Concept`);
  });

  it("joins facts to claims and leads from a claim to its sentences", () => {
    const claim = knowledge.claims.find((one) => one.relation === "basedIn");
    const node = `${BASE}claim/${claim?.id}`;
    expect(values(node, `${META}supportedBy`)).toEqual([factOf("basedIn").node]);
    expect(values(node, `${SCHEMA}appearance`)).toEqual([`${BASE}article/first`]);
    expect(values(node, `${RDF}type`)).toContain(`${META}Edge`);
  });
});

describe("extra profiles", () => {
  it("--rdf12 adds one reifier per fact; without them the rest is the plain dataset", () => {
    const rich = [...quads(knowledge, { ...PLAIN, rdf12: true })];
    const reifies = rich.filter((quad) => quad.predicate === `${RDF}reifies`);
    expect(reifies).toHaveLength(FACTS.length);
    expect(reifies.every((quad) => isTripleTerm(quad.object))).toBe(true);
    expect(lines(rich.filter((quad) => !isTripleTerm(quad.object)))).toEqual(lines(all));
  });

  it("--nanopub adds heads that name existing graphs; without them the rest is the plain dataset", () => {
    const rich = [...quads(knowledge, { ...PLAIN, nanopub: true })];
    const isExtra = (quad: Quad): boolean => quad.subject.endsWith("/nanopub");
    const graphs = new Set(rich.map((quad) => quad.graph));
    const parts = rich.filter((quad) => isExtra(quad) && quad.predicate.startsWith("http://www.nanopub.org/nschema#has"));
    expect(parts).toHaveLength(3);
    for (const { object } of parts) expect(graphs).toContain(object);
    expect(lines(rich.filter((quad) => !isExtra(quad)))).toEqual(lines(all));
  });
});
