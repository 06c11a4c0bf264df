import { describe, expect, it } from "vitest";
import { readOntology } from "../../../src/ontology/load.ts";
import { parsePattern } from "../../../src/ontology/patterns.ts";

const HEADER = `@prefix ex: <http://example.org/o#> .
@prefix meta: <https://w3id.org/factloom/meta#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix vann: <http://purl.org/vocab/vann/> .
<http://example.org/o> a owl:Ontology ; vann:preferredNamespacePrefix "ex" ; vann:preferredNamespaceUri "http://example.org/o#" .
ex:Farm a owl:Class ; rdfs:label "farm" .
ex:Town a owl:Class ; rdfs:label "town" .
ex:sells a owl:ObjectProperty ; rdfs:label "sells" ; rdfs:domain ex:Farm ; rdfs:range ex:Town .
`;
const FIRST_LINE = HEADER.split("\n").length;
const problemsOf = (...lines: string[]) => readOntology([{ name: "farm.ttl", text: HEADER + lines.join("\n") }]).problems;

describe("readOntology", () => {
  it("finds nothing wrong in a sound ontology", () => {
    expect(
      problemsOf('ex:f a meta:Frame ; meta:expresses ex:sells ; meta:pattern "path: subj verb prep:to" ; meta:triggers "sell" .'),
    ).toEqual([]);
  });

  it.each([
    ["a syntax error", ["ex:Barn a owl:Class ;", '  rdfs:label "barn .'], "ontology-syntax", /./],
    [
      "an unknown parent",
      ['ex:Barn a owl:Class ; rdfs:label "barn" ; rdfs:subClassOf ex:Farmm .'],
      "ontology-class",
      /unknown class "Farmm"/,
    ],
    ["a missing label", ["ex:Barn a owl:Class ."], "ontology-label", /"Barn" has no label/],
    [
      "an unknown domain",
      ['ex:buys a owl:ObjectProperty ; rdfs:label "buys" ; rdfs:domain ex:Fram ; rdfs:range ex:Town .'],
      "ontology-class",
      /unknown class "Fram"/,
    ],
    [
      "a relation without a domain",
      ['ex:buys a owl:ObjectProperty ; rdfs:label "buys" ; rdfs:range ex:Town .'],
      "ontology-relation",
      /has no domain/,
    ],
    [
      "an unknown object kind",
      ['ex:buys a owl:ObjectProperty ; rdfs:label "buys" ; rdfs:domain ex:Farm ; rdfs:range ex:Town ; meta:objectKind "amonut" .'],
      "ontology-relation",
      /amonut/,
    ],
    [
      "a frame without a relation",
      ['ex:f a meta:Frame ; meta:pattern "path: subj verb obj" ; meta:triggers "sell" .'],
      "ontology-frame",
      /expresses no relation/,
    ],
    [
      "a frame of an unknown relation",
      ['ex:f a meta:Frame ; meta:expresses ex:selz ; meta:pattern "path: subj verb obj" ; meta:triggers "sell" .'],
      "ontology-frame",
      /unknown relation "selz"/,
    ],
    ["a frame without a pattern", ['ex:f a meta:Frame ; meta:expresses ex:sells ; meta:triggers "sell" .'], "ontology-frame", /no pattern/],
    [
      "a frame without a trigger",
      ['ex:f a meta:Frame ; meta:expresses ex:sells ; meta:pattern "path: subj verb obj" .'],
      "ontology-frame",
      /no trigger/,
    ],
    [
      "a pattern that cannot be read",
      ['ex:f a meta:Frame ; meta:expresses ex:sells ; meta:pattern "path: subj verb objj" ; meta:triggers "sell" .'],
      "ontology-frame",
      /no role "objj"/,
    ],
    [
      "an unknown class in a frame",
      [
        'ex:f a meta:Frame ; meta:expresses ex:sells ; meta:pattern "path: subj verb obj" ; meta:triggers "sell" ; meta:objectClass ex:Twon .',
      ],
      "ontology-class",
      /unknown class "Twon"/,
    ],
    [
      "an unknown way to accept objects",
      ['ex:f a meta:Frame ; meta:expresses ex:sells ; meta:pattern "path: subj verb obj" ; meta:triggers "sell" ; meta:accepts "nmaes" .'],
      "ontology-frame",
      /accepts "nmaes"/,
    ],
  ] as const)("names %s with its file and line", (_name, lines, code, message) => {
    const problem = problemsOf(...lines).find((one) => one.code === code);
    expect(problem).toMatchObject({ level: "error", code, file: "farm.ttl" });
    expect(problem?.message).toMatch(message);
    expect(problem?.line).toBeGreaterThanOrEqual(FIRST_LINE);
    expect(problem?.line).toBeLessThanOrEqual(FIRST_LINE + lines.length);
  });

  it("says which name was probably meant", () => {
    expect(problemsOf('ex:Barn a owl:Class ; rdfs:label "barn" ; rdfs:subClassOf ex:Farmm .')[0]?.hint).toBe('did you mean "Farm"?');
  });

  it("breaks a circle of classes and names it", () => {
    const found = problemsOf(
      'ex:A a owl:Class ; rdfs:label "a" ; rdfs:subClassOf ex:B .',
      'ex:B a owl:Class ; rdfs:label "b" ; rdfs:subClassOf ex:A .',
    );
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining("in a circle")]);
  });
});

describe("parsePattern", () => {
  it("reads a path with a condition", () => {
    expect(parsePattern("path: subj verb prep:in where obj is stake|share")).toEqual({
      kind: "path",
      subject: "subj",
      pos: "verb",
      object: "prep:in",
      conditions: [{ role: "obj", isNot: false, words: ["stake", "share"] }],
    });
  });

  it("reads words outwards from the trigger", () => {
    expect(parsePattern("words: [s] ,? T of [o]")).toEqual({
      kind: "words",
      subject: null,
      left: [
        { type: "word", words: [","], optional: true },
        { type: "slot", slot: "subject" },
      ],
      right: [
        { type: "word", words: ["of"], optional: false },
        { type: "slot", slot: "object" },
      ],
    });
  });

  it.each([
    ["subj verb obj", /must start with/],
    ["path: subj verb", /a path has/],
    ["path: subj noun prep:", /no role/],
    ["path: subj thing obj", /none of verb/],
    ["path: subj verb obj where obj stake", /a condition reads/],
    ["words: [s] of [o]", /exactly one T/],
    ["words: [s] T [s]", /one \[s\]/],
  ])("says what is wrong with %s", (text, message) => {
    expect(parsePattern(text)).toMatch(message);
  });
});
