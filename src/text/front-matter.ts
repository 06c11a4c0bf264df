// Front matter: the block between two lines "---" at a file's start. A small part of YAML: scalars, quoted scalars, lists of scalars.

export interface FrontMatter {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** Offset of the text after the block. */
  readonly end: number;
}

const unquote = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, "$2");

/** Reads front matter; a text without it gives no fields and end 0. Keys are in lower case. */
export function readFrontMatter(text: string): FrontMatter {
  const block = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (block === null) return { fields: {}, end: 0 };
  const fields: Record<string, string | string[]> = {};
  let list: string[] = [];
  for (const line of block[1]!.split(/\r?\n/)) {
    const item = /^\s+-\s+(.*)$|^-\s+(.*)$/.exec(line);
    if (item !== null) {
      list.push(unquote(item[1] ?? item[2]!));
      continue;
    }
    const field = /^([\w-]+)\s*:\s*(.*)$/.exec(line);
    if (field === null) continue;
    const [key, value] = [field[1]!.toLowerCase(), field[2]!.trim()];
    list = /^\[.*\]$/.test(value) ? value.slice(1, -1).split(",").map(unquote) : [];
    fields[key] = value === "" || /^\[.*\]$/.test(value) ? list : unquote(value);
  }
  return { fields, end: block[0].length };
}
