// The frame extractor: for every word that can trigger a frame, finds the heads of the frame's two slots in the tree or among the words, and
// makes a fact of each pair that domain and range allow. What came close and was refused is said, with the reason.
import type { Document, Sentence } from "../language/token.ts";
import type { DocumentMentions } from "../mentions/find.ts";
import { overlap, type Span } from "../problem.ts";
import {
  type Argument,
  type ArgumentContext,
  amountArgument,
  clauseArgument,
  dateArgument,
  entityArgument,
  topicArgument,
} from "./arguments.ts";
import { attributionOf } from "./attribution.ts";
import { framesAt, type Triggered } from "./compile.ts";
import { confidenceOf } from "./confidence.ts";
import type { Dropped, Extractor, ExtractorContext, Proposals } from "./extractor.ts";
import { type Fact, type FactObject, isEntityRef, STATUSES, type Status } from "./fact.ts";
import { objectKey } from "./id.ts";
import { makeFact } from "./make.ts";
import { compareFacts } from "./order.ts";
import { fillers, spread } from "./roles.ts";
import { statusOf } from "./status.ts";
import { timeOf } from "./time.ts";
import { matchWords } from "./words.ts";

/** Roles filled by order or by a bare possessive: only names of a sure class may fill them. */
const LOOSE = /^(?:comp|hyphen|right|poss)$/;

/** Subject role of a frame whose subject is what the article is about. */
const TOPIC = "topic";

/** The extractor of frames. */
export const framesExtractor: Extractor = { name: "frames", extract: extractByFrames };

interface Match extends Triggered {
  readonly sentence: Sentence;
  readonly context: ArgumentContext;
}

/** Heads of the slots, coordination undone. */
interface Heads {
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
}

function extractByFrames(document: Document, mentions: DocumentMentions, given: ExtractorContext): Proposals {
  const context: ArgumentContext = { ...given, mentions, text: document.article.text, articleId: document.article.id };
  const found = new Map<string, Fact>();
  const dropped: Dropped[] = [];
  for (const sentence of document.sentences) {
    if (sentence.kind === "heading") continue;
    for (let at = 0; at < sentence.tokens.length; at++)
      for (const triggered of framesAt(context.ontology, sentence, at)) {
        const facts = factsOf({ ...triggered, sentence, context });
        if (typeof facts === "string") {
          const trigger = sentence.tokens.slice(...triggered.tokens).map(({ text }) => text);
          dropped.push({ rule: triggered.compiled.frame.id, reason: facts, trigger: trigger.join(" "), start: sentence.span[0] });
          continue;
        }
        for (const fact of facts) {
          const key = `${sentence.index} ${fact.subject.id} ${fact.relation} ${objectKey(fact.object)}`;
          const other = found.get(key);
          if (other === undefined || other.confidence < fact.confidence) found.set(key, fact);
        }
      }
  }
  return { facts: [...found.values()].sort(compareFacts), dropped };
}

/** The facts of the first reading of a frame at a trigger that gives any, surely typed readings first; or why there are none. */
function factsOf(match: Match): readonly Fact[] | string {
  const all = [...readings(match)];
  let refusal = "the words around the trigger do not fit";
  const { accepts } = match.compiled.frame;
  for (const sure of accepts === "names" && all.length > 1 ? [true, false] : [accepts === "typed names only"])
    for (const heads of all) {
      const facts = typeof heads === "string" ? heads : factsOfHeads(match, heads, sure ? "typed names" : "names");
      if (typeof facts !== "string") return facts;
      refusal = facts;
    }
  return refusal;
}

function factsOfHeads(match: Match, heads: Heads, accept: "typed names" | "names"): readonly Fact[] | string {
  const { compiled, sentence, context, tokens } = match;
  const trigger = tokens[1] - 1;
  const subjects: readonly Argument[] =
    compiled.frame.form.subject === TOPIC
      ? [topicArgument(sentence, compiled.subjectClasses, context) ?? []].flat()
      : heads.subjects.flatMap((head) => entityArgument(sentence, head, compiled.subjectClasses, context, accept) ?? []);
  if (subjects.length === 0) return `no subject of a fitting class (${compiled.subjectClasses.join(", ")})`;
  const objects = heads.objects.flatMap((head) => objectOf(match, head, accept) ?? []);
  if (objects.length === 0) return `no object of a fitting kind (${compiled.objectClasses.join(", ") || compiled.relation.objectKind})`;
  const own = STATUSES.find((status): status is Status => status === compiled.frame.status);
  const read = statusOf(sentence, trigger);
  const clause = {
    status: read === "asserted" && own !== undefined ? own : read,
    time: timeOf(sentence, trigger, context.mentions.values),
    attribution: attributionOf(sentence, trigger, context),
  };
  const out: Fact[] = [];
  for (const subject of subjects) for (const object of objects) out.push(...factOf(match, subject, object, clause));
  return out.length > 0 ? out : "subject and object are the same";
}

