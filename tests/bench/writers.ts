// Writers of RDF at a million quads, each in a process of its own, one after the other: `npm run bench [-- QUADS]`.
// Ours sort, drop repetitions and shorten; the others write in input order. Text goes to /dev/null, n3's gathered into pieces like ours.
// Best of three; peak resident memory. Seconds are of processor time (garbage collected in the same thread), so that a busy machine counts
// less; wall time stands beside.
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DataFactory, Writer } from "n3";
import oxigraph from "oxigraph";
import { writeNQuads } from "../../src/rdf/lines.ts";
import { writeTriG } from "../../src/rdf/pretty.ts";
import { isLiteral, isTripleTerm, type ObjectTerm, type Quad } from "../../src/rdf/quad.ts";
import { COMMON_PREFIXES } from "../../src/rdf/terms.ts";
import { BASE, evidenceQuads, ONTOLOGY } from "./evidence.ts";

const PREFIXES = [
  ...COMMON_PREFIXES,
  ["o", ONTOLOGY],
  ["entity", `${BASE}entity/`],
  ["fact", `${BASE}fact/`],
  ["article", `${BASE}article/`],
] as const;
const ROUNDS = 3;
/** Characters of n3's text that are written at once: it gives a piece for each quad, and a system call for each is not its fault. */
const GATHERED = 12_000;

interface Result {
  /** Of processor time. */
  readonly seconds: number;
  readonly wallSeconds: number;
  readonly megabytes: number;
}

/** A contender gets the quads and gives a function that writes them once. */
type Contender = (quads: Quad[], write: (text: string) => void) => () => Promise<void> | void;

const writerOfN3 =
  (format: string, gather: number): Contender =>
  (quads, write) => {
    const prefixes = format === "N-Quads" ? {} : Object.fromEntries(PREFIXES);
    const terms = quads.map(toN3);
    quads.length = 0;
    return () =>
      new Promise((resolve, reject) => {
        let gathered = "";
        const writer = new Writer(
          {
            write: (text: string, _encoding: string, done?: () => void) => {
              gathered += text;
              if (gathered.length >= gather) {
                write(gathered);
                gathered = "";
              }
              done?.();
            },
            end: (done?: () => void) => {
              write(gathered);
              done?.();
            },
          },
          { format, prefixes },
        );
        for (const term of terms) writer.addQuad(term);
        writer.end((error) => (error ? reject(error) : resolve()));
      });
  };

const dump =
  (format: string): Contender =>
  (quads, write) => {
    const store = new oxigraph.Store();
    for (let from = 0; from < quads.length; from += 50_000) {
      store.load([...writeNQuads(quads.slice(from, from + 50_000))].join(""), { format: "application/n-quads", no_transaction: true });
    }
    quads.length = 0;
    return () => write(store.dump({ format }));
  };

const CONTENDERS: Readonly<Record<string, Contender>> = {
  "ours N-Quads": (quads, write) => () => {
    for (const chunk of writeNQuads(quads)) write(chunk);
  },
  "n3.Writer N-Quads": writerOfN3("N-Quads", GATHERED),
  "n3.Writer, a call per quad N-Quads": writerOfN3("N-Quads", 0),
  "oxigraph dump N-Quads": dump("application/n-quads"),
  "ours TriG": (quads, write) => () => {
    for (const chunk of writeTriG(quads, { prefixes: PREFIXES })) write(chunk);
  },
  "n3.Writer TriG": writerOfN3("TriG", GATHERED),
  "n3.Writer, a call per quad TriG": writerOfN3("TriG", 0),
  "oxigraph dump TriG": dump("application/trig"),
};

function toN3(quad: Quad) {
  const { namedNode, quad: make } = DataFactory;
  return make(namedNode(quad.subject), namedNode(quad.predicate), termOfN3(quad.object), namedNode(quad.graph));
}

function termOfN3(term: ObjectTerm) {
  if (typeof term === "string") return DataFactory.namedNode(term);
  if (isTripleTerm(term) || !isLiteral(term)) throw new Error("the bench has no triple terms");
  return DataFactory.literal(term.value, term.language === "" ? DataFactory.namedNode(term.datatype) : term.language);
}

async function measure(name: string, count: number): Promise<Result> {
  const contender = CONTENDERS[name];
  if (contender === undefined) throw new Error(`no contender ${name}`);
  const sink = openSync("/dev/null", "w");
  const run = contender(evidenceQuads(count), (text) => writeSync(sink, text));
  let best = Number.POSITIVE_INFINITY;
  let wallSeconds = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    globalThis.gc?.();
    const from = performance.now();
    const processor = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(processor);
    best = Math.min(best, (user + system) / 1e6);
    wallSeconds = Math.min(wallSeconds, (performance.now() - from) / 1000);
  }
  closeSync(sink);
  return { seconds: best, wallSeconds, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function measureApart(name: string, count: number): Result {
  const self = fileURLToPath(import.meta.url);
  const out = execFileSync(
    process.execPath,
    ["--expose-gc", "--single-threaded-gc", "--max-old-space-size=6000", "--import", "tsx", self, String(count), name],
    {
      encoding: "utf8",
    },
  );
  return JSON.parse(out) as Result;
}

/** rapper reads and writes; there is no writing alone. Null when it is not installed. */
function measureRapper(count: number): Result | null {
  if (spawnSync("rapper", ["--version"]).status !== 0) return null;
  const file = join(tmpdir(), `factloom-bench-${process.pid}.nq`);
  const handle = openSync(file, "w");
  for (const chunk of writeNQuads(evidenceQuads(count))) writeSync(handle, chunk);
  closeSync(handle);
  const from = performance.now();
  spawnSync("rapper", ["-q", "-i", "nquads", "-o", "nquads", file], { stdio: ["ignore", "ignore", "ignore"] });
  const wallSeconds = (performance.now() - from) / 1000;
  rmSync(file);
  return { seconds: wallSeconds, wallSeconds, megabytes: Number.NaN };
}

function report(count: number): void {
  const results = new Map<string, Result>();
  const say = (name: string, { seconds, wallSeconds, megabytes }: Result): void => {
    const memory = Number.isNaN(megabytes) ? "" : `${megabytes.toFixed(0).padStart(6)} MB peak`;
    console.log(
      `${name.padEnd(34)}${seconds.toFixed(2).padStart(7)} s (wall ${wallSeconds.toFixed(2)}) ${(count / seconds / 1000).toFixed(0).padStart(6)} k quads/s ${memory}`,
    );
  };
  console.log(`${count} quads, best of ${ROUNDS}, Node ${process.version}`);
  for (const name of Object.keys(CONTENDERS)) {
    const result = measureApart(name, count);
    results.set(name, result);
    say(name, result);
  }
  const rapper = measureRapper(count);
  if (rapper === null) console.log("rapper is not installed");
  else say("rapper N-Quads, read + write", rapper);
  for (const format of ["N-Quads", "TriG"]) {
    const seconds = (name: string): number => results.get(`${name} ${format}`)?.seconds ?? Number.NaN;
    const ratio = (name: string): string => (seconds(name) / seconds("ours")).toFixed(2);
    console.log(
      `${format}: ours is ${ratio("n3.Writer, a call per quad")} x n3.Writer with a call per quad, ${ratio("n3.Writer")} x with gathered pieces, ${ratio("oxigraph dump")} x oxigraph's dump`,
    );
  }
}

const [count = "1000000", name] = process.argv.slice(2);
if (name === undefined) report(Number(count));
else process.stdout.write(JSON.stringify(await measure(name, Number(count))));
