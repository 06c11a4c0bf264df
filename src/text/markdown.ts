// Markdown: front matter gives the metadata; the text is the prose with its markers taken off. Code, tables and images are left out.
import { readFrontMatter } from "./front-matter.ts";
import type { Reader, Reading } from "./reader.ts";

/** Takes inline markers off: links and emphasis become their words, notes and HTML tags go. */
function inline(line: string): string {
  return line
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[\^[^\]]+\]/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]*)\]\[[^\]]*\]/g, "$1")
    .replace(/<(https?:[^>]+)>/g, "$1")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, "$1")
    .replace(/(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)/g, "$1")
    .replace(/`([^`]+)`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, "$1");
}

/** Reduces Markdown to paragraphs parted by blank lines; lines of one paragraph are joined by a space. */
export function markdownText(markdown: string): string {
  const blocks: string[] = [];
  let open = false;
  let fenced = false;
  for (const raw of markdown.split(/\r?\n/)) {
    if (/^\s*(?:```|~~~)/.test(raw)) {
      fenced = !fenced;
      open = false;
      continue;
    }
    if (fenced) continue;
    const line = raw.trim();
    const start = /^(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|>\s?)/.exec(line);
    if (line === "" || /^(?:[-*_]\s*){3,}$/.test(line) || /^\|.*\|$/.test(line) || /^\[[^\]]+\]:\s/.test(line)) {
      open = false;
      continue;
    }
    const text = inline(start === null ? line : line.slice(start[0].length).replace(/\s#+$/, "")).trim();
    if (text === "") continue;
    if (open && start === null) blocks[blocks.length - 1] += ` ${text}`;
    else blocks.push(text);
    open = start === null || !start[0].startsWith("#");
  }
  return blocks.join("\n\n");
}

const one = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Metadata fields that a front matter may name, with the names in use for each. */
const FIELDS = {
  id: ["id", "slug"],
  title: ["title"],
  published: ["date", "published"],
  publisher: ["publisher", "site"],
  author: ["author", "by"],
  url: ["url", "link", "canonical"],
  licence: ["licence", "license"],
} as const;

export const markdown: Reader = {
  name: "Markdown",
  endings: [".md", ".markdown"],
  read: (characters) => {
    const { fields, end } = readFrontMatter(characters);
    const body = characters.slice(end);
    const reading: { -readonly [K in keyof Reading]: Reading[K] } = { text: markdownText(body) };
    for (const key of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
      const value = FIELDS[key].map((name) => one(fields[name])).find((v) => v !== undefined);
      if (value !== undefined) reading[key] = value;
    }
    const heading = /^#\s+(.+)$/m.exec(body);
    if (reading.title === undefined && heading !== null) reading.title = inline(heading[1]!);
    const sources = fields.sources;
    if (sources !== undefined) reading.sources = typeof sources === "string" ? [sources] : sources;
    return reading;
  },
};
