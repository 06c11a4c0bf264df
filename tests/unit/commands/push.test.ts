import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { push } from "../../../src/commands/push.ts";
import type { Terminal } from "../../../src/commands/terminal.ts";
import { KgError } from "../../../src/problem.ts";
import type { Incoming, Reply } from "../../../src/serve/reply.ts";
import { openThrowawayStore, serveAnswers, type ThrowawayStore } from "../../conformance/throwaway-store.ts";
import { BASE, writeSmallBuild } from "../serve/small-build.ts";

let dir: string;
let store: ThrowawayStore;
let server: Server;
let origin: string;
let asked: string[];
let said: string[];
let pauses: number[];
/** Stands before the store; null lets the request pass. */
let guard: (request: Incoming) => Reply | null;

const plain = (status: number, body: string, headers: Record<string, string> = {}): Reply => ({ status, headers, body });

beforeEach(async () => {
  dir = writeSmallBuild();
  store = openThrowawayStore();
  [asked, said, pauses] = [[], [], []];
  guard = () => null;
  ({ server, origin } = await serveAnswers(async (request) => {
    asked.push(`${request.method} ${request.url.searchParams.get("graph")}`);
    return guard(request) ?? store.answer(request);
  }));
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  for (const path of [dir, `${dir}.push.json`]) if (existsSync(path)) rmSync(path, { recursive: true });
});

const terminal = (env: Record<string, string> = {}): Terminal => ({
  print: async () => undefined,
  say: (line) => said.push(line),
  problem: () => undefined,
  progress: (what, done, total) => said.push(`${what} ${done}/${total}`),
  readStdin: async () => new Uint8Array(),
  bold: (text) => text,
  env,
});
const run = (options: { user?: string; all?: boolean } = {}, env: Record<string, string> = {}, endpoint = `${origin}/gsp`) =>
  push(endpoint, { dir, wait: async (seconds) => void pauses.push(seconds), ...options }, terminal(env));
const sorted = (text: string): string[] => text.trim().split("\n").sort();
const held = (): string[] => sorted(store.store.dump({ format: "application/n-quads" }));
const GRAPHS = ["article/acme-news/provenance", "graph/acme-news", "graph/claims", "graph/entities", "graph/facts", "graph/provenance"].map(
  (name) => BASE + name,
);
/** The throw-away store rewrites one number. */
const written = (): string[] =>
  sorted(readFileSync(join(dir, "graph.nq"), "utf8")).map((line) =>
    line.replace('"00520"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>', '"520"^^<http://www.w3.org/2001/XMLSchema#integer>'),
  );

describe("push", () => {
  test("makes the store hold every graph, and says how far it is", async () => {
    expect(await run()).toBe(0);
    expect(held()).toEqual(written());
    expect(asked).toEqual(GRAPHS.map((graph) => `PUT ${graph}`));
    expect(said).toContain("push 6/6");
    expect(said.at(-1)).toContain("6 sent with 21 triples, 0 were there, 0 removed");
  });

  test("sends only what changed since, and removes what is gone", async () => {
    await run();
    asked = [];
    const file = join(dir, "graph.nq");
    const lines = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => !line.includes("graph/facts"));
    writeFileSync(file, lines.join("\n").replace('"Acme"', '"Acme Ltd"'));
    await run();
    expect(asked).toEqual([`PUT ${BASE}graph/entities`, `DELETE ${BASE}graph/facts`]);
    expect(held()).toEqual(written());
    asked = [];
    await run({ all: true });
    expect(asked).toHaveLength(GRAPHS.length - 1);
  });

  test("tries again after an answer that passes, with longer pauses or as the store asks", async () => {
    let failures = 3;
    guard = () => (failures-- > 0 ? plain(503, "busy", failures === 0 ? { "Retry-After": "7" } : {}) : null);
    expect(await run()).toBe(0);
    expect(pauses).toEqual([0.5, 1, 7]);
    expect(said.some((line) => line.includes("503: busy; trying again"))).toBe(true);
    expect(held()).toEqual(written());
  });

  test("gives up after six tries and goes on from there the next time", async () => {
    guard = ({ url }) => (url.searchParams.get("graph")?.endsWith("entities") ? plain(500, "<h1>disk full</h1>") : null);
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KgError);
    expect(error).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining("500: disk full"),
      hint: expect.stringContaining("3 of 6 graphs"),
    });
    expect(pauses).toEqual([0.5, 1, 2, 4, 8]);
    guard = () => null;
    asked = [];
    await run();
    expect(asked).toEqual(GRAPHS.slice(3).map((graph) => `PUT ${graph}`));
    expect(held()).toEqual(written());
  });

  test("does not try again what the store refuses for good", async () => {
    guard = () => plain(403, "read-only");
    await expect(run()).rejects.toMatchObject({ exitCode: 3, hint: expect.stringContaining("--user") });
    expect(asked).toHaveLength(1);
  });

  test("says that nobody listens", async () => {
    server.close();
    server.closeAllConnections();
    await expect(run()).rejects.toMatchObject({ exitCode: 3, message: expect.stringContaining("ECONNREFUSED") });
    expect(pauses).toHaveLength(5);
  });
});

