// Frames made ready for matching: each with its relation and the classes of its slots, found by part of speech and last word of the trigger.
import type { Sentence } from "../language/token.ts";
import type { Frame, Ontology, Relation } from "../ontology/ontology.ts";

export interface CompiledFrame {
  readonly frame: Frame;
  readonly relation: Relation;
  readonly subjectClasses: readonly string[];
  readonly objectClasses: readonly string[];
}

/** A frame at a trigger: the trigger's tokens are `[from, to)`; its last one is the one that governs. */
export interface Triggered {
  readonly compiled: CompiledFrame;
  readonly tokens: readonly [from: number, to: number];
}

const TAGS: Readonly<Record<string, RegExp>> = { verb: /^(?:VERB|AUX)$/, noun: /^(?:NOUN|PROPN)$/, adj: /^(?:ADJ|VERB)$/, name: /^PROPN$/ };

type Index = ReadonlyMap<string, readonly { readonly compiled: CompiledFrame; readonly words: readonly string[] }[]>;
const cache = new WeakMap<Ontology, Index>();

function compileFrames(ontology: Ontology): Index {
  const known = cache.get(ontology);
  if (known !== undefined) return known;
  const index = new Map<string, { readonly compiled: CompiledFrame; readonly words: readonly string[] }[]>();
  for (const frame of ontology.frames) {
    const relation = ontology.relations.get(frame.relation);
    if (relation === undefined) continue;
    const compiled: CompiledFrame = {
      frame,
      relation,
      subjectClasses: frame.subjectClasses.length > 0 ? frame.subjectClasses : relation.domain,
      objectClasses: frame.objectClasses.length > 0 ? frame.objectClasses : relation.range,
    };
    for (const trigger of frame.triggers) {
      // The tokenizer parts at hyphens.
      const words = trigger.replaceAll("-", " - ").split(" ");
      const key = words.at(-1) ?? "";
      const list = index.get(key);
      if (list === undefined) index.set(key, [{ compiled, words }]);
      else list.push({ compiled, words });
    }
  }
  // The longest trigger speaks: "funding round" before "round".
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  cache.set(ontology, index);
  return index;
}

/** Finds the frames that a token triggers, in the order of their files. */
export function framesAt(ontology: Ontology, sentence: Sentence, at: number): Triggered[] {
  const index = compileFrames(ontology);
  const token = sentence.tokens[at];
  if (token === undefined) return [];
  const text = token.text.toLowerCase().replace("’", "'");
  const out: Triggered[] = [];
  const seen = new Set<CompiledFrame>();
  for (const key of new Set([token.lemma, text]))
    for (const { compiled, words } of index.get(key) ?? []) {
      const { form } = compiled.frame;
      const from = at - words.length + 1;
      if (seen.has(compiled) || !words.slice(0, -1).every((word, i) => isWord(sentence, from + i, word))) continue;
      if (form.kind === "path" && TAGS[form.pos]?.test(token.upos) !== true) continue;
      seen.add(compiled);
      out.push({ compiled, tokens: [from, at + 1] });
    }
  return out;
}

function isWord(sentence: Sentence, at: number, word: string): boolean {
  const token = sentence.tokens[at];
  return token !== undefined && (token.lemma === word || token.text.toLowerCase() === word);
}
