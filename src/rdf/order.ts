// Sorts texts by their UTF-8 bytes without comparing strings: texts in; places in order out. Strings that were put together from parts are
// slow to compare and to look up one by one, so all are written into one row of bytes first.

/** Texts as UTF-8, one after the other, each with its end byte and padding behind it. */
interface Encoded {
  readonly bytes: Uint8Array;
  /** Where each text starts, and where the next would. */
  readonly starts: Uint32Array;
}

/** Shorter runs are sorted by insertion. */
const SHORT = 24;
/** Bytes of a text that are sorted at once. With the text's place they make a whole number that typed arrays sort without calling back. */
const WORD = 4;
/** Texts that are encoded at once: one call for each is slow, and so is one string of all. */
const BATCH = 256;
/** Which half of a whole number of 64 bits counts more differs between machines. */
const HIGH = new Uint8Array(Uint16Array.of(1).buffer)[0]!;
const LOW = 1 - HIGH;

/**
 * Places of the texts in order of their UTF-8 bytes, with `end` behind each: what follows a text in the file. In a line, "a#b>" comes
 * before "a>". Equal texts come in any order. No text may hold `end`, which is one ASCII character.
 */
export function sortPlaces(texts: readonly string[], end: string): Uint32Array {
  const order = new Uint32Array(texts.length);
  for (let place = 0; place < order.length; place++) order[place] = place;
  sortRun(encode(texts, end), order, 0);
  return order;
}

/** Rank of each text in that order. */
export function rankTexts(texts: readonly string[], end: string): Uint32Array {
  const ranks = new Uint32Array(texts.length);
  sortPlaces(texts, end).forEach((place, rank) => {
    ranks[place] = rank;
  });
  return ranks;
}

function encode(texts: readonly string[], end: string): Encoded {
  const behind = end.padEnd(WORD, "\0");
  const starts = new Uint32Array(texts.length + 1);
  for (let place = 0; place < texts.length; place++) starts[place + 1] = starts[place]! + Buffer.byteLength(texts[place]!) + WORD;
  const bytes = Buffer.allocUnsafe(starts[texts.length]!);
  for (let from = 0; from < texts.length; from += BATCH) {
    bytes.write(texts.slice(from, from + BATCH).join(behind) + behind, starts[from]!);
  }
  return { bytes, starts };
}

/** Sorts places of texts that agree before `depth`: by a word at once, then each run of equals by what follows. */
function sortRun(encoded: Encoded, order: Uint32Array, depth: number): void {
  const { bytes, starts } = encoded;
  const first = order[0];
  if (first === undefined || starts[first]! + depth >= starts[first + 1]!) return;
  if (order.length < SHORT) {
    insert(encoded, order, depth);
    return;
  }
  const from = agreement(encoded, order, depth);
  const packed = new BigUint64Array(order.length);
  const halves = new Uint32Array(packed.buffer);
  for (let index = 0; index < order.length; index++) {
    const place = order[index]!;
    const at = starts[place]! + from;
    halves[2 * index + LOW] = place;
    halves[2 * index + HIGH] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  packed.sort();
  for (let index = 0; index < order.length; index++) order[index] = halves[2 * index + LOW]!;
  for (let start = 0, end = 0; start < order.length; start = end) {
    const word = halves[2 * start + HIGH];
    while (end < order.length && halves[2 * end + HIGH] === word) end++;
    if (end > start + 1) sortRun(encoded, order.subarray(start, end), from + WORD);
  }
}

function insert(encoded: Encoded, order: Uint32Array, depth: number): void {
  for (let index = 1; index < order.length; index++) {
    const place = order[index]!;
    let to = index;
    for (; to > 0 && compare(encoded, order[to - 1]!, place, depth) > 0; to--) order[to] = order[to - 1]!;
    order[to] = place;
  }
}

function compare({ bytes, starts }: Encoded, one: number, other: number, depth: number): number {
  const end = starts[one + 1]!;
  let left = starts[one]! + depth;
  let right = starts[other]! + depth;
  while (left < end && bytes[left] === bytes[right]) {
    left++;
    right++;
  }
  return left === end ? 0 : bytes[left]! - bytes[right]!;
}

/** Length of what all texts of the run begin with, at least `depth`. */
function agreement({ bytes, starts }: Encoded, order: Uint32Array, depth: number): number {
  const first = starts[order[0]!]!;
  let length = starts[order[0]! + 1]! - first;
  for (let index = 1; index < order.length && length > depth; index++) {
    const start = starts[order[index]!]!;
    let same = depth;
    while (same < length && bytes[first + same] === bytes[start + same]) same++;
    length = same;
  }
  return length;
}
