// The viewer as one HTML file: script, styles, fonts and data inside; it opens from file:// and asks no other host for anything.
import { createHash } from "node:crypto";
import { bundleViewer } from "./bundle.ts";
import { escapeHtml } from "./escape-html.ts";
import type { ViewerData } from "./viewer-data.ts";

/** Used where a class names a pictogram that has no file. */
const FALLBACK_PICTOGRAM = "dot";

/** Writes the whole viewer. Same data, same bytes. `serve` answers the same file at "/". */
export async function writeViewerHtml(data: ViewerData): Promise<string> {
  const { script, style, fonts, pictograms } = await bundleViewer();
  const used = new Set([FALLBACK_PICTOGRAM, ...data.classes.map((item) => item.pictogram)]);
  const paths = Object.fromEntries([...used].sort().flatMap((name) => (pictograms[name] === undefined ? [] : [[name, pictograms[name]]])));
  const code = script.replaceAll("</script", "<\\/script");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${createHash("sha256").update(code).digest("base64")}'`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeHtml(data.title)}</title>
<style>${style}</style>
</head>
<body>
<div id="app"><noscript>This page needs JavaScript. The build folder holds the same facts as Turtle and CSV.</noscript></div>
<script type="application/json" id="data">${embed(data)}</script>
<script type="application/json" id="pictograms">${embed(paths)}</script>
<script type="text/css" id="fonts">${fonts}</script>
<script>${code}</script>
</body>
</html>
`;
}

/** JSON that cannot end the script element it stands in. */
function embed(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
