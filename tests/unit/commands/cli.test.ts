import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeSmallBuild } from "../serve/small-build.ts";

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const COMMAND = "src/factloom.mjs";

function factloom(args: readonly string[], input = ""): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [COMMAND, ...args],
      { env: { ...process.env, DEBUG: "", PORT: undefined } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
    child.stdin?.end(input);
  });
}

let build: string;
let scratch: string;
beforeAll(() => {
  build = writeSmallBuild();
  scratch = mkdtempSync(join(tmpdir(), "factloom-cli-"));
});
afterAll(() => {
  for (const folder of [build, scratch]) rmSync(folder, { recursive: true });
});

describe("the command line", () => {
  test.each(["build", "extract", "serve", "start", "query", "push", "verify", "evaluate"])("explains %s with examples", async (command) => {
    const { code, out } = await factloom([command, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("Examples:");
  });

  test.each([
    [["serv"], 2, "Did you mean serve?"],
    [["query"], 2, "missing required argument"],
    [["serve", "--port", "http"], 2, "A whole number from 0 to 65535"],
    [["extract", "x.txt", "--published", "2025-02-30"], 2, "A date like 2025-02-15"],
    [["query", "ASK {}", "--dir", "/nonexistent"], 3, "factloom build"],
    [["build", "--since", "/nonexistent/facts.jsonl"], 3, "--since takes the facts.jsonl of a build"],
    [["push", "store"], 2, "Graph Store service"],
    [["push", "http://localhost:1/data", "--user", "me"], 2, "FACTLOOM_PASSWORD"],
    [["evaluate", "/nonexistent"], 3, "no such file"],
  ])("answers %j with exit code %i and a hint, without a stack trace", async (args, expected, hint) => {
    const { code, err } = await factloom(args);
    expect(code).toBe(expected);
    expect(err).toContain(hint);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe("query", () => {
  const labels = "SELECT ?label { ?s rdfs:label ?label FILTER(CONTAINS(STR(?s), '/entity/')) } ORDER BY ?label";

  test("prints a table and knows the build's prefixes", async () => {
    const { code, out } = await factloom(["query", labels, "--dir", build]);
    expect(code).toBe(0);
    expect(out).toBe('label\nAcme\nLyon, "capital" of silk\n(2 rows)\n');
  });

  test("reads a file or standard input and prints CSV", async () => {
    const file = join(scratch, "labels.rq");
    writeFileSync(file, labels);
    const fromFile = await factloom(["query", file, "--dir", build, "--format", "csv"]);
    const fromPipe = await factloom(["query", "-", "--dir", build, "--format", "csv"], labels);
    expect(fromFile.out.replaceAll("\r", "")).toBe('label\nAcme\n"Lyon, ""capital"" of silk"\n');
    expect(fromPipe.out).toBe(fromFile.out);
  });

  test("gives graphs as Turtle and refuses forms that do not fit", async () => {
    expect((await factloom(["query", "DESCRIBE <https://example.org/kg/entity/acme>", "--dir", build])).out).toContain('"Acme"@en');
    expect((await factloom(["query", labels, "--dir", build, "--format", "ttl"])).code).toBe(2);
    expect((await factloom(["query", "SELECT * {", "--dir", build])).code).toBe(2);
    expect((await factloom(["query", "CLEAR ALL", "--dir", build])).err).toContain("read-only");
  });
});

describe("evaluate", () => {
  test("scores a file of facts and lists what was missed", async () => {
    const [gold, facts] = [join(scratch, "a.gold.jsonl"), join(scratch, "facts.jsonl")];
    writeFileSync(gold, '{"s":["Acme"],"p":"basedIn","o":["Lyon"]}\n{"s":["Acme"],"p":"founder","o":["Ada"]}\n');
    const ref = (label: string) => ({ id: label, type: "T", label, mention: label, span: [0, 1] });
    writeFileSync(
      facts,
      `${JSON.stringify({ subject: ref("Acme"), relation: "basedIn", object: ref("Lyon"), status: "asserted", qualifiers: {}, evidence: { quote: "" } })}\n`,
    );
    const { code, out } = await factloom(["evaluate", gold, facts, "--list"]);
    expect(code).toBe(0);
    expect(out).toContain("precision 1.000  recall 0.500");
    expect(out).toContain("missed  Acme founder Ada  (core)");
    const json = await factloom(["evaluate", gold, facts, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ cases: 1, right: 1, wrong: 0 });
  });

  test("names the line of facts that is not JSON", async () => {
    const [gold, facts] = [join(scratch, "b.gold.jsonl"), join(scratch, "broken.jsonl")];
    writeFileSync(gold, '{"s":["Acme"],"p":"basedIn","o":["Lyon"]}\n');
    writeFileSync(facts, "\n{oops\n");
    const { code, err } = await factloom(["evaluate", gold, facts]);
    expect(code).toBe(3);
    expect(err).toContain("broken.jsonl:2: not valid JSON");
  });
});

describe("inputs that are no articles", () => {
  const faults: readonly (readonly [name: string, bytes: Uint8Array, says: string])[] = [
    ["empty.txt", new Uint8Array(), "is empty"],
    ["binary.txt", new Uint8Array([0, 1, 2, 3, 0, 255, 0, 4]), "is not text"],
    ["latin.txt", Buffer.from("Le café a été vendu à Orléans.", "latin1"), "UTF-8"],
    ["word.txt", Buffer.from("a".repeat(300_000)), "not prose"],
  ];

  test.each(faults)("%s is named, with exit code 3 and no stack trace", async (name, bytes, says) => {
    const file = join(scratch, name);
    writeFileSync(file, bytes);
    const { code, err, out } = await factloom(["extract", file]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(`${file}: `);
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("missing files and folders without articles are named, and build leaves the old one alone", async () => {
    const { code, err } = await factloom(["build", join(scratch, "none.txt"), "--out", build]);
    expect(code).toBe(3);
    expect(err).toContain("none.txt: no such file or folder");
    expect((await factloom(["query", "ASK { ?s ?p ?o }", "--dir", build])).out).toBe("yes\n");
  });
});

test("serve prints its address, answers, and ends when told to", async () => {
  const child = spawn(process.execPath, [COMMAND, "serve", "--dir", build, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data: Buffer) => resolve(/http:\S+/.exec(data.toString())?.[0] ?? ""));
    child.on("exit", () => reject(new Error("serve ended early")));
  });
  expect(await (await fetch(address)).text()).toContain("viewer");
  const results = (await (await fetch(`${address}sparql?query=${encodeURIComponent("ASK { ?s ?p ?o }")}`)).json()) as { boolean: boolean };
  expect(results.boolean).toBe(true);
  const code = await new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.on("exit", resolve);
    child.kill("SIGTERM");
  });
  expect(code).toBe(0);
});
