// The ontology as a published vocabulary: its shapes, its cycles, and whether every borrowed term exists.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { quads } from "../../../src/graph/dataset.ts";
import { generalRules, loadRules } from "../../../src/graph/rules.ts";
import { validate } from "../../../src/graph/shacl.ts";
import { generatedShapes, shapesOf, VOCABULARY_SHAPES } from "../../../src/graph/shapes.ts";
import { loadOntology } from "../../../src/ontology/load.ts";
import { META, OWL, RDF, RDFS, SKOS } from "../../../src/rdf/terms.ts";
import { parseTurtle, readDataset, type Triple } from "../../../src/rdf/turtle.ts";
import { world } from "../graph/world.ts";

const { ontology, problems } = loadOntology();
const shapes = ontology.files.find(({ name }) => name === VOCABULARY_SHAPES)?.text ?? "";
const published = ontology.files.filter(({ name }) => !/^(shapes|frames)\//.test(name));
const triples: readonly Triple[] = published.flatMap(({ text }) => parseTurtle(text).triples);
const check = async (text: string) =>
  (await validate(readDataset(text, { format: "Turtle" }), readDataset(shapes, { format: "Turtle" }))).map(
    ({ focus, message }) => `${focus}: ${message}`,
  );
const OWN = [ontology.namespace, META];
const isOwn = (iri: string): boolean => OWN.some((namespace) => iri.startsWith(namespace));

describe("the ontology", () => {
  it("loads without a problem", () => {
    expect(problems).toEqual([]);
  });

  it("keeps its own shapes (OOPS!, FOOPS!, LOV, qSKOS re-stated)", async () => {
    expect(await check(published.map(({ text }) => text).join("\n"))).toEqual([]);
  });

  it.each([
    ["no comment", "rdfs:comment", "P08"],
    ["no definition's ontology", "rdfs:isDefinedBy", "VOC"],
    ["no example", "skos:example", "example"],
  ])("would be told of a class with %s", async (_name, property, expected) => {
    const broken = published.map(({ text }) => text.replace(new RegExp(`(fl:Chip a owl:Class(?:.|\\n)*?)  ${property} .*\\n`), "$1"));
    const found = await check(broken.join("\n"));
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toMatch(new RegExp(`Chip: .*${expected}`));
  });

  it("would be told of two domains", async () => {
    const found = await check(`${published.map(({ text }) => text).join("\n")}\nfl:listedOn rdfs:domain fl:Person .`);
    expect(found).toEqual([expect.stringContaining("P19")]);
  });

  it.each([
    ["classes", `${RDFS}subClassOf`],
    ["properties", `${RDFS}subPropertyOf`],
    ["concepts", `${SKOS}broader`],
  ])("has no cycle of %s (P06)", (_name, predicate) => {
    const up = new Map<string, string[]>();
    for (const one of triples) if (one.predicate === predicate) up.set(one.subject, [...(up.get(one.subject) ?? []), one.object]);
    const reaches = (from: string, to: string, seen: Set<string>): boolean =>
      (up.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
    expect([...up.keys()].filter((term) => reaches(term, term, new Set()))).toEqual([]);
  });

  it("stays in OWL 2 RL: no anonymous class, no restriction, no sameAs", () => {
    expect(triples.filter((one) => one.subject.startsWith("_:") || (one.datatype === null && one.object.startsWith("_:")))).toEqual([]);
    expect(triples.filter((one) => [`${OWL}sameAs`, `${OWL}equivalentClass`, `${OWL}onProperty`].includes(one.predicate))).toEqual([]);
  });

  it("states broader and narrower both ways", () => {
    const pairs = (predicate: string) => triples.filter((one) => one.predicate === predicate);
    const narrower = new Set(pairs(`${SKOS}narrower`).map((one) => `${one.object} ${one.subject}`));
    expect(
      pairs(`${SKOS}broader`)
        .map((one) => `${one.subject} ${one.object}`)
        .sort(),
    ).toEqual([...narrower].sort());
  });

  it("uses no own term that it does not declare", () => {
    const declared = new Set(triples.filter((one) => one.predicate === `${RDF}type`).map((one) => one.subject));
    const all = ontology.files.filter(({ name }) => !name.startsWith("shapes/")).flatMap(({ text }) => parseTurtle(text).triples);
    const used = all.flatMap((one) => [one.predicate, ...(one.datatype === null ? [one.object] : [])]).filter(isOwn);
    expect([...new Set(used.filter((iri) => !declared.has(iri)))]).toEqual([]);
  });
});

describe("the data", () => {
  it("uses no own term that the ontology does not declare", () => {
    const declared = new Set(triples.filter((one) => one.predicate === `${RDF}type`).map((one) => one.subject));
    const knowledge = world();
    const used = [...quads(knowledge, { rdf12: false, nanopub: false })].filter((quad) => !quad.graph.endsWith("/graph/ontology"));
    const terms = used.flatMap((quad) => [quad.predicate, ...(quad.predicate === `${RDF}type` ? [String(quad.object)] : [])]);
    expect([...new Set(terms.filter((iri) => isOwn(iri) && !declared.has(iri)))]).toEqual([]);
  });
});

describe("borrowed terms", () => {
  const known = new Set(
    readFileSync(new URL("borrowed-terms.txt", import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#")),
  );
  const isBorrowed = (iri: string): boolean =>
    /^(http:\/\/schema\.org\/|http:\/\/www\.w3\.org\/(ns|2004|2003|2002|2000|1999)\/|http:\/\/purl\.org\/(dc|vocab)|http:\/\/rdfs\.org|http:\/\/www\.nanopub\.org)/.test(
      iri,
    );
  const expectKnown = (iris: readonly string[]): void => {
    const borrowed = [...new Set(iris.filter(isBorrowed))];
    expect(borrowed.length).toBeGreaterThan(5);
    expect(borrowed.filter((iri) => !known.has(iri)).sort()).toEqual([]);
  };

  it("of the ontology exist in their vocabularies", () => {
    expectKnown(triples.flatMap((one) => [one.predicate, ...(one.datatype === null ? [one.object] : [])]));
  });

  it("of the data exist in their vocabularies", () => {
    const all = [...quads(world(), { rdf12: true, nanopub: true })];
    expectKnown(all.flatMap(({ predicate, object }) => [predicate, ...(typeof object === "string" ? [object] : [])]));
  });

  it("of shapes and rules exist in their vocabularies", () => {
    const iris = (text: string): string[] =>
      parseTurtle(text).triples.flatMap((one) => [one.predicate, ...(one.datatype === null ? [one.object] : [])]);
    expectKnown([...shapesOf(ontology), shapes, generatedShapes(ontology)].flatMap(iris));
    const prefixed = loadRules().flatMap(({ text }) => {
      const prefixes = new Map([...text.matchAll(/PREFIX (\w+): <([^>]+)>/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));
      return [...text.matchAll(/(?<![<\w])(\w+):([\w-]+)/g)].map((match) => (prefixes.get(match[1] ?? "") ?? "") + match[2]);
    });
    expectKnown(prefixed);
    expect(generalRules().length).toBeGreaterThan(5);
  });
});
