// The mentions stage: a document with trees in; names, descriptions, pronouns and values, each with its entity where one is known, out.
import type { Document, Sentence } from "../language/token.ts";
import { isA, type Ontology } from "../ontology/ontology.ts";
import { overlap } from "../problem.ts";
import { compatible, PRONOUNS, resolve } from "./coreference.ts";
import { describe } from "./described.ts";
import { type Gazetteer, type Match, matchName } from "./gazetteer.ts";
import { type Inventory, introduce, learn, slug, UNKNOWN } from "./link.ts";
import type { Entity, Mention, MentionKind } from "./mention.ts";
import { lowerWords, nameRuns, typeByContext, typeByWords } from "./names.ts";
import { headOfRange, phraseSpan, spanOfTokens } from "./phrase.ts";
import { type Cues, cuesOf } from "./types.ts";
import type { ValueMention } from "./value.ts";
import { findValues } from "./values.ts";

/** All mentions of one document. */
export interface DocumentMentions {
  /** Sorted by sentence, then token. */
  readonly mentions: readonly Mention[];
  /** Gives the mention whose head is the token, else the longest one that covers it, else null. */
  readonly at: (sentence: number, token: number) => Mention | null;
  /** Gives all mentions that cover the token, longest first. */
  readonly covering: (sentence: number, token: number) => readonly Mention[];
  readonly values: readonly ValueMention[];
  /** Entities that are mentioned, found ones included; sorted by id. */
  readonly entities: readonly Entity[];
}

const LEGAL_FORM = /^(?:Inc|Corp|Ltd|LLC|PLC|plc|GmbH|AG|SE|NV|Co|Pvt)\.?$/;
/** Longest id of a described thing. */
const MAX_ID = 96;

interface State {
  readonly document: Document;
  readonly ontology: Ontology;
  readonly gazetteer: Gazetteer;
  readonly cues: Cues;
  readonly lower: ReadonlySet<string>;
  readonly inventory: Inventory;
}

