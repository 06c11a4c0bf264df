// The graph by mouse, touch and keyboard: picking, names, moving about, focus, pins, hiding.
import { describe, expect, it } from "vitest";
import { LABEL_HEIGHT } from "../../viewer/graph/labels.ts";
import { CLAIM, centreOf, data, keepDrawings, labelBoxes, shareOf, still, useDesk } from "./desk.ts";

const desk = useDesk();
const stats = (): Promise<string | null> => desk.page.locator(".stats").textContent();

/** A point beside the middle of the edge between two entities. */
async function besideEdge(from: string, to: string, distance: number): Promise<{ x: number; y: number }> {
  const a = await centreOf(desk.page, from);
  const b = await centreOf(desk.page, to);
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  return { x: (a.x + b.x) / 2 - (distance * (b.y - a.y)) / length, y: (a.y + b.y) / 2 + (distance * (b.x - a.x)) / length };
}

describe("the graph's first frame", () => {
  it("opens from a file and asks no host for anything", async () => {
    await desk.open();
    expect(await desk.page.locator("h1").textContent()).toBe("Invented industry");
    expect(desk.requests.filter((url) => !/^(file|data|blob|about):/.test(url))).toEqual([]);
  });

  it.each([
    ["light", ["Acorn Robotics", "Ada Quill", "Open Model Act"]],
    ["dark", ["Northmark", "Cedar Voice", "robotics"]],
  ] as const)("draws a disc in the colour of its class where an entity is, in %s colours", async (theme, labels) => {
    await keepDrawings(desk.page);
    await desk.open(`theme=${theme}`);
    for (const label of labels) {
      const kind = data.entities.find((entity) => entity.label === label)?.class;
      const colour = data.classes.find((item) => item.id === kind)?.[theme] ?? "";
      // The pictogram takes the middle of the disc, and soft edges most of the rest.
      expect(await shareOf(desk.page, colour, await centreOf(desk.page, label), 16), label).toBeGreaterThan(0.12);
    }
  });

  it.each(["theme=light", "theme=dark&entity=acorn-robotics", `theme=light&claim=${CLAIM}`])(
    "places names so that none touches another: %s",
    async (hash) => {
      await desk.open(hash);
      const boxes = await labelBoxes(desk.page);
      expect(boxes.length).toBeGreaterThan(hash.includes("claim") ? 2 : 12);
      const touching = boxes.flatMap(([x, y, w], i) =>
        boxes.slice(i + 1).filter(([a, b, v]) => x < a + v && x + w > a && y < b + LABEL_HEIGHT && y + LABEL_HEIGHT > b),
      );
      expect(touching).toEqual([]);
    },
  );

  it("finds new places for names after zooming", async () => {
    await desk.open();
    const before = await labelBoxes(desk.page);
    await desk.page.getByRole("button", { name: "Zoom in" }).click();
    await expect.poll(() => labelBoxes(desk.page), { timeout: 20_000 }).not.toEqual(before);
    expect((await labelBoxes(desk.page)).length).toBeGreaterThan(5);
  });
});

describe("the graph by mouse", () => {
  it("opens the evidence of an edge clicked six pixels beside its line", async () => {
    await desk.open();
    const point = await besideEdge("Acorn Robotics", "Cedar Labs", 6);
    await desk.page.mouse.click(point.x, point.y);
    await desk.page.waitForSelector(".card");
    expect(await desk.page.locator(".card").count()).toBe(3);
    expect(await desk.page.locator(".card mark").first().textContent()).toBe("Acorn Robotics has bought Cedar Labs, two people said.");
  });

  it("selects a node, and clears the selection on the empty stage", async () => {
    await desk.open();
    const { x, y } = await centreOf(desk.page, "Harbour Bank");
    await desk.page.mouse.click(x, y);
    await desk.page.waitForSelector(".entityhead");
    expect(await desk.page.locator(".entityhead h2").textContent()).toBe("Harbour Bank");
    // The corner is empty once the whole graph is on the stage.
    await desk.page.getByRole("button", { name: "Fit to screen" }).click();
    await desk.page.waitForTimeout(300);
    await still(desk.page);
    const stage = await desk.page.locator(".canvas").boundingBox();
    await desk.page.mouse.click((stage?.x ?? 0) + 6, (stage?.y ?? 0) + (stage?.height ?? 0) - 6);
    await desk.page.waitForSelector(".lead");
  });

  it("focuses on two entities and one or two steps around them", async () => {
    await desk.open();
    const first = await centreOf(desk.page, "Harbour Bank");
    await desk.page.keyboard.down("Shift");
    await desk.page.mouse.click(first.x, first.y);
    await desk.page.keyboard.up("Shift");
    await desk.page.waitForFunction(() => location.hash.includes("focus="));
    expect(await stats()).toContain("5 entities · 5 claims");
    await desk.page.evaluate(() => {
      location.hash += "&entity=ada-quill";
    });
    await desk.page.getByRole("button", { name: "Add to focus" }).click();
    expect(await stats()).toContain("7 entities");
    await desk.page.locator(".legend").getByLabel("Steps around").selectOption("2");
    const [, wider = 0] = /(\d+) entities/.exec((await stats()) ?? "")?.map(Number) ?? [];
    expect(wider).toBeGreaterThan(12);
    await desk.page.locator(".notes-over").getByRole("button", { name: "Show all" }).click();
    expect(desk.page.url()).not.toContain("focus=");
  });

  it("pins an entity so that it stays when its claims are filtered away, and hides one", async () => {
    await desk.open("theme=light&entity=northmark");
    await desk.page.getByRole("button", { name: "Pin", exact: true }).click();
    await desk.page.getByLabel("Firms").first().uncheck();
    expect(await desk.page.locator(".chips").textContent()).toContain("Northmark");
    expect(await stats()).toContain("3 entities · 1 claim");
    await desk.page.getByRole("button", { name: "Clear all filters" }).click();
    const all = await stats();
    await desk.page.getByRole("button", { name: "Hide", exact: true }).click();
    expect(await stats()).not.toBe(all);
    await desk.page.getByRole("button", { name: "Remove Northmark" }).click();
    expect(await stats()).toBe(all);
  });
});

