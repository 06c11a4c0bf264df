// The layer of names above the graph: which names are asked for and in which order. Lit nodes first, then by degree, edges last.
import type Graph from "graphology";
import { relationLabel } from "../format.ts";
import { filters, selection, spotlight } from "../store.ts";
import { type Disc, fontOf, type LabelRequest, type PlacedLabel, placeLabels } from "./labels.ts";
import type { Palette } from "./palette.ts";
import { type Curve, type Point, pointAt } from "./picking.ts";
import type { Spot } from "./scene.ts";

/** Above this many lit edges their labels would only crowd the screen. */
const MAX_LIT_CAPTIONS = 40;
/** Above this many edges in all, only lit ones are named: the rest would be noise, and slow. */
const MAX_CAPTIONS = 400;
/** More names than a screen can hold: a frame of thousands of nodes stays quick. */
const MAX_LABELS = 250;
/** So many nodes of the highest degree are named first, even over smaller ones. */
const EMINENT = 16;
/** Free line on both sides of an edge's name, so that one sees what it names. */
const CAPTION_ROOM = 34;

/** The buttons in the corner, with a margin. */
const ZOOM_BUTTONS = { width: 58, height: 130 };

export interface Layer {
  readonly graph: Graph;
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly place: (id: string) => Spot | null;
  readonly curveOf: (id: string) => Curve | null;
}

/** Finds places for names of nodes and edges on a stage of this size. */
export function layoutNames(layer: Layer): readonly PlacedLabel[] {
  const { graph, context, width, height, palette, place } = layer;
  const light = spotlight.value;
  const pinned = filters.value.pinned;
  const discs: Disc[] = [];
  const requests: (LabelRequest & { readonly rank: number })[] = [];
  graph.forEachNode((id, attributes) => {
    const spot = place(id);
    if (spot === null || spot.x < -40 || spot.y < -20 || spot.x > width + 40 || spot.y > height + 20) return;
    if (light !== null && !light.entities.has(id) && !pinned.has(id)) return;
    discs.push(spot);
    const chosen = selection.value?.kind === "entity" && selection.value.id === id;
    const font = fontOf(light === null ? (pinned.has(id) ? 700 : 540) : chosen ? 700 : 620);
    const forced = chosen || (light !== null && light.entities.size <= 2);
    const rank = (chosen ? 1e6 : 0) + (pinned.has(id) ? 1e5 : 0) + graph.degree(id);
    const follow = (): Point | null => place(id);
    const upright = light !== null && light.edges.size === 1;
    requests.push({ text: attributes.name as string, ...spot, width: 0, font, colour: palette.text, forced, upright, rank, follow });
  });
  requests.sort((a, b) => b.rank - a.rank || (a.text < b.text ? -1 : 1));
  const names = requests.slice(0, MAX_LABELS).map((request, k) => measured({ ...request, eminent: k < EMINENT }, context));
  const zoom = { left: width - ZOOM_BUTTONS.width, top: height - ZOOM_BUTTONS.height, right: width, bottom: height };
  return placeLabels([...names, ...captions(layer)], discs, width, height, [zoom]);
}

/** Names of edges that are long enough on the screen to carry theirs. */
function captions(layer: Layer): readonly LabelRequest[] {
  const { graph, context, palette, curveOf } = layer;
  const light = spotlight.value;
  const lit = light !== null && (light.edges.size > 0 || selection.value !== null);
  const ids = lit ? [...light.edges] : graph.size <= MAX_CAPTIONS && light === null ? graph.edges() : [];
  if (lit && ids.length > MAX_LIT_CAPTIONS) return [];
  const single = selection.value?.kind !== "entity";
  return ids.flatMap((id) => {
    const curve = curveOf(id);
    if (curve === null) return [];
    const request = measured(
      {
        text: relationLabel(graph.getEdgeAttribute(id, "relation") as string),
        ...pointAt(curve, 0.5),
        others: [0.4, 0.6].map((t) => pointAt(curve, t)),
        radius: 0,
        width: 0,
        font: fontOf(lit ? 540 : 440, lit ? 12 : 11),
        colour: lit && single ? palette.accent : palette.muted,
        forced: false,
        follow: () => {
          const now = curveOf(id);
          return now === null ? null : pointAt(now, 0.5);
        },
      },
      context,
    );
    const [dx, dy] = [Math.abs(curve.to.x - curve.from.x), Math.abs(curve.to.y - curve.from.y)];
    // A steep edge passes through its caption's height, a flat one through its width.
    const covered = Math.min(
      dx === 0 ? Number.POSITIVE_INFINITY : request.width * Math.hypot(1, dy / dx),
      (18 * Math.hypot(dx, dy)) / (dy || 0.01),
    );
    const room = Math.hypot(dx, dy) - covered;
    return room >= (lit ? CAPTION_ROOM : 1.6 * CAPTION_ROOM) ? [request] : [];
  });
}

function measured<T extends LabelRequest>(request: T, context: CanvasRenderingContext2D): T {
  context.font = request.font;
  return { ...request, width: context.measureText(request.text).width };
}
