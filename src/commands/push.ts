// `factloom push`: loads a build into a SPARQL store. The journal beside the build says what the store holds, so a broken push goes on where
// it stopped, a later one sends only what changed, and graphs that a new build no longer has are removed.
import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { EXIT, KgError } from "../problem.ts";
import { type Credentials, makeAuthenticator } from "../serve/http-auth.ts";
import { type Journal, PushError, pushGraphs, REQUEST_SIZE } from "../serve/push.ts";
import { BUILD_FILES, readReport } from "../serve/snapshot.ts";
import type { Terminal } from "./terminal.ts";

export interface PushCommandOptions {
  readonly dir: string;
  /** Name of the user, or "name:password". */
  readonly user?: string;
  /** Sends every graph, whatever the journal says. */
  readonly all?: boolean;
  /** Pauses between tries; tests pass one that does not wait. */
  readonly wait?: (seconds: number) => Promise<void>;
}

/** Environment variables for what should not stand in a command line. */
const PASSWORD = "FACTLOOM_PASSWORD";
const TOKEN = "FACTLOOM_TOKEN";
const LOOPBACK = /^(localhost|127\..*|\[::1\])$/;
/** Bytes read at once. */
const BLOCK = 1 << 22;

/** Pushes; 0 when the store holds the build. @throws KgError (exit 2) for an address or credentials, (exit 3) for a store that fails. */
export async function push(endpoint: string, options: PushCommandOptions, terminal: Terminal): Promise<number> {
  const url = readEndpoint(endpoint);
  const credentials = readCredentials(url, options, terminal.env);
  if (credentials.kind !== "none" && url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
    terminal.say(`${url.host} is reached without encryption: others on the way may read the credentials.`);
  }
  readReport(options.dir);
  const graphs = readGraphs(options.dir);
  const file = `${resolve(options.dir)}.push.json`;
  const journals = readJournals(file);
  const journal: Journal = new Map(options.all === true ? [] : Object.entries(journals[url.href] ?? {}));
  const save = (): void => writeFileSync(file, `${JSON.stringify({ ...journals, [url.href]: Object.fromEntries(journal) }, null, 1)}\n`);
  try {
    const report = await pushGraphs(graphs, {
      endpoint: url.href,
      authenticator: makeAuthenticator(credentials, () => randomBytes(8).toString("hex")),
      journal,
      digest: (lines) => lines.reduce((hash, line) => hash.update(line), createHash("sha256")).digest("hex"),
      onJournal: save,
      onGraph: (done, total) => terminal.progress("push", done, total),
      onRetry: (reason, seconds) => terminal.say(`${reason}; trying again in ${seconds} s.`),
      wait: options.wait ?? ((seconds) => new Promise((done) => setTimeout(done, seconds * 1000))),
      requestSize: REQUEST_SIZE,
    });
    terminal.say(
      `${url.host} holds ${graphs.size} graphs: ${report.sent} sent with ${report.triples} triples, ${report.unchanged} were there, ${report.removed} removed.`,
    );
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof PushError)) throw error;
    const hint =
      error.status === 401 || error.status === 403
        ? `give a user with --user and the password in ${PASSWORD}, or a token in ${TOKEN}`
        : `${journal.size} of ${graphs.size} graphs are there; the same command goes on from there`;
    throw new KgError(error.message, EXIT.input, { hint, cause: error });
  }
}

function readEndpoint(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new KgError(`${endpoint} is no address of a store`, EXIT.usage, {
      hint: "give the address of its Graph Store service, http:// or https://",
    });
  }
  return url;
}

/** Credentials from the address are taken out of it, so that they stand in no message and no journal. */
function readCredentials(url: URL, { user }: PushCommandOptions, env: Terminal["env"]): Credentials {
  const [name = "", ...rest] = (user ?? decodeURIComponent(url.username)).split(":");
  const password = rest.length > 0 ? rest.join(":") : url.password === "" ? env[PASSWORD] : decodeURIComponent(url.password);
  url.username = "";
  url.password = "";
  const token = env[TOKEN];
  if (name === "") return token === undefined || token === "" ? { kind: "none" } : { kind: "token", token };
  if (password === undefined)
    throw new KgError(`there is no password for ${name}`, EXIT.usage, { hint: `put it into the variable ${PASSWORD}` });
  return { kind: "password", user: name, password };
}

function readJournals(file: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, string>>;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new KgError(`${file} is not valid JSON`, EXIT.input, { hint: "remove it, and everything is sent again", cause });
  }
}

/** The build's named graphs in order of their IRIs, as N-Triples lines. */
function readGraphs(dir: string): ReadonlyMap<string, readonly string[]> {
  const graphs = new Map<string, string[]>();
  for (const line of readLines(join(dir, BUILD_FILES.quads))) {
    const match = / <([^<>]*)> \.$/.exec(line);
    if (match === null) continue;
    const lines = graphs.get(match[1] ?? "") ?? [];
    lines.push(`${line.slice(0, match.index)} .\n`);
    graphs.set(match[1] ?? "", lines);
  }
  return new Map([...graphs].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function* readLines(path: string): Iterable<string> {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (cause) {
    throw new KgError(`${path} cannot be read`, EXIT.input, { hint: "run `factloom build` first, or name the build with --dir", cause });
  }
  try {
    const { size } = fstatSync(handle);
    const block = Buffer.alloc(Math.min(BLOCK, Math.max(1, size)));
    let rest = Buffer.alloc(0);
    for (let got = readSync(handle, block); got > 0; got = readSync(handle, block)) {
      const text = Buffer.concat([rest, block.subarray(0, got)]);
      const end = text.lastIndexOf("\n") + 1;
      yield* text.subarray(0, end).toString("utf8").split("\n").slice(0, -1);
      rest = Buffer.from(text.subarray(end));
    }
    if (rest.length > 0) yield rest.toString("utf8");
  } finally {
    closeSync(handle);
  }
}
