// `factloom serve`: opens the web server over a build and says where it listens.
import { join } from "node:path";
import { EXIT, KgError } from "../problem.ts";
import { openEngine } from "../serve/engine.ts";
import { listen, makeServer } from "../serve/server.ts";
import { BUILD_FILES, loadSnapshot } from "../serve/snapshot.ts";
import type { Terminal } from "./terminal.ts";

export interface ServeOptions {
  readonly dir: string;
  readonly port: number;
  readonly host: string;
  readonly timeoutSeconds: number;
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/** Serves until the process is told to end. @throws KgError when there is no build or the address cannot be had. */
export async function serve(options: ServeOptions, terminal: Terminal): Promise<number> {
  const snapshot = loadSnapshot(options.dir);
  const engine = openEngine([join(options.dir, BUILD_FILES.quads)], { timeoutMs: options.timeoutSeconds * 1000 });
  const server = makeServer({ snapshot, engine }, (error) => {
    terminal.say(
      `The server failed on a request: ${error instanceof Error ? (terminal.env.DEBUG ? (error.stack ?? error.message) : error.message) : String(error)}`,
    );
  });
  let port: number;
  try {
    port = await listen(server, options.port, options.host, (busy) => terminal.say(`Port ${busy} is busy; trying ${busy + 1}.`));
  } catch (cause) {
    await engine.close();
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
    throw new KgError(`cannot listen on ${options.host}:${options.port} (${reason})`, EXIT.input, {
      hint: "choose another with --port or --host",
      cause,
    });
  }
  if (!LOOPBACK.has(options.host)) terminal.say(`Listening on ${options.host}: other machines can reach it.`);
  const host = options.host.includes(":") ? `[${options.host}]` : options.host === "0.0.0.0" ? "localhost" : options.host;
  await terminal.print(`Factloom serves ${snapshot.report.title}: http://${host}:${port}/\n`);
  terminal.say(`SPARQL at http://${host}:${port}/sparql, files at http://${host}:${port}/files/. Stop with Ctrl+C.`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  server.close();
  server.closeAllConnections();
  await engine.close();
  return EXIT.done;
}
