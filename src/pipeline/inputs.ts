// The inputs of a command as files: paths, folders, globs and "-" in, sorted files out. What does not exist is named, the rest goes on.
import { readdirSync, statSync } from "node:fs";
import { basename, extname, join, normalize } from "node:path";
import { compare } from "../facts/order.ts";
import type { Problem } from "../problem.ts";

/** Endings taken from folders; a file named outright may have any. */
export const ARTICLE_ENDINGS: ReadonlySet<string> = new Set([".txt", ".md", ".markdown", ".html", ".htm"]);

/** Standard input. */
export const STDIN = "-";

export interface Inputs {
  /** As the user named them; no file twice. Those of one folder or glob sorted by path. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Files below a folder, recursive. Dot files and folders are left out; a folder that cannot be read counts as empty. */
function walk(folder: string): string[] {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(folder);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return [];
  }
  return entries.flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const list = (folder: string) => readdirSync(folder, { withFileTypes: true });

const isArticle = (path: string): boolean => ARTICLE_ENDINGS.has(extname(path).toLowerCase()) && !/^readme\.\w+$/i.test(basename(path));

/**
 * Turns a glob into a regular expression over whole paths: `*` and `?` stay within a folder, `**` crosses folders, `{a,b}` is a choice.
 *
 * @example globPattern("articles/*.txt").test("articles/one.txt") // true
 */
export function globPattern(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[.+^$()|[\]\\{}]/g, (part) => {
    if (part === "**/") return "(?:[^/]+/)*";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.length > 2)
      return `(?:${part
        .slice(1, -1)
        .split(",")
        .map((choice) => choice.replace(/[.*+?^$()|[\]\\]/g, "\\$&"))
        .join("|")})`;
    return `\\${part}`;
  });
  return new RegExp(`^${source}$`);
}

function expandGlob(glob: string): string[] {
  const clean = normalize(glob);
  const folders = clean.split("/").slice(0, -1);
  const magic = folders.findIndex((part) => /[*?{]/.test(part));
  const base = (magic === -1 ? folders : folders.slice(0, magic)).join("/");
  const pattern = globPattern(clean);
  const root = base === "" ? (clean.startsWith("/") ? "/" : ".") : base;
  return walk(root).filter((path) => pattern.test(normalize(path)));
}

/** Finds the files behind the inputs. Problems: input-missing, input-unreadable. */
export function collectInputs(inputs: readonly string[]): Inputs {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const input of inputs) {
    const found = expand(input);
    if (Array.isArray(found)) for (const file of [...found].sort(compare)) files.set(normalize(file), file);
    else problems.push(found);
  }
  return { files: [...files.values()], problems };
}

function expand(input: string): string[] | Problem {
  if (input === STDIN) return [STDIN];
  const missing = (message: string): Problem => ({ level: "error", code: "input-missing", message, file: input });
  try {
    if (!statSync(input).isDirectory()) return [input];
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "EACCES")
      return { level: "error", code: "input-unreadable", message: "cannot be read: permission denied", file: input };
    if (!/[*?{]/.test(input)) return missing("no such file or folder");
    const matches = expandGlob(input);
    return matches.length > 0 ? matches : missing("matches no file");
  }
  const articles = walk(input).filter(isArticle);
  return articles.length > 0 ? articles : missing(`holds no article (${[...ARTICLE_ENDINGS].join(", ")})`);
}
