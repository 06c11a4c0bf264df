// The frame extractor: for every word that can trigger a frame, fills the frame's two slots through roles and gates them by domain and range.
// A frame's pattern is a path, "path: subj verb obj": role of the subject, part of speech of the trigger, role of the object.
import type { Document, Sentence } from "../language/token.ts";
import type { DocumentMentions } from "../mentions/find.ts";
import type { Frame, Ontology, Relation } from "../ontology/ontology.ts";
import { type Argument, type ArgumentContext, amountArgument, clauseArgument, dateArgument, entityArgument } from "./arguments.ts";
import { attributionOf } from "./attribution.ts";
import { confidenceOf } from "./confidence.ts";
import type { Dropped, Extractor, ExtractorContext, Proposals } from "./extractor.ts";
import type { Fact, FactObject, Status } from "./fact.ts";
import { STATUSES } from "./fact.ts";
import { factId } from "./id.ts";
import { fillers, members, withConjuncts } from "./roles.ts";
import { statusOf } from "./status.ts";
import { timeOf } from "./time.ts";

/** A frame compiled for matching. */
export interface CompiledFrame {
  readonly frame: Frame;
  readonly relation: Relation;
  readonly subjectRole: string;
  readonly objectRole: string;
  readonly subjectClasses: readonly string[];
  readonly objectClasses: readonly string[];
}

/** Compiled frames by part of speech and trigger lemma. */
export type FrameIndex = ReadonlyMap<string, readonly CompiledFrame[]>;

/** Roles filled by order or by a bare possessive: only names of a sure class may fill them. */
const LOOSE = /^(?:comp|hyphen|right|poss)$/;
const POS: Readonly<Record<string, readonly string[]>> = { verb: ["VERB"], noun: ["NOUN", "PROPN"], adj: ["ADJ", "VERB"], name: ["PROPN"] };
const cache = new WeakMap<Ontology, FrameIndex>();

/** Compiles all frames of an ontology, once. Frames whose pattern is not a path are left out, unreported so far. */
export function compileFrames(ontology: Ontology): FrameIndex {
  const known = cache.get(ontology);
  if (known !== undefined) return known;
  const index = new Map<string, CompiledFrame[]>();
  for (const frame of ontology.frames) {
    const path = /^path:\s*(\S+)\s+(verb|noun|adj|name)\s+(\S+)$/.exec(frame.pattern);
    const relation = ontology.relations.get(frame.relation);
    if (path === null || relation === undefined) continue;
    const [, subjectRole = "", pos = "", objectRole = ""] = path;
    const compiled: CompiledFrame = {
      frame,
      relation,
      subjectRole,
      objectRole,
      subjectClasses: frame.subjectClasses.length > 0 ? frame.subjectClasses : relation.domain,
      objectClasses: frame.objectClasses.length > 0 ? frame.objectClasses : relation.range,
    };
    for (const upos of POS[pos] ?? [])
      for (const trigger of frame.triggers) {
        const key = `${upos} ${trigger}`;
        index.set(key, [...(index.get(key) ?? []), compiled]);
      }
  }
  cache.set(ontology, index);
  return index;
}

/** The extractor of frames. */
export const framesExtractor: Extractor = { name: "frames", extract: extractByFrames };

interface Match {
  readonly sentence: Sentence;
  readonly trigger: number;
  readonly compiled: CompiledFrame;
}

/** Extracts facts by frames. Sorted by place; one fact per claim and sentence. */
function extractByFrames(document: Document, mentions: DocumentMentions, context: ExtractorContext): Proposals {
  const index = compileFrames(context.ontology);
  const argumentContext: ArgumentContext = { ...context, mentions, text: document.article.text };
  const found = new Map<string, Fact>();
  const dropped: Dropped[] = [];
  for (const sentence of document.sentences) {
    if (sentence.kind === "heading") continue;
    for (const [trigger, token] of sentence.tokens.entries())
      for (const compiled of [
        ...(index.get(`${token.upos} ${token.lemma}`) ?? []),
        ...(token.upos === "PROPN" ? (index.get("PROPN *") ?? []) : []),
      ]) {
        const match: Match = { sentence, trigger, compiled };
        for (const fact of factsOf(match, document, argumentContext, dropped)) {
          const key = `${sentence.index} ${fact.subject.id} ${fact.relation} ${JSON.stringify("id" in fact.object ? fact.object.id : fact.object.value)}`;
          const other = found.get(key);
          if (other === undefined || other.confidence < fact.confidence) found.set(key, fact);
        }
      }
  }
  return { facts: [...found.values()].sort((a, b) => a.evidence.start - b.evidence.start || (a.id < b.id ? -1 : 1)), dropped };
}

