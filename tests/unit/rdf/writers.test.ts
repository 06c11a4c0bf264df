import fc from "fast-check";
import jsonld from "jsonld";
import { parse } from "oxigraph";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../../src/problem.ts";
import { writeJsonLd } from "../../../src/rdf/jsonld.ts";
import { writeNQuads } from "../../../src/rdf/lines.ts";
import { writeTriG, writeTurtle } from "../../../src/rdf/pretty.ts";
import { iri, literal, type Quad } from "../../../src/rdf/quad.ts";
import { writeRdfXml } from "../../../src/rdf/rdfxml.ts";
import { XSD } from "../../../src/rdf/terms.ts";
import { canonical, readWithN3, type TermQuad, toQuad } from "../../conformance/rdfjs.ts";

const AWKWARD = [
  '"',
  "\\",
  "\n",
  "\r",
  "\t",
  "\u0000",
  "\u0007",
  "\u001b",
  "\u007f",
  "\u202e",
  "\u2028",
  "\ufffe",
  "\ufeff",
  "]]>",
  "--",
  "<!--",
  "&amp;",
  "<",
  "😀",
  "𐍈",
  "\ud800",
  "\udc00",
  "é",
  "'''",
  '"""',
  "%",
  " ",
  ".",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 6 })
  .map((parts) => parts.join(""));
const name = text.map((part) => iri(`http://e/${part}`));
const object = fc.oneof(
  name,
  text.map((part) => literal(part)),
  text.map((part) => literal(part, "http://e/type")),
  text.map((part) => ({ ...literal(part), language: "en-gb" })),
  fc.constantFrom("1", "1.0", ".5", "-0", "true", "1e3", "").map((part) => literal(part, `${XSD}decimal`)),
);
const dataset = fc.array(
  fc.record({
    subject: name,
    predicate: fc.constantFrom("http://e/p", "http://e/o#q", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
    object,
    graph: fc.constantFrom("", "http://e/g", "http://e/h"),
  }),
  { maxLength: 12 },
) as fc.Arbitrary<Quad[]>;
const typesAreIris = (quads: readonly Quad[]): Quad[] =>
  quads.filter((quad) => !quad.predicate.endsWith("type") || typeof quad.object === "string");
const prefixes = new Map([
  ["e", "http://e/"],
  ["o", "http://e/o#"],
]);
const join = (parts: Iterable<string>): string => [...parts].join("");
const union = (quads: readonly Quad[]): string => canonical(quads.map((quad) => ({ ...quad, graph: "" })));
const withOxigraph = (written: string, format: string): string =>
  canonical(parse(written, { format }).map((quad) => toQuad(quad as unknown as TermQuad)));

describe("whatever the characters", () => {
  test("N-Quads, TriG and Turtle come back as they were", () => {
    fc.assert(
      fc.property(dataset, (quads) => {
        expect(canonical(readWithN3(join(writeNQuads(quads)), "N-Quads"))).toBe(canonical(quads));
        const trig = join(writeTriG(quads, { prefixes }));
        expect(canonical(readWithN3(trig, "application/trig"))).toBe(canonical(quads));
        expect(withOxigraph(trig, "application/trig")).toBe(canonical(quads));
        expect(withOxigraph(join(writeTurtle(quads, { prefixes })), "text/turtle")).toBe(union(quads));
        expect(join(writeTriG([...quads].reverse(), { prefixes }))).toBe(trig);
      }),
    );
  });

  test("JSON-LD comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(dataset.map(typesAreIris), async (quads) => {
        const terms = [
          { name: "p", iri: "http://e/p", type: null },
          { name: "q", iri: "http://e/o#q", type: "@id" },
        ];
        const written = JSON.parse(join(writeJsonLd(quads, { prefixes, terms })));
        const read = String(await jsonld.toRDF(written, { format: "application/n-quads" }));
        expect(canonical(readWithN3(read, "N-Quads"))).toBe(union(quads));
      }),
      { numRuns: 50 },
    );
  });

  test("RDF/XML comes back as it was, or says what it could not hold", () => {
    fc.assert(
      fc.property(dataset.map(typesAreIris), (quads) => {
        const problems: Problem[] = [];
        const written = join(writeRdfXml(quads, { prefixes, report: (problem) => problems.push(problem) }));
        const read = withOxigraph(written, "application/rdf+xml");
        if (problems.length === 0) expect(read).toBe(union(quads));
        else expect(problems.every(({ code }) => code === "export-character")).toBe(true);
      }),
    );
  });
});

