// Does the dataset keep its shapes? Violations become Problems that name the fact, its sentence and the shape.
import type { Claim } from "../facts/claim.ts";
import type { Fact } from "../facts/fact.ts";
import type { Entity } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Problem, ProblemLevel } from "../problem.ts";
import { type Dataset, datasetOf, readDataset } from "../rdf/turtle.ts";
import { quads } from "./dataset.ts";
import type { Knowledge } from "./knowledge.ts";
import { nodeNames } from "./names.ts";
import { type Severity, type Violation, validate } from "./shacl.ts";
import { shapesOf } from "./shapes.ts";

/** What is needed to say a violation in words. */
export interface Context {
  readonly base: string;
  readonly ontology: Ontology;
  readonly facts: readonly Fact[];
  readonly claims: readonly Pick<Claim, "id" | "facts">[];
  readonly entities: readonly Pick<Entity, "id" | "label">[];
  /** How bad a violation is here: a build goes on with a warning, a check fails. */
  readonly level: ProblemLevel;
}

/** Longest part of a sentence that a Problem quotes. */
const QUOTE_LENGTH = 160;
const LEVELS: Readonly<Record<Severity, ProblemLevel | null>> = { violation: null, warning: "warning", info: "info" };

/** The graph that data are checked without: classes that follow from domains would hide a wrong class. */
export const uncheckedGraph = (base: string): string => nodeNames(base).graph("entailed");

/** Checks what a build is about to write. Problems: shape-violation. */
export function checkKnowledge(knowledge: Knowledge): Promise<readonly Problem[]> {
  const unchecked = uncheckedGraph(knowledge.base);
  const all = [...quads(knowledge, { rdf12: false, nanopub: false })].filter((quad) => quad.graph !== unchecked);
  return checkShapes(datasetOf(all), { ...knowledge, level: "warning" });
}

/** Checks data against all shapes of the ontology. Problems: shape-violation. */
export async function checkShapes(data: Dataset, context: Context): Promise<readonly Problem[]> {
  const shapes = readDataset(shapesOf(context.ontology).join("\n"), { format: "Turtle" });
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const violation of await validate(data, shapes)) {
    for (const problem of explain(violation, context)) {
      if (seen.has(problem.message)) continue;
      seen.add(problem.message);
      problems.push(problem);
    }
  }
  return problems;
}

/** A violation in words: one Problem for each fact it touches, or one for the node. */
export function explain(violation: Violation, context: Context): readonly Problem[] {
  const level = LEVELS[violation.severity] ?? context.level;
  const shape = violation.shape.replace(/^.*[#/]/, "");
  const said = `${violation.message} (shape ${!violation.shape.startsWith("_:") ? shape : "without a name"})`;
  const facts = factsOf(violation, context);
  if (facts.length > 0) {
    return facts.map((fact) => ({
      level,
      code: "shape-violation",
      message: `fact ${fact.id}: ${said}: “${shorten(fact.evidence.quote)}”`,
    }));
  }
  const value = violation.value === null || violation.value === violation.focus ? "" : `, value ${violation.value}`;
  return [{ level, code: "shape-violation", message: `${nameOf(violation.focus, context)}: ${said}${value}` }];
}

/** Facts behind a violation: the fact or claim that is its focus or value, or the first that names the entity. */
function factsOf({ focus, value }: Violation, { base, facts, claims }: Context): readonly Fact[] {
  const name = nodeNames(base);
  for (const node of [value, focus]) {
    if (node === null) continue;
    const whole = node.replace(/#.*$/, "");
    const fact = facts.find((one) => name.fact(one.id) === whole);
    if (fact !== undefined) return [fact];
    const claim = claims.find((one) => name.claim(one.id) === whole);
    if (claim !== undefined) return facts.filter((one) => claim.facts.includes(one.id));
  }
  return facts.filter((one) => "id" in one.object && name.entity(one.object.id) === focus).slice(0, 1);
}

function nameOf(node: string, { base, entities }: Context): string {
  const name = nodeNames(base);
  const entity = entities.find((one) => name.entity(one.id) === node);
  return entity === undefined ? `<${node}>` : `entity ${entity.id} (${entity.label})`;
}

const shorten = (text: string): string => (text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH)}…`);
