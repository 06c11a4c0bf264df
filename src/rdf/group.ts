// Groups quads by subject and gives the keys in order of code points, which is the order of their UTF-8 bytes (`LC_ALL=C sort`).
import type { Quad } from "./quad.ts";

const SURROGATE = /[\uD800-\uDFFF]/;

/** Orders different code units as the code points that they are or begin: a surrogate comes after every other unit. */
export function compareUnits(left: number, right: number): number {
  const leftHigh = left >= 0xd800 && left <= 0xdfff;
  const rightHigh = right >= 0xd800 && right <= 0xdfff;
  return leftHigh === rightHigh ? left - right : leftHigh ? 1 : -1;
}

/** Orders strings by code points. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return compareUnits(left, right);
  }
  return a.length - b.length;
}

/** Arrays shorter than this are sorted in place by insertion: most subjects have a handful of statements. */
const SHORT = 16;

/** Sorts in place by code points. */
export function sortTexts(texts: string[]): string[] {
  if (texts.length < SHORT) return insertionSort(texts);
  return texts.some((text) => SURROGATE.test(text)) ? texts.sort(compareCodePoints) : texts.sort();
}

/** The texts by code points, each once; sorts in place. */
export const sortDistinct = (texts: string[]): readonly string[] => sortTexts(texts).filter((text, index) => text !== texts[index - 1]);

function insertionSort(texts: string[]): string[] {
  for (let index = 1; index < texts.length; index++) {
    const text = texts[index]!;
    let place = index;
    for (; place > 0 && compareCodePoints(texts[place - 1]!, text) > 0; place--) texts[place] = texts[place - 1]!;
    texts[place] = text;
  }
  return texts;
}

/** Subjects with their quads, in order of arrival. Runs of one subject cost one look-up. */
export function groupBySubject(quads: Iterable<Quad>): Map<string, Quad[]> {
  const groups = new Map<string, Quad[]>();
  let last = "";
  let group: Quad[] | undefined;
  for (const quad of quads) {
    if (group === undefined || quad.subject !== last) {
      last = quad.subject;
      group = groups.get(last) ?? [];
      groups.set(last, group);
    }
    group.push(quad);
  }
  return groups;
}
