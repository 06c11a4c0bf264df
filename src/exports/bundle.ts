// Bundles the viewer's sources into one script and one style sheet. Nothing is fetched: fonts and pictograms become part of the text.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface Bundle {
  /** One classic script (module scripts do not load from file://). */
  readonly script: string;
  readonly style: string;
  /** The fonts' rules, apart from the rest: the page takes them into use after its first frame. */
  readonly fonts: string;
  /** Path data (24 x 24 units) by pictogram name. */
  readonly pictograms: Readonly<Record<string, string>>;
}

const VIEWER = fileURLToPath(new URL("../../viewer/", import.meta.url));

let cached: Promise<Bundle> | undefined;

/** Bundles the viewer once per run. */
export function bundleViewer(): Promise<Bundle> {
  cached ??= bundle();
  return cached;
}

async function bundle(): Promise<Bundle> {
  const result = await build({
    entryPoints: [`${VIEWER}main.tsx`, `${VIEWER}styles/fonts.css`],
    absWorkingDir: VIEWER,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".woff2": "dataurl" },
    outdir: "out",
    write: false,
    logLevel: "silent",
  });
  const text = (ending: string): string => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  return { script: text("main.js"), style: text("main.css"), fonts: text("fonts.css"), pictograms: await readPictograms() };
}

async function readPictograms(): Promise<Record<string, string>> {
  const names = (await readdir(`${VIEWER}pictograms`)).filter((name) => name.endsWith(".svg")).sort();
  const entries = names.map(async (name): Promise<[string, string]> => {
    const svg = await readFile(`${VIEWER}pictograms/${name}`, "utf8");
    return [name.slice(0, -4), [...svg.matchAll(/\bd="([^"]+)"/g)].map((match) => match[1]).join("")];
  });
  return Object.fromEntries(await Promise.all(entries));
}
