// Pinned entities can be moved: by mouse or finger, or by Shift and an arrow key. Where they were put stays in the store, and so in the address.
import { effect } from "@preact/signals";
import { entities } from "../data.ts";
import { filters, type Place, places } from "../store.ts";
import { DIRECTIONS } from "./keyboard.ts";
import type { Point } from "./picking.ts";
import type { Scene } from "./scene.ts";

/** Pixels that a key moves an entity. */
const STEP = 16;

/** Connects dragging with the store; gives what undoes it. */
export function followPlaces({ sigma, graph }: Scene): () => void {
  let moved: ReadonlySet<string> = new Set();
  return effect(() => {
    const now = new Map([...places.value].filter(([id]) => filters.value.pinned.has(id) && graph.hasNode(id)));
    // The frame stays that of the layout, or the whole graph would shrink from a node put aside.
    if (now.size > 0 && sigma.getCustomBBox() === null) sigma.setCustomBBox(sigma.getBBox());
    for (const id of new Set([...moved, ...now.keys()])) {
      const place = now.get(id) ?? entities.get(id);
      if (place) graph.mergeNodeAttributes(id, { x: place.x, y: place.y });
    }
    moved = new Set(now.keys());
  });
}

/** Lets pinned nodes be dragged; the rest of the stage moves the camera as before. */
export function listenForDrags({ sigma, graph }: Scene): void {
  let dragged: string | null = null;
  let place: Place | null = null;
  sigma.on("downNode", ({ node }) => {
    if (filters.peek().pinned.has(node)) dragged = node;
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (dragged === null) return;
    preventSigmaDefault();
    event.original.preventDefault();
    if (sigma.getCustomBBox() === null) sigma.setCustomBBox(sigma.getBBox());
    place = sigma.viewportToGraph(event);
    graph.mergeNodeAttributes(dragged, { x: place.x, y: place.y });
  });
  const drop = (): void => {
    if (dragged !== null && place !== null) put(dragged, place);
    dragged = null;
    place = null;
  };
  // "up" may come over another node, or over none; outside of the stage it does not come at all.
  sigma.on("upNode", drop);
  sigma.on("upStage", drop);
  sigma.getMouseCaptor().on("mouseup", drop);
}

/** Moves a pinned entity by a key's step; tells whether it could. */
export function nudge(scene: Scene, id: string, key: string): boolean {
  const direction = DIRECTIONS[key];
  const spot: Point | null = scene.nodeAt(id);
  if (direction === undefined || spot === null || !filters.value.pinned.has(id)) return false;
  put(id, scene.sigma.viewportToGraph({ x: spot.x + STEP * direction[0], y: spot.y + STEP * direction[1] }));
  return true;
}

function put(id: string, { x, y }: Place): void {
  places.value = new Map([...places.value, [id, { x: Math.round(x), y: Math.round(y) }]]);
}
