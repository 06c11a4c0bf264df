// The queries of data/queries with what their heads say: the question, the least number of rows, rows that must be there.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { QueryEngine } from "../../src/serve/engine.ts";

interface CompetencyQuery {
  readonly name: string;
  readonly question: string;
  readonly text: string;
  readonly least: number;
  /** Cells between " | "; a row that has them all is among the results. */
  readonly rows: readonly string[];
}

const FOLDER = fileURLToPath(new URL("../../data/queries/", import.meta.url));

export const QUERIES: readonly CompetencyQuery[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".rq"))
  .sort()
  .map((name) => {
    const text = readFileSync(FOLDER + name, "utf8");
    return {
      name: name.slice(0, -3),
      question: /^# (.+)$/m.exec(text)?.[1] ?? "",
      text,
      least: Number(/^# at least: (\d+)$/m.exec(text)?.[1] ?? "NaN"),
      rows: [...text.matchAll(/^# row: (.+)$/gm)].map((match) => match[1] ?? ""),
    };
  });

/** Asks as the endpoint does: the default graph is the union of all. CSV, or N-Triples for a CONSTRUCT. */
export function ask(engine: QueryEngine, text: string, base: string): Promise<string> {
  const mediaType = /^CONSTRUCT/m.test(text) ? "application/n-triples" : "text/csv";
  return engine.ask({ query: text, mediaType, defaultGraphs: [], namedGraphs: [], unionDefaultGraph: true, base });
}

/** Lines of an answer without the header of a CSV; no value of ours holds a line break. */
export function rowsOf(answer: string): readonly string[] {
  const lines = answer.split(/\r?\n/).filter((line) => line !== "");
  return lines[0]?.startsWith("<") === true ? lines : lines.slice(1);
}
