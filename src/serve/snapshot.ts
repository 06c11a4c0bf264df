// A build folder as the server and the commands read it back: the report's description, the facts and the articles' texts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fact } from "../facts/fact.ts";
import { EXIT, KgError } from "../problem.ts";

/** What `build/report.json` says about an article. */
export interface ReportedArticle {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly sentences: number;
  readonly facts: number;
}

/** Labels of the terms that facts use, so that a build can be read without its ontology. */
export interface Vocabulary {
  readonly namespace: string;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, string>>;
  readonly relations: Readonly<Record<string, { readonly label: string; readonly inverse: string }>>;
}

/** The fields of `build/report.json` that readers rely on. */
export interface BuildReport {
  readonly format: 1;
  readonly title: string;
  /** Base IRI of entities, facts and articles; ends with "/". */
  readonly base: string;
  readonly articles: readonly ReportedArticle[];
  readonly vocabulary: Vocabulary;
}

export interface Snapshot {
  readonly folder: string;
  readonly report: BuildReport;
  /** Sorted by article, start, id. */
  readonly facts: readonly Fact[];
}

/** Names of the files in a build that other parts rely on. */
export const BUILD_FILES = {
  quads: "graph.nq",
  facts: "facts.jsonl",
  report: "report.json",
  viewer: "viewer.html",
  description: "void.ttl",
  ontology: { "text/html": "ontology.html", "text/turtle": "ontology.ttl" },
  /** The union of all graphs by media type. */
  union: {
    "text/turtle": "graph.ttl",
    "application/n-triples": "graph.nt",
    "application/ld+json": "graph.jsonld",
    "application/rdf+xml": "graph.rdf",
  },
} as const;

/** Reads a file of a build. @throws KgError (exit 3) with what to do when there is none. */
export function readBuildFile(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch (cause) {
    throw new KgError(`${join(folder, name)} cannot be read`, EXIT.input, {
      hint: "run `factloom build` first, or name the build with --dir",
      cause,
    });
  }
}

/** Reads what a build says about itself. @throws KgError (exit 3) when the folder is no build. */
export function readReport(folder: string): BuildReport {
  const file = join(folder, BUILD_FILES.report);
  try {
    return JSON.parse(readBuildFile(folder, BUILD_FILES.report)) as BuildReport;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new KgError(`${file} is not valid JSON`, EXIT.input, { hint: "build again", cause });
  }
}

/** Loads what the pages need. @throws KgError (exit 3) when the folder is no build. */
export function loadSnapshot(folder: string): Snapshot {
  const report = readReport(folder);
  const facts = readBuildFile(folder, BUILD_FILES.facts)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Fact);
  return { folder, report, facts };
}

/** Text of one article of the build; null when the build has no such article. */
export function articleText(snapshot: Snapshot, id: string): string | null {
  if (!snapshot.report.articles.some((article) => article.id === id)) return null;
  return readBuildFile(snapshot.folder, join("articles", `${id}.txt`));
}