describe("the writers", () => {
  const quad = (subject: string, predicate: string, value: string): Quad => ({ subject, predicate, object: literal(value), graph: "" });

  test("name only the prefixes they use", () => {
    const written = join(writeTurtle([quad("http://e/a", "http://e/b", "c")], { prefixes: [...prefixes, ["x", "http://x/"]] }));
    expect(written).toBe('@prefix e: <http://e/> .\n\ne:a e:b "c" .\n');
  });

  test("shorten up to the last # of a known namespace, or else up to the last /, and only names that every reader takes", () => {
    const shortened = {
      "http://e/a": "e:a",
      "http://e/a#b.c~d": "e:a\\#b\\.c\\~d",
      "http://e/o#q": "o:q",
      "http://e/o#q#r": "e:o\\#q\\#r",
      "http://e/%20": "<http://e/%20>",
      "http://e/a%20": "e:a%20",
      "http://e/o#": "<http://e/o#>",
      "http://e/o#-q": "<http://e/o#-q>",
      "http://e/o#a/b": "<http://e/o#a/b>",
      "http://e/a/b": "<http://e/a/b>",
      "http://e/é": "<http://e/é>",
      "http://e/": "<http://e/>",
    };
    for (const [whole, short] of Object.entries(shortened)) {
      const written = join(writeTurtle([quad(whole, "http://f/p", "v")], { prefixes }));
      expect(written.split("\n").at(-2)).toBe(`${short} <http://f/p> "v" .`);
      expect(written.includes("@prefix")).toBe(!short.startsWith("<"));
    }
  });

  test("write one subject once in each of its graphs, the type first, triple terms shortened", () => {
    const term = {
      subject: "http://e/s",
      predicate: "http://e/o#q",
      object: { subject: "http://e/s", predicate: "http://f/p", object: "http://e/x" },
    };
    const quads: Quad[] = [
      { subject: "http://e/s", predicate: "http://e/p", object: term, graph: "http://e/g" },
      { subject: "http://e/s", predicate: "http://e/p", object: "http://e/x", graph: "" },
      { subject: "http://e/s", predicate: "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", object: "http://e/T", graph: "http://e/g" },
      { subject: "http://e/s", predicate: "http://e/p", object: "http://e/x", graph: "" },
    ];
    expect(join(writeTriG(quads, { prefixes, rdf12: true }))).toBe(
      'VERSION "1.2"\n@prefix e: <http://e/> .\n@prefix o: <http://e/o#> .\n\ne:s e:p e:x .\n\ne:g {\n' +
        "\n  e:s a e:T ;\n    e:p <<( e:s o:q <<( e:s <http://f/p> e:x )>> )>> .\n}\n",
    );
  });

  test("leave a property out of RDF/XML whose IRI ends in no name, and say so", () => {
    const problems: Problem[] = [];
    const written = join(writeRdfXml([quad("http://e/a", "http://e/1", "c")], { prefixes, report: (problem) => problems.push(problem) }));
    expect(written).not.toContain("c<");
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("<http://e/1>")]);
  });

  test("order lines by code points, as `LC_ALL=C sort` does", () => {
    const lines = join(writeNQuads([quad("http://e/a", "http://e/b", "😀"), quad("http://e/a", "http://e/b", "\uffee")])).split("\n");
    expect(lines[0]).toContain("\uffee");
    expect(lines[1]).toContain("😀");
  });

  test("order many lines alike, and leave repetitions out", () => {
    // Alike at the start, ends of each other, characters of one to four bytes, below and above the brackets.
    const ends = ["", "#", "!", "~", "ÿ", "\uffee", "😀", "a", "b", "z", "~z", 'ÿ"', "long-and-alike", "long-and-alike#part"];
    const many = fc.array(fc.tuple(fc.constantFrom(...ends), fc.constantFrom(...ends), fc.constantFrom(...ends)), {
      minLength: 50,
      maxLength: 300,
      size: "max",
    });
    fc.assert(
      fc.property(many, (parts) => {
        const quads = parts.map(([a, b, c]) => quad(iri(`http://e/${a}${b}`), iri(`http://e/${c}`), a + c));
        const written = join(writeNQuads([...quads, ...quads.slice(0, 5)]));
        const lines = written.split("\n").filter((line) => line !== "");
        const sorted = lines.map((line) => Buffer.from(line)).sort(Buffer.compare);
        expect(lines).toEqual(sorted.map(String));
        expect(new Set(lines).size).toBe(lines.length);
        expect(canonical(readWithN3(written, "N-Quads"))).toBe(canonical(quads));
      }),
      { numRuns: 100 },
    );
  });

  test("nest the parts of a thing in JSON-LD, each once", () => {
    const link = (subject: string, part: string): Quad => ({ subject, predicate: "http://e/p", object: part, graph: "" });
    const quads = [
      link("http://e/a", "http://e/a#x"),
      link("http://e/a#x", "http://e/a#y"),
      link("http://e/b", "http://e/a#y"),
      quad("http://e/a#y", "http://e/p", "end"),
    ];
    expect(JSON.parse(join(writeJsonLd(quads, { prefixes, terms: [] })))["@graph"]).toEqual([
      { id: "e:a", "e:p": { id: "e:a#x", "e:p": { id: "e:a#y", "e:p": "end" } } },
      { id: "e:b", "e:p": { id: "e:a#y" } },
    ]);
  });
});
