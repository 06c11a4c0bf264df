// The SPARQL engine's thread: loads N-Quads into a store once, then answers one query per message. Plain JavaScript, because a
// worker thread starts without the TypeScript loader. It never updates and never dumps.
import { closeSync, openSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { namedNode, Store } from "../rdf/oxigraph.mjs";

/** Bytes loaded at once: a string ends at 512 MB, so a large file cannot be read whole. */
const BLOCK = 1 << 25;
const store = new Store();
const load = (lines) => store.load(lines.toString("utf8"), { format: "application/n-quads", lenient: true, no_transaction: true });

for (const file of workerData.files) {
  const handle = openSync(file, "r");
  const block = Buffer.alloc(BLOCK);
  let rest = Buffer.alloc(0);
  for (let got = readSync(handle, block); got > 0; got = readSync(handle, block)) {
    const text = Buffer.concat([rest, block.subarray(0, got)]);
    const end = text.lastIndexOf("\n") + 1;
    if (end > 0) load(text.subarray(0, end));
    rest = Buffer.from(text.subarray(end));
  }
  if (rest.length > 0) load(rest);
  closeSync(handle);
}

const names = (iris) => iris.map((iri) => namedNode(iri));

parentPort.on("message", (job) => {
  try {
    const dataset =
      job.defaultGraphs.length > 0 || job.namedGraphs.length > 0
        ? { default_graph: names(job.defaultGraphs), named_graphs: names(job.namedGraphs) }
        : { use_default_graph_as_union: job.unionDefaultGraph };
    const text = store.query(job.query, { results_format: job.mediaType, base_iri: job.base, ...dataset });
    parentPort.postMessage({ text });
  } catch (error) {
    parentPort.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
parentPort.postMessage({ ready: store.size });
