// `npm run bench:viewer [viewer.html]`: prints the ratios of the viewer to bare sigma, for a build's data and for 5,000 nodes with 10,000 edges.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import type { ViewerData } from "../../src/exports/viewer-data.ts";
import { launch } from "./browser.ts";
import { fixture } from "./fixture.ts";
import { largeData } from "./large.ts";
import { compare } from "./speed.ts";

const [given] = process.argv.slice(2);

/** The data inside a built page; the invented example without one. */
function shippedData(): ViewerData {
  if (given === undefined) return fixture();
  const json = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(readFileSync(given, "utf8"))?.[1];
  if (json === undefined) throw new Error(`${given} is no viewer page`);
  return JSON.parse(json) as ViewerData;
}

const server = await launch();
const browser = await chromium.connect(server.wsEndpoint());
const runs = [
  { name: given ?? "invented example", file: "bench-small", data: shippedData(), rounds: 5 },
  { name: "5,000 nodes, 10,000 edges", file: "bench-large", data: largeData(5000, 10_000), rounds: 2 },
];
process.stdout.write("graph | first frame: viewer, bare, ratio | longest frame while panning: viewer, bare, ratio\n");
for (const { name, file, data, rounds } of runs) {
  const { viewer, bare, firstRatio, longestRatio } = await compare(browser, file, data, rounds);
  const cells = [name, line(viewer.first, bare.first, firstRatio), line(viewer.longest, bare.longest, longestRatio)];
  process.stdout.write(`${cells.join(" | ")}\n`);
}
await browser.close();
await server.close();

function line(viewer: number, bare: number, ratio: number): string {
  return `${viewer.toFixed(0)} ms, ${bare.toFixed(0)} ms, ${ratio.toFixed(2)}`;
}
