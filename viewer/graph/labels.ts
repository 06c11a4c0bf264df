// Places labels so that none touches another or, but for the largest nodes' names, a node: pure geometry first, then the drawing on a canvas layer.
import type { Palette } from "./palette.ts";
import type { Point } from "./picking.ts";

export interface LabelRequest {
  readonly text: string;
  /** Where the label hangs: a node's centre, or a point of an edge. */
  readonly x: number;
  readonly y: number;
  /** Radius to keep clear, 0 for a label centred on an edge. */
  readonly radius: number;
  readonly width: number;
  readonly font: string;
  readonly colour: string;
  /** Must be shown, even where it touches another. */
  readonly forced: boolean;
  /** May cover smaller nodes where no place is free: without the names of its largest nodes a graph says nothing. */
  readonly eminent?: boolean;
  /** Tries below and above before the sides, where a lit edge may leave the node. */
  readonly upright?: boolean;
  /** Other points to try, for a label on an edge. */
  readonly others?: readonly Point[];
  /** Where the node or edge is now, while the camera moves; null once it is hidden. */
  readonly follow?: () => Point | null;
}

export interface PlacedLabel extends LabelRequest {
  /** Left and top of the box. */
  readonly left: number;
  readonly top: number;
}

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A place on the stage that something else covers. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const LABEL_HEIGHT = 16;
/** From the top of a label's box to its baseline. */
export const BASELINE = 12.5;
const GAP = 3;

/** Places what fits, first come first served: right, below, above, left of its node; the eminent over smaller nodes if need be. */
export function placeLabels(
  requests: readonly LabelRequest[],
  discs: readonly Disc[],
  width: number,
  height: number,
  blocked: readonly Box[] = [],
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const free = (left: number, top: number, request: LabelRequest, least = 0): boolean => {
    const right = left + request.width;
    const bottom = top + LABEL_HEIGHT;
    if (left < 2 || top < 2 || right > width - 2 || bottom > height - 2) return false;
    for (const box of blocked) if (left < box.right && right > box.left && top < box.bottom && bottom > box.top) return false;
    for (const other of placed)
      if (left < other.left + other.width + GAP && right + GAP > other.left && top < other.top + LABEL_HEIGHT && bottom > other.top)
        return false;
    for (const disc of discs) {
      if ((disc.x === request.x && disc.y === request.y) || disc.radius < least) continue;
      if (
        left < disc.x + disc.radius &&
        right > disc.x - disc.radius &&
        top + 2 < disc.y + disc.radius &&
        bottom - 2 > disc.y - disc.radius
      )
        return false;
    }
    return true;
  };
  for (const request of requests) {
    const places = placesOf(request);
    const place =
      places.find(([left, top]) => free(left, top, request)) ??
      (request.eminent ? places.find(([left, top]) => free(left, top, request, request.radius)) : undefined) ??
      (request.forced ? places[0] : undefined);
    if (place) placed.push({ ...request, left: place[0], top: place[1] });
  }
  return placed;
}

function placesOf({ x, y, radius, width, upright = false, others = [] }: LabelRequest): readonly (readonly [left: number, top: number])[] {
  if (radius === 0) return [{ x, y }, ...others].map((point) => [point.x - width / 2, point.y - LABEL_HEIGHT / 2]);
  const right = [x + radius + GAP, y - LABEL_HEIGHT / 2] as const;
  const left = [x - radius - GAP - width, y - LABEL_HEIGHT / 2] as const;
  const below = [x - width / 2, y + radius + 1] as const;
  const above = [x - width / 2, y - radius - LABEL_HEIGHT - 1] as const;
  return upright ? [below, above, right, left] : [right, below, above, left];
}

/** The same labels where their nodes and edges are now; what is hidden loses its label. */
export function followLabels(labels: readonly PlacedLabel[]): readonly PlacedLabel[] {
  return labels.flatMap((label) => {
    const now = label.follow === undefined ? label : label.follow();
    return now === null ? [] : [{ ...label, left: label.left + now.x - label.x, top: label.top + now.y - label.y }];
  });
}

export function fontOf(weight: number, size = 12.5): string {
  return `${weight} ${size}px Inter, sans-serif`;
}

export function drawLabels(context: CanvasRenderingContext2D, labels: readonly PlacedLabel[], palette: Palette): void {
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = palette.background;
  for (const label of labels) {
    context.font = label.font;
    context.fillStyle = label.colour;
    context.strokeText(label.text, label.left, label.top + BASELINE);
    context.fillText(label.text, label.left, label.top + BASELINE);
  }
}

/** The hovered thing's name on a solid box, readable in both themes. */
export function drawHover(
  context: CanvasRenderingContext2D,
  text: string,
  at: { readonly x: number; readonly y: number },
  palette: Palette,
  width: number,
): void {
  context.font = fontOf(620);
  const w = context.measureText(text).width + 16;
  const left = Math.max(4, Math.min(at.x + 12, width - w - 4));
  const top = Math.max(4, at.y - 13);
  context.fillStyle = palette.panel;
  context.strokeStyle = palette.strong;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, top, w, 26, 7);
  context.fill();
  context.stroke();
  context.fillStyle = palette.text;
  context.fillText(text, left + 8, top + 17.5);
}
