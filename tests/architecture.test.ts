// The laws of the tree, held by reading it: imports go one way, src names no term of the domain, each library has one importer, files stay short.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { loadOntology } from "../src/ontology/load.ts";

/** Left to right: a folder may import itself and what stands before it. `.` is the files of src itself. */
const ORDER = [
  "problem",
  "rdf",
  "ontology",
  "text",
  "language",
  "mentions",
  "facts",
  "graph",
  "exports",
  "serve",
  "pipeline",
  "commands",
  "cli",
];
/** Longest file; a longer one needs its reason here. */
const MAX_LINES = 300;
const LONGER: Readonly<Record<string, string>> = {};
/** Entry points and tools beside the flow. */
const OUTSIDE = /^src\/(?:training\/|index\.ts|factloom\.mjs)/;

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => join("src", name))
  .filter((name) => name.endsWith(".ts"))
  .sort();
const text = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const imports = (file: string): string[] =>
  [...(text.get(file) ?? "").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name = ""]) => name);

/** The stage a file belongs to: its folder, or its own name for the files of src itself. */
function stage(file: string): string {
  const [first = "", second] = relative("src", file).split("/");
  return second === undefined ? first.replace(/\.ts$/, "") : first;
}

/** Files that the one-importer rule counts: a type-only name from a library is allowed anywhere. */
const library = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

/** Local names of schema.org that these files write about an article's source, and that the domain happens to share. */
const BORROWED: ReadonlySet<string> = new Set([
  "src/graph/source-quads.ts Organization",
  "src/graph/source-quads.ts Person",
  "src/serve/pages.ts Organization",
]);

describe("the tree", () => {
  it("imports in one direction", () => {
    const wrong: string[] = [];
    for (const file of files) {
      if (OUTSIDE.test(file)) continue;
      for (const name of imports(file).filter((one) => one.startsWith("."))) {
        const target = join(dirname(file), name);
        if (!target.startsWith("src/")) continue;
        const [from, to] = [ORDER.indexOf(stage(file)), ORDER.indexOf(stage(target))];
        if (from < 0 || to < 0 || to > from) wrong.push(`${file} imports ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("has one importer for each library", () => {
    const importers = new Map<string, Set<string>>();
    for (const file of files)
      for (const name of imports(file)) {
        if (name.startsWith(".") || name.startsWith("node:")) continue;
        importers.set(library(name), (importers.get(library(name)) ?? new Set()).add(file));
      }
    expect([...importers].filter(([, by]) => by.size > 1).map(([name, by]) => `${name}: ${[...by].join(", ")}`)).toEqual([]);
  });

  it("names no class or relation of the domain in src", () => {
    const { ontology } = loadOntology();
    const terms = [...ontology.classes.keys(), ...ontology.relations.keys()];
    const wrong: string[] = [];
    for (const [file, whole] of text) {
      const source = whole.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      // Quoted exactly, or after the ontology's prefix: that is how code would name a term.
      for (const term of terms)
        if (new RegExp(`["'\`](?:fl:)?${term}["'\`]|\\bfl:${term}\\b`).test(source) && !BORROWED.has(`${file} ${term}`))
          wrong.push(`${file} names "${term}"`);
    }
    expect(wrong).toEqual([]);
  });

  it("keeps files short", () => {
    const long = [...text]
      .filter(([file, source]) => source.split("\n").length > MAX_LINES && LONGER[file] === undefined)
      .map(([file]) => file);
    expect(long).toEqual([]);
  });

  it("opens every file with a comment that says what it is", () => {
    expect([...text].filter(([, source]) => !/^(?:#!.*\n)?\/[/*]/.test(source)).map(([file]) => file)).toEqual([]);
  });
});
