// The layer of names above the graph: which names are asked for, in which order, and the drawing.
import type Graph from "graphology";
import type Sigma from "sigma";
import { relationLabel } from "../format.ts";
import { selection, spotlight } from "../store.ts";
import { type Disc, drawLabels, fontOf, type LabelRequest, placeLabels } from "./labels.ts";
import type { Palette } from "./palette.ts";
import { type Curve, type Point, pointAt } from "./picking.ts";

/** Above this many lit edges their labels would only crowd the screen. */
const MAX_EDGE_LABELS = 14;
/** More names than a screen can hold: a frame of thousands of nodes stays quick. */
const MAX_LABELS = 250;

export interface Layer {
  readonly sigma: Sigma;
  readonly graph: Graph;
  readonly context: CanvasRenderingContext2D;
  readonly layer: HTMLCanvasElement;
  readonly palette: Palette;
  readonly place: (id: string) => (Point & { readonly radius: number }) | null;
  readonly curveOf: (id: string) => Curve | null;
}

/** Draws names of nodes (lit first, then by degree) and, when few are lit, of edges. */
export function drawLayer({ sigma, graph, context, layer, palette, place, curveOf }: Layer): void {
  const { width, height } = sigma.getDimensions();
  const ratio = window.devicePixelRatio;
  if (layer.width !== Math.round(width * ratio) || layer.height !== Math.round(height * ratio)) {
    Object.assign(layer, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    Object.assign(layer.style, { width: `${width}px`, height: `${height}px` });
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const light = spotlight.value;
  const discs: Disc[] = [];
  const requests: (LabelRequest & { readonly rank: number })[] = [];
  graph.forEachNode((id, attributes) => {
    const spot = place(id);
    if (spot === null || spot.x < -40 || spot.y < -20 || spot.x > width + 40 || spot.y > height + 20) return;
    if (light !== null && !light.entities.has(id)) return;
    discs.push(spot);
    const chosen = selection.value?.kind === "entity" && selection.value.id === id;
    const weight = light === null ? 540 : chosen ? 700 : 620;
    const text = attributes.name as string;
    const forced = chosen || (light !== null && light.entities.size <= 2);
    const rank = (chosen ? 1e6 : 0) + graph.degree(id);
    requests.push({ text, ...spot, width: 0, weight, colour: palette.text, forced, rank });
  });
  requests.sort((a, b) => b.rank - a.rank || (a.text < b.text ? -1 : 1));
  const wanted = requests.slice(0, MAX_LABELS).map((request) => {
    context.font = fontOf(request.weight);
    return { ...request, width: context.measureText(request.text).width };
  });
  const edges = light !== null && light.edges.size <= MAX_EDGE_LABELS ? [...light.edges].flatMap((id) => curveOf(id) ?? []) : [];
  const captions = edges.map((curve): LabelRequest => {
    const text = relationLabel(graph.getEdgeAttribute(curve.id, "relation") as string);
    context.font = fontOf(520);
    return {
      text,
      ...pointAt(curve, 0.5),
      radius: 0,
      width: context.measureText(text).width,
      weight: 520,
      colour: palette.accent,
      forced: false,
    };
  });
  const placed = placeLabels([...wanted, ...captions], discs, width, height);
  drawLabels(context, placed, palette);
  layer.dataset.labels = JSON.stringify(placed.map(({ left, top, width: w }) => [left, top, w].map(Math.round)));
}
