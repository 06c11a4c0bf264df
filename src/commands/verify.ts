// `factloom verify`: reads a build back and re-checks every quote, mention, id, relation and type against the articles and the ontology.
import { join } from "node:path";
import type { Fact } from "../facts/fact.ts";
import { loadOntology } from "../ontology/load.ts";
import { checkFact } from "../pipeline/check.ts";
import { EXIT, type Problem } from "../problem.ts";
import { BUILD_FILES, readBuildFile, readReport } from "../serve/snapshot.ts";
import type { Terminal } from "./terminal.ts";

export interface VerifyOptions {
  readonly dir: string;
  readonly ontology?: string;
}

/** Says what is off; 1 when anything is. @throws KgError (exit 3) when there is no build. */
export async function verify(options: VerifyOptions, terminal: Terminal): Promise<number> {
  const report = readReport(options.dir);
  const file = join(options.dir, BUILD_FILES.facts);
  const { ontology, problems: ontologyProblems } = loadOntology(options.ontology);
  const texts = new Map(report.articles.map(({ id }) => [id, readBuildFile(options.dir, join("articles", `${id}.txt`))]));
  const problems: Problem[] = ontologyProblems.filter((problem) => problem.level === "error");
  const seen = new Map<string, number>();
  let count = 0;
  for (const [index, line] of readBuildFile(options.dir, BUILD_FILES.facts).split("\n").entries()) {
    if (line === "") continue;
    count++;
    const place = { file, line: index + 1 };
    const fact = parseFact(line);
    if (fact === null) {
      problems.push({ level: "error", code: "fact-line", message: "not a fact: it is not valid JSON or lacks a field", ...place });
      continue;
    }
    const first = seen.get(fact.id);
    if (first !== undefined)
      problems.push({ level: "error", code: "fact-id", message: `the id ${fact.id} stands in line ${first}, too`, ...place });
    seen.set(fact.id, index + 1);
    problems.push(...checkFact(fact, texts.get(fact.evidence.article) ?? null, ontology).map((problem) => ({ ...problem, ...place })));
  }
  for (const problem of problems) terminal.problem(problem);
  terminal.say(
    `${count} facts in ${texts.size} articles checked: ${problems.length === 0 ? "nothing is off" : `${problems.length} problems`}.`,
  );
  return problems.length === 0 ? EXIT.done : EXIT.findings;
}

function parseFact(line: string): Fact | null {
  try {
    const value: unknown = JSON.parse(line);
    const fields = ["subject", "relation", "object", "status", "evidence", "qualifiers", "id"];
    return typeof value === "object" && value !== null && fields.every((field) => field in value) ? (value as Fact) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // The caller reports the line.
    throw error;
  }
}
