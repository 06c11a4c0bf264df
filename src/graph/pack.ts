// Packs drawings of several components into one picture: each is a set of rectangles and lines on a grid, the largest goes to the
// middle, each next one to the free place nearest to it. Source: Freivalds, Dogrusoz and Kikusts, Disconnected Graph Layout and the
// Polyomino Packing Approach, 2002. Bounding boxes would leave half of the picture empty.

export interface Piece {
  /** Rectangles to keep clear of others. */
  readonly boxes: readonly { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }[];
  /** Lines to keep clear, as x1, y1, x2, y2. */
  readonly lines: readonly (readonly [number, number, number, number])[];
}

export interface Shift {
  readonly x: number;
  readonly y: number;
}

/** Side of a grid cell in pixels: about the height of a label. */
const CELL = 20;
/** Width over height that the whole aims at: a stage between two panels on a laptop. */
const ASPECT = 1.02;
/** Pieces of up to this many cells go on searching where the one before of that size found its place. */
const SMALL = 40;

/** Gives each piece's shift, in the order given; put the largest first. Same input, same output. */
export function pack(pieces: readonly Piece[]): readonly Shift[] {
  const taken = new Set<number>();
  const resume = new Map<string, number>();
  const spiral = places();
  const offered: (readonly [number, number])[] = [];
  return pieces.map((piece) => {
    const cells = cellsOf(piece);
    const columns = cells.map(([column]) => column);
    const rows = cells.map(([, row]) => row);
    const middle = [Math.round((low(columns) + high(columns)) / 2), Math.round((low(rows) + high(rows)) / 2)] as const;
    const size = `${high(columns) - low(columns)} ${high(rows) - low(rows)}`;
    for (let index = cells.length <= SMALL ? (resume.get(size) ?? 0) : 0; ; index++) {
      while (offered.length <= index) offered.push(spiral.next().value);
      const [x, y] = offered[index] ?? [0, 0];
      const [dx, dy] = [x - middle[0], y - middle[1]];
      if (cells.some(([column, row]) => taken.has(key(column + dx, row + dy)))) continue;
      for (const [column, row] of cells) taken.add(key(column + dx, row + dy));
      resume.set(size, index);
      return { x: dx * CELL, y: dy * CELL };
    }
  });
}

const low = (values: readonly number[]): number => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
const high = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
/** A cell as one number; columns and rows stay within a million. */
const key = (column: number, row: number): number => (column + 1_000_000) * 4_000_000 + row + 1_000_000;

function cellsOf({ boxes, lines }: Piece): readonly (readonly [number, number])[] {
  const cells = new Map<number, readonly [number, number]>();
  const add = (column: number, row: number): void => {
    cells.set(key(column, row), [column, row]);
  };
  for (const { left, top, right, bottom } of boxes) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) add(column, row);
  }
  for (const [x1, y1, x2, y2] of lines) {
    const steps = Math.ceil((Math.abs(x2 - x1) + Math.abs(y2 - y1)) / (CELL / 2));
    for (let step = 0; step <= steps; step++) {
      const part = steps === 0 ? 0 : step / steps;
      add(Math.floor((x1 + (x2 - x1) * part) / CELL), Math.floor((y1 + (y2 - y1) * part) / CELL));
    }
  }
  return [...cells.values()];
}

/** Cells by distance from the middle, the horizontal counting less; ties in a fixed order. */
function* places(): Generator<readonly [number, number], never> {
  const distance = ([x, y]: readonly [number, number]): number => (x / ASPECT) ** 2 + y ** 2;
  for (let ring = 0; ; ring++) {
    const cells: (readonly [number, number])[] = [];
    const reach = Math.ceil((ring + 1) * ASPECT);
    for (let x = -reach; x <= reach; x++)
      for (let y = -ring - 1; y <= ring + 1; y++) {
        const far = distance([x, y]);
        if (far >= ring ** 2 && far < (ring + 1) ** 2) cells.push([x, y]);
      }
    yield* cells.sort((a, b) => distance(a) - distance(b) || a[1] - b[1] || a[0] - b[0]);
  }
}
