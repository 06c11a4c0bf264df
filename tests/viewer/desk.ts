// One page per test in the shared browser: opens the viewer from a file under its own policy, and fails a test whose page complained.
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from "vitest";
import { fixture } from "./fixture.ts";

export const data = fixture();
/** A claim that three articles support. */
export const CLAIM = "c-acorn-robotics-buys-cedar-labs-asserted";

export interface Desk {
  page: Page;
  /** Addresses that the page asked for. */
  readonly requests: string[];
  /** Opens a view by its hash and waits until it stands still. */
  readonly open: (hash?: string) => Promise<void>;
  /** Opens the page in a context of its own: a phone, forced colours. */
  readonly change: (options: BrowserContextOptions) => Promise<void>;
}

/** What a software renderer says about itself is not the page's fault. */
const NOISE = /GPU stall|GL Driver/;

/** Registers the hooks; use the value inside tests only. */
export function useDesk(): Desk {
  let browser: Browser;
  const complaints: string[] = [];
  const requests: string[] = [];
  const start = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    page.on("console", (message) => {
      if ((message.type() === "error" || message.type() === "warning") && !NOISE.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    return page;
  };
  const desk: Desk = {
    page: undefined as unknown as Page,
    requests,
    open: async (hash = "theme=light") => {
      await desk.page.goto("about:blank");
      await desk.page.goto(`${inject("page")}#${hash}`);
      if (!hash.includes("view=")) await still(desk.page);
    },
    change: async (options) => {
      await desk.page.context().close();
      desk.page = await start(options);
    },
  };
  beforeAll(async () => {
    browser = await chromium.connect(inject("browser"));
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    complaints.length = 0;
    requests.length = 0;
    desk.page = await start({});
  });
  afterEach(async () => {
    await desk.page.context().close();
    expect(complaints).toEqual([]);
  });
  return desk;
}

/** Waits until the graph is complete and its names have found their places. */
export async function still(page: Page): Promise<void> {
  await page.waitForSelector("html[data-graph=ready]");
  await page.waitForSelector("canvas.sigma-names[data-labels]", { state: "attached" });
}

/** Names on the stage as boxes. */
export async function labelBoxes(page: Page): Promise<readonly (readonly [left: number, top: number, width: number])[]> {
  await still(page);
  return JSON.parse((await page.locator("canvas.sigma-names").getAttribute("data-labels")) ?? "[]");
}

/** Where an entity is on the screen. Asks through the keyboard's marker, which moves to a selected entity, and clears the selection. */
export async function centreOf(page: Page, label: string): Promise<{ readonly x: number; readonly y: number }> {
  const id = data.entities.find((entity) => entity.label === label)?.id ?? "";
  const before = await page.evaluate(() => location.hash);
  await page.evaluate((wanted) => {
    location.hash = `theme=light&entity=${wanted}`;
  }, id);
  await page.waitForFunction((name) => document.querySelector(".marker")?.getAttribute("aria-label")?.startsWith(name), label);
  await still(page);
  const box = await page.locator(".marker").boundingBox();
  if (box === null) throw new Error(`no marker for ${label}`);
  await page.evaluate((hash) => {
    location.hash = hash === "" ? "#theme=light" : hash;
  }, before);
  await still(page);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Lets what WebGL drew be read afterwards. Call it before the page opens. */
export async function keepDrawings(page: Page): Promise<void> {
  await page.addInitScript(`
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, options) {
      return real.call(this, kind, { ...options, preserveDrawingBuffer: true });
    };
  `);
}

/** The part of a square that the nodes' canvas has in this colour, 0..1: a scene may know its nodes and yet draw none. */
export async function shareOf(
  page: Page,
  colour: string,
  centre: { readonly x: number; readonly y: number },
  side: number,
): Promise<number> {
  const stage = await page.locator("canvas.sigma-nodes").boundingBox();
  const corner = [centre.x - (stage?.x ?? 0) - side / 2, centre.y - (stage?.y ?? 0) - side / 2] as const;
  return page.evaluate(
    ([[left, top], hex, size]) => {
      const nodes = document.querySelector<HTMLCanvasElement>("canvas.sigma-nodes");
      const context = new OffscreenCanvas(size, size).getContext("2d");
      if (nodes === null || context === null) return 0;
      context.drawImage(nodes, Math.round(left), Math.round(top), size, size, 0, 0, size, size);
      const pixels = context.getImageData(0, 0, size, size).data;
      const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      let same = 0;
      for (let at = 0; at < pixels.length; at += 4)
        if (wanted.every((value, channel) => Math.abs(value - (pixels[at + channel] ?? -99)) <= 6)) same++;
      return same / (size * size);
    },
    [corner, colour, side] as const,
  );
}

/** Moves to a control and presses a key on it, as hands on a keyboard do. */
export async function press(page: Page, selector: string, key: string): Promise<void> {
  await page.locator(selector).first().focus();
  await page.keyboard.press(key);
}
