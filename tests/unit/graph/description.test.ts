import { describe, expect, it } from "vitest";
import { EXPORTERS } from "../../../src/exports/table.ts";
import { quads } from "../../../src/graph/dataset.ts";
import { describeDataset } from "../../../src/graph/description.ts";
import { formatTriple, isLiteral, type Quad } from "../../../src/rdf/quad.ts";
import { DCAT, DCTERMS, RDF, VOID } from "../../../src/rdf/terms.ts";
import { readDataset } from "../../../src/rdf/turtle.ts";
import { ARTICLE, BASE, FACTS, world } from "./world.ts";

const knowledge = world();
const described: readonly Quad[] = describeDataset(knowledge, EXPORTERS);
const DATASET = `${BASE}dataset`;
const values = (subject: string, predicate: string): string[] =>
  described
    .filter((quad) => quad.subject === subject && quad.predicate === predicate)
    .map(({ object }) => (typeof object === "string" ? object : isLiteral(object) ? object.value : ""));

describe("describeDataset", () => {
  it("counts the triples that are there", () => {
    const lines = new Set([...quads(knowledge, { rdf12: false, nanopub: false })].map(formatTriple));
    expect(values(DATASET, `${VOID}triples`)).toEqual([String(lines.size)]);
    const facts = values(DATASET, `${VOID}classPartition`).find((part) => part.endsWith("#class-meta-Fact"));
    expect(values(facts ?? "", `${VOID}entities`)).toEqual([String(FACTS.length)]);
    const types = values(DATASET, `${VOID}propertyPartition`).find((part) => part.endsWith("#property-rdf-type"));
    expect(Number(values(types ?? "", `${VOID}triples`)[0])).toBe([...lines].filter((line) => line.includes(` <${RDF}type> `)).length);
  });

  it("has one distribution per export, with its media type and address", () => {
    const distributions = values(DATASET, `${DCAT}distribution`);
    expect(distributions).toHaveLength(EXPORTERS.length);
    expect(values(`${DATASET}#trig`, `${DCAT}mediaType`)).toEqual(["https://www.iana.org/assignments/media-types/application/trig"]);
    expect(values(`${DATASET}#trig`, `${DCAT}downloadURL`)).toEqual([`${BASE}files/graph.trig`]);
    expect(values(DATASET, `${VOID}dataDump`)).toContain(`${BASE}files/graph.nq`);
    expect(values(DATASET, `${VOID}dataDump`)).not.toContain(`${BASE}files/ontology.ttl`);
  });

  it("names the articles, and the licence when all have the same", () => {
    expect(values(DATASET, `${DCTERMS}source`)).toEqual([`${BASE}article/first`]);
    expect(values(DATASET, `${DCTERMS}license`)).toEqual([]);
    const licensed = describeDataset({ ...knowledge, articles: [{ ...ARTICLE, licence: "CC BY 4.0" }] }, []);
    expect(licensed.find((quad) => quad.predicate === `${DCTERMS}license`)?.object).toBe("https://creativecommons.org/licenses/by/4.0/");
  });

  it("is valid Turtle as a file", () => {
    const exporter = EXPORTERS.find(({ name }) => name === "void");
    const text = [...(exporter?.write(knowledge, { rdf12: false, nanopub: false, report: () => {} }) ?? [])].join("");
    const written = readDataset(text, { format: "Turtle" }).size;
    expect(written).toBe(new Set(describeDataset(knowledge, EXPORTERS.slice(0, -1)).map(formatTriple)).size);
  });
});

describe("the reference page", () => {
  const page = [
    ...(EXPORTERS.find(({ name }) => name === "ontology-page")?.write(knowledge, { rdf12: false, nanopub: false, report: () => {} }) ?? []),
  ].join("");

  it("has an anchor for every class and relation, and no anchor twice", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(ids.length).toBe(new Set(ids).size);
    for (const id of [...knowledge.ontology.classes.keys(), ...knowledge.ontology.relations.keys()]) expect(ids).toContain(id);
  });

  it("leads nowhere that is not there", () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  it("loads nothing and runs nothing", () => {
    expect(page).not.toMatch(/<script|<img|src=|@import|url\(/);
  });
});
