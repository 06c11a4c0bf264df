// What pronouns, descriptions ("the watchdog") and words for several things ("both firms") stand for: the trained reader's scores in, links to
// mentions before them out.
import type { Encoder, Hidden, TypedMentions } from "../language/encoder.ts";
import { hasCapital, type Piece } from "../language/wordpiece.ts";
import { type Found, isObjectOnly } from "./pairs.ts";

/** A reference whose best antecedent has a smaller share stays open. */
const MIN_ANTECEDENT = 0.5;
/** The same of a description, which may also stand for nothing known. From 0.5 to 0.3 the F1 of facts rose by .01, below it no more. */
const MIN_KNOWN = 0.4;
/** A name is preferred to a description from this part of the description's share on: it says more. */
const NAME_PART = 0.3;
/** How many things a reference says that it stands for. */
const COUNTED: readonly (readonly [RegExp, number])[] = [
  [/\b(?:both|two|pair|duo|neither)\b/, 2],
  [/\b(?:three|trio)\b/, 3],
];
/** Share, of that of the best, from which another thing is one of them. */
const FURTHER = 0.05;

/** A score as it may decide: to three digits, so that processors that differ in the last bits agree. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** A mention that may be meant, with its score. */
interface Candidate {
  readonly at: number;
  readonly score: number;
}

/**
 * What each reference and description stands for among the mentions before it, best first; more than one only where it says how many. A description
 * ("the watchdog") may also stand for nothing named before. The same words again need no antecedent.
 */
export async function linkReferences(
  pieces: readonly Piece[],
  found: readonly Found[],
  words: readonly string[],
  typed: TypedMentions,
  hidden: Hidden,
  encoder: Encoder,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const [reference, candidate, distance]: [number[], number[], number[]] = [[], [], []];
  const names = found.flatMap(({ isReference, type }, i) => (isReference || isObjectOnly(encoder.labels, type) ? [] : [i]));
  const isName = new Set(names);
  found.forEach((one, i) => {
    if (!one.isReference && (!isName.has(i) || hasCapital(pieces[one.from]!))) return;
    for (const j of names) {
      const other = found[j]!;
      if (other.from >= one.from) continue;
      reference.push(i);
      candidate.push(j);
      distance.push(Math.min(7, one.sentence - other.sentence));
    }
  });
  const links = new Map<number, readonly number[]>();
  if (reference.length === 0) return links;
  const scores = await encoder.antecedents(hidden, typed, { reference, candidate, distance });
  const isCapital = (i: number): boolean => hasCapital(pieces[found[i]!.from]!);
  // Descriptions come in order of place, so that those before are followed to what they stand for.
  const first = (i: number): number => links.get(i)?.[0] ?? i;
  for (let a = 0; a < reference.length; ) {
    let b = a;
    while (b < reference.length && reference[b] === reference[a]) b++;
    const own = reference[a]!;
    const candidates = Array.from(scores.subarray(a, b), (score, k): Candidate => ({ score, at: candidate[a + k]! }));
    const things = standsFor(own, candidates, { found, words, first, isCapital });
    if (things.length > 0 && words[things[0]!] !== words[own]) links.set(own, things);
    a = b;
  }
  return links;
}

/** The things that a mention stands for, best first; none where that is not sure enough. */
function standsFor(
  own: number,
  candidates: readonly Candidate[],
  {
    found,
    words,
    first,
    isCapital,
  }: {
    readonly found: readonly Found[];
    readonly words: readonly string[];
    readonly first: (i: number) => number;
    readonly isCapital: (i: number) => boolean;
  },
): readonly number[] {
  const ranked = [...candidates].sort((x, y) => y.score - x.score);
  const top = ranked[0]!;
  const part = ({ score }: Candidate): number => Math.exp(score - top.score);
  const best = first((ranked.find((each) => isCapital(each.at) && rounded(part(each)) >= NAME_PART) ?? top).at);
  const many = COUNTED.find(([form]) => form.test(words[own]!))?.[1] ?? 1;
  const things = [best];
  for (const each of ranked) {
    const other = first(each.at);
    if (things.length >= many || rounded(part(each)) < FURTHER) break;
    if (!things.some((known) => words[known] === words[other]) && found[other]!.type === found[best]!.type) things.push(other);
  }
  if (many > 1 && things.length === many) return things;
  // A thing may have several mentions: all that speak for it count. The score of nothing is 0.
  const { isReference } = found[own]!;
  const meant = new Set([words[best], words[first(top.at)]]);
  const total = ranked.reduce((sum, each) => sum + part(each), isReference ? 0 : Math.exp(-top.score));
  const share = ranked.reduce((sum, each) => sum + (meant.has(words[first(each.at)]) ? part(each) : 0), 0) / total;
  return rounded(share) >= (isReference ? MIN_ANTECEDENT : MIN_KNOWN) ? [best] : [];
}
