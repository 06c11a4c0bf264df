// Files become articles: bytes in, text with metadata out. What is empty, binary, wrongly encoded or too large is named, never guessed.
import { basename, extname } from "node:path";
import type { Problem, ProblemCode } from "../problem.ts";
import type { Article } from "./article.ts";
import { markdown } from "./markdown.ts";
import { plain } from "./plain.ts";
import type { Reader, Reading } from "./reader.ts";
import { slug } from "./slug.ts";

/** An article larger than this is a mistake (a book has about 1 MB). */
const MAX_BYTES = 20_000_000;
/** A run of characters without white space longer than this is not prose. */
const MAX_WORD = 20_000;

/** The table of input formats. HTML loads its libraries only when it is used. */
const READERS: readonly Reader[] = [
  plain,
  markdown,
  { name: "HTML", endings: [".html", ".htm", ".xhtml"], read: async (characters) => (await import("./html.ts")).html.read(characters) },
];

export interface ArticleInput {
  /** As the user named it; "-" for standard input. */
  readonly file: string;
  readonly id?: string | undefined;
  /** yyyy-mm-dd; wins over the file's own. */
  readonly published?: string | undefined;
}

/**
 * Reads one file. Never throws for bad data.
 * Problems: input-empty, input-binary, input-encoding, input-format, input-no-prose, input-too-large.
 */
export async function readArticle(
  bytes: Uint8Array,
  input: ArticleInput,
): Promise<{ readonly article: Article | null; readonly problems: readonly Problem[] }> {
  const { file } = input;
  const fail = (code: ProblemCode, message: string, hint?: string): { article: null; problems: Problem[] } => ({
    article: null,
    problems: [{ level: "error", code, message, file, ...(hint === undefined ? {} : { hint }) }],
  });
  if (bytes.length > MAX_BYTES)
    return fail("input-too-large", `holds ${bytes.length} bytes; an article has at most ${MAX_BYTES}`, "split it");
  if (bytes.length === 0) return fail("input-empty", "is empty");
  const encoded = decode(bytes);
  if (encoded === "binary") return fail("input-binary", "is not text", "give .txt, .md or .html");
  if (encoded === null) return fail("input-encoding", "is not valid UTF-8", "convert it, for example: iconv -f latin1 -t utf8");
  const reader = READERS.find((r) => r.endings.includes(file === "-" ? "" : extname(file).toLowerCase()));
  if (reader === undefined) return fail("input-format", `has an ending that no reader knows`, "known: .txt, .md, .html");
  const reading = await reader.read(encoded);
  if (reading.text.trim() === "") return fail("input-empty", "holds no text");
  if (!/\p{L}{2}/u.test(reading.text)) return fail("input-no-prose", "holds no words");
  if (new RegExp(`\\S{${MAX_WORD}}`).test(reading.text))
    return fail("input-no-prose", `holds a word of over ${MAX_WORD} characters; that is not prose`);
  return { article: toArticle(input, reading), problems: [] };
}

/** Text of UTF-8 bytes without a byte order mark; null when invalid. */
function decode(bytes: Uint8Array): string | "binary" | null {
  if (bytes.subarray(0, 8_000).includes(0)) return "binary";
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const head = bytes.subarray(0, 8_000);
    const control = head.filter((b) => b < 9 || (b > 13 && b < 32)).length;
    return control > head.length / 20 ? "binary" : null;
  }
}

function toArticle(input: ArticleInput, reading: Reading): Article {
  const name = input.file === "-" ? "stdin" : basename(input.file, extname(input.file));
  return {
    id: slug(input.id ?? reading.id ?? name),
    title: (reading.title ?? name).replace(/\s+/g, " ").trim(),
    text: reading.text,
    published: input.published ?? isoDate(reading.published),
    publisher: reading.publisher ?? null,
    author: reading.author ?? null,
    url: reading.url ?? null,
    licence: reading.licence ?? null,
    sources: reading.sources ?? [],
    file: input.file,
  };
}

const isoDate = (value: string | undefined): string | null => /^\d{4}-\d{2}-\d{2}/.exec(value ?? "")?.[0] ?? null;
