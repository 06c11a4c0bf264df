// What the Web Content Accessibility Guidelines 2.2 AA ask, as far as a browser can tell: axe in every view and theme, reflow, targets,
// reduced motion, forced colours.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { CLAIM, still, useDesk } from "./desk.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const desk = useDesk();

const STATES = [
  "",
  `&claim=${CLAIM}`,
  "&entity=acorn-robotics&focus=acorn-robotics&pinned=northmark&hidden=midland",
  "&inferred=0",
  "&path=ada-quill+cedar-voice",
  "&view=table",
  `&view=articles&claim=${CLAIM}`,
  "&view=conflicts",
  "&view=changes",
  "&view=query",
];

describe.each(["light", "dark"])("axe in %s colours", (theme) => {
  it.each(STATES)("finds no violation in the state “%s”", async (state) => {
    await desk.open(`theme=${theme}${state}`);
    await desk.page.evaluate(axe);
    const violations = await desk.page.evaluate(async () => {
      const { axe: tool } = window as unknown as {
        axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const result = await tool.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
    });
    expect(violations).toEqual([]);
  });
});

describe("reflow at 320 pixels", () => {
  it.each(STATES)("needs no sideways scrolling in the state “%s”", async (state) => {
    await desk.change({ viewport: { width: 320, height: 640 } });
    await desk.open(`theme=light${state}`);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it("keeps every function: filters, path, copying and saving are in two menus", async () => {
    await desk.change({ viewport: { width: 320, height: 640 } });
    await desk.open();
    await desk.page.locator(".menu summary").click();
    expect((await desk.page.locator(".menu button:visible").allTextContents()).map((text) => text.trim())).toEqual([
      "Find a path",
      "Copy link",
      "Picture (PNG)",
      "Drawing (SVG)",
    ]);
    await desk.page.getByRole("button", { name: "Filters", exact: true }).click();
    await desk.page.getByLabel("Firms").first().uncheck();
    await desk.page.getByRole("button", { name: "Close filters" }).click();
    expect(desk.page.url()).toContain("classes=Firm");
  });
});

describe("controls", () => {
  it("are at least 24 pixels in both directions", async () => {
    await desk.open(`theme=light&claim=${CLAIM}`);
    const small = await desk.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, summary, select, input:not([type=checkbox], [type=range])")]
        .filter((element) => element.offsetParent !== null && !element.matches(".only, .skip"))
        .map((element) => ({ text: `${element.className} ${element.textContent?.slice(0, 20)}`, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 23.5 || box.height < 23.5))
        .map(({ text, box }) => `${text} ${Math.round(box.width)} x ${Math.round(box.height)}`),
    );
    expect(small).toEqual([]);
  });

  it("can all be reached with Tab and show it", async () => {
    await desk.open();
    const seen = new Set<string>();
    for (let step = 0; step < 14; step++) {
      await desk.page.keyboard.press("Tab");
      const [name, outline] = await desk.page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const shown = element.id === "search" ? (element.closest(".search") as HTMLElement) : element;
        return [element.getAttribute("aria-label") ?? element.textContent ?? "", getComputedStyle(shown).outlineStyle];
      });
      expect(`${name}: ${outline}`).not.toContain(": none");
      seen.add(name ?? "");
    }
    expect(seen).toContain("Graph");
    expect(seen).toContain("Search entities, relations and sentences");
  });

  it("tell screen readers how many entities and claims a filter leaves", async () => {
    await desk.open();
    await desk.page.getByLabel("Firms").first().uncheck();
    expect(await desk.page.locator(".hush[role=status]").textContent()).toBe("2 entities, 1 claim shown");
  });
});

describe("preferences", () => {
  it("reduced motion makes the camera jump", async () => {
    await desk.open();
    const place = () => desk.page.locator(".marker").boundingBox();
    const before = await place();
    await desk.page.getByRole("button", { name: "Zoom in" }).click();
    // The first place that is another one is the last one; a moving camera would be seen on its way.
    await expect.poll(place, { interval: 10, timeout: 5000 }).not.toEqual(before);
    const soon = await place();
    await desk.page.waitForTimeout(400);
    expect(await place()).toEqual(soon);
  });

  it("dark colours are taken from the system until one chooses", async () => {
    await desk.change({ colorScheme: "dark" });
    await desk.open("");
    expect(await desk.page.locator("html").getAttribute("data-theme")).toBe("dark");
    await desk.page.getByRole("button", { name: "Use light colours" }).press("Enter");
    expect(desk.page.url()).toContain("theme=light");
  });

  it("forced colours keep marks, focus and borders visible", async () => {
    await desk.change({ forcedColors: "active" });
    await desk.open(`theme=light&claim=${CLAIM}`);
    const mark = desk.page.locator(".card mark").first();
    const [background, colour] = await mark.evaluate((element) => {
      const style = getComputedStyle(element);
      return [style.backgroundColor, style.color];
    });
    expect(background).not.toBe(colour);
    expect(
      await desk.page
        .locator(".bar i")
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor),
    ).not.toBe(await desk.page.locator(".timeline").evaluate((element) => getComputedStyle(element).backgroundColor));
    await still(desk.page);
  });
});
