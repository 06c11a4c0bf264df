// The last step of every extractor that reads trees: what was found in a sentence becomes a fact with its evidence and its id.
import type { Sentence } from "../language/token.ts";
import type { Span } from "../problem.ts";
import { type Fact, isDateRef } from "./fact.ts";
import { factId } from "./id.ts";

/** What an extractor knows of a fact; the rest follows from where it stands. */
export interface FactParts extends Omit<Fact, "id" | "evidence"> {
  readonly trigger: Span | null;
}

/** Makes a fact of a sentence. The date that is its object is not its time as well. */
export function makeFact(
  { trigger, ...parts }: FactParts,
  sentence: Sentence,
  article: { readonly articleId: string; readonly text: string },
): Fact {
  const { subject, relation, object, status, attribution, qualifiers, extractor, rule, confidence, reasons } = parts;
  const time = parts.time !== null && isDateRef(object) && parts.time.value === object.value ? null : parts.time;
  const [start, end] = sentence.span;
  const evidence = { article: article.articleId, start, end, quote: article.text.slice(start, end), trigger };
  const fact = { subject, relation, object, status, attribution, time, qualifiers, evidence, extractor, rule, confidence, reasons };
  return { ...fact, id: factId(fact) };
}
