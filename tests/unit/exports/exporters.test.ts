import { Parser } from "n3";
import { parse } from "oxigraph";
import { describe, expect, it } from "vitest";
import { EXPORTERS } from "../../../src/exports/table.ts";
import type { Problem } from "../../../src/problem.ts";
import { fixture } from "./fixture.ts";

const problems: Problem[] = [];
const options = { rdf12: false, nanopub: true, report: (problem: Problem) => problems.push(problem) };
const output = (name: string): string =>
  [...(EXPORTERS.find((exporter) => exporter.name === name)?.write(fixture(), options) ?? [])].join("");

describe("exporters", () => {
  it.each(EXPORTERS)("$name writes the same bytes whatever the order", (exporter) => {
    const written = [...exporter.write(fixture(), options)].join("");
    expect(written.length).toBeGreaterThan(20);
    expect([...exporter.write(fixture(["backwards"]), options)].join("")).toBe(written);
  });

  it.each([
    ["trig", "nquads"],
    ["turtle", "ntriples"],
  ])("%s says the same as %s to n3 and oxigraph", (pretty, lines) => {
    const count = output(lines).trim().split("\n").length;
    const format = pretty === "trig" ? "application/trig" : "text/turtle";
    const canonical = (text: string, type: string): string[] => parse(text, { format: type }).map(String).sort();
    expect(new Parser({ format }).parse(output(pretty))).toHaveLength(count);
    expect(canonical(output(pretty), format)).toEqual(
      canonical(output(lines), lines === "nquads" ? "application/n-quads" : "application/n-triples"),
    );
  });

  it("asserts the plain triple of asserted facts alone", () => {
    expect(output("ntriples")).toContain(
      "<https://example.org/entity/zorblat> <https://example.org/o#partnersWith> <https://example.org/entity/quon> .",
    );
    expect(output("ntriples")).not.toContain("<https://example.org/entity/zorblat> <https://example.org/o#raised>");
  });

  it("counts positions in code points", () => {
    expect(output("ntriples")).toMatch(/#start> "10"\^\^/);
  });

  it("guards formulas in CSV and reports what XML cannot hold", () => {
    expect(output("csv-nodes")).toContain("'=Zorblat");
    problems.length = 0;
    expect(output("gexf")).not.toContain("\u0007");
    expect(problems.map((problem) => problem.code)).toContain("export-character");
  });
});
