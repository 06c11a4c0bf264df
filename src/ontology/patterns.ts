// The notation of frames: a pattern as written in, its parts or what is wrong with it out. Two forms, both read aloud easily:
//   "path: subj verb prep:in where obj is stake|interest"   over the tree: role of the subject, kind of trigger, role of the object
//   "words: [s] ,? a|an|the ~ T of [o]"                     over the words: slots, words, "?" for optional, "~" for modifiers, T the trigger
// The whole syntax is in ontology/README.md.

/** A condition on a path: a role's head must, or must not, be one of the words (lemmas). */
export interface Condition {
  readonly role: string;
  readonly isNot: boolean;
  readonly words: readonly string[];
}

export interface PathPattern {
  readonly kind: "path";
  readonly subject: string;
  readonly pos: "verb" | "noun" | "adj" | "name";
  readonly object: string;
  readonly conditions: readonly Condition[];
}

/** One step over the words: a slot, one of some words (form or lemma), or a run of modifiers. */
export type Element =
  | { readonly type: "slot"; readonly slot: "subject" | "object" }
  | { readonly type: "word"; readonly words: readonly string[]; readonly optional: boolean }
  | { readonly type: "modifiers" };

export interface WordsPattern {
  readonly kind: "words";
  /** Role in the tree that fills the subject instead of a slot: "words: subj T in [o]". */
  readonly subject: string | null;
  /** Left of the trigger, nearest first. */
  readonly left: readonly Element[];
  /** Right of the trigger, nearest first. */
  readonly right: readonly Element[];
}

export type Pattern = PathPattern | WordsPattern;

const ROLE = "(?:subj|obj|patient|poss|comp|is|self|hyphen|right|clause|prt|topic|prep:[a-z-]+(?:\\/[a-z-]+)*)";
/** A role, or the role of a role's filler: "obj.prep:of". */
const ROLES = new RegExp(`^${ROLE}(?:\\.${ROLE})*$`);

/** Reads a pattern; a string says what is wrong with it. */
export function parsePattern(text: string): Pattern | string {
  const [, kind = "", rest = ""] = /^(path|words):\s*(.*)$/s.exec(text.trim()) ?? [];
  if (kind === "path") return parsePath(rest);
  if (kind === "words") return parseWords(rest);
  return 'the pattern must start with "path:" or "words:"';
}

function parsePath(text: string): PathPattern | string {
  const [main = "", ...clauses] = text.split(/\s+where\s+|\s+and\s+/);
  const [subject = "", pos = "", object = "", ...more] = main.split(/\s+/);
  if (more.length > 0 || object === "") return `a path has a subject's role, verb, noun, adj or name, and an object's role, not "${main}"`;
  if (pos !== "verb" && pos !== "noun" && pos !== "adj" && pos !== "name") return `"${pos}" is none of verb, noun, adj, name`;
  const wrong = [subject, object].find((role) => !ROLES.test(role));
  if (wrong !== undefined) return `there is no role "${wrong}"`;
  const conditions: Condition[] = [];
  for (const clause of clauses) {
    const [, role = "", not, words = ""] = /^(\S+) is( not)? (\S+)$/.exec(clause) ?? [];
    if (!ROLES.test(role)) return `a condition reads "ROLE is word|word", not "${clause}"`;
    conditions.push({ role, isNot: not !== undefined, words: words.split("|") });
  }
  return { kind: "path", subject, pos, object, conditions };
}

function parseWords(text: string): WordsPattern | string {
  const [first = "", ...rest] = text.split(/\s+/);
  const role = first === "subj" || first === "poss" || first === "patient" ? first : null;
  const parts = role === null ? [first, ...rest] : rest;
  const at = parts.indexOf("T");
  if (at < 0 || parts.lastIndexOf("T") !== at) return "a words pattern has exactly one T, the trigger";
  const elements = parts.map(elementOf);
  const slots = parts.filter((part) => part === "[s]" || part === "[o]");
  if (role === null ? slots.length !== 2 || slots[0] === slots[1] : slots.join() !== "[o]")
    return "a words pattern has one [s], or a role in its place, and one [o]";
  return { kind: "words", subject: role, left: elements.slice(0, at).reverse(), right: elements.slice(at + 1) };
}

function elementOf(part: string): Element {
  if (part === "[s]") return { type: "slot", slot: "subject" };
  if (part === "[o]") return { type: "slot", slot: "object" };
  if (part === "~") return { type: "modifiers" };
  const optional = part.length > 1 && part.endsWith("?");
  return { type: "word", words: (optional ? part.slice(0, -1) : part).split("|"), optional };
}