/** Finds all mentions and values of a document. */
export function findMentions(
  document: Document,
  context: { readonly ontology: Ontology; readonly gazetteer: Gazetteer },
): DocumentMentions {
  const state: State = {
    document,
    ...context,
    cues: cuesOf(context.ontology),
    lower: lowerWords(document),
    inventory: { byName: new Map(), found: [] },
  };
  const mentions: Mention[] = [];
  const values = findValues(document);
  const dates = values.filter(({ kind }) => kind === "date");
  // "April" of "April 2024" looks like a name.
  const isDate = ({ span, entity }: Mention): boolean => entity?.origin !== "known" && dates.some((date) => overlap(date.span, span));
  for (const sentence of document.sentences) {
    const names = findNames(sentence, state).filter((name) => !isDate(name));
    mentions.push(...names);
    mentions.push(...findDescriptions(sentence, names, mentions, state));
  }
  mentions.sort((a, b) => a.sentence - b.sentence || a.tokens[0] - b.tokens[0]);
  const entities = new Map(mentions.flatMap(({ entity }) => (entity === null ? [] : [[entity.id, entity]])));
  return {
    mentions,
    ...lookup(mentions),
    values,
    entities: [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Known names and runs of proper nouns, left to right, without overlap. */
function findNames(sentence: Sentence, state: State): Mention[] {
  const { tokens } = sentence;
  const runs = nameRuns(sentence, state.lower, state.cues);
  const out: Mention[] = [];
  for (let i = 0; i < tokens.length; ) {
    const run = runs.find(([from, to]) => i >= from && i < to);
    const known = matchName(state.gazetteer, tokens, i);
    if (known !== null && (run === undefined || known.to >= run[1] || !isEmbedded(sentence, [i, run[1]], known, state))) {
      const { entity } = known;
      learn(state.inventory, entity, entity.label, entity.class === state.cues.titled);
      // "Acme" known and "Acme Inc." written: the legal form belongs to the name.
      const to = LEGAL_FORM.test(tokens[known.to]?.text ?? "") && entity.class !== state.cues.titled ? known.to + 1 : known.to;
      out.push(mention(sentence, "name", [i, to], entity, entity.class, known.reason, state));
      i = to;
    } else if (run === undefined) i++;
    else {
      let to = run[1];
      // A known name later in the run ends the unknown one: "Acme CEO Jane Roe".
      for (let k = i + 1; k < to; k++) {
        const inner = matchName(state.gazetteer, tokens, k);
        if (inner !== null && inner.to === to && isTitle(tokens[k - 1]?.text, state.cues)) to = k;
        else if (isTitle(tokens[k]?.text, state.cues)) to = k;
      }
      if (isTitle(tokens[i]?.text, state.cues) && to > i) {
        i++;
        continue;
      }
      out.push(nameMention(sentence, [i, to], state));
      i = to;
    }
  }
  return out;
}

/** Tells whether a known name is only a part of a longer one, which has an ending or a beginning of its own. */
function isEmbedded(sentence: Sentence, [from, to]: readonly [number, number], known: Match, state: State): boolean {
  if (known.reason === "adjective") return false;
  const words = sentence.tokens.slice(from, to).map((token) => token.text);
  const rest = words.slice(known.to - from);
  if (rest.some((word) => isTitle(word, state.cues))) return false;
  const typing = typeByWords(words, state.cues);
  return typing !== null && !typing.reason.startsWith("given-name") && typeByWords(rest, state.cues) === null;
}

function isTitle(word: string | undefined, cues: Cues): boolean {
  return word !== undefined && (cues.titles.has(word) || cues.titles.has(word.toLowerCase()));
}

function nameMention(sentence: Sentence, [from, to]: readonly [number, number], state: State): Mention {
  const { cues, inventory } = state;
  const words = sentence.tokens.slice(from, to).map((token) => token.text);
  const [start, end] = spanOfTokens(sentence, from, to);
  const label = state.document.article.text.slice(start, end);
  const known = inventory.byName.get(label);
  if (known !== undefined)
    return mention(sentence, "name", [from, to], known, known.class, known.label === label ? "inventory" : "short-form", state);
  const typing = typeByWords(words, cues) ?? typeByContext(sentence, from, to, cues) ?? UNKNOWN;
  const entity = typing.class === null ? null : introduce(inventory, label, { class: typing.class, titled: typing.class === cues.titled });
  return mention(sentence, "name", [from, to], entity, typing.class, typing.reason, state);
}

/** Nouns that name an instance of a class, and pronouns; definite ones are resolved to what was mentioned before. */
function findDescriptions(sentence: Sentence, names: readonly Mention[], earlier: readonly Mention[], state: State): Mention[] {
  const { cues, ontology } = state;
  const out: Mention[] = [];
  const options = { sentences: state.document.sentences };
  sentence.tokens.forEach((token, i) => {
    if (names.some(({ tokens }) => i >= tokens[0] && i < tokens[1])) return;
    const at = { sentence, token: i };
    const pronoun = token.upos === "PRON" ? PRONOUNS.get(token.text.toLowerCase()) : undefined;
    if (pronoun !== undefined) {
      const accepts = (id: string): boolean => (pronoun === "person") === (cues.titled !== null && isA(ontology, id, cues.titled));
      const found = resolve(earlier, at, { ...options, accepts });
      const reason = found === null ? "unresolved" : `coreference:${token.text.toLowerCase()}`;
      out.push(mention(sentence, "pronoun", [i, i + 1], found?.entity ?? null, found?.class ?? null, reason, state));
      return;
    }
    const classId = token.upos === "NOUN" ? cues.nouns.get(token.lemma) : undefined;
    if (classId === undefined || token.deprel === "compound") return;
    const determiner = (sentence.children[i] ?? []).map((child) => sentence.tokens[child]).find((child) => child?.deprel === "det");
    const isDefinite = /^(?:the|this|that|these|those)$/i.test(determiner?.text ?? "");
    const own = ontology.classes.get(classId);
    const described = own === undefined ? null : describe(sentence, i, own, names);
    const found =
      isDefinite && !named(described, sentence, names)
        ? resolve(earlier, at, { ...options, accepts: (id) => compatible(ontology, id, classId) })
        : null;
    if (found === null && described !== null) {
      const entity = introduceDescribed(state, spanOfTokens(sentence, ...described), classId);
      out.push(mention(sentence, "nominal", described, entity, classId, `described:${token.lemma}`, state, i));
      return;
    }
    // "chipmaker Acme": the name right behind the noun says who is meant.
    const behind = names.find((name) => name.tokens[0] === i + 1 && name.class !== null && compatible(ontology, name.class, classId));
    if (behind !== undefined && behind.entity !== null) {
      out.push(mention(sentence, "nominal", [i, i + 1], behind.entity, behind.class, `named:${token.lemma}`, state, i));
      return;
    }
    const reason = found === null ? `noun:${token.lemma}` : `coreference:the ${token.lemma}`;
    out.push(mention(sentence, "nominal", phraseSpan(sentence, i), found?.entity ?? null, found?.class ?? classId, reason, state, i));
  });
  return out;
}

/** Tells whether a description holds a name, so that it stands by itself. */
function named(described: readonly [number, number] | null, sentence: Sentence, names: readonly Mention[]): boolean {
  if (described === null) return false;
  const [from, to] = described;
  const isYear = sentence.tokens.slice(from, to).some(({ text }) => /^(?:19|20)\d\d$/.test(text));
  return isYear || names.some(({ tokens }) => tokens[0] >= from && tokens[1] <= to);
}

/** The entity of a description: one per article and wording, since other articles may describe another thing alike. */
function introduceDescribed(state: State, [start, end]: readonly [number, number], classId: string): Entity {
  const label = state.document.article.text.slice(start, end).replace(/\s+/g, " ").replace(/[“”"]/g, "");
  const key = `described ${label.toLowerCase()}`;
  const known = state.inventory.byName.get(key);
  if (known !== undefined) return known;
  const id = `${state.document.article.id}-${slug(label)}`.slice(0, MAX_ID);
  const entity: Entity = { id, class: classId, label, aliases: [], adjectives: [], wikidata: null, links: {}, origin: "found" };
  state.inventory.byName.set(key, entity);
  state.inventory.found.push(entity);
  return entity;
}

function mention(
  sentence: Sentence,
  kind: MentionKind,
  tokens: readonly [number, number],
  entity: Entity | null,
  classId: string | null,
  reason: string,
  state: State,
  headAt: number | null = null,
): Mention {
  const span = spanOfTokens(sentence, tokens[0], tokens[1]);
  const head = headAt ?? headOfRange(sentence, tokens[0], tokens[1]);
  const text = state.document.article.text.slice(span[0], span[1]);
  return { kind, sentence: sentence.index, tokens, head, span, text, entity, class: classId, reason };
}

function lookup(mentions: readonly Mention[]): Pick<DocumentMentions, "at" | "covering"> {
  const bySentence = new Map<number, Mention[]>();
  for (const each of mentions) {
    const list = bySentence.get(each.sentence);
    if (list === undefined) bySentence.set(each.sentence, [each]);
    else list.push(each);
  }
  const covering = (sentence: number, token: number): Mention[] =>
    (bySentence.get(sentence) ?? [])
      .filter(({ tokens }) => token >= tokens[0] && token < tokens[1])
      .sort((a, b) => b.tokens[1] - b.tokens[0] - (a.tokens[1] - a.tokens[0]));
  return {
    covering,
    at: (sentence, token) => covering(sentence, token).sort((a, b) => Number(b.head === token) - Number(a.head === token))[0] ?? null,
  };
}
