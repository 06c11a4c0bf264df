// The shipped SPARQL examples, for the viewer's query view: files in, titles and texts out. A missing folder gives none.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ViewerQuery } from "./viewer-data.ts";

const FOLDER = fileURLToPath(new URL("../../data/queries/", import.meta.url));

/** Reads all `.rq` files, sorted by name. The title is the first comment line, else the file's name. */
export function readQueries(folder: string = FOLDER): readonly ViewerQuery[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".rq"))
    .sort()
    .map((name) => {
      // Comments such as "# row: …" tell the tests what to expect; a reader needs the question and the query.
      const text = readFileSync(`${folder}/${name}`, "utf8")
        .replace(/^# [a-z ]+: .*\n/gm, "")
        .trim();
      const comment = /^#\s*(.+)$/m.exec(text)?.[1];
      return { title: (comment ?? name.slice(0, -3).replaceAll("-", " ")).replace(/\.$/, ""), text };
    });
}
