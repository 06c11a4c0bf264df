// Re-checks one fact of a build, as if nobody had checked it before: the checks are those of its birth.
import { checkTypes, checkWords, problemOf } from "../facts/check.ts";
import type { Fact } from "../facts/fact.ts";
import type { Ontology } from "../ontology/ontology.ts";
import type { Problem } from "../problem.ts";

/** Gives what is wrong with a fact; `text` is null when the build lacks its article. Problems: fact-span, fact-relation, fact-type, fact-line. */
export function checkFact(fact: Fact, text: string | null, ontology: Ontology): Problem[] {
  const missing = `its article "${fact.evidence.article}" is not in the build`;
  return [...checkTypes(fact, ontology), ...(text === null ? [problemOf(fact, "fact-span", missing)] : checkWords(fact, text))];
}
