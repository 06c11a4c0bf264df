import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/text/readers.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("readArticle", () => {
  it("keeps the characters of plain text and drops a byte order mark", async () => {
    const text = "Chips of Tomorrow\r\nAcme builds  chips.\n";
    const { article } = await readArticle(bytes(`\uFEFF${text}`), { file: "dir/Chips of Tomorrow.txt", published: "2025-02-03" });
    expect(article).toMatchObject({ id: "chips-of-tomorrow", title: "Chips of Tomorrow", text, published: "2025-02-03" });
  });

  it("takes metadata from front matter and markers off the prose", async () => {
    const text =
      "---\ntitle: Chips\ndate: 2025-03-01\npublisher: Desk\nsources:\n  - https://a.example/x\n  - https://b.example\n---\n\n## Why\n\n**Acme** [builds](https://a.example)\nchips for _all_.\n\n- one item\n";
    const { article } = await readArticle(bytes(text), { file: "a.md" });
    expect(article).toMatchObject({
      title: "Chips",
      published: "2025-03-01",
      publisher: "Desk",
      sources: ["https://a.example/x", "https://b.example"],
    });
    expect(article?.text).toBe("Why\n\nAcme builds chips for all.\n\none item");
  });

  it("reads HTML through its readable text and metadata", async () => {
    const body = `<p>Acme builds chips in Paris and sells them to firms.</p><p>Beta buys the chips &amp; resells them, as its report says.</p>`;
    const page = `<!doctype html><html><head><title>T</title><meta property="og:title" content="Chip news"><meta property="article:published_time" content="2025-01-02T10:00:00Z"><meta property="og:site_name" content="The Desk"></head><body><nav><a href="/">Home</a></nav><article><h1>Chip news</h1>${body.repeat(6)}</article><script>alert(1)</script></body></html>`;
    const { article } = await readArticle(bytes(page), { file: "page.html" });
    expect(article).toMatchObject({ title: "Chip news", published: "2025-01-02", publisher: "The Desk" });
    expect(article?.text).toContain("Beta buys the chips & resells them");
    expect(article?.text).not.toContain("alert");
  });

  it.each([
    ["input-empty", new Uint8Array()],
    ["input-empty", bytes(" \n\t ")],
    ["input-binary", new Uint8Array([137, 80, 78, 71, 0, 1, 2, 3])],
    ["input-encoding", new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x6e, 0x6f, 0x69, 0x72])],
    ["input-no-prose", bytes("1 2 3 4 ... 5")],
    ["input-no-prose", bytes("x".repeat(1_000_000))],
    ["input-too-large", new Uint8Array(20_000_001)],
  ])("names %s", async (code, content) => {
    const { article, problems } = await readArticle(content, { file: "a.txt" });
    expect(article).toBeNull();
    expect(problems).toMatchObject([{ code, file: "a.txt", level: "error" }]);
  });

  it("names an ending that no reader knows", async () => {
    expect((await readArticle(bytes("text"), { file: "a.docx" })).problems).toMatchObject([{ code: "input-format" }]);
  });
});
