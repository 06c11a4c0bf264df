import { describe, expect, it } from "vitest";
import { infer } from "../../../src/graph/infer.ts";
import { generalRules, loadRules } from "../../../src/graph/rules.ts";
import { ORG, RDF, SCHEMA } from "../../../src/rdf/terms.ts";
import { BASE, FACTS, ONTOLOGY, world } from "./world.ts";

const knowledge = world();
const find = (subject: string, relation: string, object: string) =>
  knowledge.inferred.find((edge) => edge.subject === subject && edge.relation === relation && edge.object === object);
const entails = (subject: string, predicate: string, object: string): boolean =>
  knowledge.entailed.some((one) => one.subject === subject && one.predicate === predicate && one.object === object);

describe("infer", () => {
  it("bases a company of Paris in France, with every premise named", () => {
    const edge = find("zorblat", "basedIn", "france");
    expect(edge?.rule).toBe("seat-in-larger-place");
    expect(edge?.premises).toEqual(knowledge.claims.filter((claim) => claim.relation === "basedIn").map((claim) => claim.id));
    const located = find("paris", "locatedIn", "france");
    expect(located?.rule).toBe("rdfs-subproperty");
    expect(located?.links).toHaveLength(1);
    expect(edge?.through).toEqual([located?.id]);
  });

  it("gives a ministry's policy the jurisdiction of the ministry", () => {
    expect(find("fog-act", "jurisdiction", "france")?.rule).toBe("jurisdiction-of-issuer");
  });

  it("turns a symmetric relation round", () => {
    expect(find("quon", "partnerOf", "zorblat")?.rule).toBe("owl-symmetric");
  });

  it("infers nothing from a plan", () => {
    expect(knowledge.inferred.filter((edge) => edge.relation === "acquired")).toEqual([]);
  });

  it("never repeats what is known", () => {
    const claimed = new Set(knowledge.claims.map((claim) => JSON.stringify([claim.subject, claim.relation, claim.object])));
    expect(knowledge.inferred.filter((edge) => claimed.has(JSON.stringify([edge.subject, edge.relation, edge.object])))).toEqual([]);
  });

  it("entails wider classes, borrowed properties and memberships with their time", () => {
    expect(entails(`${BASE}entity/zorblat`, `${RDF}type`, `${SCHEMA}Corporation`)).toBe(true);
    expect(entails(`${BASE}entity/zorblat`, `${RDF}type`, `${ONTOLOGY.namespace}Organization`)).toBe(true);
    expect(entails(`${BASE}entity/zorblat`, `${ORG}hasMember`, `${BASE}entity/ada-quill`)).toBe(true);
    const membership = knowledge.entailed.find((one) => one.predicate === `${ORG}member`)?.subject;
    expect(knowledge.entailed.filter((one) => one.subject === membership).map((one) => one.object)).toContainEqual({
      value: "2021",
      datatype: "http://www.w3.org/2001/XMLSchema#gYear",
      language: "",
    });
  });

  it("gives the same for rules and facts in any order", () => {
    const backwards = world([...FACTS].reverse());
    expect(backwards.inferred).toEqual(knowledge.inferred);
    expect(backwards.entailed).toEqual(knowledge.entailed);
  });

  it("names a rule that is no update and applies the others", () => {
    const { inferred, problems } = infer(knowledge, [{ name: "bad", text: "INSERT {" }, ...generalRules()]);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([["rule-syntax", "rules/bad.ru"]]);
    expect(inferred.length).toBeGreaterThan(0);
  });

  it("stops a rule that makes new statements for ever", () => {
    const text = `INSERT { GRAPH <graph/entailed> { ?s <count> ?next } } WHERE {
      { SELECT ?s (MAX(?n) AS ?last) { ?s <count> ?n } GROUP BY ?s } BIND(?last + 1 AS ?next) } ;
      INSERT { GRAPH <graph/entailed> { <a> <count> 1 } } WHERE {}`;
    expect(infer(knowledge, [{ name: "endless", text }]).problems.map((problem) => problem.code)).toEqual(["rule-endless"]);
  });

  it("describes each rule in its first line", () => {
    for (const { name, text } of loadRules()) expect(text, name).toMatch(/^# [A-Z].*\.$/m);
  });
});
