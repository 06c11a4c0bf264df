import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MultiGraph } from "graphology";
import { parse } from "graphology-gexf";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { gexf } from "../../../src/exports/gexf.ts";
import { graphml } from "../../../src/exports/graphml.ts";
import { propertyGraph } from "../../../src/exports/property-graph.ts";
import type { Fact } from "../../../src/facts/fact.ts";
import type { Knowledge } from "../../../src/graph/knowledge.ts";
import { fixture } from "./fixture.ts";

const options = { rdf12: false, nanopub: false, report: () => undefined };
const small = fixture();
const withTimes = (...times: Fact["time"][]): Knowledge => {
  const facts = times.map((time, index) => ({ ...(small.facts[0] as Fact), id: `f${index}`, time }));
  const claims = small.claims.map((claim) => ({ ...claim, facts: facts.map((fact) => fact.id) }));
  return { ...small, facts, claims };
};
const time = (kind: "at" | "since" | "until" | "by" | "during", value: string | null, end?: string): Fact["time"] => ({
  ...{ kind, value, mention: "then", span: [0, 4] as const },
  ...(end === undefined ? {} : { end }),
});

describe("the property graph", () => {
  test.each([
    ["a year", [time("since", "2019")], "2019-01-01", ""],
    ["a month's end in a leap year", [time("until", "2024-02")], "", "2024-02-29"],
    [
      "the earliest beginning and the latest end",
      [time("since", "2021-03"), time("at", "2020-05-06"), time("until", "2022")],
      "2020-05-06",
      "2022-12-31",
    ],
    ["an interval", [time("during", "2020", "2021")], "2020-01-01", "2021-12-31"],
    ["what is due", [time("by", "2030")], "", ""],
    ["what is not resolved", [time("at", null), null], "", ""],
    ["an end before the beginning", [time("since", "2022"), time("until", "2020")], "2022-01-01", ""],
  ])("gives the days of validity of %s", (_, times, start, end) => {
    expect(propertyGraph(withTimes(...times)).edges[0]).toMatchObject({ start, end });
  });

  test("keeps amounts on their node and weighs edges by sentences", () => {
    const { edges } = propertyGraph(withTimes(null, null, null));
    expect(edges[0]).toMatchObject({ weight: 3, sentences: expect.arrayContaining([small.facts[0]?.evidence.quote]) });
  });
});

describe("GEXF", () => {
  test("brings lists with commas, quotes and backslashes back through graphology-gexf", () => {
    const aliases = ["a, b", 'say "c"', "d\\e", "f|g", "h\ni", "[j]"];
    const knowledge: Knowledge = { ...small, entities: small.entities.map((entity) => ({ ...entity, aliases })) };
    const graph = parse(MultiGraph, [...gexf.write(knowledge, options)].join(""), { addMissingNodes: false });
    expect(graph.order).toBe(knowledge.entities.length);
    expect([...(graph.getNodeAttribute("quon", "aliases") as string[])].sort()).toEqual([...aliases].sort());
    const [edge = ""] = graph.edges();
    expect(graph.getEdgeAttribute(edge, "sentences")).toEqual([small.facts[0]?.evidence.quote]);
    expect(graph.isUndirected(edge)).toBe(true);
    expect(graph.getNodeAttribute("quon", "color")).toBe("rgb(51,102,153)");
  });
});

describe("GraphML", () => {
  test("declares every key that it uses, and holds text as it was", () => {
    const text = [...graphml.write(small, options)].join("");
    const declared = new Set([...text.matchAll(/<key id="([^"]+)"/g)].map((match) => match[1]));
    const used = new Set([...text.matchAll(/<data key="([^"]+)"/g)].map((match) => match[1]));
    expect([...used].filter((key) => !declared.has(key))).toEqual([]);
    const document = new DOMParser().parseFromString(text, "text/xml");
    const sentences = document.querySelector('data[key="edge-sentences"]')?.textContent ?? "";
    expect(JSON.parse(sentences)).toEqual([small.facts[0]?.evidence.quote]);
  });
});

describe("xmllint", () => {
  const schemas = resolve(process.env.FACTLOOM_CONFORMANCE ?? "../shared/conformance");
  const ready = spawnSync("xmllint", ["--version"]).status === 0 && existsSync(schemas);
  if (!ready) console.log("xmllint or the schemas are missing: GEXF and GraphML are not validated.");

  test.skipIf(!ready).each([
    ["GEXF by the RELAX NG of 1.3", gexf, ["--relaxng", join(schemas, "gexf/gexf.rng")]],
    ["GraphML by its schema", graphml, ["--schema", join(schemas, "graphml/graphml.xsd")]],
  ] as const)("accepts %s", (_, exporter, schema) => {
    const folder = mkdtempSync(join(tmpdir(), "factloom-xml-"));
    const file = join(folder, "graph.xml");
    writeFileSync(file, [...exporter.write(withTimes(time("since", "2019"), time("until", "2020-02-03")), options)].join(""));
    const run = spawnSync("xmllint", ["--noout", "--nonet", ...schema, file], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(run.status, run.stderr).toBe(0);
  });
});
