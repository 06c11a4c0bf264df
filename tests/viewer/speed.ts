// Measures the viewer against bare sigma on the same graph, in the same browser, by turns: time to the first frame, and how long a
// frame blocks the page while the graph is dragged. Ratios only: the machine draws in software and does other things besides.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { writeViewerHtml } from "../../src/exports/viewer.ts";
import type { ViewerData } from "../../src/exports/viewer-data.ts";

export interface Speed {
  /** Milliseconds from navigation to the first frame of the graph. */
  readonly first: number;
  /** Longest time that one frame's script took while dragging, in milliseconds. */
  readonly longest: number;
}

export interface Comparison {
  readonly viewer: Speed;
  readonly bare: Speed;
  readonly firstRatio: number;
  readonly longestRatio: number;
}

const CACHE = new URL("../../node_modules/.cache/viewer-test/", import.meta.url);
const DRAG_STEPS = 12;

/** Writes both pages; gives their addresses. */
export async function writePages(name: string, data: ViewerData): Promise<{ readonly viewer: string; readonly bare: string }> {
  mkdirSync(CACHE, { recursive: true });
  const viewer = new URL(`${name}.html`, CACHE);
  const bare = new URL(`${name}-bare.html`, CACHE);
  writeFileSync(viewer, await writeViewerHtml(data));
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL("bare.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    write: false,
  });
  const stage = '<div id="stage" style="position:absolute;left:264px;top:52px;width:793px;height:775px"></div>';
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  writeFileSync(
    bare,
    `<!doctype html><meta charset="utf-8">${stage}<script type="application/json" id="data">${json}</script><script>${bundle.outputFiles[0]?.text}</script>`,
  );
  return { viewer: viewer.href, bare: bare.href };
}

/** Takes turns `rounds` times and keeps the best of each, as noise only adds. */
export async function compare(browser: Browser, name: string, data: ViewerData, rounds: number): Promise<Comparison> {
  const pages = await writePages(name, data);
  const best = (a: Speed | null, b: Speed): Speed =>
    a === null ? b : { first: Math.min(a.first, b.first), longest: Math.min(a.longest, b.longest) };
  let viewer: Speed | null = null;
  let bare: Speed | null = null;
  for (let round = 0; round < rounds; round++) {
    bare = best(bare, await measure(browser, pages.bare));
    viewer = best(viewer, await measure(browser, `${pages.viewer}#theme=light`));
  }
  if (viewer === null || bare === null) throw new Error("at least one round");
  return { viewer, bare, firstRatio: viewer.first / bare.first, longestRatio: viewer.longest / bare.longest };
}

export async function measure(browser: Browser, address: string): Promise<Speed> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(WATCH);
  await page.goto(address);
  const first = await page.waitForFunction(() => (window as unknown as Watched).firstFrame, undefined, { timeout: 60_000 });
  const longest = await drag(page);
  const speed = { first: (await first.jsonValue()) as number, longest };
  await page.close();
  return speed;
}

interface Watched {
  firstFrame: number;
  frameTimes: number[];
}

/** For the page, as text because compiled functions bring helpers along: notes when the first frame with the graph was handed over, and how long every frame's script runs. */
const WATCH = `
  window.firstFrame = 0;
  window.frameTimes = [];
  const real = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => real((time) => {
    const start = performance.now();
    callback(time);
    window.frameTimes.push(performance.now() - start);
  });
  const look = () => {
    if (document.documentElement?.dataset.graph !== undefined) real(() => { window.firstFrame = performance.now(); });
    else real(look);
  };
  real(look);
`;

/** Drags the stage about and gives the longest frame of it. */
export async function drag(page: Page): Promise<number> {
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    (window as unknown as Watched).frameTimes = [];
  });
  await page.mouse.move(640, 200);
  await page.mouse.down();
  for (let step = 1; step <= DRAG_STEPS; step++) await page.mouse.move(640 + 5 * (step % 20), 200 + 4 * step);
  await page.mouse.up();
  await page.waitForTimeout(300);
  return page.evaluate(() => Math.max(...(window as unknown as Watched).frameTimes));
}
