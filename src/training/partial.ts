// Corpora where only some relations are labelled: CORE (one pair a sentence) and KnowledgeNet (some properties a passage). Their relations are
// mapped to the ontology's by a file of the training folder, so that no relation is named here.
import { readFileSync } from "node:fs";
import type { Span } from "../problem.ts";
import type { LabelledEntity, LabelledFact, Passage } from "./passage.ts";

/** Name in the corpus -> relation with the types of both sides; `reversed` where the corpus names the object first. */
export interface Mapping {
  readonly [name: string]: { readonly relation: string; readonly reversed?: boolean; readonly types: readonly [string, string] };
}

/** A passage whose labels are partial: "pair" when a single pair is labelled, else the relations that are labelled in full. */
export interface PartialPassage extends Passage {
  readonly partial: "pair" | readonly string[];
}

interface CoreLine {
  readonly id: string;
  readonly relation: string;
  readonly invert_relation: number;
  readonly e1_start: number;
  readonly e1_end: number;
  readonly e2_start: number;
  readonly e2_end: number;
  readonly context: readonly string[];
}

/** Reads CORE. Relations that the mapping leaves out give no passage. Source: Borchert et al. 2023. */
export function readCore(path: string, mapping: Mapping): PartialPassage[] {
  const lines = JSON.parse(readFileSync(path, "utf8")) as CoreLine[];
  return lines.flatMap((line) => {
    const rule = mapping[line.relation];
    if (rule === undefined) return [];
    const { text, at } = join(line.context);
    const one = at(line.e1_start, line.e1_end);
    const other = at(line.e2_start, line.e2_end);
    const isSwapped = (line.invert_relation === 1) !== (rule.reversed === true);
    const [subject, object] = isSwapped ? [other, one] : [one, other];
    return [partial(line.id, text, [{ ...rule, subject, object }], "pair")];
  });
}

/** Words to text, with a space where prose has one. */
function join(words: readonly string[]): { text: string; at: (from: number, to: number) => Span } {
  const starts: number[] = [];
  let text = "";
  for (const word of words) {
    if (text !== "" && !/^(?:[.,;:!?)%]|['’]s|n['’]t)$/.test(word) && !/[($“]$/.test(text)) text += " ";
    starts.push(text.length);
    text += word;
  }
  return { text, at: (from, to) => [starts[from] ?? 0, (starts[to] ?? 0) + (words[to]?.length ?? 0)] };
}

interface NetLine {
  readonly fold: number;
  readonly doc: string;
  readonly start: number;
  readonly text: string;
  readonly properties: readonly string[];
  readonly facts: readonly { readonly property: string; readonly subject: Span; readonly object: Span }[];
}

/** Reads some folds of KnowledgeNet. Passages without a mapped property are left out. Source: Mesquita et al. 2019. */
export function readKnowledgeNet(path: string, mapping: Mapping, folds: readonly number[]): PartialPassage[] {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.flatMap((line) => {
    const { fold, doc, start, text, properties, facts } = JSON.parse(line) as NetLine;
    const relations = properties.flatMap((name) => mapping[name]?.relation ?? []);
    if (relations.length === 0 || !folds.includes(fold)) return [];
    const labelled = facts.flatMap(({ property, subject, object }) => {
      const rule = mapping[property];
      return rule === undefined ? [] : [{ ...rule, subject, object }];
    });
    return [partial(`${doc}-${start}`, text, labelled, relations)];
  });
}

function partial(
  id: string,
  text: string,
  pairs: readonly { relation: string; types: readonly [string, string]; subject: Span; object: Span }[],
  labelled: PartialPassage["partial"],
): PartialPassage {
  const entities: LabelledEntity[] = [];
  const side = (span: Span, type: string): { span: Span; entity: number } => {
    const known = entities.findIndex(({ names: [name] }) => name?.[0] === span[0] && name[1] === span[1]);
    return { span, entity: known >= 0 ? known : entities.push({ type, names: [span] }) - 1 };
  };
  const facts = pairs.map(
    ({ relation, types, subject, object }): LabelledFact => ({
      relation,
      sentence: [0, text.length],
      subject: side(subject, types[0]),
      object: side(object, types[1]),
      kind: "entity",
      trigger: null,
      status: "asserted",
      core: true,
    }),
  );
  return { id, text, entities, facts, complete: false, partial: labelled };
}