describe("the graph by keyboard", () => {
  it("is one tab stop with arrows, Enter, E and Escape", async () => {
    await desk.open();
    const marker = desk.page.locator(".marker");
    await marker.focus();
    const before = await marker.getAttribute("aria-label");
    await desk.page.keyboard.press("ArrowLeft");
    const after = await marker.getAttribute("aria-label");
    expect(after).not.toBe(before);
    expect(await desk.page.locator(".hush[role=status]").textContent()).toBe(after?.split(",").slice(0, 2).join(","));
    await desk.page.keyboard.press("Enter");
    expect(after).toContain((await desk.page.locator(".entityhead h2").textContent()) ?? "nothing");
    await desk.page.keyboard.press("e");
    await desk.page.waitForSelector(".card");
    const first = await desk.page.locator(".panel .statement").first().textContent();
    await desk.page.keyboard.press("e");
    await desk.page.keyboard.press("Shift+E");
    expect(await desk.page.locator(".panel .statement").first().textContent()).toBe(first);
    await desk.page.keyboard.press("Escape");
    await desk.page.waitForSelector(".lead");
    expect(await desk.page.locator(".graph [tabindex='0'], .graph .marker").count()).toBe(1);
  });

  it("focuses, pins, hides and zooms", async () => {
    await desk.open("theme=light&entity=ember-chips");
    await desk.page.locator(".marker").focus();
    await desk.page.keyboard.press("f");
    expect(desk.page.url()).toContain("focus=ember-chips");
    await desk.page.keyboard.press("f");
    await desk.page.keyboard.press("p");
    expect(desk.page.url()).toContain("pinned=ember-chips");
    await still(desk.page);
    const before = await desk.page.locator(".marker").boundingBox();
    await desk.page.keyboard.press("+");
    await expect.poll(() => desk.page.locator(".marker").boundingBox()).not.toEqual(before);
    await desk.page.keyboard.press("0");
    await desk.page.keyboard.press("h");
    expect(desk.page.url()).toContain("hidden=ember-chips");
    expect(await desk.page.locator(".marker").getAttribute("aria-label")).not.toContain("Ember Chips");
  });

  it("shows where the focus is, with a ring over the node", async () => {
    await desk.open();
    await desk.page.locator(".marker").focus();
    await desk.page.keyboard.press("ArrowRight");
    const outline = await desk.page.locator(".marker").evaluate((element) => getComputedStyle(element).outlineWidth);
    expect(outline).toBe("3px");
    const box = await desk.page.locator(".marker").boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(24);
  });
});

describe("the graph by touch", () => {
  it("opens an edge tapped twelve pixels beside its line, in a sheet that can be made larger", async () => {
    await desk.change({ hasTouch: true, isMobile: true, viewport: { width: 900, height: 900 } });
    await desk.open();
    const point = await besideEdge("Acorn Robotics", "Cedar Labs", 10);
    await desk.page.touchscreen.tap(point.x, point.y);
    await desk.page.waitForSelector(".card");
    await desk.page.setViewportSize({ width: 390, height: 844 });
    await desk.page.evaluate((claim) => {
      location.hash = `theme=light&claim=${claim}`;
    }, CLAIM);
    await desk.page.locator(".card").nth(2).waitFor();
    const height = async (): Promise<number> => (await desk.page.locator(".panel").boundingBox())?.height ?? 0;
    const before = await height();
    await desk.page.getByRole("button", { name: "Make the evidence larger" }).tap();
    expect(await height()).toBeGreaterThan(before + 100);
  });
});
