// Predicate-argument structure over a dependency tree: for a trigger word, the heads that fill each role, with voice, relative clauses,
// participles, control and coordination undone. Roles: subj, obj, poss, comp, appos, is (copula or apposition), and prep:X.
import type { Sentence } from "../language/token.ts";
import type { DocumentMentions } from "../mentions/find.ts";

const base = (deprel: string): string => deprel.split(":")[0]!;
const RELATIVE = /^(?:who|whom|which|that)$/i;
/** Words of quantity and kind, which stand for what follows "of". */
const CONTAINER =
  /^(?:family|range|series|line|suite|set|number|array|version|kind|type|variety|host|fleet|portfolio|collection|generation|pair|lot|dozen|hundred|thousand|one|part|all|some|many|most|several|form|majority|handful|bulk)$/;
const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM|SYM|X|ADJ)$/;

function children(s: Sentence, i: number, ...relations: string[]): number[] {
  return (s.children[i] ?? []).filter((c) => relations.includes(s.tokens[c]!.deprel) || relations.includes(base(s.tokens[c]!.deprel)));
}

/** Prepositions of a dependent, as one lower-case string ("such as"). */
export function caseOf(s: Sentence, i: number): string {
  return children(s, i, "case", "mark")
    .flatMap((c) => [c, ...children(s, c, "fixed")])
    .sort((a, b) => a - b)
    .map((c) => s.tokens[c]!.text.toLowerCase())
    .join(" ");
}

/** A head with the nominals coordinated to it. */
export function withConjuncts(s: Sentence, head: number): number[] {
  const out = [head];
  for (let k = 0; k < out.length; k++)
    for (const c of children(s, out[k]!, "conj")) {
      const t = s.tokens[c]!;
      if (NOMINAL.test(t.upos) && !out.includes(c) && children(s, c, "nsubj", "cop").length === 0) out.push(c);
    }
  return out;
}

/** Members that a list introduces: "firms such as A and B", "giants, including A". Empty when there is no such list. */
export function members(s: Sentence, head: number): number[] {
  const scan = (i: number, depth: number): number[] =>
    (s.children[i] ?? []).flatMap((c) => {
      if (c <= head) return [];
      if (/^(?:including|like|such as|such)$/.test(caseOf(s, c))) return withConjuncts(s, c);
      return depth > 0 && base(s.tokens[c]!.deprel) === "nmod" ? scan(c, depth - 1) : [];
    });
  return scan(head, 1);
}

/** Heads with all that is coordinated to them or listed under them, by the tree and, for names, by commas and "and". */
export function spread(s: Sentence, heads: readonly number[], mentions: DocumentMentions): number[] {
  const all = heads.flatMap((head) => withConjuncts(s, head).flatMap((one) => [...contents(s, one), ...listed(s, one, mentions)]));
  return [...new Set(all.flatMap((head) => [head, ...members(s, head)]))];
}

/** What a word of quantity or kind stands for ("a family of models" are models); the word itself when it is none. */
function contents(s: Sentence, head: number): number[] {
  if (!CONTAINER.test(s.tokens[head]!.lemma)) return [head];
  const inner = children(s, head, "nmod").filter((c) => caseOf(s, c) === "of");
  return inner.length > 0 ? inner.flatMap((c) => withConjuncts(s, c)) : [head];
}

/** Names that follow a name in a list closed by "and" or "or"; the tree often loses the far end of one. */
function listed(s: Sentence, head: number, mentions: DocumentMentions): number[] {
  const out: number[] = [];
  for (let at = mentions.at(s.index, head); at !== null && at.kind === "name"; ) {
    let next = at.tokens[1];
    const comma = s.tokens[next]?.text === ",";
    if (comma) next++;
    const closes = /^(?:and|or)$/.test(s.tokens[next]?.text ?? "");
    if (closes) next++;
    if (!comma && !closes) return [];
    if (/^(?:the)$/.test(s.tokens[next]?.text ?? "")) next++;
    const name = mentions.at(s.index, next);
    if (name === null || name.kind !== "name" || name.tokens[0] !== next) return [];
    out.push(name.head);
    // "…, and Beta grew": the last name opens a clause of its own.
    if (closes) return /^(?:VERB|AUX|PART)$/.test(s.tokens[name.tokens[1]]?.upos ?? "") ? [] : out;
    at = name;
  }
  return [];
}

