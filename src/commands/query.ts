// `factloom query`: a SPARQL query, as text or in a file, over a build; the result as a table, CSV, JSON or a graph.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, KgError } from "../problem.ts";
import { openEngine, QueryError } from "../serve/engine.ts";
import { declarePrefixes, prefixesOf } from "../serve/prefixes.ts";
import { readOperation } from "../serve/protocol.ts";
import { BUILD_FILES, readReport } from "../serve/snapshot.ts";
import { layOut } from "./table.ts";
import type { Terminal } from "./terminal.ts";

export const QUERY_FORMATS = ["table", "csv", "tsv", "json", "xml", "ttl", "nt", "jsonld"] as const;
export type QueryFormat = (typeof QUERY_FORMATS)[number];

const TYPES: Readonly<Record<Exclude<QueryFormat, "table">, string>> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/sparql-results+json",
  xml: "application/sparql-results+xml",
  ttl: "text/turtle",
  nt: "application/n-triples",
  jsonld: "application/ld+json",
};
const GRAPH_FORMATS: ReadonlySet<QueryFormat> = new Set(["ttl", "nt", "jsonld"]);

export interface QueryOptions {
  readonly dir: string;
  readonly format: QueryFormat;
  readonly timeoutSeconds: number;
}

/** Runs the query and prints its result. @throws KgError (exit 2) for a query that is wrong or too slow. */
export async function query(input: string, options: QueryOptions, terminal: Terminal): Promise<number> {
  const written =
    input === "-" ? new TextDecoder().decode(await terminal.readStdin()) : existsSync(input) ? readFileSync(input, "utf8") : input;
  if (/\.(rq|sparql)$/.test(input) && !existsSync(input)) throw new KgError(`${input}: no such file`, EXIT.input);
  const quads = join(options.dir, BUILD_FILES.quads);
  const report = readReport(options.dir);
  const { vocabulary, base } = report;
  if (!existsSync(quads))
    throw new KgError(`${quads} is missing`, EXIT.input, { hint: "run `factloom build` first, or name the build with --dir" });

  const text = declarePrefixes(written, prefixesOf(report));
  const operation = readOperation({
    method: "GET",
    search: `?query=${encodeURIComponent(text)}`,
    contentType: undefined,
    body: new Uint8Array(),
  });
  if (operation.kind !== "query") {
    throw new KgError(operation.kind === "refuse" ? operation.message : "the query is empty", EXIT.usage, {
      hint: existsSync(input)
        ? "see data/queries for examples"
        : `there is no file of that name, so "${input.slice(0, 40)}" was read as a query`,
    });
  }
  const isGraph = operation.form === "construct" || operation.form === "describe";
  const format = pickFormat(options.format, isGraph);
  const engine = openEngine([quads], { timeoutMs: options.timeoutSeconds * 1000 });
  try {
    const { defaultGraphs, namedGraphs, hasDataset } = operation;
    const mediaType = format === "table" ? TYPES.json : TYPES[format];
    const answer = await engine.ask({ query: text, mediaType, defaultGraphs, namedGraphs, unionDefaultGraph: !hasDataset, base });
    await terminal.print(
      format === "table" ? asTable(JSON.parse(answer), vocabulary.prefixes) : answer.endsWith("\n") ? answer : `${answer}\n`,
    );
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new KgError(
      error.message,
      error.timedOut ? EXIT.findings : EXIT.usage,
      error.timedOut ? { hint: "allow more with --timeout" } : {},
    );
  } finally {
    await engine.close();
  }
  return EXIT.done;
}

function pickFormat(format: QueryFormat, isGraph: boolean): QueryFormat {
  if (!isGraph && GRAPH_FORMATS.has(format))
    throw new KgError(`a SELECT or ASK gives no graph, so not ${format}`, EXIT.usage, { hint: "use table, csv, tsv, json or xml" });
  if (!isGraph) return format;
  if (format === "table") return "ttl";
  if (format === "json") return "jsonld";
  if (!GRAPH_FORMATS.has(format))
    throw new KgError(`a CONSTRUCT or DESCRIBE gives a graph, so not ${format}`, EXIT.usage, { hint: "use ttl, nt or jsonld" });
  return format;
}

interface Results {
  readonly boolean?: boolean;
  readonly head: { readonly vars?: readonly string[] };
  readonly results?: { readonly bindings: readonly Readonly<Record<string, { readonly type: string; readonly value: string }>>[] };
}

function asTable({ boolean, head, results }: Results, prefixes: Readonly<Record<string, string>>): string {
  if (boolean !== undefined) return `${boolean ? "yes" : "no"}\n`;
  const names = head.vars ?? [];
  const rows = (results?.bindings ?? []).map((binding) => names.map((name) => shorten(binding[name], prefixes)));
  return `${layOut([names, ...rows])}(${rows.length} ${rows.length === 1 ? "row" : "rows"})\n`;
}

function shorten(term: { readonly type: string; readonly value: string } | undefined, prefixes: Readonly<Record<string, string>>): string {
  if (term === undefined) return "";
  if (term.type !== "uri") return term.value.replace(/\s+/g, " ");
  const match = Object.entries(prefixes).find(
    ([, namespace]) => term.value.startsWith(namespace) && !/[/#]/.test(term.value.slice(namespace.length)),
  );
  return match === undefined ? term.value : `${match[0]}:${term.value.slice(match[1].length)}`;
}
