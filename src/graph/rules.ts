// The rules that ship with the program (RDFS and OWL 2 RL, for any domain) and those of an ontology: SPARQL updates, one per file.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Rule {
  /** File name without ending; statements that follow carry it. */
  readonly name: string;
  /** A SPARQL update. It reads the union of all graphs and inserts into <graph/inferred> (edges) or <graph/entailed> (all else). */
  readonly text: string;
}

const GENERAL: string = fileURLToPath(new URL("./rules/", import.meta.url));
const SHIPPED: string = fileURLToPath(new URL("../../ontology/", import.meta.url));

/** Loads the general rules. */
export function generalRules(): readonly Rule[] {
  return readRules(GENERAL);
}

/** Loads the general rules and those below `rules/` of an ontology's folder; none there is no fault. Sorted by name. */
export function loadRules(ontology: string = SHIPPED): readonly Rule[] {
  const own = join(ontology, "rules");
  const rules = [...generalRules(), ...(existsSync(own) ? readRules(own) : [])];
  return rules.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readRules(folder: string): readonly Rule[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ru"));
  return files.sort().map((file) => ({ name: file.slice(0, -3), text: readFileSync(join(folder, file), "utf8") }));
}

/** What a rule does, in the words of the comment that opens it. */
export function ruleSummary(rule: Rule): string {
  const [opening] = /^(?:#.*\n)*/.exec(rule.text) ?? [""];
  return opening.replace(/^# ?/gm, "").trim().replace(/\n/g, " ");
}
