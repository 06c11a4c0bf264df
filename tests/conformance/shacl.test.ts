// The W3C SHACL core suite through our wrapper; skipped where the suite is not beside the checkout.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DataFactory, type Store } from "n3";
import { describe, expect, it } from "vitest";
import { validate } from "../../src/graph/shacl.ts";
import { RDF } from "../../src/rdf/terms.ts";
import { readDataset } from "../../src/rdf/turtle.ts";

const SUITE = fileURLToPath(new URL("../../../shared/conformance/shacl/core/", import.meta.url));
const SH = "http://www.w3.org/ns/shacl#";
const SHT = "http://www.w3.org/ns/shacl-test#";
const MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const { namedNode } = DataFactory;

type Term = ReturnType<Store["getObjects"]>[number];

const read = (file: string): Store => readDataset(readFileSync(file, "utf8"), { format: "Turtle", base: pathToFileURL(file).href });
const tests = existsSync(SUITE)
  ? readdirSync(SUITE, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ttl"))
      .filter((name) => read(join(SUITE, name)).countQuads(null, null, namedNode(`${SHT}Validate`), null) > 0)
      .sort()
  : [];

/** What the suite wants to agree: focus node, component, and path and value where they have a name. */
function expected(store: Store, entry: Term) {
  const [result] = store.getObjects(entry, namedNode(`${MF}result`), null);
  if (result === undefined) throw new Error("a test without a result");
  return store
    .getObjects(result, namedNode(`${SH}result`), null)
    .map((one) => {
      const first = (name: string): Term | undefined => store.getObjects(one, namedNode(SH + name), null)[0];
      return show(first("focusNode"), first("sourceConstraintComponent")?.value.slice(SH.length), first("value"));
    })
    .sort();
}

const show = (
  focus: { termType: string; value: string } | undefined,
  component: string | undefined,
  value: { termType: string; value: string } | undefined,
) => [nameOf(focus), component, nameOf(value)].join(" | ");
const nameOf = (term: { termType: string; value: string } | undefined): string =>
  term === undefined ? "none" : term.termType === "BlankNode" ? "blank" : term.value;

describe.skipIf(tests.length === 0)("W3C SHACL core", () => {
  it.each(tests)("%s", async (name) => {
    const file = join(SUITE, name);
    const store = read(file);
    const [entry] = store.getSubjects(namedNode(`${RDF}type`), namedNode(`${SHT}Validate`), null);
    if (entry === undefined) throw new Error("no entry");
    const [action] = store.getObjects(entry, namedNode(`${MF}action`), null);
    const graph = (property: string): Store => {
      const address = store.getObjects(action ?? entry, namedNode(SHT + property), null)[0]?.value ?? "";
      const other = address.startsWith("file:") ? fileURLToPath(address) : file;
      return dirname(other) === dirname(file) ? read(existsSync(other) ? other : file) : store;
    };
    const violations = await validate(graph("dataGraph"), graph("shapesGraph"));
    const found = violations.map((one) => [loose(one.focus), one.component, loose(one.value ?? "none")].join(" | "));
    expect(found.sort()).toEqual(expected(store, entry));
  });
});

/** Names of blank nodes differ between readings. */
const loose = (text: string): string => (text.startsWith("_:") ? "blank" : text);
