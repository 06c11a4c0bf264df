// Discs cleared of each other: none overlaps at the size it is drawn, those alone stay, the same bytes every time.
import { describe, expect, it } from "vitest";
import { clear, type Disc } from "../../../src/graph/clear.ts";

/** A crowd on a spiral: dense in the middle, with a hub there. */
const crowd = (): Disc[] =>
  Array.from({ length: 300 }, (_, index) => {
    const radius = 2 * index;
    return { x: radius * Math.cos(2.4 * index), y: radius * Math.sin(2.4 * index), degree: index === 0 ? 40 : (index % 4) + 1 };
  });

/** Pairs that overlap where the longer side of the picture is 640 pixels. */
function overlaps(discs: readonly Disc[]): number {
  const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const pixels = 640 / Math.max(extent(discs.map(({ x }) => x)), extent(discs.map(({ y }) => y)));
  const scale = Math.min(1.1, Math.sqrt((792 * 773) / (discs.length * 4600)));
  const radius = ({ degree }: Disc): number => (7 + 2 * Math.min(5, Math.sqrt(degree))) * scale;
  return discs.flatMap((a, index) =>
    discs.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) * pixels < radius(a) + radius(b)),
  ).length;
}

describe("discs", () => {
  it("overlap no more, and move little", () => {
    const before = crowd();
    const after = crowd();
    clear(after);
    expect(overlaps(before)).toBeGreaterThan(5);
    expect(overlaps(after)).toBe(0);
    const moves = after.map(({ x, y }, index) => Math.hypot(x - (before[index]?.x ?? 0), y - (before[index]?.y ?? 0)));
    // The picture is 1,200 wide, and its middle far too dense.
    expect(Math.max(...moves)).toBeLessThan(90);
  });

  it("lie apart also where they lay on one point", () => {
    const discs: Disc[] = [0, 0, 0, 400].map((x) => ({ x, y: x, degree: 1 }));
    clear(discs);
    expect(overlaps(discs)).toBe(0);
  });

  it("stay where nothing touches them, and come out the same each time", () => {
    const [once, again] = [crowd(), crowd()];
    clear(once);
    clear(again);
    expect(again).toEqual(once);
    const apart: Disc[] = [0, 500].map((x) => ({ x, y: 0, degree: 2 }));
    clear(apart);
    expect(apart.map(({ x }) => x)).toEqual([0, 500]);
  });
});
