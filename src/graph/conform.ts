// Does the dataset keep its shapes? Violations become Problems that name the fact, its sentence and the shape.
import type { Claim } from "../facts/claim.ts";
import type { Fact } from "../facts/fact.ts";
import type { Entity } from "../mentions/mention.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Problem, ProblemLevel } from "../problem.ts";
import { RDF } from "../rdf/terms.ts";
import { type Dataset, datasetOf, readDataset, subjectsWith } from "../rdf/turtle.ts";
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
    for (const problem of explain(violation, context, data)) {
      if (seen.has(problem.message)) continue;
      seen.add(problem.message);
      problems.push(problem);
    }
  }
  return problems;
}

/** A violation in words: one Problem for each fact it touches, or one for the node. */
function explain(violation: Violation, context: Context, data: Dataset): readonly Problem[] {
  const level = LEVELS[violation.severity] ?? context.level;
  const shape = violation.shape.replace(/^.*[#/]/, "");
  const said = `${violation.message} (shape ${!violation.shape.startsWith("_:") ? shape : "without a name"})`;
  const facts = factsOf(violation, context, data);
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

/** Facts behind a violation: the fact or claim that is its focus or value, those of statements with a wrong end, or the first that names the entity. */
function factsOf({ focus, value, shape }: Violation, { base, facts, claims, ontology }: Context, data: Dataset): readonly Fact[] {
  const name = nodeNames(base);
  const behind = (nodes: readonly string[]): readonly Fact[] => {
    const whole = new Set(nodes.map((node) => node.replace(/#.*$/, "")));
    const direct = facts.filter((fact) => whole.has(name.fact(fact.id)));
    if (direct.length > 0) return direct;
    const ids = new Set(claims.filter((claim) => whole.has(name.claim(claim.id))).flatMap((claim) => claim.facts));
    return facts.filter((fact) => ids.has(fact.id));
  };
  for (const node of value === null ? [focus] : [value, focus]) {
    const found = behind([node]);
    if (found.length > 0) return found;
  }
  if (value !== null && [...ontology.relations.values()].some(({ iri }) => iri === focus)) {
    const end = shape.endsWith("-subject") ? "subject" : "object";
    const statements = subjectsWith(data, [
      [`${RDF}predicate`, focus],
      [RDF + end, value],
    ]);
    return behind(statements);
  }
  const names = ({ subject, object }: Fact): readonly string[] =>
    ["id" in object ? [subject, object] : [subject]].flat().map(({ id }) => name.entity(id));
  return facts.filter((fact) => names(fact).includes(focus)).slice(0, 1);
}

function nameOf(node: string, { base, entities }: Context): string {
  const name = nodeNames(base);
  const entity = entities.find((one) => name.entity(one.id) === node);
  return entity === undefined ? `<${node}>` : `entity ${entity.id} (${entity.label})`;
}

const shorten = (text: string): string => (text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH)}…`);
