// Checks of one fact against its article and the ontology: its words at their spans, its types, its id. Never throws.
import { fits, type Ontology } from "../ontology/ontology.ts";
import type { Problem, ProblemCode, Span } from "../problem.ts";
import type { Article } from "../text/article.ts";
import { type Fact, isAmountRef, isDateRef, isEntityRef, STATUSES } from "./fact.ts";
import { factId } from "./id.ts";

/** Says everything that is wrong with a fact of this article; an empty list means that it may stand. */
export function checkFact(fact: Fact, article: Article, ontology: Ontology): Problem[] {
  const problems = [...checkWords(fact, article.text), ...checkTypes(fact, ontology)];
  const { article: id } = fact.evidence;
  if (id !== article.id) problems.push(problemOf(fact, "fact-span", `its evidence is in article "${id}"`));
  if (factId(fact) !== fact.id) problems.push(problemOf(fact, "fact-id", "its id does not follow from its content"));
  return problems.map((problem) => ({ ...problem, file: article.file }));
}

/** A Problem about a fact, without a place. */
export function problemOf(fact: Fact, code: ProblemCode, message: string): Problem {
  return { level: "error", code, message: `fact ${fact.id}: ${message}` };
}

/** Checks that the quote and every mention stand at their spans of the text, and that the trigger lies inside it. Problems: fact-span. */
export function checkWords(fact: Fact, text: string): Problem[] {
  const problems: Problem[] = [];
  for (const { name, words, span } of quotations(fact)) {
    const found = text.slice(span[0], span[1]);
    if (found !== words || words === "")
      problems.push(problemOf(fact, "fact-span", `the ${name} "${words}" is not at ${span[0]}–${span[1]}; there stands "${found}"`));
  }
  const { trigger } = fact.evidence;
  if (trigger !== null && !(trigger[0] >= 0 && trigger[0] < trigger[1] && trigger[1] <= text.length))
    problems.push(problemOf(fact, "fact-span", "its trigger lies outside the article"));
  return problems;
}

function quotations({ subject, object, time, attribution, qualifiers, evidence }: Fact): { name: string; words: string; span: Span }[] {
  const amounts = Object.values(qualifiers).filter((value) => typeof value !== "string");
  const mentions = [
    { name: "subject", ref: subject },
    { name: "object", ref: object },
    { name: "time", ref: time },
    { name: "attribution", ref: attribution },
    ...amounts.map((ref) => ({ name: "amount", ref })),
  ];
  return [
    { name: "quote", words: evidence.quote, span: [evidence.start, evidence.end] as const },
    ...mentions.flatMap(({ name, ref }) => (ref === null ? [] : [{ name, words: ref.mention, span: ref.span }])),
  ];
}

/** Checks status, relation, domain, range and kind of object. Problems: fact-line, fact-relation, fact-type. */
export function checkTypes(fact: Fact, ontology: Ontology): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, message: string): void => {
    problems.push(problemOf(fact, code, message));
  };
  if (!(STATUSES as readonly string[]).includes(fact.status)) report("fact-line", `unknown status "${fact.status}"`);
  const relation = ontology.relations.get(fact.relation);
  if (relation === undefined) {
    report("fact-relation", `the ontology declares no relation "${fact.relation}"`);
    return problems;
  }
  const { subject, object } = fact;
  if (!fits(ontology, subject.type, relation.domain))
    report("fact-type", `${subject.label} is of class ${subject.type}, outside the domain of ${relation.id}`);
  const isKind = relation.objectKind === "date" ? isDateRef : relation.objectKind === "amount" ? isAmountRef : isEntityRef;
  if (!isKind(object)) report("fact-type", `the object of ${relation.id} is not of kind "${relation.objectKind}"`);
  else if (isEntityRef(object) && !fits(ontology, object.type, relation.range))
    report("fact-type", `${object.label} is of class ${object.type}, outside the range of ${relation.id}`);
  return problems;
}
