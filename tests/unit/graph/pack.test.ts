// Packing of components and shortest links: nothing overlaps, the large stays in the middle, the same input gives the same places.
import { describe, expect, it } from "vitest";
import { pack } from "../../../src/graph/pack.ts";
import { type Box, separate } from "../../../src/graph/separate.ts";

const piece = (width: number, height: number) => ({ boxes: [{ left: 0, top: 0, right: width, bottom: height }], lines: [] });

describe("packing", () => {
  it("keeps pieces apart and the largest in the middle", () => {
    const sizes = [[400, 300], ...Array.from({ length: 30 }, (_, index) => [60 + 10 * (index % 4), 30])] as const;
    const shifts = pack(sizes.map(([width = 0, height = 0]) => piece(width, height)));
    const placed = shifts.map((shift, index) => ({ ...shift, width: sizes[index]?.[0] ?? 0, height: sizes[index]?.[1] ?? 0 }));
    const touching = placed.flatMap((a, i) =>
      placed.slice(i + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
    );
    expect(touching).toEqual([]);
    expect(Math.abs((placed[0]?.x ?? 0) + 200)).toBeLessThanOrEqual(20);
    expect(pack(sizes.map(([width = 0, height = 0]) => piece(width, height)))).toEqual(shifts);
  });

  it("keeps lines clear of other pieces", () => {
    const [first, second] = pack([{ boxes: [], lines: [[0, 0, 200, 0]] }, piece(10, 10)]);
    expect(first).toBeDefined();
    expect(second).not.toEqual(first);
  });
});

describe("separating", () => {
  it("stretches links that are too short to see", () => {
    const box = (id: string, x: number): Box => ({ id, x, y: 0, width: 20, height: 20, shift: 0 });
    const [a, b] = [box("a", 0), box("b", 30)];
    separate([a, b], [[a, b]]);
    expect(Math.hypot(b.x - a.x, b.y - a.y)).toBeGreaterThanOrEqual(70);
  });
});
