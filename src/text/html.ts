// HTML: the readable text by Readability, metadata from meta tags and the JSON-LD of the page. The only importer of linkedom and readability.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Reader, Reading } from "./reader.ts";

const BLOCKS = /^(?:p|h[1-6]|li|blockquote|pre|figcaption|td|th|dt|dd)$/i;

interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

/** One paragraph for each innermost block element, white space reduced. */
function paragraphs(node: Node): string[] {
  const out: string[] = [];
  let loose = "";
  const flush = (): void => {
    const text = loose.replace(/\s+/g, " ").trim();
    if (text !== "") out.push(text);
    loose = "";
  };
  const visit = (n: Node): void => {
    if (n.nodeType === 3) loose += n.textContent ?? "";
    if (n.nodeType !== 1 || /^(?:script|style|noscript)$/i.test(n.nodeName)) return;
    const block = BLOCKS.test(n.nodeName) || /^(?:div|section|article|ul|ol|table|tr|br|figure|header|footer|main)$/i.test(n.nodeName);
    if (block) flush();
    for (const child of n.childNodes) visit(child);
    if (block) flush();
  };
  visit(node);
  flush();
  return out;
}

const date = (value: string | undefined): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(value ?? "")?.[0];

export const html: Reader = {
  name: "HTML",
  endings: [".html", ".htm", ".xhtml"],
  read: (characters) => {
    const { document } = parseHTML(
      /<html[\s>]/i.test(characters) ? characters : `<!doctype html><html><head></head><body>${characters}</body></html>`,
    );
    const meta = (...names: string[]): string | undefined => {
      for (const name of names) {
        const element = document.querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`);
        const content = element?.getAttribute("content")?.trim();
        if (content) return content;
      }
      return undefined;
    };
    const linked = [...document.querySelectorAll('script[type="application/ld+json"]')].map((s) => s.textContent ?? "").join("\n");
    const fields: Record<string, string | undefined> = {
      title: meta("og:title", "twitter:title") ?? document.querySelector("title")?.textContent?.trim(),
      published:
        date(meta("article:published_time", "datePublished", "date", "dc.date", "DC.date.issued")) ??
        date(/"datePublished"\s*:\s*"([^"]+)"/.exec(linked)?.[1]) ??
        date(document.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined),
      publisher:
        meta("og:site_name", "publisher", "application-name") ?? /"publisher"\s*:\s*\{[^}]*"name"\s*:\s*"([^"]+)"/.exec(linked)?.[1],
      author: meta("author", "article:author"),
      url: document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url"),
      licence: document.querySelector('link[rel="license"],a[rel="license"]')?.getAttribute("href") ?? undefined,
    };
    const whole = paragraphs(document.body as unknown as Node).join("\n\n");
    // linkedom's document has what Readability reads; its types differ from the DOM library's, which this project does not load.
    type Page = ConstructorParameters<typeof Readability>[0];
    const article = new Readability(document as unknown as Page, {
      serializer: (element) => paragraphs(element as unknown as Node),
    }).parse();
    const text = article?.content?.join("\n\n") ?? "";
    const known = Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return { ...Object.fromEntries(known), text: text === "" ? whole : text } as Reading;
  },
};