export function isPassive(s: Sentence, v: number): boolean {
  const t = s.tokens[v]!;
  if (children(s, v, "aux:pass", "nsubj:pass").length > 0) return true;
  // A bare participle: "a round led by Acme", "Led by Acme, Beta raised".
  const isParticiple =
    (base(t.deprel) === "acl" && t.deprel !== "acl:relcl" && /^VB[ND]$/.test(t.xpos)) || (base(t.deprel) === "advcl" && t.xpos === "VBN");
  return isParticiple && children(s, v, "nsubj", "obj", "aux").length === 0;
}

/** The surface subject of a verb: its own, its antecedent's, or the one that control and coordination lend it. */
export function surfaceSubjects(s: Sentence, v: number, hops = 0): number[] {
  const own = children(s, v, "nsubj", "csubj");
  const t = s.tokens[v]!;
  const relation = base(t.deprel);
  if (own.length > 0) {
    if (!RELATIVE.test(s.tokens[own[0]!]!.text)) return own;
    return t.deprel.startsWith("acl") && t.head >= 0 ? [t.head] : [];
  }
  if (t.head < 0 || hops > 4) return [];
  const head = s.tokens[t.head]!;
  if (relation === "acl") {
    const infinitive = children(s, v, "mark").some((c) => s.tokens[c]!.lemma === "to");
    if (!infinitive) return [t.head];
    const owner = children(s, t.head, "nmod:poss");
    if (owner.length > 0) return owner;
    // "is in talks to buy": the noun is a predicate with a subject of its own.
    if (children(s, t.head, "nsubj").length > 0) return surfaceSubjects(s, t.head, hops + 1);
    return base(head.deprel) === "obj" && head.head >= 0 ? surfaceSubjects(s, head.head, hops + 1) : [t.head];
  }
  // "praised the agency for issuing rules": the praised one issued.
  if (relation === "advcl" && children(s, v, "mark").some((c) => s.tokens[c]!.lemma === "for")) {
    const object = children(s, t.head, "obj");
    if (
      object.length > 0 &&
      /^(?:applaud|praise|thank|criticize|criticise|blame|fine|sue|accuse|slam|condemn|fault|punish|credit)$/.test(head.lemma)
    )
      return object;
  }
  if (relation === "xcomp") {
    const object = children(s, t.head, "obj");
    if (object.length > 0 && /^(?:allow|enable|permit|ask|require|force|urge|tell|help|order|bar|ban|prohibit)$/.test(head.lemma))
      return object;
  }
  if (/^(?:xcomp|advcl|conj|ccomp|parataxis)$/.test(relation))
    return NOMINAL.test(head.upos) && head.upos !== "ADJ" && relation !== "conj" ? [t.head] : surfaceSubjects(s, t.head, hops + 1);
  return [];
}

/** Dependents with a preposition, of the trigger or of its object. */
function prepositional(s: Sentence, i: number, preposition: string): number[] {
  const own = [i, ...children(s, i, "obj")];
  const found = own.flatMap((k) => children(s, k, "obl", "nmod", "advcl").filter((c) => caseOf(s, c) === preposition));
  return found;
}

/** Heads that fill `role` of the trigger, coordination not yet spread out. "obj.prep:of" is a role of the trigger's object. */
export function fillers(s: Sentence, trigger: number, role: string): number[] {
  const t = s.tokens[trigger]!;
  const dot = role.indexOf(".");
  if (dot > 0) return fillers(s, trigger, role.slice(0, dot)).flatMap((head) => fillers(s, head, role.slice(dot + 1)));
  if (role === "prt") return children(s, trigger, "compound:prt", "advmod");
  if (role === "clause") return clauses(s, trigger);
  if (role.startsWith("prep:"))
    return role
      .slice(5)
      .split("/")
      .flatMap((p) => prepositional(s, trigger, p));
  if (role === "self") return [trigger];
  if (role === "hyphen") return s.tokens[trigger - 1]?.text === "-" && trigger > 1 ? [trigger - 2] : [];
  if (role === "right") return nameRun(s, trigger + 1);
  if (t.upos === "VERB" || t.upos === "AUX") return verbFillers(s, trigger, role);
  return nounFillers(s, trigger, role);
}

