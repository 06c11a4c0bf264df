// The public API: what a program that embeds Factloom imports. The command line is made of the same functions.
export type { AmountRef, Attribution, DateRef, EntityRef, Evidence, Fact, FactObject, FactTime, Status } from "./facts/fact.ts";
export { factLine } from "./facts/jsonl.ts";
export type { Claim, InferredEdge, Knowledge } from "./graph/knowledge.ts";
export type { Entity } from "./mentions/mention.ts";
export { loadOntology } from "./ontology/load.ts";
export type { Frame, Ontology, OntologyClass, Relation } from "./ontology/ontology.ts";
export { type BuildOptions, writeBuild } from "./pipeline/build.ts";
export { checkFact } from "./pipeline/check.ts";
export { figures, type GoldFact, pool, rulesFor, score } from "./pipeline/evaluate.ts";
export { collectInputs } from "./pipeline/inputs.ts";
export { readInput, readInputs } from "./pipeline/read.ts";
export { type Extraction, extractArticle, loadMachine, type Machine } from "./pipeline.ts";
export { EXIT, formatProblem, KgError, PROBLEM_CODES, type Problem, type Span } from "./problem.ts";
export { openEngine, type QueryEngine } from "./serve/engine.ts";
export { makeServer } from "./serve/server.ts";
export type { Article } from "./text/article.ts";
