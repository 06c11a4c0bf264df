// Descriptions ("the company") and pronouns to entities: the last fitting one in the sentence or the one before, or nothing.
import type { Sentence } from "../language/token.ts";
import { isA, type Ontology } from "../ontology/ontology.ts";
import type { Mention } from "./mention.ts";

/** How many sentences back a description or a pronoun may reach; further back most links are wrong. */
const REACH = 2;
/** Pronoun lemmas and forms that can be resolved, and whether they stand for a person. */
export const PRONOUNS: ReadonlyMap<string, "person" | "thing"> = new Map([
  ["it", "thing"],
  ["its", "thing"],
  ["they", "thing"],
  ["their", "thing"],
  ["he", "person"],
  ["she", "person"],
  ["his", "person"],
  ["her", "person"],
  ["him", "person"],
]);

/** Finds what a description or pronoun refers to among earlier mentions, subjects first; null when nothing fits or two fit equally. */
export function resolve(
  earlier: readonly Mention[],
  at: { readonly sentence: Sentence; readonly token: number },
  options: { readonly accepts: (classId: string) => boolean; readonly sentences: readonly Sentence[] },
): Mention | null {
  const { index, paragraph } = at.sentence;
  for (let back = 0; back <= REACH; back++) {
    const sentence = options.sentences[index - back];
    if (sentence === undefined || (back > 1 && sentence.paragraph !== paragraph)) return null;
    const near = earlier.filter(
      (mention) =>
        mention.sentence === index - back &&
        mention.entity !== null &&
        mention.class !== null &&
        options.accepts(mention.class) &&
        (mention.kind !== "nominal" || isPlural(options.sentences[mention.sentence], mention.head) === isPlural(at.sentence, at.token)) &&
        (back > 0 || mention.head < at.token),
    );
    const subjects = near.filter((mention) => sentence.tokens[mention.head]?.deprel.startsWith("nsubj") === true);
    const pool = subjects.length > 0 ? subjects : near;
    const ids = new Set(pool.map((mention) => mention.entity?.id));
    if (ids.size === 1) return pool.at(-1) ?? null;
    // In its own sentence the nearest subject wins; elsewhere rivals leave the description open.
    if (ids.size > 1) return back === 0 && subjects.length > 0 ? (pool.at(-1) ?? null) : null;
  }
  return null;
}

/** Plural nouns and "they" stand for many; a name may be taken up by either. */
function isPlural(sentence: Sentence | undefined, token: number): boolean {
  const found = sentence?.tokens[token];
  return found !== undefined && (/^NNP?S$/.test(found.xpos) || /^(?:they|their|them)$/i.test(found.text));
}

/** Tells whether a mention of one class may stand for a thing of the other: one is the other or its ancestor. */
export function compatible(ontology: Ontology, one: string, other: string): boolean {
  return isA(ontology, one, other) || isA(ontology, other, one);
}
