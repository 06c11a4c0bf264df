// Checks of one fact against its article and the ontology: at its birth, and again when it is loaded.
import { fits, type Ontology } from "../ontology/ontology.ts";
import type { Problem, ProblemCode, Span } from "../problem.ts";
import type { Article } from "../text/article.ts";
import { type Fact, isAmountRef, isDateRef, isEntityRef } from "./fact.ts";
import { factId } from "./id.ts";

/** Says everything that is wrong with a fact; an empty list means that it may stand. */
export function checkFact(fact: Fact, article: Article, ontology: Ontology): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, message: string): void => {
    problems.push({ level: "error", code, message: `Fact ${fact.id}: ${message}`, file: article.file });
  };
  const { evidence, subject, object } = fact;
  const stands = (name: string, words: string, [start, end]: Span): void => {
    if (article.text.slice(start, end) !== words) report("fact-span", `the ${name} "${words}" is not at ${start} to ${end}.`);
  };
  if (evidence.article !== article.id) report("fact-span", `its evidence is in article "${evidence.article}".`);
  stands("quote", evidence.quote, [evidence.start, evidence.end]);
  stands("subject", subject.mention, subject.span);
  stands("object", object.mention, object.span);
  if (fact.time !== null) stands("time", fact.time.mention, fact.time.span);
  if (fact.attribution !== null) stands("attribution", fact.attribution.mention, fact.attribution.span);
  const relation = ontology.relations.get(fact.relation);
  if (relation === undefined) {
    report("fact-relation", `the ontology declares no relation "${fact.relation}".`);
  } else {
    if (!fits(ontology, subject.type, relation.domain)) report("fact-type", `a ${subject.type} cannot be its subject.`);
    if (
      relation.objectKind === "date" ? !isDateRef(object) : relation.objectKind === "amount" ? !isAmountRef(object) : !isEntityRef(object)
    )
      report("fact-type", `its object is not of kind "${relation.objectKind}".`);
    else if (isEntityRef(object) && !fits(ontology, object.type, relation.range))
      report("fact-type", `a ${object.type} cannot be its object.`);
  }
  if (factId(fact) !== fact.id) report("fact-id", "its id does not follow from its content.");
  return problems;
}
