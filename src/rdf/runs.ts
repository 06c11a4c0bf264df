// Gathers the quads of each subject without a look-up for each quad: quads in any order in; subjects in order out, each with its quads by
// predicate. Neighbours mostly share subject and graph; such a run is sorted as one.
import { isLiteral, type Quad } from "./quad.ts";

export interface Runs {
  readonly quads: readonly Quad[];
  /** Subject of each run. */
  readonly subjects: readonly string[];
  /** Place of each run's first quad among the quads; their number comes last. */
  readonly starts: readonly number[];
  /** Distinct graphs, and the number of each run's. */
  readonly graphs: readonly string[];
  readonly graphOf: readonly number[];
  /** Distinct predicates, and the number of each quad's. */
  readonly predicates: readonly string[];
  readonly predicateOf: Uint32Array;
}

/** Finds the runs of quads that share subject and graph. */
export function gatherRuns(input: Iterable<Quad>): Runs {
  const quads: readonly Quad[] = Array.isArray(input) ? input : [...input];
  const [graphs, predicates] = [newNumbering(), newNumbering()];
  const [subjects, starts, graphOf]: [string[], number[], number[]] = [[], [], []];
  const predicateOf = new Uint32Array(quads.length);
  let last: Quad | undefined;
  for (let place = 0; place < quads.length; place++) {
    const quad = quads[place]!;
    predicateOf[place] = predicates.numberOf(quad.predicate);
    const sameGraph = last !== undefined && quad.graph === last.graph;
    if (!sameGraph || quad.subject !== last?.subject) {
      subjects.push(quad.subject);
      starts.push(place);
      graphOf.push(sameGraph ? graphOf.at(-1)! : graphs.numberOf(quad.graph));
    }
    last = quad;
  }
  starts.push(quads.length);
  return { quads, subjects, starts, graphs: graphs.texts(), graphOf, predicates: predicates.texts(), predicateOf };
}

/** Numbers texts from 0 in order of arrival. */
function newNumbering(): { readonly numberOf: (text: string) => number; readonly texts: () => readonly string[] } {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  return { numberOf, texts: () => [...numbers.keys()] };
}

/** Quads in order, those of one subject together. */
export interface Sorted {
  readonly places: Uint32Array;
  /** Where each subject's places end. */
  readonly ends: readonly number[];
}

/** Joins runs of one subject, which are neighbours in `order`, and sorts their quads by the rank of the predicate's number. */
export function joinRuns(runs: Runs, order: Uint32Array | readonly number[], ranks: Uint32Array): Sorted {
  const { subjects, starts, predicateOf } = runs;
  let count = 0;
  for (const run of order) count += starts[run + 1]! - starts[run]!;
  const places = new Uint32Array(count);
  const ends: number[] = [];
  let end = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    const subject = subjects[order[from]!]!;
    const start = end;
    do {
      const run = order[to++]!;
      for (let place = starts[run]!; place < starts[run + 1]!; place++) places[end++] = place;
    } while (to < order.length && subjects[order[to]!] === subject);
    sortByRank(places, start, end, predicateOf, ranks);
    ends.push(end);
  }
  return { places, ends };
}

/** More places than most subjects have are not sorted by insertion. */
const SHORT = 24;

function sortByRank(places: Uint32Array, start: number, end: number, numbers: Uint32Array, ranks: Uint32Array): void {
  if (end - start >= SHORT) {
    places.subarray(start, end).sort((one, other) => ranks[numbers[one]!]! - ranks[numbers[other]!]!);
    return;
  }
  for (let index = start + 1; index < end; index++) {
    const place = places[index]!;
    const rank = ranks[numbers[place]!]!;
    let to = index;
    for (; to > start && ranks[numbers[places[to - 1]!]!]! > rank; to--) places[to] = places[to - 1]!;
    places[to] = place;
  }
}

/** Quads that are fetched at once: their texts stay in the cache until they are written. */
const AHEAD = 400;

/**
 * Reads from the objects that are written next and gives the place up to which it read. In a row, the processor waits for many of them at
 * once; between other work, for each alone. Spares a tenth of the time at a million quads (24 November 2026).
 */
export function fetchAhead({ quads }: Runs, places: Uint32Array, from: number): number {
  const end = Math.min(from + AHEAD, places.length);
  let units = 0;
  for (let at = from; at < end; at++) {
    const { object } = quads[places[at]!]!;
    if (typeof object === "string") units += object.charCodeAt(0) | 0;
    else if (isLiteral(object)) units += object.value.charCodeAt(0) | 0;
  }
  // The sum is never below 0, but without using it the compiler would leave the reading out.
  return units < 0 ? from : end;
}
