// Every RDF writer against every reader: all must find the same quads, byte for byte as sorted N-Quads. The libraries always read; foreign
// programs read where they are installed (raptor2-utils, serdi, libapache-jena-java, python3-rdflib, python3-pyld), and are named when not.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jsonld from "jsonld";
import { parse } from "oxigraph";
import { canonize } from "rdf-canonize";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf } from "../../src/exports/context.ts";
import { prefixesOf } from "../../src/exports/prefixes.ts";
import { quads as quadsOf } from "../../src/graph/dataset.ts";
import { writeJsonLd } from "../../src/rdf/jsonld.ts";
import { writeNQuads, writeNTriples } from "../../src/rdf/lines.ts";
import { writeTriG, writeTurtle } from "../../src/rdf/pretty.ts";
import type { Quad } from "../../src/rdf/quad.ts";
import { writeRdfXml } from "../../src/rdf/rdfxml.ts";
import { evidenceQuads } from "../bench/evidence.ts";
import { fixture } from "../unit/exports/fixture.ts";
import { canonical, readWithN3, type TermQuad, toQuad } from "./rdfjs.ts";

/** Without the fixture's bell, which XML cannot hold, and its replaced half of a pair, which Jena warns of: other tests assert those. */
const tame = (quad: Quad): Quad =>
  typeof quad.object !== "string" && "value" in quad.object
    ? { ...quad, object: { ...quad.object, value: quad.object.value.replaceAll("\u0007", "").replaceAll("\uFFFD", "") } }
    : quad;
const knowledge = fixture();
const dataset: readonly Quad[] = [...evidenceQuads(12_000), ...quadsOf(knowledge, { rdf12: false, nanopub: true })].map(tame);
const union = dataset.map((quad) => ({ ...quad, graph: "" }));
const prefixes = prefixesOf(knowledge);
const text = (parts: Iterable<string>): string => [...parts].join("");

const FILES = {
  "a.nq": text(writeNQuads(dataset)),
  "a.trig": text(writeTriG(dataset, { prefixes })),
  "a.nt": text(writeNTriples(dataset)),
  "a.ttl": text(writeTurtle(dataset, { prefixes })),
  "a.rdf": text(writeRdfXml(dataset, { prefixes, report: (problem) => expect.fail(problem.message) })),
  "a.jsonld": text(writeJsonLd(dataset, contextOf(knowledge))),
} as const;
type Name = keyof typeof FILES;
const expected: Readonly<Record<"dataset" | "union", string>> = { dataset: canonical(dataset), union: canonical(union) };
const holdsGraphs = (name: Name): boolean => name === "a.nq" || name === "a.trig";
const meant = (name: Name): string => expected[holdsGraphs(name) ? "dataset" : "union"];
const MEDIA: Readonly<Record<Name, string>> = {
  "a.nq": "application/n-quads",
  "a.trig": "application/trig",
  "a.nt": "application/n-triples",
  "a.ttl": "text/turtle",
  "a.rdf": "application/rdf+xml",
  "a.jsonld": "application/ld+json",
};
const NAMES = Object.keys(FILES) as Name[];

describe("libraries read what was written", () => {
  test.each(NAMES.filter((name) => name !== "a.rdf" && name !== "a.jsonld"))("n3 reads %s", (name) => {
    expect(canonical(readWithN3(FILES[name], MEDIA[name]))).toBe(meant(name));
  });
  test.each(NAMES)("oxigraph reads %s", (name) => {
    expect(canonical(parse(FILES[name], { format: MEDIA[name] }).map((quad) => toQuad(quad as unknown as TermQuad)))).toBe(meant(name));
  });
  test("jsonld.js reads the JSON-LD", async () => {
    const nquads = await jsonld.toRDF(JSON.parse(FILES["a.jsonld"]), { format: "application/n-quads" });
    expect(canonical(readWithN3(String(nquads), "N-Quads"))).toBe(meant("a.jsonld"));
  });
  test("rdf-canonize finds the N-Quads canonical already", async () => {
    const given = await canonize(FILES["a.nq"], {
      algorithm: "RDFC-1.0",
      inputFormat: "application/n-quads",
      format: "application/n-quads",
    });
    expect(given).toBe(FILES["a.nq"]);
  });
  test("the lines are in the order of their bytes", () => {
    const lines = FILES["a.nq"].split("\n").slice(0, -1);
    expect([...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))).toEqual(lines);
  });
});