describe("push with credentials", () => {
  const basic = `Basic ${Buffer.from("me:se:cret").toString("base64")}`;

  test("answers a Basic challenge once and stays known", async () => {
    guard = ({ headers }) => (headers.authorization === basic ? null : plain(401, "", { "WWW-Authenticate": 'Basic realm="store"' }));
    await run({ user: "me" }, { FACTLOOM_PASSWORD: "se:cret" });
    expect(asked).toHaveLength(GRAPHS.length + 1);
    expect(held()).toEqual(written());
  });

  test("answers a Digest challenge with a new count for each request", async () => {
    const md5 = (text: string): string => createHash("md5").update(text).digest("hex");
    const counts: string[] = [];
    guard = ({ headers, method, url }) => {
      const field = (name: string): string => new RegExp(`\\b${name}="?([^",]*)`).exec(headers.authorization ?? "")?.[1] ?? "";
      const uri = url.pathname + url.search;
      const right = md5(`${md5("dba:SPARQL:dba")}:n1:${field("nc")}:${field("cnonce")}:auth:${md5(`${method}:${uri}`)}`);
      if (field("response") !== right)
        return plain(401, "", { "WWW-Authenticate": 'Digest realm="SPARQL", nonce="n1", qop="auth", algorithm=MD5' });
      counts.push(field("nc"));
      return null;
    };
    await run({ user: "dba:dba" });
    expect(counts).toEqual(["00000001", "00000002", "00000003", "00000004", "00000005", "00000006"]);
    expect(held()).toEqual(written());
  });

  test("sends a token, and credentials of the address stand in no journal", async () => {
    guard = ({ headers }) => (headers.authorization === "Bearer abc" ? null : plain(401, "no"));
    await run({}, { FACTLOOM_TOKEN: "abc" });
    guard = ({ headers }) => (headers.authorization === basic ? null : plain(401, "", { "WWW-Authenticate": "Basic" }));
    await run({ all: true }, {}, `${origin.replace("//", "//me:se%3Acret@")}/gsp`);
    expect(readFileSync(`${dir}.push.json`, "utf8")).not.toContain("cret");
  });

  test("stops where a wrong password is challenged with a new nonce each time", async () => {
    guard = () => plain(401, "no", { "WWW-Authenticate": `Digest realm="r", nonce="n${asked.length}", qop="auth"` });
    await expect(run({ user: "me:x" })).rejects.toMatchObject({ message: expect.stringContaining("401") });
    expect(asked).toHaveLength(3);
  });

  test("stops at a second refusal", async () => {
    guard = () => plain(401, "wrong password", { "WWW-Authenticate": "Basic" });
    await expect(run({ user: "me:x" })).rejects.toMatchObject({ message: expect.stringContaining("401: wrong password") });
    expect(asked).toHaveLength(2);
  });
});
