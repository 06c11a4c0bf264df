// `factloom verify`: reads a build back and re-checks every quote, mention, id, relation and type against the articles and the ontology,
// and the dataset against its shapes.
import { join } from "node:path";
import type { Fact } from "../facts/fact.ts";
import { mergeFacts } from "../facts/merge.ts";
import { checkShapes, uncheckedGraph } from "../graph/conform.ts";
import { loadOntology } from "../ontology/load.ts";
import type { Ontology } from "../ontology/ontology.ts";
import { checkFact } from "../pipeline/check.ts";
import { EXIT, type Problem } from "../problem.ts";
import { type Dataset, readDataset } from "../rdf/turtle.ts";
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
  const facts: Fact[] = [];
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
    facts.push(fact);
    problems.push(...checkFact(fact, texts.get(fact.evidence.article) ?? null, ontology).map((problem) => ({ ...problem, ...place })));
  }
  const shapeProblems = await checkDataset(options.dir, { base: report.base, ontology, facts });
  problems.push(...shapeProblems);
  const off = problems.filter((problem) => problem.level === "error").length;
  for (const problem of problems) terminal.problem(problem);
  terminal.say(
    `${count} facts in ${texts.size} articles and all shapes checked: ${off === 0 ? "nothing is off" : `${off} problem${off === 1 ? "" : "s"}`}.`,
  );
  return off === 0 ? EXIT.done : EXIT.findings;
}

/** Checks the dataset as it was written. Problems: dataset-syntax, shape-violation. */
async function checkDataset(
  dir: string,
  known: { readonly base: string; readonly ontology: Ontology; readonly facts: readonly Fact[] },
): Promise<readonly Problem[]> {
  const text = readBuildFile(dir, BUILD_FILES.quads);
  const file = join(dir, BUILD_FILES.quads);
  const data = tryReading(text, [uncheckedGraph(known.base)]);
  if (typeof data === "string") return [{ level: "error", code: "dataset-syntax", message: `not valid N-Quads: ${data}`, file }];
  const claims = mergeFacts(known.facts, known.ontology);
  const entities = known.facts.flatMap(({ subject, object }) => ("id" in object ? [subject, object] : [subject]));
  const problems = await checkShapes(data, { ...known, claims, entities, level: "error" });
  return problems.map((problem) => ({ ...problem, file }));
}

/** A dataset, or what is wrong with the text. */
function tryReading(text: string, except: readonly string[]): Dataset | string {
  try {
    return readDataset(text, { format: "N-Quads", except });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return cause.message;
  }
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