const PYTHON = "/usr/bin/python3"; // Debian's own: the packages are installed for it.
const RDFLIB = `import sys, rdflib
from rdflib.plugins.serializers.nt import _quoteLiteral
rdflib.NORMALIZE_LITERALS = False
graph = rdflib.ConjunctiveGraph()
graph.parse(sys.argv[1], format=sys.argv[2])
for s, p, o, g in graph.quads((None, None, None, None)):
    name = "" if sys.argv[3] == "union" else " " + g.identifier.n3()
    sys.stdout.write(" ".join([s.n3(), p.n3(), _quoteLiteral(o) if isinstance(o, rdflib.Literal) else o.n3()]) + name + " .\\n")
`;
const PYLD = `import sys, json
from pyld import jsonld
sys.stdout.write(jsonld.to_rdf(json.load(open(sys.argv[1])), {"format": "application/n-quads"}))
`;
const JENA = `J=$(dirname "$(dpkg -L libapache-jena-java | grep '/jena-arq\\.jar$')"); X=$(mktemp -d)
(cd "$X" && unzip -qo "$J/jena-core.jar" 'org/apache/jena/ext/xerces/*' && rm -rf xerces && mv org/apache/jena/ext/xerces xerces)
for jar in jena-cmds jena-arq jena-core jena-base jena-iri jena-shacl jena-shex jena-rdfconnection jena-tdb jena-tdb2 jena-dboe-base \\
  jena-dboe-index jena-dboe-storage jena-dboe-trans-data jena-dboe-transaction xercesImpl xml-apis commons-lang3 commons-cli commons-csv \\
  commons-io commons-codec commons-compress thrift slf4j-api slf4j-nop jcl-over-slf4j httpclient httpcore jsonld-java jackson-core \\
  jackson-databind jackson-annotations guava dexx.collection; do X="$X:$J/$jar.jar"; done
java -cp "$X" riotcmd.riot --syntax="$2" --output=nquads "$1"; code=$?; rm -rf "\${X%%:*}"; exit $code`;

interface Referee {
  readonly name: string;
  /** Exits with 0 where the referee is installed. */
  readonly probe: readonly string[];
  /** Gives N-Quads or N-Triples on standard output. */
  readonly command: (file: string, name: Name) => readonly string[];
  readonly reads: readonly Name[];
}

const RAPPER: Partial<Record<Name, string>> = {
  "a.ttl": "turtle",
  "a.trig": "trig",
  "a.nq": "nquads",
  "a.nt": "ntriples",
  "a.rdf": "rdfxml",
};
const RIOT: Partial<Record<Name, string>> = { "a.ttl": "turtle", "a.trig": "trig", "a.rdf": "rdfxml" };
const OF_RDFLIB: Partial<Record<Name, string>> = { "a.ttl": "turtle", "a.trig": "trig", "a.rdf": "xml", "a.nq": "nquads" };

const REFEREES: readonly Referee[] = [
  {
    name: "rapper",
    probe: ["rapper", "--version"],
    command: (file, name) => ["rapper", "-q", "-i", RAPPER[name] ?? "", "-o", "nquads", file],
    reads: ["a.ttl", "a.trig", "a.nq", "a.nt", "a.rdf"],
  },
  {
    name: "serdi",
    probe: ["serdi", "-v"],
    command: (file, name) => ["serdi", "-i", RAPPER[name] ?? "", "-o", "nquads", file],
    reads: ["a.ttl", "a.trig", "a.nq", "a.nt"],
  },
  {
    name: "Jena riot",
    probe: ["bash", "-c", "command -v java unzip && dpkg -L libapache-jena-java"],
    command: (file, name) => ["bash", "-c", JENA, "riot", file, RIOT[name] ?? ""],
    reads: ["a.ttl", "a.trig", "a.rdf"],
  },
  {
    name: "rdflib",
    probe: [PYTHON, "-c", "import rdflib"],
    command: (file, name) => [PYTHON, "-c", RDFLIB, file, OF_RDFLIB[name] ?? "", holdsGraphs(name) ? "dataset" : "union"],
    reads: ["a.ttl", "a.trig", "a.rdf", "a.nq"],
  },
  { name: "PyLD", probe: [PYTHON, "-c", "import pyld"], command: (file) => [PYTHON, "-c", PYLD, file], reads: ["a.jsonld"] },
];

describe.each(REFEREES)("$name", ({ name: referee, probe, command, reads }) => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "factloom-read-"));
    for (const name of reads) writeFileSync(join(folder, name), FILES[name]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const [program = "", ...rest] = probe;
  const installed = spawnSync(program, rest).status === 0;
  if (!installed) console.log(`${referee} is not installed: ${reads.join(", ")} are not read by it.`);

  test.skipIf(!installed).each(reads)("reads %s", { timeout: 120_000 }, (name) => {
    const [tool = "", ...parameters] = command(join(folder, name), name);
    const run = spawnSync(tool, parameters, { encoding: "utf8", maxBuffer: 1 << 28 });
    expect(run.status, run.stderr + run.stdout.slice(0, 500)).toBe(0);
    expect(canonical(readWithN3(run.stdout, "N-Quads"))).toBe(meant(name));
    expect(readFileSync(join(folder, name), "utf8")).toBe(FILES[name]);
  });
});
