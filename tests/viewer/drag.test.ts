// Moving a pinned entity by mouse, finger and keys; the address keeps where it was put.
import { describe, expect, it } from "vitest";
import { centreOf, still, useDesk } from "./desk.ts";

const desk = useDesk();
const PINNED = "theme=light&pinned=northmark";
const places = (): string | null => new URLSearchParams(new URL(desk.page.url()).hash.slice(1)).get("places");

/** Where an entity is, by the marker over what is selected; pins and places stay as they are. */
async function spotOf(id: string, label: string): Promise<{ readonly x: number; readonly y: number }> {
  await desk.page.evaluate((entity) => {
    const state = new URLSearchParams(location.hash.slice(1));
    state.set("entity", entity);
    location.hash = state.toString();
  }, id);
  await desk.page.waitForFunction((name) => document.querySelector(".marker")?.getAttribute("aria-label")?.startsWith(name), label);
  await still(desk.page);
  const box = await desk.page.locator(".marker").boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

const distance = (a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y);

describe("a pinned entity", () => {
  it("is dragged by mouse, stays there when the link is opened anew, and goes back when it is pinned no more", async () => {
    await desk.open(PINNED);
    const start = await centreOf(desk.page, "Northmark");
    const other = await centreOf(desk.page, "Harbour Bank");
    const end = { x: start.x + 70, y: start.y + 40 };
    await desk.page.mouse.move(start.x, start.y);
    await desk.page.mouse.down();
    await desk.page.mouse.move(start.x + 30, start.y + 10, { steps: 3 });
    await desk.page.mouse.move(end.x, end.y, { steps: 3 });
    await desk.page.mouse.up();
    expect(places()).toMatch(/^northmark,-?\d+,-?\d+$/);
    expect(distance(await spotOf("northmark", "Northmark"), end)).toBeLessThan(4);
    // Neither the camera nor the rest of the graph went along.
    expect(distance(await spotOf("harbour-bank", "Harbour Bank"), other)).toBeLessThan(4);
    await desk.open(new URL(desk.page.url()).hash.slice(1));
    expect(distance(await spotOf("northmark", "Northmark"), end)).toBeLessThan(4);
    await desk.page.getByRole("button", { name: "Pinned", exact: true }).click();
    expect(places()).toBeNull();
  });

  it("moves by Shift and an arrow key; what is not pinned says that it must be", async () => {
    await desk.open(`${PINNED}&entity=northmark`);
    await still(desk.page);
    const before = await desk.page.locator(".marker").boundingBox();
    await desk.page.locator(".marker").focus();
    await desk.page.keyboard.press("Shift+ArrowRight");
    await desk.page.keyboard.press("Shift+ArrowDown");
    expect(await desk.page.locator(".hush[role=status]").textContent()).toBe("Northmark moved");
    await expect
      .poll(async () => {
        const after = await desk.page.locator(".marker").boundingBox();
        return [(after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0)].map((shift) => Math.round(shift / 4) * 4);
      })
      .toEqual([16, 16]);
    expect(places()).toContain("northmark,");
    await desk.page.keyboard.press("p");
    await desk.page.keyboard.press("Shift+ArrowRight");
    expect(await desk.page.locator(".hush[role=status]").textContent()).toContain("not pinned");
    expect(places()).toBeNull();
  });

  it("is dragged by a finger", async () => {
    await desk.change({ hasTouch: true, viewport: { width: 1000, height: 900 } });
    await desk.open(PINNED);
    const start = await centreOf(desk.page, "Northmark");
    const client = await desk.page.context().newCDPSession(desk.page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number): Promise<unknown> =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    await touch("touchStart", start.x, start.y);
    await touch("touchMove", start.x + 30, start.y + 20);
    await touch("touchMove", start.x + 60, start.y + 30);
    await touch("touchEnd", 0, 0);
    await expect.poll(places).toMatch(/^northmark,/);
    expect(distance(await spotOf("northmark", "Northmark"), { x: start.x + 60, y: start.y + 30 })).toBeLessThan(4);
  });

  it("does not move while it is not pinned: a drag from it moves the camera", async () => {
    await desk.open();
    const { x, y } = await centreOf(desk.page, "Northmark");
    await desk.page.mouse.move(x, y);
    await desk.page.mouse.down();
    await desk.page.mouse.move(x + 50, y + 20, { steps: 4 });
    await desk.page.mouse.up();
    await still(desk.page);
    expect(places()).toBeNull();
  });
});
