// Extraction results by content: an article that was read before by the same code, models, ontology and entities is not read again.
// A damaged or foreign file counts as absent. Nothing here changes what a build contains, only how long it takes.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Extraction, Machine } from "../pipeline.ts";
import type { Article } from "../text/article.ts";

/** Results of this many versions of code and data are kept; switching between two branches then costs nothing. */
const KEPT_VERSIONS = 4;
const SOURCE = fileURLToPath(new URL("..", import.meta.url));
const MODELS = fileURLToPath(new URL("../../data/models", import.meta.url));

/** The folder of results: FACTLOOM_CACHE, else the user's cache folder. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return environment.FACTLOOM_CACHE ?? join(environment.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "factloom");
}

/** Gives a machine that looks into the folder first. `settings` are the options that change what is extracted. */
export function withCache(machine: Machine, folder: string, settings: readonly string[]): Machine {
  const version = join(folder, versionOf(machine, settings));
  let isReady = false;
  return {
    ...machine,
    extract: async (article) => {
      const file = join(version, `${hash(JSON.stringify(article))}.json`);
      const known = readResult(file, article);
      if (known !== null) return known;
      const extraction = await machine.extract(article);
      // Something was missing: the next build may have it.
      if (extraction.problems.length > 0) return extraction;
      if (!isReady) prepare(folder, version);
      isReady = true;
      const temporary = `${file}.${process.pid}`;
      writeFileSync(temporary, JSON.stringify(extraction));
      renameSync(temporary, file);
      return extraction;
    },
  };
}

const hash = (...parts: readonly (string | Uint8Array)[]): string => {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part).update("\0");
  return sum.digest("hex").slice(0, 32);
};

function versionOf({ ontology, entities }: Machine, settings: readonly string[]): string {
  const files = [SOURCE, MODELS].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:ts|bin|onnx|json|txt)$/.test(name))
      .sort()
      .map((name) => join(folder, name)),
  );
  const contents = files.filter((file) => statSync(file).isFile()).map((file) => hash(readFileSync(file)));
  return hash(...contents, ...ontology.files.map(({ text }) => text), JSON.stringify(entities), ...settings);
}

function readResult(file: string, article: Article): Extraction | null {
  try {
    const result = JSON.parse(readFileSync(file, "utf8")) as Extraction;
    const isWhole = Array.isArray(result.facts) && result.facts.every(({ evidence }) => evidence.article === article.id);
    return isWhole ? result : null;
  } catch {
    // Absent, half-written by a crash, or not ours: the article is read anew, which repairs it.
    return null;
  }
}

function prepare(folder: string, version: string): void {
  mkdirSync(version, { recursive: true });
  const versions = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => /[0-9a-f]{32}$/.test(path) && path !== version);
  const newest = versions.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of newest.slice(KEPT_VERSIONS - 1)) rmSync(old, { recursive: true, force: true });
}
