// Opt-in: `node --import tsx tests/conformance/virtuoso.ts BUILD` pushes a build into a real Virtuoso 7 (Debian: virtuoso-opensource), breaks
// the push half-way by stopping the server, goes on, and compares every graph's count with the build's. Loopback only; all files are temporary.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { push } from "../../src/commands/push.ts";
import type { Terminal } from "../../src/commands/terminal.ts";
import { readQuads } from "../../src/rdf/turtle.ts";

const [build] = process.argv.slice(2);
if (build === undefined) throw new Error("name a build");
if (spawnSync("virtuoso-t", ["-?"]).error !== undefined)
  throw new Error("virtuoso-t is not installed (apt-get install virtuoso-opensource)");

const folder = mkdtempSync(join(tmpdir(), "factloom-virtuoso-"));
const [sqlPort, httpPort] = [await freePort(), await freePort()];
const origin = `http://127.0.0.1:${httpPort}`;
writeFileSync(
  join(folder, "virtuoso.ini"),
  `[Database]
DatabaseFile = ${folder}/v.db
ErrorLogFile = ${folder}/v.log
LockFile = ${folder}/v.lck
TransactionFile = ${folder}/v.trx
xa_persistent_file = ${folder}/v.pxa
[TempDatabase]
DatabaseFile = ${folder}/t.db
TransactionFile = ${folder}/t.trx
[Parameters]
ServerPort = 127.0.0.1:${sqlPort}
DisableUnixSocket = 1
NumberOfBuffers = 20000
DirsAllowed = ${folder}
[HTTPServer]
ServerPort = 127.0.0.1:${httpPort}
ServerRoot = ${folder}
[SPARQL]
ResultSetMaxRows = 1000000
[Client]
SQL_PREFETCH_ROWS = 100
`,
);

let server = await start();
const said: string[] = [];
const terminal: Terminal = {
  print: async () => undefined,
  say: (line) => console.log(line),
  problem: () => undefined,
  progress: (_, done, total) => said.push(`${done}/${total}`),
  readStdin: async () => new Uint8Array(),
  bold: (text) => text,
  env: {},
};
let failed = false;
try {
  const graphs = count(readFileSync(join(build, "graph.nq"), "utf8"));
  await run("a wrong password", () => push(endpoint("wrong"), { dir: build, all: true }, terminal), /401/);

  // The store goes away after the first graphs: the pauses end the push, which then goes on where it stopped.
  const half = Math.floor(graphs.size / 2);
  const breaking: Terminal = {
    ...terminal,
    progress: (what, done, total) => {
      terminal.progress(what, done, total);
      if (done === half) server.kill("SIGKILL");
    },
  };
  await run(
    "a store that dies",
    () => push(endpoint("dba"), { dir: build, all: true, wait: async () => undefined }, breaking),
    /ECONNREFUSED|ECONNRESET|UND_ERR|socket|terminated/,
  );
  server = await start();
  const from = performance.now();
  await push(endpoint("dba"), { dir: build }, terminal);
  console.log(`went on and ended in ${((performance.now() - from) / 1000).toFixed(1)} s`);

  for (const [graph, expected] of graphs) {
    const held = await countIn(graph);
    if (held === expected) continue;
    failed = true;
    console.log(`<${graph}>: the build has ${expected} triples, Virtuoso ${held}`);
  }
  console.log(`${graphs.size} graphs compared${failed ? "" : ", every count is equal"}`);
} finally {
  server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

function endpoint(password: string): string {
  return `${origin.replace("//", `//dba:${password}@`)}/sparql-graph-crud-auth`;
}

function count(nquads: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { graph } of readQuads(nquads, "N-Quads")) counts.set(graph, (counts.get(graph) ?? 0) + 1);
  return counts;
}

async function countIn(graph: string): Promise<number> {
  const query = `SELECT (COUNT(*) AS ?n) { GRAPH <${graph}> { ?s ?p ?o } }`;
  const response = await fetch(`${origin}/sparql?query=${encodeURIComponent(query)}`, { headers: { Accept: "text/csv" } });
  return Number((await response.text()).split("\n")[1]?.replaceAll('"', ""));
}

async function run(what: string, work: () => Promise<number>, expected: RegExp): Promise<void> {
  try {
    await work();
    failed = true;
    console.log(`${what}: the push went through`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!expected.test(message)) failed = true;
    console.log(`${what}: ${message}`);
  }
}

async function start(): Promise<ChildProcess> {
  rmSync(join(folder, "v.lck"), { force: true });
  const child = spawn("virtuoso-t", ["-f", "-c", join(folder, "virtuoso.ini")], { stdio: "ignore" });
  for (let attempt = 0; attempt < 240; attempt++) {
    const up = await fetch(`${origin}/sparql?query=ASK%7B%7D`, { signal: AbortSignal.timeout(3000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return child;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  child.kill("SIGKILL");
  throw new Error(`Virtuoso did not come up: ${readFileSync(join(folder, "v.log"), "utf8").slice(-500)}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