function spread(sentence: Sentence, heads: readonly number[]): number[] {
  const all = heads.flatMap((head) => withConjuncts(sentence, head));
  return [...new Set(all.flatMap((head) => [head, ...members(sentence, head)]))];
}

function* factsOf(match: Match, document: Document, context: ArgumentContext, dropped: Dropped[]): Generator<Fact> {
  const { sentence, trigger, compiled } = match;
  const { frame, relation } = compiled;
  const objects = objectsOf(match, context);
  if (objects.length === 0) return;
  const subjects: Argument[] = [];
  for (const head of spread(sentence, fillers(sentence, trigger, compiled.subjectRole))) {
    const argument = entityArgument(
      sentence,
      head,
      compiled.subjectClasses,
      context,
      frame.triggers.includes("*") ? "typed names" : "names",
    );
    if (argument !== null) subjects.push(argument);
  }
  if (subjects.length === 0) {
    dropped.push({ rule: frame.id, reason: "no subject of a fitting class", quote: document.article.text.slice(...sentence.span) });
    return;
  }
  const own = STATUSES.find((status): status is Status => status === frame.status);
  const read = statusOf(sentence, trigger);
  const status = read === "asserted" && own !== undefined ? own : read;
  const time = timeOf(sentence, trigger, context.mentions.values);
  const attribution = attributionOf(sentence, trigger, context);
  const token = sentence.tokens[trigger];
  for (const subject of subjects)
    for (const object of objects) {
      const target = "ref" in object ? object.ref : object;
      if ("id" in target && (target.id === subject.ref.id || overlaps(target.span, subject.ref.span))) continue;
      const { confidence, reasons } = confidenceOf({ frame, subject, object: "ref" in object ? object : null, status });
      const fact: Omit<Fact, "id"> = {
        subject: subject.ref,
        relation: relation.id,
        object: target,
        status,
        attribution,
        time: time !== null && "datatype" in target && time.value === target.value ? null : time,
        qualifiers: {},
        evidence: {
          article: document.article.id,
          start: sentence.span[0],
          end: sentence.span[1],
          quote: document.article.text.slice(...sentence.span),
          trigger: token === undefined ? null : token.span,
        },
        extractor: "frames",
        rule: frame.id,
        confidence,
        reasons,
      };
      yield { ...fact, id: factId(fact) };
    }
}

const overlaps = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[1] && b[0] < a[1];

function objectsOf(match: Match, context: ArgumentContext): (Argument | FactObject)[] {
  const { sentence, trigger, compiled } = match;
  const { relation, objectRole, objectClasses } = compiled;
  const heads = objectRole === "self" ? [trigger] : fillers(sentence, trigger, objectRole);
  const out: (Argument | FactObject)[] = [];
  if (objectRole === "clause") {
    const [type] = objectClasses;
    if (type === undefined) return out;
    for (const head of clauses(sentence, trigger)) {
      const ref = clauseArgument(sentence, head, type, context);
      if (ref !== null) out.push({ ref, coreference: false, known: false });
    }
    return out;
  }
  for (const head of relation.objectKind === "entity" || relation.objectKind === "phrase" ? spread(sentence, heads) : heads) {
    const found =
      relation.objectKind === "amount"
        ? amountArgument(sentence, head, context)
        : relation.objectKind === "date"
          ? dateArgument(sentence, head, context)
          : entityArgument(sentence, head, objectClasses, context, LOOSE.test(objectRole) ? "typed names" : "phrases");
    if (found !== null) out.push(found);
  }
  return out;
}

/** Infinitive clauses under a word: "plans to build", "its aim to lead". */
function clauses(sentence: Sentence, trigger: number): number[] {
  return (sentence.children[trigger] ?? []).filter((child) => {
    const token = sentence.tokens[child];
    if (token === undefined || child < trigger || !/^(?:xcomp|advcl|acl|ccomp)$/.test(token.deprel)) return false;
    return (sentence.children[child] ?? []).some((mark) => sentence.tokens[mark]?.lemma === "to" && mark < child);
  });
}
