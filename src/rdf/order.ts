// Puts quads in order without comparing their long texts: terms are numbered as they come, ranked once, and the quads are sorted by the
// ranks of their terms, in one counting pass per part.
import { compareUnits } from "./group.ts";

/** Texts with a number each, counting from 0 in order of arrival. */
export interface Numbering {
  readonly texts: readonly string[];
  readonly numberOf: (text: string) => number;
}

/** Starts a numbering. Runs of one text cost one look-up. */
export function newNumbering(): Numbering {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  let last = "";
  let number = -1;
  const numberOf = (text: string): number => {
    if (text === last && number >= 0) return number;
    last = text;
    number = numbers.get(text) ?? texts.length;
    if (number === texts.length) {
      numbers.set(text, number);
      texts.push(text);
    }
    return number;
  };
  return { texts, numberOf };
}

/** Places in order of arrival, to be sorted by the last part first. */
export function inArrival(count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place++) order[place] = place;
  return order;
}

/** The bracket that ends an IRI in a line is sorted with it: "a#b" comes before "a". */
const BRACKET = 0x3e;

/** Rank of each IRI in order of code points. IRIs are distinct. */
export function rankIris(iris: readonly string[]): Uint32Array {
  const order = inArrival(iris.length);
  sortRun(iris, order, 0);
  const ranks = new Uint32Array(iris.length);
  for (let place = 0; place < order.length; place++) ranks[order[place]!] = place;
  return ranks;
}

/** Sorts `order` by the rank of the number at each place; equals keep their order. */
export function sortByRank(order: Uint32Array, numbers: Uint32Array, ranks: Uint32Array): Uint32Array {
  const next = new Uint32Array(ranks.length + 1);
  for (const number of numbers) next[ranks[number]! + 1]!++;
  for (let rank = 0; rank < ranks.length; rank++) next[rank + 1]! += next[rank]!;
  const sorted = new Uint32Array(order.length);
  for (const place of order) sorted[next[ranks[numbers[place]!]!]!++] = place;
  return sorted;
}

/** Shorter runs are sorted by insertion. */
const SHORT = 24;
/** Bits of a key that one unit takes. Units that do not fit share the last code; 0 stands behind the end. */
const BITS = 7;
const LUMP = 2 ** BITS - 1;
/** A key and a place in the run are one whole number of so many bits, which typed arrays sort without calling back. */
const EXACT_BITS = 53;

/** Sorts numbers of IRIs that agree before `depth`: by a few units at once, then each run of equals by the next few. */
function sortRun(iris: readonly string[], order: Uint32Array, depth: number): void {
  const count = order.length;
  if (count < SHORT) {
    insert(iris, order, depth);
    return;
  }
  const from = agreement(iris, order, depth);
  const byUnits = (a: number, b: number): number => compareFrom(iris, a, b, from);
  const units = Math.floor((EXACT_BITS - Math.ceil(Math.log2(count))) / BITS);
  const packed = new Float64Array(count);
  for (let place = 0; place < count; place++) packed[place] = keyAt(iris[order[place]!]!, from, from + units) * count + place;
  packed.sort();
  const before = order.slice();
  for (let start = 0; start < count; ) {
    const key = Math.floor(packed[start]! / count);
    const next = (key + 1) * count;
    let end = start;
    for (; end < count && packed[end]! < next; end++) order[end] = before[packed[end]! - key * count]!;
    if (end > start + 1) {
      const run = order.subarray(start, end);
      if (holdsLump(key)) run.sort(byUnits);
      else sortRun(iris, run, from + units);
    }
    start = end;
  }
}

function insert(iris: readonly string[], order: Uint32Array, depth: number): void {
  for (let index = 1; index < order.length; index++) {
    const number = order[index]!;
    let place = index;
    for (; place > 0 && compareFrom(iris, order[place - 1]!, number, depth) > 0; place--) order[place] = order[place - 1]!;
    order[place] = number;
  }
}

function compareFrom(iris: readonly string[], a: number, b: number, from: number): number {
  const [left, right] = [iris[a]!, iris[b]!];
  const length = Math.min(left.length, right.length);
  for (let at = from; at < length; at++) {
    const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (one !== other) return compareUnits(one, other);
  }
  if (left.length === right.length) return 0;
  return left.length === length ? BRACKET - right.charCodeAt(length) : left.charCodeAt(length) - BRACKET;
}

/** Length of what all IRIs of the run begin with, at least `depth`. */
function agreement(iris: readonly string[], order: Uint32Array, depth: number): number {
  const first = iris[order[0]!]!;
  let length = first.length;
  for (const number of order) {
    const iri = iris[number]!;
    let at = depth;
    while (at < length && iri.charCodeAt(at) === first.charCodeAt(at)) at++;
    length = at;
    if (length === depth) break;
  }
  return length;
}

/** What stands behind a unit that does not fit is left out: it must not decide before that unit does. */
function keyAt(iri: string, from: number, to: number): number {
  let key = 0;
  let cut = false;
  for (let at = from; at < to; at++) {
    let unit = -1;
    if (!cut && at <= iri.length) unit = at < iri.length ? iri.charCodeAt(at) : BRACKET;
    cut ||= unit >= LUMP - 1;
    key = key * (LUMP + 1) + Math.min(unit + 1, LUMP);
  }
  return key;
}

function holdsLump(key: number): boolean {
  for (let rest = key; rest > 0; rest = Math.floor(rest / (LUMP + 1))) if (rest % (LUMP + 1) === LUMP) return true;
  return false;
}
