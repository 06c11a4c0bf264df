// Status of a predicate from the words that govern it: negation, modals, plans, proposals, cancellations. Attribution: who says it.
import type { Sentence } from "../language/token.ts";
import type { Status } from "./fact.ts";
import { caseOf } from "./roles.ts";

const PLAN_VERB =
  /^(?:aim|plan|seek|intend|hope|want|try|pledge|promise|propose|strive|prepare|look|agree|consider|vow|commit|expect|target|offer|discuss|explore|negotiate|mull|bid)$/;
const PLAN_NOUN =
  /^(?:plan|ambition|goal|aim|intention|target|bid|effort|proposal|push|drive|vision|commitment|pledge|promise|talk|negotiation|offer)$/;
const DROP_VERB = /^(?:scrap|cancel|drop|abandon|halt|suspend|shelve|revoke|rescind|withdraw|repeal|reverse|block|stop|terminate)$/;
const DENY_VERB = /^(?:deny|refuse|fail|decline|reject)$/;
const base = (deprel: string): string => deprel.split(":")[0] ?? "";

/** Reads the status of the predicate at token `at`. The strongest reading on the way up wins: cancelled, negated, planned, required, possible. */
export function statusOf(sentence: Sentence, at: number): Status {
  const found = new Set<Status>();
  let first = true;
  for (let k = at, hops = 0; k >= 0 && hops < 7; hops++) {
    const token = sentence.tokens[k];
    if (token === undefined) break;
    readAuxiliaries(sentence, k, first, found);
    const head = sentence.tokens[token.head];
    const relation = base(token.deprel);
    if (head === undefined) break;
    if (/^(?:xcomp|acl|advcl|ccomp|obj|nmod|obl|csubj)$/.test(relation) && token.deprel !== "acl:relcl") {
      const isTo = caseOf(sentence, k).startsWith("to");
      if (head.upos !== "NOUN" && PLAN_VERB.test(head.lemma) && (relation === "xcomp" || relation === "ccomp" || isTo))
        found.add("planned");
      if (head.upos === "NOUN" && PLAN_NOUN.test(head.lemma) && /^(?:acl|nmod)$/.test(relation)) found.add("planned");
      if (first && isTo && relation === "advcl") found.add("planned");
      if (DROP_VERB.test(head.lemma) && head.upos === "VERB") found.add("cancelled");
      if (DENY_VERB.test(head.lemma) && head.upos === "VERB" && /^(?:xcomp|ccomp|obj)$/.test(relation)) found.add("negated");
      if (/^(?:able|likely|unlikely|possible)$/.test(head.lemma)) found.add("possible");
      if (/^(?:set|due|poised|ready|expected|slated)$/.test(head.text) && isTo) found.add("planned");
    } else if (relation !== "conj") break;
    if (token.upos === "VERB" && (relation === "obj" || relation === "obl")) break;
    k = token.head;
    first = false;
  }
  for (const status of ["cancelled", "negated", "possible", "planned", "required"] as const) if (found.has(status)) return status;
  return "asserted";
}

function readAuxiliaries(sentence: Sentence, at: number, first: boolean, found: Set<Status>): void {
  for (const child of sentence.children[at] ?? []) {
    const { lemma, text, upos, deprel } = sentence.tokens[child] ?? { lemma: "", text: "", upos: "", deprel: "" };
    if (first && (lemma === "not" || /^(?:never|n['’]t)$/i.test(text)) && base(deprel) === "advmod") found.add("negated");
    if (first && deprel === "det" && lemma === "no") found.add("negated");
    if (upos !== "AUX") continue;
    if (/^(?:could|may|might|would|can)$/i.test(text)) found.add("possible");
    if (/^(?:will|['’]ll|shall)$/i.test(text)) found.add("planned");
    if (/^(?:must|should)$/i.test(text)) found.add("required");
  }
  const mark = (sentence.children[at] ?? []).map((child) => sentence.tokens[child]?.lemma);
  if (first && mark.includes("if")) found.add("possible");
}