/** Infinitive clauses under a word: "plans to build", "its aim to lead". */
function clauses(s: Sentence, trigger: number): number[] {
  return (s.children[trigger] ?? []).filter(
    (child) =>
      child > trigger &&
      /^(?:xcomp|advcl|acl|ccomp)$/.test(s.tokens[child]!.deprel) &&
      (s.children[child] ?? []).some((mark) => s.tokens[mark]!.lemma === "to" && mark < child),
  );
}

function verbFillers(s: Sentence, v: number, role: string): number[] {
  const passive = isPassive(s, v);
  const byAgent = children(s, v, "obl").filter((c) => caseOf(s, c) === "by");
  if (role === "subj") return passive ? byAgent : surfaceSubjects(s, v);
  if (role === "obj") {
    if (passive) return surfaceSubjects(s, v);
    const own = children(s, v, "obj");
    if (own.length > 0) return own;
    // "the model that Acme built": the object is the antecedent.
    const t = s.tokens[v]!;
    return t.deprel === "acl:relcl" && t.head >= 0 && children(s, v, "nsubj").some((c) => !RELATIVE.test(s.tokens[c]!.text))
      ? [t.head]
      : [];
  }
  return role === "patient" && passive ? surfaceSubjects(s, v) : [];
}

/** Proper nouns that stand right after a word, over adjectives and nouns between. Holds where the tree of a long noun phrase is wrong. */
function nameRun(s: Sentence, from: number): number[] {
  const out: number[] = [];
  for (let k = from; k < s.tokens.length; k++) {
    const { upos, text } = s.tokens[k] ?? { upos: "", text: "" };
    if (upos === "PROPN") out.push(k);
    else if (out.length > 0 || !(upos === "ADJ" || upos === "NOUN" || text === "-")) break;
  }
  return out;
}

/** Words of the same noun phrase before its head, by order and not by tree: a long phrase is where the parser fails. */
function modifiers(s: Sentence, n: number): number[] {
  const out = children(s, n, "compound", "amod", "nmod", "nummod").filter((c) => c < n);
  for (let k = n - 1; k >= 0; k--) {
    const { upos, text } = s.tokens[k] ?? { upos: "", text: "" };
    if (!/^(?:ADJ|NOUN|PROPN|NUM)$/.test(upos) && !/^[-()]$/.test(text)) break;
    if (upos !== "PUNCT" && !out.includes(k)) out.push(k);
  }
  return out;
}

function nounFillers(s: Sentence, n: number, role: string): number[] {
  const t = s.tokens[n]!;
  if (role === "poss") return children(s, n, "nmod:poss");
  if (role === "comp") return modifiers(s, n);
  if (role === "subj" || role === "is") {
    const copula = children(s, n, "cop").length > 0 ? children(s, n, "nsubj") : [];
    const subject = copula.filter((c) => !RELATIVE.test(s.tokens[c]!.text));
    if (copula.length > 0 && subject.length === 0 && t.deprel === "acl:relcl" && t.head >= 0) return [t.head];
    const host = base(t.deprel) === "appos" && t.head >= 0 ? [t.head] : [];
    const named = [...children(s, n, "appos", "flat"), ...nameRun(s, n + 1).slice(0, 1)];
    // "chipmaker Acme": the trigger stands as a compound before the name.
    const wearer = base(t.deprel) === "compound" && t.head > n ? [t.head] : [];
    const via = base(t.deprel) === "conj" && t.head >= 0 && s.tokens[t.head]!.upos === "NOUN" ? nounFillers(s, t.head, role) : [];
    const as = caseOf(s, n) === "as" && t.head >= 0 && s.tokens[t.head]!.upos === "VERB" ? children(s, t.head, "obj", "nsubj:pass") : [];
    return [subject, host, named, wearer, via, as].find((x) => x.length > 0) ?? [];
  }
  if (role === "obj") return prepositional(s, n, "of");
  return [];
}
