// When a fact holds: the date expression that hangs nearest to its predicate, with the preposition's kind.
import type { Sentence } from "../language/token.ts";
import type { ValueMention } from "../mentions/value.ts";
import type { FactTime, TimeKind } from "./fact.ts";

const KINDS: Readonly<Record<string, TimeKind>> = {
  by: "by",
  before: "by",
  until: "until",
  since: "since",
  during: "during",
  from: "since",
  after: "since",
};
/** Steps in the tree between predicate and date; farther ones belong to another clause. */
const MAX_STEPS = 3;

/** Finds the time of the predicate at token `at`; null when its clause names none. */
export function timeOf(sentence: Sentence, at: number, values: readonly ValueMention[]): FactTime | null {
  let nearest: { readonly value: ValueMention; readonly steps: number } | null = null;
  for (const value of values) {
    if (value.kind !== "date" || value.sentence !== sentence.index) continue;
    const steps = stepsUp(sentence, value.head, at);
    if (steps !== null && (nearest === null || steps < nearest.steps)) nearest = { value, steps };
  }
  if (nearest === null) return null;
  const { value } = nearest;
  const before = sentence.tokens[value.tokens[0] - 1]?.text.toLowerCase() ?? "";
  return { kind: KINDS[before] ?? "at", value: value.date?.value ?? null, mention: value.text, span: value.span };
}

function stepsUp(sentence: Sentence, from: number, to: number): number | null {
  let steps = 0;
  for (let k = from; k >= 0 && steps <= MAX_STEPS; steps++) {
    if (k === to) return steps;
    const token = sentence.tokens[k];
    if (token === undefined || (steps > 0 && /^(?:acl:relcl|ccomp|parataxis)$/.test(token.deprel))) return null;
    k = token.head;
  }
  return null;
}
