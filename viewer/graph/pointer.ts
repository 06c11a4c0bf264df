// The graph by mouse and touch: what is clicked becomes the selection, what is hovered is named.
import { claims, data, entities } from "../data.ts";
import { claimSentence, classLabel, labelOf, relationLabel } from "../format.ts";
import { filters, found, selectClaim, selectEntity, selection, toggleFocus } from "../store.ts";
import { MOUSE_REACH, TOUCH_REACH } from "./picking.ts";
import type { Scene } from "./scene.ts";

/** Clicks choose, Shift and a click focus, and what lies under the mouse says its name. */
export function listenToPointer(current: Scene, element: HTMLElement): void {
  let reach = MOUSE_REACH;
  let over: string | null = null;
  element.addEventListener("pointerdown", (event) => {
    reach = event.pointerType === "touch" ? TOUCH_REACH : MOUSE_REACH;
  });
  element.addEventListener("touchstart", () => {
    reach = TOUCH_REACH;
  });
  current.sigma.on("clickNode", ({ node, event }) => {
    if (event.original.shiftKey) toggleFocus(node);
    else selectEntity(node);
  });
  current.sigma.on("clickStage", ({ event }) => {
    const edge = current.edgeAt(event, reach);
    if (edge === null) clear();
    else choose(edge);
  });
  current.sigma.on("enterNode", ({ node }) => {
    over = node;
    const spot = current.nodeAt(node);
    if (spot)
      current.hover({
        text: `${labelOf(node)} · ${classLabel(entities.get(node)?.class ?? "")}${filters.peek().pinned.has(node) ? " · drag to move" : ""}`,
        at: { x: spot.x + spot.radius - 8, y: spot.y },
      });
    element.style.cursor = "pointer";
  });
  current.sigma.on("leaveNode", () => {
    over = null;
    current.hover(null);
    element.style.cursor = "";
  });
  let hoveredEdge: string | null = null;
  let waiting = false;
  current.sigma.on("moveBody", ({ event }) => {
    if (waiting || over !== null) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
    });
    const edge = current.edgeAt(event, MOUSE_REACH);
    if (edge === hoveredEdge && edge === null) return;
    hoveredEdge = edge;
    element.style.cursor = edge === null ? "" : "pointer";
    current.hover(edge === null ? null : { text: edgeText(edge), at: { x: event.x, y: event.y - 18 } });
  });
}

/** Ends the selection; what a query marked, where nothing is selected. */
export function clear(): void {
  if (selection.value === null) found.value = null;
  else selection.value = null;
}

function choose(edge: string): void {
  if (claims.has(edge)) selectClaim(edge);
  else selection.value = { kind: "inferred", id: edge.slice(1) };
}

function edgeText(edge: string): string {
  const claim = claims.get(edge);
  if (claim) return claimSentence(claim);
  const inferred = data.inferred[Number(edge.slice(1))];
  return inferred ? `${labelOf(inferred.subject)} ${relationLabel(inferred.relation)} ${labelOf(inferred.object)} (inferred)` : "";
}
