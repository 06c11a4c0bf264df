// Reads single things out of a build's N-Quads without loading it. The file is sorted by subject in the order of bytes, so a subject's lines
// are found by halving; what is said of a graph is found by reading through. Literals stay as written, which the query engine does not keep.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Quad } from "../rdf/quad.ts";
import { readQuads } from "../rdf/turtle.ts";

export interface QuadFile {
  /** Quads whose subject is the thing or a part of it ("…#span"). Empty for what is unknown. */
  readonly about: (iri: string) => readonly Quad[];
  /** Quads of one named graph; empty when there is none of that name. */
  readonly graph: (iri: string) => readonly Quad[];
}

/** Bytes read at once. */
const BLOCK = 1 << 16;
const LINE_FEED = 0x0a;

/** Opens the file for each question anew, so that a build may be replaced while it is served. @throws when it cannot be read. */
export function quadFile(path: string): QuadFile {
  const withFile = (ask: (file: Lines) => string): readonly Quad[] => {
    const handle = openSync(path, "r");
    try {
      return readQuads(ask({ handle, size: fstatSync(handle).size }), "N-Quads");
    } finally {
      closeSync(handle);
    }
  };
  return {
    about: (iri) => withFile((file) => linesFrom(file, `<${iri}#`) + linesFrom(file, `<${iri}> `)),
    graph: (iri) => withFile((file) => linesEnding(file, ` <${iri}> .\n`)),
  };
}

interface Lines {
  readonly handle: number;
  readonly size: number;
}

function read({ handle, size }: Lines, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
  let filled = 0;
  while (filled < buffer.length) {
    const got = readSync(handle, buffer, filled, buffer.length - filled, from + filled);
    if (got === 0) break;
    filled += got;
  }
  return buffer.subarray(0, filled);
}

/** Start of the first line that begins at or after `from`. */
function lineStart(file: Lines, from: number): number {
  if (from === 0) return 0;
  for (let at = from - 1; at < file.size; at += BLOCK) {
    const feed = read(file, at, BLOCK).indexOf(LINE_FEED);
    if (feed >= 0) return at + feed + 1;
  }
  return file.size;
}

/** All lines that begin with `prefix`. */
function linesFrom(file: Lines, prefix: string): string {
  const key = Buffer.from(prefix);
  let low = 0;
  let high = file.size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const start = lineStart(file, middle);
    if (start >= file.size || Buffer.compare(read(file, start, key.length), key) >= 0) high = middle;
    else low = middle + 1;
  }
  const parts: Buffer[] = [];
  let rest = Buffer.alloc(0);
  for (let at = lineStart(file, low); at < file.size; at += BLOCK) {
    rest = Buffer.concat([rest, read(file, at, BLOCK)]);
    let start = 0;
    for (let feed = rest.indexOf(LINE_FEED); feed >= 0; feed = rest.indexOf(LINE_FEED, start)) {
      const line = rest.subarray(start, feed + 1);
      if (!line.subarray(0, key.length).equals(key)) return Buffer.concat(parts).toString("utf8");
      parts.push(line);
      start = feed + 1;
    }
    rest = rest.subarray(start);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** All lines that end with `suffix`. */
function linesEnding(file: Lines, suffix: string): string {
  const key = Buffer.from(suffix);
  const parts: Buffer[] = [];
  let rest = Buffer.alloc(0);
  for (let at = 0; at < file.size; at += BLOCK) {
    rest = Buffer.concat([rest, read(file, at, BLOCK)]);
    let start = 0;
    for (let feed = rest.indexOf(LINE_FEED); feed >= 0; feed = rest.indexOf(LINE_FEED, start)) {
      const line = rest.subarray(start, feed + 1);
      if (line.subarray(-key.length).equals(key)) parts.push(Buffer.from(line));
      start = feed + 1;
    }
    rest = rest.subarray(start);
  }
  return Buffer.concat(parts).toString("utf8");
}
