// What words tell about classes: cue nouns, name endings and beginnings, titles. Read from the ontology's structure; no class is named here.
import type { Ontology } from "../ontology/ontology.ts";

/** Words of the ontology by form, each with its class. Earlier classes win. */
export interface Cues {
  readonly nouns: ReadonlyMap<string, string>;
  readonly endings: ReadonlyMap<string, string>;
  readonly beginnings: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
  /** The class that carries titles: people. Null when no class has any. */
  readonly titled: string | null;
}

const CACHE = new WeakMap<Ontology, Cues>();

/** Gives the cues of an ontology, gathered once. */
export function cuesOf(ontology: Ontology): Cues {
  const known = CACHE.get(ontology);
  if (known !== undefined) return known;
  const [nouns, endings, beginnings, titles] = [0, 0, 0, 0].map(() => new Map<string, string>()) as [
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
  ];
  let titled: string | null = null;
  const fill = (map: Map<string, string>, words: readonly string[], id: string): void => {
    for (const word of words) if (!map.has(word)) map.set(word, id);
  };
  for (const { id, cueNouns, nameEndings, nameBeginnings, titles: words } of ontology.classes.values()) {
    fill(nouns, cueNouns, id);
    fill(endings, nameEndings, id);
    fill(beginnings, nameBeginnings, id);
    fill(titles, words, id);
    if (words.length > 0) titled ??= id;
  }
  const cues: Cues = { nouns, endings, beginnings, titles, titled };
  CACHE.set(ontology, cues);
  return cues;
}
