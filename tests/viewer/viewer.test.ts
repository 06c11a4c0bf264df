// The viewer in a real browser, opened from a file under its own content security policy.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { fixture } from "./fixture.ts";

const CLAIM = "c-acorn-robotics-buys-cedar-labs-asserted";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const data = fixture();

let browser: Browser;
let page: Page;
let complaints: string[];
let requests: string[];

beforeAll(async () => {
  browser = await chromium.connect(inject("browser"));
});
afterAll(() => browser.close());
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  page = await context.newPage();
  complaints = [];
  requests = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
});
afterEach(async () => {
  await page.context().close();
});

async function open(hash = "theme=light"): Promise<void> {
  await page.goto(`${inject("page")}#${hash}`);
  if (!hash.includes("view=")) await page.waitForSelector("html[data-graph=ready]");
}

/** Middle of the edge between two entities, on the screen, from the markers the keyboard gives. */
async function centreOf(label: string): Promise<{ x: number; y: number }> {
  const id = data.entities.find((entity) => entity.label === label)?.id ?? "";
  await page.evaluate((wanted) => {
    location.hash = `theme=light&entity=${wanted}`;
  }, id);
  await page.waitForFunction((name) => document.querySelector(".marker")?.getAttribute("aria-label")?.startsWith(name), label);
  await page.waitForTimeout(100);
  const box = await page.locator(".marker").boundingBox();
  if (box === null) throw new Error(`no marker for ${label}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe("the page", () => {
  it("opens from a file without an error and asks no host for anything", async () => {
    await open();
    expect(await page.locator("h1").textContent()).toBe("Invented industry");
    expect(complaints.filter((text) => !text.includes("GPU stall") && !text.includes("GL Driver"))).toEqual([]);
    expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
  });

  it("says something at once: best supported first, then newest, then conflicts", async () => {
    await open();
    const titles = await page.locator(".panel h3").allTextContents();
    expect(titles.map((title) => title.replace(/\d.*$/, "").trim())).toEqual(["Most supported", "Newest", "In conflict"]);
    expect(await page.locator(".panel .claim").first().textContent()).toContain("Acorn Robotics buys Cedar Labs");
  });

  it("places labels so that none touches another", async () => {
    await open();
    const boxes = JSON.parse((await page.locator("canvas.sigma-names").getAttribute("data-labels")) ?? "[]") as [number, number, number][];
    expect(boxes.length).toBeGreaterThan(30);
    const touching = boxes.flatMap(([x, y, w], i) =>
      boxes.slice(i + 1).filter(([a, b, v]) => x < a + v && x + w > a && y < b + 16 && y + 16 > b),
    );
    expect(touching).toEqual([]);
  });
});

describe("evidence", () => {
  it("shows the quote when an edge is clicked six pixels beside its line", async () => {
    await open();
    const from = await centreOf("Acorn Robotics");
    const to = await centreOf("Cedar Labs");
    await page.evaluate(() => {
      location.hash = "theme=light";
    });
    await page.waitForSelector(".lead");
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const aside = { x: (-6 * (to.y - from.y)) / length, y: (6 * (to.x - from.x)) / length };
    await page.mouse.click((from.x + to.x) / 2 + aside.x, (from.y + to.y) / 2 + aside.y);
    await page.waitForSelector(".card");
    expect(await page.locator(".card").count()).toBe(3);
    expect(await page.locator(".card mark").first().textContent()).toBe("Acorn Robotics has bought Cedar Labs, two people said.");
    expect(await page.locator(".card mark .trigger").first().textContent()).toBe("has bought");
  });

  it("goes from a sentence to its article and back to the claim", async () => {
    await open(`theme=light&claim=${CLAIM}`);
    await page.getByRole("button", { name: "Open in article" }).first().click();
    expect(await page.locator(".page mark.here").textContent()).toContain("has bought");
    await page.locator(".page .row li button", { hasText: "Ember Chips supplies Birch Compute" }).click();
    expect(await page.locator(".panel .statement").first().textContent()).toContain("Ember Chips");
  });

  it("names the premises of an inferred edge", async () => {
    await open("theme=light&inferred=0");
    expect(await page.locator(".panel .claimline").count()).toBe(2);
  });
});

describe("keyboard", () => {
  it("finds an entity by an alias and opens it", async () => {
    await open();
    await page.keyboard.press("/");
    await page.waitForFunction(() => document.activeElement?.id === "search");
    await page.keyboard.type("ARX");
    await page.keyboard.press("Enter");
    expect(await page.locator(".entityhead h2").textContent()).toBe("Acorn Robotics");
  });

  it("walks the graph with one tab stop, arrows, Enter and E", async () => {
    await open();
    await page.locator(".marker").focus();
    const before = await page.locator(".marker").getAttribute("aria-label");
    await page.keyboard.press("ArrowLeft");
    const after = await page.locator(".marker").getAttribute("aria-label");
    expect(after).not.toBe(before);
    await page.keyboard.press("Enter");
    expect(after).toContain((await page.locator(".entityhead h2").textContent()) ?? "nothing");
    await page.keyboard.press("e");
    await page.waitForSelector(".card");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".lead");
    expect(await page.locator(".graph [tabindex='0'], .graph .marker").count()).toBe(1);
  });
});

describe("the address", () => {
  it("restores selection and filters", async () => {
    await open();
    await page.getByLabel("Firms").first().uncheck();
    const counted = await page.locator(".stats").textContent();
    const address = page.url();
    expect(address).toContain("classes=Firm");
    await page.goto("about:blank");
    await page.goto(address);
    await page.waitForSelector("html[data-graph=ready]");
    expect(await page.locator(".stats").textContent()).toBe(counted);
    expect(await page.getByLabel("Firms").first().isChecked()).toBe(false);
  });

  it("gives the path between two entities as a chain of quotes", async () => {
    await open("theme=light&path=ada-quill+cedar-voice");
    expect(await page.locator(".chain li").count()).toBe(3);
    expect(await page.locator(".chain mark").first().textContent()).toContain("Ada Quill runs Acorn Robotics");
  });

  it("filters by time", async () => {
    await open("theme=light&view=table&from=2025-01-01");
    const dates = await page.locator("tbody td:nth-child(6)").allTextContents();
    expect(dates.length).toBe(13);
    expect(new Set(dates)).toEqual(new Set(["2025-02-11"]));
  });
});

describe("without WebGL", () => {
  it("shows the table with a notice", async () => {
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith("webgl") ? null : Reflect.apply(real, this, [kind, ...rest]);
      } as typeof real;
    });
    await page.goto(inject("page"));
    expect(await page.getByRole("alert").textContent()).toContain("WebGL");
    expect(await page.locator("tbody tr").count()).toBe(data.claims.length);
  });
});

describe("access", () => {
  const VIEWS = [
    "",
    `&claim=${CLAIM}`,
    "&entity=acorn-robotics",
    "&path=ada-quill+cedar-voice",
    "&view=table",
    "&view=articles",
    "&view=conflicts",
    "&view=query",
  ];
  for (const theme of ["light", "dark"])
    it(`has no violation that axe can find in any view, ${theme}`, async () => {
      const found: string[] = [];
      for (const view of VIEWS) {
        await page.goto("about:blank");
        await open(`theme=${theme}${view}`);
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const { axe: tool } = window as unknown as {
            axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const result = await tool.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
          return result.violations.map(
            (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
          );
        });
        found.push(...violations.map((violation) => `${view} ${violation}`));
      }
      expect(found).toEqual([]);
    });

  it("needs no sideways scrolling at 320 pixels", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(`theme=light&claim=${CLAIM}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
