// The viewer's pure functions: picking, label places, marked text, CSV, paths.
import { describe, expect, it } from "vitest";
import { LABEL_HEIGHT, type LabelRequest, placeLabels } from "../../../viewer/graph/labels.ts";
import { mix } from "../../../viewer/graph/palette.ts";
import { nearestEdge, pointAt } from "../../../viewer/graph/picking.ts";
import { around, cut, paragraphs } from "../../../viewer/marks.ts";
import { toCsv } from "../../../viewer/views/csv.ts";

describe("picking", () => {
  const straight = { id: "straight", from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, curvature: 0 };
  const curved = { id: "curved", from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, curvature: 0.4 };

  it("takes an edge within reach and none beyond", () => {
    expect(nearestEdge({ x: 50, y: 7 }, [straight], 8)).toBe("straight");
    expect(nearestEdge({ x: 50, y: 9 }, [straight], 8)).toBeNull();
    expect(nearestEdge({ x: 120, y: 0 }, [straight], 8)).toBeNull();
  });

  it("follows a curve and not its chord", () => {
    const top = pointAt(curved, 0.5);
    expect(top).toEqual({ x: 50, y: -20 });
    expect(nearestEdge(top, [straight, curved], 8)).toBe("curved");
    expect(nearestEdge({ x: 50, y: 1 }, [straight, curved], 8)).toBe("straight");
  });
});

describe("labels", () => {
  const request = (x: number, y: number, forced = false): LabelRequest => ({
    text: "name",
    x,
    y,
    radius: 8,
    width: 40,
    font: "500 12.5px Inter",
    colour: "#000000",
    forced,
  });

  it("moves a label below its node when its right side is taken", () => {
    const placed = placeLabels([request(50, 50)], [{ x: 70, y: 50, radius: 8 }], 200, 200);
    expect(placed[0]?.top).toBeGreaterThan(50);
  });

  it("lets the name of a large node cover smaller ones, and none as large", () => {
    const ring = (radius: number) => [
      { x: 75, y: 50, radius },
      { x: 25, y: 50, radius },
      { x: 50, y: 68, radius },
      { x: 50, y: 32, radius },
    ];
    expect(placeLabels([request(50, 50)], ring(4), 200, 200)).toHaveLength(0);
    expect(placeLabels([{ ...request(50, 50), eminent: true }], ring(4), 200, 200)).toHaveLength(1);
    expect(placeLabels([{ ...request(50, 50), eminent: true }], ring(9), 200, 200)).toHaveLength(0);
  });

  it("leaves out what has no free place unless it is forced", () => {
    const crowd = [0, 1, 2, 3, 4, 5, 6, 7].map(() => request(50, 50));
    const placed = placeLabels(crowd, [], 200, 200);
    expect(placed.length).toBeLessThan(crowd.length);
    for (const [i, a] of placed.entries())
      for (const b of placed.slice(i + 1)) {
        const apart =
          a.left + a.width <= b.left || b.left + b.width <= a.left || a.top + LABEL_HEIGHT <= b.top || b.top + LABEL_HEIGHT <= a.top;
        expect(apart).toBe(true);
      }
    expect(placeLabels([...crowd, request(50, 50, true)], [], 200, 200).length).toBe(placed.length + 1);
  });
});

describe("marked text", () => {
  const text = "Acme grew. Acme bought Beta in May. Beta is small.\n\nThe end.";

  it("is cut at the ends of marks and joins to the same text", () => {
    const pieces = cut(
      text,
      [11, 35],
      [
        { span: [11, 15], value: "subject" },
        { span: [16, 27], value: "phrase" },
        { span: [23, 27], value: "object" },
      ],
    );
    expect(pieces.map((piece) => piece.text).join("")).toBe(text.slice(11, 35));
    expect(pieces.find((piece) => piece.text === "Beta")?.values).toEqual(["phrase", "object"]);
    expect(pieces.at(-1)).toEqual({ start: 27, text: " in May.", values: [] });
  });

  it("has one sentence before and one after, within the paragraph", () => {
    expect(around(text, [11, 35])).toEqual({ before: "Acme grew.", after: "Beta is small." });
    expect(around(text, [52, 60])).toEqual({ before: "", after: "" });
  });

  it("falls into paragraphs at line ends", () => {
    expect(paragraphs(text).map(([start, end]) => text.slice(start, end))).toEqual([text.slice(0, 50), "The end."]);
  });
});

describe("CSV", () => {
  it("quotes what needs it and disarms formulas", () => {
    expect(toCsv([["a, b", 'say "x"', "=1+1", 2]])).toBe('"a, b","say ""x""",\'=1+1,2\r\n');
  });
});

describe("dimming", () => {
  it("goes from the colour to the background", () => {
    expect(mix("#000000", "#ffffff", 0)).toBe("#000000");
    expect(mix("#000000", "#ffffff", 1)).toBe("#ffffff");
    expect(mix("#204060", "#ffffff", 0.5)).toBe("#90a0b0");
  });
});
