// Nearest edge under a pointer, in screen pixels. Sigma's own hit zone is about one pixel wide, which no hand can hit.
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Curve {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
  /** 0 for a straight edge; else as in @sigma/edge-curve. */
  readonly curvature: number;
}

export const MOUSE_REACH = 8;
export const TOUCH_REACH = 16;

/** Pieces a curve is approximated by. */
const PIECES = 12;

/** The edge nearest to `at` within `reach` pixels, or null. Ties go to the first. */
export function nearestEdge(at: Point, edges: Iterable<Curve>, reach: number): string | null {
  let best: string | null = null;
  let shortest = reach * reach;
  for (const edge of edges) {
    const distance = squaredDistance(at, edge, reach);
    if (distance < shortest) {
      shortest = distance;
      best = edge.id;
    }
  }
  return best;
}

/** A point of the edge: 0 at its source, 1 at its target. */
export function pointAt({ from, to, curvature }: Curve, t: number): Point {
  const control = { x: (from.x + to.x) / 2 + (to.y - from.y) * curvature, y: (from.y + to.y) / 2 - (to.x - from.x) * curvature };
  const u = 1 - t;
  return { x: u * u * from.x + 2 * u * t * control.x + t * t * to.x, y: u * u * from.y + 2 * u * t * control.y + t * t * to.y };
}

function squaredDistance(at: Point, edge: Curve, reach: number): number {
  const { from, to } = edge;
  const slack = reach + Math.abs(edge.curvature) * (Math.abs(to.x - from.x) + Math.abs(to.y - from.y));
  if (at.x < Math.min(from.x, to.x) - slack || at.x > Math.max(from.x, to.x) + slack) return Number.POSITIVE_INFINITY;
  if (at.y < Math.min(from.y, to.y) - slack || at.y > Math.max(from.y, to.y) + slack) return Number.POSITIVE_INFINITY;
  if (edge.curvature === 0) return toSegment(at, from, to);
  let nearest = Number.POSITIVE_INFINITY;
  for (let piece = 0, a = from; piece < PIECES; piece++) {
    const b = pointAt(edge, (piece + 1) / PIECES);
    nearest = Math.min(nearest, toSegment(at, a, b));
    a = b;
  }
  return nearest;
}

function toSegment(at: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length));
  return (at.x - a.x - t * dx) ** 2 + (at.y - a.y - t * dy) ** 2;
}
