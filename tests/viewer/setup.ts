// Starts one browser for all viewer tests and writes the page they open.
import { mkdirSync, writeFileSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { writeViewerHtml } from "../../src/exports/viewer.ts";
import { launch } from "./browser.ts";
import { fixture } from "./fixture.ts";

declare module "vitest" {
  interface ProvidedContext {
    browser: string;
    page: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = new URL("../../node_modules/.cache/viewer-test/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const page = new URL("viewer.html", folder);
  writeFileSync(page, await writeViewerHtml(fixture()));
  const server = await launch();
  project.provide("browser", server.wsEndpoint());
  project.provide("page", page.href);
  return () => server.close();
}
