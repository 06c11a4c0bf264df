// What can be wrong with data (Problem) and with a command (KgError). Bad data never stops a run; see src/README.md, "Errors".

/** Half-open range of UTF-16 code units in one text: `text.slice(start, end)`. */
export type Span = readonly [start: number, end: number];

/** Tells whether two ranges share a code unit. */
export function overlap(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

export type ProblemLevel = "error" | "warning" | "info";

/** Something wrong with one piece of input or data: the run names it and goes on. */
export interface Problem {
  readonly level: ProblemLevel;
  /** Stable kebab-case code; all of them are listed in `PROBLEM_CODES`. */
  readonly code: ProblemCode;
  /** What was found and what to do, without the place. */
  readonly message: string;
  /** File as the user named it. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly hint?: string;
}

/** Every code a Problem can carry, with what it means. Add a line here before reporting a new one; each has a test. */
export const PROBLEM_CODES = {
  "input-missing": "An input path does not exist or matches no file.",
  "input-unreadable": "An input exists but cannot be read.",
  "input-empty": "An input holds no text.",
  "input-binary": "An input is not text.",
  "input-encoding": "An input is not valid UTF-8.",
  "input-format": "No reader is known for the input's format.",
  "input-too-large": "An input is larger than an article can be.",
  "input-no-prose": "An input has text but no sentence.",
  "article-id-taken": "Two inputs give the same article id.",
  "ontology-syntax": "An ontology file is not valid Turtle.",
  "ontology-class": "A class that is used is not declared, or its declaration is incomplete.",
  "ontology-relation": "A relation that is used is not declared, or its declaration is incomplete.",
  "ontology-frame": "A frame is incomplete or its pattern cannot be read.",
  "ontology-label": "A term has no label.",
  "ontology-concept": "A concept of a scheme is incomplete.",
  "entities-line": "A line of the entities file is not valid.",
  "fact-line": "A line of facts is not valid JSON or lacks a field.",
  "fact-relation": "A fact uses a relation that the ontology does not declare.",
  "fact-span": "A quote or mention is not at its span in the article.",
  "fact-type": "A fact's subject or object is outside the relation's domain or range.",
  "fact-id": "A fact's id does not follow from its content.",
  "review-stale": "A review decides about a fact that no longer exists.",
  "review-line": "A line of reviews is not valid.",
  "export-character": "A character cannot be held by an export's format and was replaced.",
  "rule-syntax": "A rule is no valid SPARQL update.",
  "rule-endless": "A rule finds something new for ever.",
  "dataset-syntax": "The dataset of a build is not valid N-Quads.",
  "shape-violation": "The dataset breaks a SHACL shape.",
  "model-missing": "A model file is missing or unreadable.",
  "runtime-missing": "An optional runtime is not available.",
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** Exit codes of the command. */
export const EXIT = { done: 0, findings: 1, usage: 2, input: 3 } as const;

/** A command that cannot go on. Only `cli.ts` catches it, prints the message and exits. */
export class KgError extends Error {
  readonly exitCode: number;
  readonly hint: string | undefined;
  constructor(message: string, exitCode: number = EXIT.findings, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "KgError";
    this.exitCode = exitCode;
    this.hint = options.hint;
  }
}

/** Formats a Problem on one line: `file:line: message (hint)`. */
export function formatProblem(problem: Problem): string {
  const place = problem.file === undefined ? "" : problem.line === undefined ? `${problem.file}: ` : `${problem.file}:${problem.line}: `;
  const hint = problem.hint === undefined ? "" : ` (${problem.hint})`;
  return `${place}${problem.message}${hint}`;
}
