// Known names over tokens: a trie of names as written and one of concepts in lower case. The longest match wins.

import type { Token } from "../language/token.ts";
import { tokenize } from "../language/tokenize.ts";
import type { Entity } from "./mention.ts";

/** A known name that starts at a token. */
export interface Match {
  /** First token after the name. */
  readonly to: number;
  readonly entity: Entity;
  /** "gazetteer", "adjective", "plural" or "concept". */
  readonly reason: string;
}

export interface Gazetteer {
  readonly entities: readonly Entity[];
  readonly byId: ReadonlyMap<string, Entity>;
  readonly names: Node;
  readonly concepts: Node;
}

/** One step in a trie. */
export interface Node {
  readonly next: Map<string, Node>;
  found: { readonly entity: Entity; readonly reason: string } | null;
}

/** A plural "s" is cut only from names of at least this many letters, so that acronyms such as "US" stay whole. */
const MIN_PLURAL = 4;

/** Builds the tries. Where two entities share a name, a label wins over an alias, and the earlier entity over the later. */
export function buildGazetteer(entities: readonly Entity[]): Gazetteer {
  const names = node();
  const concepts = node();
  for (const entity of entities) add(names, concepts, entity, [entity.label], "gazetteer");
  for (const entity of entities) add(names, concepts, entity, entity.aliases, "gazetteer");
  for (const entity of entities) add(names, concepts, entity, entity.adjectives, "adjective");
  return { entities, byId: new Map(entities.map((entity) => [entity.id, entity])), names, concepts };
}

/** Gives the longest known name that starts at `from`, or null. */
export function matchName(gazetteer: Gazetteer, tokens: readonly Token[], from: number): Match | null {
  const name = walk(gazetteer.names, tokens, from, (token) => [token.text]);
  const concept = walk(gazetteer.concepts, tokens, from, (token) => [token.text.toLowerCase(), token.lemma]);
  if (name === null) return concept;
  return concept !== null && concept.to > name.to ? concept : name;
}

function add(names: Node, concepts: Node, entity: Entity, forms: readonly string[], reason: string): void {
  for (const form of forms) {
    const isAcronym = form === form.toUpperCase();
    const isConcept = entity.origin === "concept" && !isAcronym;
    let at = isConcept ? concepts : names;
    for (const [start, end] of tokenize(form, 0, form.length)) {
      const key = isConcept ? form.slice(start, end).toLowerCase() : form.slice(start, end);
      const next = at.next.get(key) ?? node();
      at.next.set(key, next);
      at = next;
    }
    at.found ??= { entity, reason: isConcept ? "concept" : reason };
  }
}

function walk(root: Node, tokens: readonly Token[], from: number, keys: (token: Token) => readonly string[]): Match | null {
  let best: Match | null = null;
  let at: Node | undefined = root;
  for (let i = from; at !== undefined; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const here: Node = at;
    at = undefined;
    for (const key of keys(token)) at ??= here.next.get(key);
    if (at !== undefined && at.found !== null) best = { to: i + 1, ...at.found };
    const { text } = token;
    const singular = at === undefined && text.length >= MIN_PLURAL && text.endsWith("s") ? here.next.get(text.slice(0, -1)) : undefined;
    if (singular !== undefined && singular.found !== null && singular.found.reason === "gazetteer") {
      best = { to: i + 1, entity: singular.found.entity, reason: "plural" };
    }
  }
  return best;
}

function node(): Node {
  return { next: new Map(), found: null };
}
