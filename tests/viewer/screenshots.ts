// Pictures of the viewer: `npm run screenshots -- build/viewer.html` takes the README's four of a build, with a folder behind it all of
// them into that folder. Without a page the invented example is shown.
import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { writeViewerHtml } from "../../src/exports/viewer.ts";
import { launch } from "./browser.ts";
import { fixture } from "./fixture.ts";

const SHOTS: readonly { readonly name: string; readonly hash: string; readonly width: number; readonly height: number }[] = [
  { name: "light", hash: "theme=light", width: 1440, height: 900 },
  { name: "light-evidence", hash: "theme=light&claim=FIRST", width: 1440, height: 900 },
  { name: "dark-entity", hash: "theme=dark&entity=HUB", width: 1440, height: 900 },
  { name: "dark-article", hash: "theme=dark&view=articles", width: 1440, height: 900 },
  { name: "light-table", hash: "theme=light&view=table", width: 1440, height: 900 },
  { name: "light-conflicts", hash: "theme=light&view=conflicts", width: 1440, height: 900 },
  { name: "light-article", hash: "theme=light&view=articles&claim=FIRST", width: 1440, height: 900 },
  { name: "phone-start", hash: "theme=light", width: 390, height: 844 },
  { name: "phone", hash: "theme=light&claim=FIRST", width: 390, height: 844 },
];

const [given, folder] = process.argv.slice(2);
const out = folder ?? new URL("../../viewer/screenshots/", import.meta.url).pathname;
const cache = new URL("../../node_modules/.cache/viewer-test/", import.meta.url);
mkdirSync(cache, { recursive: true });
mkdirSync(out, { recursive: true });
let address: string;
if (given === undefined || given === "") {
  const page = new URL("screenshots.html", cache);
  writeFileSync(page, await writeViewerHtml(fixture()));
  address = page.href;
} else address = pathToFileURL(given).href;

const server = await launch();
const browser = await chromium.connect(server.wsEndpoint());
// The README shows four; the rest is to be looked at.
const IN_README = ["light", "light-evidence", "dark-entity", "phone"];
for (const shot of folder !== undefined ? SHOTS : SHOTS.filter(({ name }) => IN_README.includes(name))) {
  const page = await browser.newPage({ viewport: { width: shot.width, height: shot.height } });
  page.on("console", (message) => message.type() === "error" && process.stderr.write(`${shot.name}: ${message.text()}\n`));
  page.on("pageerror", (error) => process.stderr.write(`${shot.name}: ${error.stack ?? error.message}\n`));
  await page.goto(address);
  const { first, hub } = await page.evaluate(() => {
    const data = JSON.parse(document.getElementById("data")?.textContent ?? "{}") as {
      claims: { id: string; subject: string; object: unknown; facts: string[] }[];
    };
    const degree = new Map<string, number>();
    for (const claim of data.claims) degree.set(claim.subject, (degree.get(claim.subject) ?? 0) + 1);
    const edges = data.claims.filter((claim) => typeof claim.object === "string").sort((a, b) => b.facts.length - a.facts.length);
    return { first: edges[0]?.id ?? "", hub: [...degree].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "" };
  });
  await page.goto(`${address}#${shot.hash.replace("FIRST", first).replace("HUB", hub)}`);
  if (!/view=/.test(shot.hash)) await page.waitForSelector("html[data-graph=ready]");
  // Two frames and the pictograms' textures.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${out}/${shot.name}.png` });
  await page.close();
}
await browser.close();
await server.close();
