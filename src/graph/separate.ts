// Pushes rectangles (a node with its label to the right) apart until none overlap and no link is too short to see, or the rounds are
// used up. Works in place.

export interface Box {
  readonly id: string;
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  /** Distance from the node's centre to the rectangle's centre, to the right. */
  readonly shift: number;
}

export type Link = readonly [Box, Box];

/** Shortest distance of linked nodes: an edge between two discs, with an arrow's head, that one can see and hit. */
const SHORTEST_LINK = 72;
/** With 283 nodes 500 rounds leave 15 overlaps at screen size where 220 leave 26; thousands of nodes stop earlier, for the build's sake. */
const ROUNDS = 500;
const FEW_ROUNDS = 150;
const MANY_BOXES = 1500;
/** Above this many boxes neighbours come from a grid: comparing all pairs took 6 s for 1,000. */
const GRID_ABOVE = 300;
const STEP = 0.8;

/** Separates the boxes; their order decides ties, so sort them first. */
export function separate(boxes: readonly Box[], links: readonly Link[] = []): void {
  const rounds = boxes.length > MANY_BOXES ? FEW_ROUNDS : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    const stretched = stretch(links);
    const moved = boxes.length > GRID_ABOVE ? separateByGrid(boxes) : separateAll(boxes);
    if (!stretched && !moved) return;
  }
}

/** Moves the ends of short links away from each other; tells whether one was short. */
function stretch(links: readonly Link[]): boolean {
  let short = false;
  for (const [a, b] of links) {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length >= SHORTEST_LINK - 1) continue;
    const push = (0.5 * (SHORTEST_LINK - length)) / (length || 1);
    a.x -= dx * push;
    a.y -= (dy || 0.1) * push;
    b.x += dx * push;
    b.y += (dy || 0.1) * push;
    short = true;
  }
  return short;
}

function separateAll(boxes: readonly Box[]): boolean {
  let moved = false;
  for (const [index, box] of boxes.entries()) {
    for (let other = index + 1; other < boxes.length; other++) {
      const second = boxes[other];
      if (second !== undefined && push(box, second)) moved = true;
    }
  }
  return moved;
}

/** Cells are as large as the largest box, so overlapping boxes lie in touching cells. */
function separateByGrid(boxes: readonly Box[]): boolean {
  const cellWidth = boxes.reduce((largest, box) => Math.max(largest, box.width), 1);
  const cellHeight = boxes.reduce((largest, box) => Math.max(largest, box.height), 1);
  const cells = new Map<string, Box[]>();
  let moved = false;
  for (const box of boxes) {
    const column = Math.floor((box.x + box.shift) / cellWidth);
    const row = Math.floor(box.y / cellHeight);
    for (let across = -1; across <= 1; across++) {
      for (let down = -1; down <= 1; down++) {
        for (const other of cells.get(`${column + across},${row + down}`) ?? []) if (push(other, box)) moved = true;
      }
    }
    const key = `${column},${row}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [box]);
    else cell.push(box);
  }
  return moved;
}

/** Moves two overlapping boxes apart along the axis that needs less; tells whether they overlapped. */
function push(a: Box, b: Box): boolean {
  const overlapX = (a.width + b.width) / 2 - Math.abs(a.x + a.shift - b.x - b.shift);
  const overlapY = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  if (overlapX <= 0 || overlapY <= 0) return false;
  if (overlapY < overlapX) {
    const step = (a.y <= b.y ? -1 : 1) * overlapY * 0.5 * STEP;
    a.y += step;
    b.y -= step;
  } else {
    const step = (a.x + a.shift <= b.x + b.shift ? -1 : 1) * overlapX * 0.5 * STEP;
    a.x += step;
    b.x -= step;
  }
  return true;
}
