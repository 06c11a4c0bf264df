// Writes a folder whole or not at all: files go to a temporary folder beside it, which then takes its place by renaming.
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { EXIT, KgError } from "../problem.ts";

/** Writes one file below the new folder; parts are written as they come. */
export type WriteFile = (name: string, parts: Iterable<string>) => void;

/** Characters gathered before a write: keeps memory flat and system calls few. */
const CHUNK = 1 << 16;
/** File that marks a folder as ours: without it a folder that is not empty is never replaced. */
const MARK = "report.json";

/**
 * Fills a new folder by `fill` and swaps it in for `target`; when `fill` fails the old folder stays as it was.
 * Temporary folders of runs that ended are removed.
 *
 * @throws KgError (exit 2) when `target` exists and is no build, (exit 3) when it cannot be written.
 */
export async function replaceFolder(target: string, processId: number, fill: (write: WriteFile) => Promise<void>): Promise<void> {
  const path = resolve(target);
  refuseForeign(path, target);
  removeStale(path);
  const fresh = `${path}.tmp-${processId}`;
  const old = `${path}.old-${processId}`;
  try {
    mkdirSync(fresh, { recursive: true });
  } catch (cause) {
    throw new KgError(`${target} cannot be written`, EXIT.input, { hint: "name another folder with --out", cause });
  }
  try {
    await fill((name, parts) => writeParts(join(fresh, name), parts));
    if (existsSync(path)) renameSync(path, old);
    renameSync(fresh, path);
  } catch (error) {
    if (existsSync(old) && !existsSync(path)) renameSync(old, path);
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function refuseForeign(path: string, target: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory())
    throw new KgError(`${target} is a file, not a folder`, EXIT.usage, { hint: "name another folder with --out" });
  if (readdirSync(path).length > 0 && !existsSync(join(path, MARK))) {
    throw new KgError(`${target} holds other things than a build, so it is not replaced`, EXIT.usage, {
      hint: "name an empty or a new folder with --out",
    });
  }
}

/** Removes what runs that no longer exist left beside the target. */
function removeStale(path: string): void {
  if (!existsSync(dirname(path))) return;
  for (const name of readdirSync(dirname(path))) {
    const match = /^(.*)\.(?:tmp|old)-(\d+)$/.exec(name);
    if (match?.[1] !== basename(path) || isRunning(Number(match[2]))) continue;
    rmSync(join(dirname(path), name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function writeParts(file: string, parts: Iterable<string>): void {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, "w");
  try {
    let waiting = "";
    for (const part of parts) {
      waiting += part;
      if (waiting.length < CHUNK) continue;
      writeSync(handle, waiting);
      waiting = "";
    }
    if (waiting !== "") writeSync(handle, waiting);
  } finally {
    closeSync(handle);
  }
}

/** Reads a file's bytes; null with the reason when it cannot be read. */
export function readBytes(file: string): { readonly bytes: Uint8Array } | { readonly reason: string } {
  try {
    return { bytes: readFileSync(file) };
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const reasons: Readonly<Record<string, string>> = { ENOENT: "no such file", EACCES: "permission denied", EISDIR: "is a folder" };
    return { reason: reasons[String(error.code)] ?? String(error.code) };
  }
}
