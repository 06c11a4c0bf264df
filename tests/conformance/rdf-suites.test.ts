// The W3C Turtle and TriG suites through our writers: a document read by n3, written by us and read again holds the same quads.
// The suites lie beside the project (../shared/conformance/rdf) and are not part of it; without them this says so and tests nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { writeTriG, writeTurtle } from "../../src/rdf/pretty.ts";
import { isTripleTerm, type ObjectTerm, type Quad } from "../../src/rdf/quad.ts";
import { COMMON_PREFIXES } from "../../src/rdf/terms.ts";
import { canonical, readWithN3 } from "./rdfjs.ts";

const ROOT = resolve(process.env.FACTLOOM_CONFORMANCE ?? "../shared/conformance", "rdf");
const BASE = "http://www.w3.org/2013/TurtleTests/";
const PREFIXES: readonly (readonly [string, string])[] = [
  ...COMMON_PREFIXES,
  ["w", BASE],
  ["p", "http://a.example/"],
  ["e", "http://example.org/ns#"],
];

function documents(): string[] {
  if (!existsSync(ROOT)) return [];
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ttl|trig)$/.test(name) && !/manifest/.test(name))
    .sort();
}

/** Null for documents that are wrong on purpose. */
function read(file: string): Quad[] | null {
  const text = readFileSync(join(ROOT, file), "utf8");
  try {
    return readWithN3(text, file.endsWith(".ttl") ? "text/turtle" : "application/trig", BASE + file.split("/").at(-1));
  } catch {
    return null; // A negative test: there is nothing to write.
  }
}

const hasTripleTerm = (object: ObjectTerm): boolean => isTripleTerm(object);

describe("the W3C Turtle and TriG suites", () => {
  const files = documents();
  if (files.length === 0) console.log(`The W3C suites are not at ${ROOT}: no round trip was tried.`);

  test.skipIf(files.length === 0)("come back from our writers unchanged", () => {
    const lost: string[] = [];
    let documentsRead = 0;
    let quadsRead = 0;
    for (const file of files) {
      const quads = read(file);
      // A base direction is RDF 1.2 and not part of our literals.
      if (quads === null || /--(ltr|rtl)/.test(readFileSync(join(ROOT, file), "utf8"))) continue;
      documentsRead += 1;
      quadsRead += quads.length;
      const rdf12 = quads.some(({ object }) => hasTripleTerm(object));
      const turtle = file.endsWith(".ttl");
      const written = [...(turtle ? writeTurtle : writeTriG)(quads, { prefixes: PREFIXES, rdf12 })].join("");
      const again = readWithN3(written, turtle ? "text/turtle" : "application/trig");
      const same = canonical(again) === canonical(quads);
      const stable = [...(turtle ? writeTurtle : writeTriG)([...quads].reverse(), { prefixes: PREFIXES, rdf12 })].join("") === written;
      if (!same || !stable) lost.push(file);
    }
    console.log(
      `W3C Turtle and TriG: ${documentsRead} documents with ${quadsRead} quads written and read again, ${lost.length} lost something`,
    );
    expect(lost).toEqual([]);
    expect(documentsRead).toBeGreaterThan(400);
  });
});