/** Heads of the two slots, for each reading; words say why there is none. */
function* readings({ compiled, sentence, context, tokens }: Match): Generator<Heads | string> {
  const { form } = compiled.frame;
  const trigger = tokens[1] - 1;
  const isEntity = compiled.relation.objectKind === "entity" || compiled.relation.objectKind === "phrase";
  const spreadNames = (heads: readonly number[]): number[] => spread(sentence, heads, context.mentions);
  if (form.kind === "words") {
    const byRole = form.subject === null ? [] : fillers(sentence, trigger, form.subject);
    for (const { subject, object } of matchWords(sentence, context.mentions, form, tokens))
      yield { subjects: spreadNames(subject === undefined ? byRole : [subject]), objects: isEntity ? spreadNames([object]) : [object] };
    return;
  }
  for (const { role, isNot, words } of form.conditions) {
    const is = fillers(sentence, trigger, role).some((head) => words.includes(sentence.tokens[head]?.lemma ?? ""));
    if (is !== isNot) continue;
    yield `${role} is ${isNot ? "" : "not "}${words.join(" or ")}`;
    return;
  }
  const subjects = fillers(sentence, trigger, form.subject);
  const objects = fillers(sentence, trigger, form.object);
  if (subjects.length === 0 && form.subject !== TOPIC) yield `nothing stands as ${form.subject}`;
  else if (objects.length === 0) yield `nothing stands as ${form.object}`;
  else yield { subjects: spreadNames(subjects), objects: isEntity && !form.object.endsWith("clause") ? spreadNames(objects) : objects };
}

function objectOf({ compiled, sentence, context }: Match, head: number, accept: "typed names" | "names"): Argument | FactObject | null {
  const { relation, objectClasses, frame } = compiled;
  if (relation.objectKind === "amount") {
    const amount = amountArgument(sentence, head, context);
    const isMoney = amount?.unit !== undefined && amount.unit !== "%";
    return amount !== null && (frame.unit === null || (frame.unit === "money") === isMoney) ? amount : null;
  }
  if (relation.objectKind === "date") return dateArgument(sentence, head, context);
  if (frame.form.kind === "path" && frame.form.object.endsWith("clause")) {
    const [type] = objectClasses;
    const ref = type === undefined ? null : clauseArgument(sentence, head, type, context);
    return ref === null ? null : { ref, coreference: false, known: false };
  }
  if (relation.objectKind === "phrase" || frame.accepts === "phrases")
    return entityArgument(sentence, head, objectClasses, context, "phrases");
  const isLoose = frame.accepts !== "names" || (frame.form.kind === "path" && LOOSE.test(frame.form.object));
  return entityArgument(sentence, head, objectClasses, context, isLoose ? "typed names" : accept);
}

function factOf(
  match: Match,
  subject: Argument,
  object: Argument | FactObject,
  clause: Pick<Fact, "status" | "time" | "attribution">,
): Fact[] {
  const { compiled, sentence, context, tokens } = match;
  const target = "ref" in object ? object.ref : object;
  if (isEntityRef(target) && (target.id === subject.ref.id || clash(subject.ref.span, target.span))) return [];
  const { confidence, reasons } = confidenceOf({
    frame: compiled.frame,
    subject,
    object: "ref" in object ? object : null,
    status: clause.status,
  });
  const [first, last] = [sentence.tokens[tokens[0]], sentence.tokens[tokens[1] - 1]];
  const trigger = first === undefined || last === undefined ? null : ([first.span[0], last.span[1]] as const);
  const parts = {
    ...clause,
    subject: subject.ref,
    relation: compiled.relation.id,
    object: target,
    qualifiers: compiled.frame.qualifier === null || trigger === null ? {} : { [compiled.frame.qualifier]: context.text.slice(...trigger) },
    trigger,
    extractor: framesExtractor.name,
    rule: compiled.frame.id,
    confidence,
    reasons,
  };
  return [makeFact(parts, sentence, context)];
}

/** Tells whether two slots took the same words; a described subject may hold its object ("US chip rules"). */
const clash = ([start, end]: Span, other: Span): boolean => {
  const holds = start <= other[0] && other[1] <= end && end - start > other[1] - other[0];
  return !holds && overlap([start, end], other);
};
