// Inputs as articles: bytes in, articles with unique ids out. What cannot be read is named, the others are read.
import type { Problem } from "../problem.ts";
import type { Article } from "../text/article.ts";
import { readArticle } from "../text/readers.ts";
import { readBytes } from "./folder.ts";
import { STDIN } from "./inputs.ts";

/** What the user says about an input, which wins over what the input tells. */
export interface InputHints {
  readonly id: string | null;
  readonly published: string | null;
}

/** Reads one input's bytes as an article; null with Problems when it is none. */
export function readInput(
  bytes: Uint8Array,
  input: InputHints & { readonly file: string },
): Promise<{ article: Article | null; problems: readonly Problem[] }> {
  const { file, id, published } = input;
  return readArticle(bytes, { file, id: id ?? undefined, published: published ?? undefined });
}

/** Reads files as articles, in order. What cannot be read, or takes an id that is taken, is named and left out. */
export async function readInputs(
  files: readonly string[],
  hints: InputHints & { readonly stdin: Uint8Array | null },
): Promise<{ articles: readonly Article[]; problems: readonly Problem[] }> {
  const articles = new Map<string, Article>();
  const problems: Problem[] = [];
  for (const file of files) {
    const read = file === STDIN && hints.stdin !== null ? { bytes: hints.stdin } : readBytes(file);
    if ("reason" in read) {
      problems.push({
        level: "error",
        code: read.reason === "no such file" ? "input-missing" : "input-unreadable",
        message: `cannot be read: ${read.reason}`,
        file,
      });
      continue;
    }
    const { article, problems: found } = await readInput(read.bytes, { file, id: hints.id, published: hints.published });
    problems.push(...found);
    if (article === null) continue;
    const first = articles.get(article.id);
    if (first === undefined) articles.set(article.id, article);
    else
      problems.push({
        level: "error",
        code: "article-id-taken",
        message: `the article id "${article.id}" is taken by ${first.file}`,
        file,
        hint: "rename the file, or set `id` in its front matter",
      });
  }
  return { articles: [...articles.values()], problems };
}
