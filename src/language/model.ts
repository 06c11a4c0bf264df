// Model files: data/models/{clusters,tagger,parser}.bin, each one Brotli stream of a JSON header line and binary tables.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { KgError } from "../problem.ts";
import type { ParseClass, Parser } from "./parser.ts";
import { QuantisedModel } from "./perceptron.ts";
import type { Tagger } from "./tagger.ts";
import type { Clusters } from "./words.ts";

/** What the language stage needs. */
export interface LanguageModels {
  readonly tagger: Tagger;
  readonly parser: Parser;
}

/** Rows of zeros are left out of the file: most buckets of a sparse model are empty or nearly so. */
function packTable(model: QuantisedModel): { rows: Uint8Array; cells: Int8Array } {
  const { classes, table } = model;
  const total = table.length / classes;
  const rows = new Uint8Array(total);
  for (let r = 0; r < total; r++) for (let c = 0; c < classes && rows[r] === 0; c++) if (table[r * classes + c] !== 0) rows[r] = 1;
  const cells = new Int8Array(rows.reduce((n, x) => n + x, 0) * classes);
  let at = 0;
  for (let r = 0; r < total; r++)
    if (rows[r] === 1) {
      cells.set(table.subarray(r * classes, (r + 1) * classes), at);
      at += classes;
    }
  return { rows, cells };
}

function join(header: object, ...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...parts]);
}

const bytes = (array: Int8Array | Float32Array): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Encodes a linear model with its class names. */
export function encodeModel(names: readonly unknown[], model: QuantisedModel): Buffer {
  const { rows, cells } = packTable(model);
  const raw = join({ bits: model.bits, names, cells: cells.length }, bytes(model.scales), rows, bytes(cells));
  return brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 } });
}

function decode(file: Buffer): { header: Record<string, unknown>; body: Buffer } {
  const raw = brotliDecompressSync(file);
  const end = raw.indexOf(10);
  return { header: JSON.parse(raw.toString("utf8", 0, end)) as Record<string, unknown>, body: raw.subarray(end + 1) };
}

/** Decodes what `encodeModel` wrote. */
export function decodeModel(file: Buffer): { names: unknown[]; model: QuantisedModel } {
  const { header, body } = decode(file);
  const names = header.names as unknown[];
  const bits = header.bits as number;
  const classes = names.length;
  const scales = new Float32Array(body.buffer.slice(body.byteOffset, body.byteOffset + 4 * classes));
  const total = 1 << bits;
  const rows = body.subarray(4 * classes, 4 * classes + total);
  const table = new Int8Array(total * classes);
  let at = 4 * classes + total;
  for (let r = 0; r < total; r++)
    if (rows[r] === 1) {
      table.set(new Int8Array(body.buffer, body.byteOffset + at, classes), r * classes);
      at += classes;
    }
  return { names, model: new QuantisedModel(bits, table, scales) };
}

/** Encodes clusters: words sorted, one line each, then coarse and fine numbers. */
export function encodeClusters(clusters: Clusters): Buffer {
  const words = [...clusters.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const numbers = new Uint16Array(words.length * 2);
  for (const [i, word] of words.entries()) numbers.set(clusters.get(word)!, 2 * i);
  const raw = join({ words: words.length }, new Uint8Array(numbers.buffer), Buffer.from(words.join("\n")));
  return brotliCompressSync(raw);
}

export function decodeClusters(file: Buffer): Clusters {
  const { header, body } = decode(file);
  const count = header.words as number;
  const numbers = new Uint16Array(body.buffer.slice(body.byteOffset, body.byteOffset + 4 * count));
  const words = body.toString("utf8", 4 * count).split("\n");
  return new Map(words.map((w, i) => [w, [numbers[2 * i]!, numbers[2 * i + 1]!] as const]));
}

const DEFAULT_FOLDER = fileURLToPath(new URL("../../data/models", import.meta.url));
const loaded = new Map<string, LanguageModels>();

/**
 * Loads the models of a folder, once per process.
 * @throws KgError when a file is missing or broken.
 */
export function loadModels(folder: string = DEFAULT_FOLDER): LanguageModels {
  const known = loaded.get(folder);
  if (known !== undefined) return known;
  const read = (name: string): Buffer => {
    try {
      return readFileSync(`${folder}/${name}`);
    } catch (cause) {
      throw new KgError(`${folder}/${name}: the language model cannot be read`, 3, {
        hint: "restore data/models from the repository",
        cause,
      });
    }
  };
  const clusters = decodeClusters(read("clusters.bin"));
  const tagger = decodeModel(read("tagger.bin"));
  const parser = decodeModel(read("parser.bin"));
  const models: LanguageModels = {
    tagger: { tags: tagger.names as string[], model: tagger.model, clusters },
    parser: { classes: parser.names as ParseClass[], model: parser.model, clusters },
  };
  loaded.set(folder, models);
  return models;
}
