// Where the arrow keys and E lead: the nearest connected node in a direction, the next relation of a node.
import { claimsOf, ends } from "../data.ts";
import { visibleClaims, visibleEntities } from "../store.ts";
import type { Scene } from "./scene.ts";

export const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Connected nodes come first; where none lies that way, any visible node does. Null at the edge of the graph. */
export function nextNode(scene: Scene, from: string, key: string): string | null {
  const direction = DIRECTIONS[key];
  const start = scene.nodeAt(from);
  if (direction === undefined) return null;
  if (start === null) return visibleEntities.value.values().next().value ?? null;
  const connected = new Set(
    (claimsOf.get(from) ?? [])
      .filter((claim) => visibleClaims.value.has(claim.id))
      .flatMap(ends)
      .filter((id) => id !== from),
  );
  const best = (ids: Iterable<string>): string | null => {
    let found: string | null = null;
    let shortest = Number.POSITIVE_INFINITY;
    for (const id of ids) {
      const spot = id === from ? null : scene.nodeAt(id);
      if (spot === null) continue;
      const [dx, dy] = [spot.x - start.x, spot.y - start.y];
      const along = dx * direction[0] + dy * direction[1];
      const across = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
      if (along <= 0 || across > along) continue;
      if (along + across < shortest) {
        shortest = along + across;
        found = id;
      }
    }
    return found;
  };
  return best(connected) ?? best(visibleEntities.value);
}

/** Steps through the visible relations between entities of a node, round and round. */
export function nextEdge(node: string, current: string | null, step: 1 | -1): string | null {
  const edges = (claimsOf.get(node) ?? [])
    .filter((claim) => typeof claim.object === "string" && visibleClaims.value.has(claim.id))
    .map((claim) => claim.id);
  if (edges.length === 0) return null;
  const at = current === null ? -1 : edges.indexOf(current);
  return edges[at < 0 ? (step === 1 ? 0 : edges.length - 1) : (at + step + edges.length) % edges.length] ?? null;
}
