// The layout's last step: moves discs that would overlap on a laptop's screen just so far apart that they touch no more. In place.
// Only sums, products and square roots: the same bytes on every machine.

export interface Disc {
  x: number;
  y: number;
  /** Edges at the node: the viewer draws larger what has more. */
  readonly degree: number;
}

/** Pixels that the longer side of the whole picture gets on a screen of 1440 x 900, between the panels. */
const SIDE = 640;
/** Discs as the viewer draws them: radius 7 to 17 pixels, all smaller where many share the stage (viewer/graph/model.ts). */
const radiusOf = (degree: number): number => 7 + 2 * Math.min(5, Math.sqrt(degree));
const STAGE = 792 * 773;
const ROOM = 4600;
const LARGEST = 1.1;
/** Pixels between two discs, so that one sees two. */
const GAP = 1;
/** Above this many the viewer's smallest discs fill the stage, and nothing could be cleared. */
const MOST_DISCS = 1500;
/** The shipped graph needs 14; those that need more are too full. */
const ROUNDS = 200;

/** Clears the discs; their order decides ties, so sort them first. */
export function clear(discs: readonly Disc[]): void {
  if (discs.length < 2 || discs.length > MOST_DISCS) return;
  const scale = Math.min(LARGEST, Math.sqrt(STAGE / (discs.length * ROOM)));
  // Moves widen the picture, which then is drawn smaller: so the units per pixel are told anew each round.
  for (let round = 0; round < ROUNDS; round++) if (!clearOnce(discs, scale, extent(discs) / SIDE)) return;
}

function extent(discs: readonly Disc[]): number {
  const [first] = discs;
  if (first === undefined) return 0;
  let [left, right, bottom, top] = [first.x, first.x, first.y, first.y];
  for (const { x, y } of discs) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return Math.max(right - left, top - bottom);
}

function clearOnce(discs: readonly Disc[], scale: number, unit: number): boolean {
  let moved = false;
  for (const [index, a] of discs.entries()) {
    for (let other = index + 1; other < discs.length; other++) {
      const b = discs[other];
      if (b === undefined) continue;
      const room = ((radiusOf(a.degree) + radiusOf(b.degree)) * scale + GAP) * unit;
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      if (Math.abs(dx) >= room || Math.abs(dy) >= room) continue;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance >= room) continue;
      // A hair further than needed, or rounding would leave them touching.
      const part = (0.505 * (room - distance)) / (distance || 1);
      const [stepX, stepY] = distance === 0 ? [part, 0] : [dx * part, dy * part];
      a.x -= stepX;
      a.y -= stepY;
      b.x += stepX;
      b.y += stepY;
      moved = true;
    }
  }
  return moved;
}
