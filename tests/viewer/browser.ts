// A Chromium for tests and screenshots: CHROMIUM_PATH if set, else the one that npm brought, unpacked once per version.
import { mkdirSync, readFileSync } from "node:fs";
import { type BrowserServer, chromium } from "playwright-core";

/** Since Chrome 138 the software renderer has to be asked for. */
const FLAGS = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-sandbox"];

/** Finds or unpacks the browser. Throws with what to do when this machine has none. */
export async function executable(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== "") return given;
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("Set CHROMIUM_PATH to a Chromium or Chrome: the npm package has one for Linux x64 only.");
  const home = new URL("../../node_modules/@sparticuz/chromium/package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(home, "utf8")) as { version: string };
  const folder = new URL(`../../node_modules/.cache/chromium-${version}/`, import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  // The package unpacks into the temp folder under a fixed name: a folder per version keeps versions and other projects apart.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const { default: packed } = await import("@sparticuz/chromium");
  const path = await packed.executablePath();
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  return path;
}

export async function launch(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: await executable(), args: FLAGS });
}
