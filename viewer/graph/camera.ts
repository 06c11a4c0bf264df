// Where the camera looks: nowhere new while what is selected can be seen well; else so that it can.
import type { Scene, Spot } from "./scene.ts";

/** A lit edge shorter than this on the screen hides under its own ends. */
const READABLE_EDGE = 80;
/** More lit nodes than this within this part of the stage hide each other's names. */
const CROWD = 6;
const CROWDED_PART = 0.4;
/** Room for names around what is framed. */
const MARGIN = 90;
/** Closest the camera goes by itself. */
const CLOSEST = 0.12;
/** Length that a single edge gets, with room for its name; closer would lose its surroundings. */
const GOOD_EDGE = 170;

const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
export const duration = (ms: number): number => (calm() ? 1 : ms);

/** Moves only when something lit lies outside the stage or is too small to read. Of an entity's surroundings only itself must be inside. */
export function bringIntoView(scene: Scene, ids: ReadonlySet<string>, entity: string | null): void {
  const spots = [...ids].flatMap((id) => scene.nodeAt(id) ?? []);
  if (spots.length === 0) return;
  const { width, height } = scene.sigma.getDimensions();
  const own = entity === null ? null : scene.nodeAt(entity);
  const inside = (own === null ? spots : [own]).every(({ x, y }) => x > 8 && y > 8 && x < width - 8 && y < height - 8);
  const box = boundsOf(spots);
  const crowded = spots.length > CROWD && Math.max(box.width / width, box.height / height) < CROWDED_PART;
  const readable = spots.length === 2 ? Math.hypot(box.width, box.height) >= READABLE_EDGE : !crowded;
  if (!inside || !readable) frame(scene, spots);
}

/** Fits the visible nodes to the stage. */
export function frameAll(scene: Scene): void {
  const spots = scene.graph.nodes().flatMap((id) => scene.nodeAt(id) ?? []);
  if (spots.length > 0) frame(scene, spots);
}

function boundsOf(spots: readonly Spot[]): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of spots) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

function frame(scene: Scene, spots: readonly Spot[]): void {
  const camera = scene.sigma.getCamera();
  const { width, height } = scene.sigma.getDimensions();
  const box = boundsOf(spots);
  const margin = Math.min(MARGIN, width / 5, height / 5);
  const whole = Math.max(box.width / (width - 2 * margin), box.height / (height - 2 * margin));
  const factor = spots.length === 2 ? Math.max(whole, Math.hypot(box.width, box.height) / GOOD_EDGE) : whole;
  const ratio = Math.min(2.5, Math.max(CLOSEST, camera.ratio * factor));
  const centre = scene.sigma.viewportToFramedGraph({ x: box.x, y: box.y });
  void camera.animate({ x: centre.x, y: centre.y, ratio }, { duration: duration(350) });
}

export function zoom(scene: Scene | null, way: "in" | "out" | "fit"): void {
  const camera = scene?.sigma.getCamera();
  if (scene === null || camera === undefined) return;
  if (way === "in") void camera.animatedZoom({ duration: duration(250) });
  else if (way === "out") void camera.animatedUnzoom({ duration: duration(250) });
  else frameAll(scene);
}
