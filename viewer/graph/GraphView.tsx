// The graph as a component: mouse, touch and keyboard in; selection out. One tab stop, a real button over the focused node.
import { effect, type Signal, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { claimsOf, entities } from "../data.ts";
import { classLabel, labelOf, plural } from "../format.ts";
import {
  announcement,
  drawsGraph,
  filters,
  found,
  selectClaim,
  selectEntity,
  selection,
  setFilters,
  settled,
  spotlight,
  theme,
  toggleFocus,
  toggleHidden,
  togglePinned,
  visibleEntities,
} from "../store.ts";
import { bringIntoView, frameAll, zoom } from "./camera.ts";
import { followPlaces, listenForDrags, nudge } from "./dragging.ts";
import { nextEdge, nextNode } from "./keyboard.ts";
import { clear, listenToPointer } from "./pointer.ts";
import { createScene, type Scene } from "./scene.ts";

/** The scene on show, for export. */
export const scene: { current: Scene | null } = { current: null };

export function GraphView() {
  const container = useRef<HTMLDivElement>(null);
  const marker = useRef<HTMLButtonElement>(null);
  const focused = useSignal<string>(mostConnected());
  useLayoutEffect(() => {
    if (container.current === null) return;
    const current = tryScene(container.current);
    if (current === null) return;
    scene.current = current;
    const stop = start(current, container.current, marker, focused);
    return () => {
      stop();
      current.kill();
      scene.current = null;
      delete document.documentElement.dataset.graph;
    };
  }, []);
  const name = settled.value ? nameOf(focused.value) : "";
  return (
    <div class="graph">
      <div class="canvas" ref={container} />
      <div role="application" aria-roledescription="knowledge graph" aria-label="Graph of entities" aria-describedby="graph-help">
        <button
          type="button"
          class="marker"
          ref={marker}
          aria-label={name}
          onKeyDown={(event) => press(event, focused)}
          onClick={() => selectEntity(focused.value)}
        />
      </div>
      {settled.value && <Around />}
    </div>
  );
}

/** What is read and pressed around the graph, once its first frame is there. */
function Around() {
  return (
    <>
      <p id="graph-help" class="hush">
        Arrow keys go to the nearest connected entity in that direction. Enter opens it. E and Shift E step through its relations. Escape
        clears the selection. F focuses, P pins, H hides. Shift and an arrow key move a pinned entity, as dragging it does. Plus, minus and
        0 zoom. The table view holds the same facts.
      </p>
      <Notice />
      <fieldset class="zoom" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" onClick={() => zoom(scene.current, "in")}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => zoom(scene.current, "out")}>
          −
        </button>
        <button type="button" aria-label="Fit to screen" onClick={() => zoom(scene.current, "fit")}>
          ⤢
        </button>
      </fieldset>
    </>
  );
}

function nameOf(id: string): string {
  const entity = entities.get(id);
  return entity === undefined ? "Nothing to show" : `${entity.label}, ${classLabel(entity.class)}, ${plural(degreeOf(id), "relation")}`;
}

/** Null, and the table instead, on a machine without WebGL: sigma then ends with an error. */
function tryScene(container: HTMLElement): Scene | null {
  try {
    return createScene(container);
  } catch (error) {
    const canvas = document.createElement("canvas");
    if ((canvas.getContext("webgl2") ?? canvas.getContext("webgl")) !== null) throw error;
    drawsGraph.value = false;
    settled.value = true;
    return null;
  }
}

/** Connects the scene with the store; gives what undoes it. First frame first: names, pictograms and panels follow it. */
function start(
  current: Scene,
  element: HTMLElement,
  marker: { readonly current: HTMLButtonElement | null },
  focused: Signal<string>,
): () => void {
  let ended = false;
  let isFirst = true;
  document.documentElement.dataset.graph = "drawn";
  listenToPointer(current, element);
  listenForDrags(current);
  const placeMarker = (): void => {
    const spot = current.nodeAt(focused.peek());
    if (marker.current === null) return;
    const radius = Math.max(12, (spot?.radius ?? 0) + 4);
    const [x, y] = spot === null ? [12, 12] : [spot.x, spot.y];
    const side = `${2 * radius}px`;
    Object.assign(marker.current.style, { left: `${x - radius}px`, top: `${y - radius}px`, width: side, height: side });
  };
  current.sigma.on("afterRender", placeMarker);
  const endRedraw = effect(() => {
    void [theme.value, filters.value, visibleEntities.value];
    const light = spotlight.value;
    if (selection.value?.kind === "entity") focused.value = selection.value.id;
    if (!isFirst) current.refresh();
    isFirst = false;
    if (light !== null) bringIntoView(current, light.entities, selection.value?.kind === "entity" ? selection.value.id : null);
  });
  const endPlaces = followPlaces(current);
  let focus = "";
  const endFraming = effect(() => {
    const { focus: ids, hops } = filters.value;
    const now = ids.size === 0 ? "" : [...ids, hops].join(" ");
    if (now !== focus) frameAll(current);
    focus = now;
  });
  const endMarker = effect(() => {
    void focused.value;
    placeMarker();
  });
  const finish = async (): Promise<void> => {
    settled.value = true;
    await Promise.all([document.fonts.load("540 13px Inter"), document.fonts.load("700 13px Inter")]);
    if (ended) return;
    await current.complete();
    if (!ended) document.documentElement.dataset.graph = "ready";
  };
  // After the frame that is being drawn now has reached the screen.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => void finish())));
  return () => {
    ended = true;
    endRedraw();
    endPlaces();
    endFraming();
    endMarker();
  };
}

/** What is marked without being selected, and how to be rid of it. */
function Notice() {
  const marked = found.value;
  const focus = [...filters.value.focus];
  if (marked === null && focus.length === 0) return null;
  return (
    <div class="notes-over">
      {focus.length > 0 && (
        <p>
          In focus: {focus.map(labelOf).join(", ")}, {plural(filters.value.hops, "step")} around
          <button type="button" onClick={() => setFilters({ focus: new Set() })}>
            Show all
          </button>
        </p>
      )}
      {marked !== null && (
        <p>
          {plural(marked.entities.size, "entity", "entities")} and {plural(marked.edges.size, "claim")} marked {marked.by}
          <button type="button" onClick={() => (found.value = null)}>
            Clear
          </button>
        </p>
      )}
    </div>
  );
}

function mostConnected(): string {
  let best = "";
  for (const id of visibleEntities.value) if (best === "" || degreeOf(id) > degreeOf(best)) best = id;
  return best;
}

function degreeOf(id: string): number {
  return claimsOf.get(id)?.length ?? 0;
}

function press(event: KeyboardEvent, focused: { value: string }): void {
  const current = scene.current;
  if (current === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.startsWith("Arrow") && event.shiftKey) {
    const name = labelOf(focused.value);
    announcement.value = nudge(current, focused.value, event.key)
      ? `${name} moved`
      : `${name} is not pinned: P pins it, then it can be moved`;
  } else if (event.key.startsWith("Arrow")) {
    const next = nextNode(current, focused.value, event.key);
    if (next !== null) {
      focused.value = next;
      announcement.value = `${labelOf(next)}, ${classLabel(entities.get(next)?.class ?? "")}`;
    }
  } else if (event.key === "e" || event.key === "E") {
    const edge = nextEdge(focused.value, selection.value?.kind === "claim" ? selection.value.id : null, event.key === "e" ? 1 : -1);
    if (edge !== null) selectClaim(edge);
  } else if (event.key === "Escape") clear();
  else if (event.key === "f") toggleFocus(focused.value);
  else if (event.key === "p") togglePinned(focused.value);
  else if (event.key === "h") {
    toggleHidden(focused.value);
    focused.value = mostConnected();
  } else if (event.key === "+" || event.key === "=") zoom(scene.current, "in");
  else if (event.key === "-") zoom(scene.current, "out");
  else if (event.key === "0") zoom(scene.current, "fit");
  else return;
  event.preventDefault();
}
