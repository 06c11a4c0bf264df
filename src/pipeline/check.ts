// Re-checks one fact against its article's text and the ontology, as if nobody had checked it before.
import { type Fact, isEntityRef, STATUSES } from "../facts/fact.ts";
import { fits, type Ontology } from "../ontology/ontology.ts";
import type { Problem, ProblemCode, Span } from "../problem.ts";

/** Gives what is wrong with a fact; `text` is null when the build lacks its article. Problems: fact-span, fact-relation, fact-type, fact-line. */
export function checkFact(fact: Fact, text: string | null, ontology: Ontology): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, message: string): void => {
    problems.push({ level: "error", code, message: `fact ${fact.id}: ${message}` });
  };
  if (!(STATUSES as readonly string[]).includes(fact.status)) report("fact-line", `unknown status "${fact.status}"`);
  checkTypes(fact, ontology, report);
  if (text === null) {
    report("fact-span", `its article "${fact.evidence.article}" is not in the build`);
    return problems;
  }
  for (const { name, words, span } of quotations(fact)) {
    const found = text.slice(span[0], span[1]);
    if (found !== words || words === "")
      report("fact-span", `the ${name} "${words}" is not at ${span[0]}–${span[1]}; there stands "${found}"`);
  }
  const { trigger } = fact.evidence;
  if (trigger !== null && !(trigger[0] >= 0 && trigger[0] < trigger[1] && trigger[1] <= text.length))
    report("fact-span", "its trigger lies outside the article");
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

function checkTypes(fact: Fact, ontology: Ontology, report: (code: ProblemCode, message: string) => void): void {
  const relation = ontology.relations.get(fact.relation);
  if (relation === undefined) {
    report("fact-relation", `the ontology declares no relation "${fact.relation}"`);
    return;
  }
  const { subject, object } = fact;
  if (!fits(ontology, subject.type, relation.domain))
    report("fact-type", `${subject.label} is of class ${subject.type}, outside the domain of ${relation.id}`);
  const isNode = relation.objectKind === "entity" || relation.objectKind === "phrase";
  if (isEntityRef(object) !== isNode) report("fact-type", `the object of ${relation.id} is of the wrong kind`);
  else if (isEntityRef(object) && !fits(ontology, object.type, relation.range))
    report("fact-type", `${object.label} is of class ${object.type}, outside the range of ${relation.id}`);
}
