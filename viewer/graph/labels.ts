// Places labels so that none touches another or a node: pure geometry first, then the drawing on a canvas layer.
import type { Palette } from "./palette.ts";

export interface LabelRequest {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radius to keep clear, 0 for a label centred on an edge. */
  readonly radius: number;
  readonly width: number;
  readonly weight: number;
  readonly colour: string;
  /** Must be shown, even where it touches another. */
  readonly forced: boolean;
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

export const LABEL_HEIGHT = 16;
const GAP = 3;

/** Places what fits, first come first served: right, below, above, left of its node. */
export function placeLabels(
  requests: readonly LabelRequest[],
  discs: readonly Disc[],
  width: number,
  height: number,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const free = (left: number, top: number, request: LabelRequest): boolean => {
    const right = left + request.width;
    const bottom = top + LABEL_HEIGHT;
    if (left < 2 || top < 2 || right > width - 2 || bottom > height - 2) return false;
    for (const other of placed)
      if (left < other.left + other.width + GAP && right + GAP > other.left && top < other.top + LABEL_HEIGHT && bottom > other.top)
        return false;
    for (const disc of discs) {
      if (disc.x === request.x && disc.y === request.y) continue;
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
    const { x, y, radius, width: w } = request;
    const places: readonly (readonly [number, number])[] =
      radius === 0
        ? [[x - w / 2, y - LABEL_HEIGHT / 2]]
        : [
            [x + radius + GAP, y - LABEL_HEIGHT / 2],
            [x - w / 2, y + radius + 1],
            [x - w / 2, y - radius - LABEL_HEIGHT - 1],
            [x - radius - GAP - w, y - LABEL_HEIGHT / 2],
          ];
    const place = places.find(([left, top]) => free(left, top, request)) ?? (request.forced ? places[0] : undefined);
    if (place) placed.push({ ...request, left: place[0], top: place[1] });
  }
  return placed;
}

export function fontOf(weight: number): string {
  return `${weight} 12.5px Inter, sans-serif`;
}

export function drawLabels(context: CanvasRenderingContext2D, labels: readonly PlacedLabel[], palette: Palette): void {
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = palette.background;
  for (const label of labels) {
    context.font = fontOf(label.weight);
    context.fillStyle = label.colour;
    context.strokeText(label.text, label.left, label.top + 12.5);
    context.fillText(label.text, label.left, label.top + 12.5);
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
  context.fillStyle = palette.panel;
  context.strokeStyle = palette.strong;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, at.y - 13, w, 26, 7);
  context.fill();
  context.stroke();
  context.fillStyle = palette.text;
  context.fillText(text, left + 8, at.y + 4.5);
}
