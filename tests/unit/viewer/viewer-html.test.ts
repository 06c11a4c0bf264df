// The page as a file: self-contained, its script allowed by its hash alone, its data unable to break out.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundleViewer } from "../../../src/exports/bundle.ts";
import { writeViewerHtml } from "../../../src/exports/viewer.ts";
import { fixture } from "../../viewer/fixture.ts";

describe("the viewer's file", () => {
  it("allows its own script and nothing else", async () => {
    const html = await writeViewerHtml(fixture());
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(script).digest("base64");
    expect(html).toContain(`script-src 'sha256-${hash}'`);
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<script(?: |>)/g)?.length).toBe(4);
  });

  it("is the same for the same data", async () => {
    expect(await writeViewerHtml(fixture())).toBe(await writeViewerHtml(fixture()));
  });

  it("keeps article text from ending its script element", async () => {
    const data = fixture();
    const [first, ...rest] = data.articles;
    if (first === undefined) throw new Error("the fixture has articles");
    const html = await writeViewerHtml({
      ...data,
      title: "<b>",
      articles: [{ ...first, text: "</script><script>alert(1)</script>" }, ...rest],
    });
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("<title>&lt;b&gt;</title>");
  });

  it("stays within 110 KB of compressed code and styles, fonts apart", async () => {
    const { script, style } = await bundleViewer();
    expect(style).not.toContain("data:font");
    expect(gzipSync(script).length + gzipSync(style).length).toBeLessThan(110 * 1024);
  });
});
