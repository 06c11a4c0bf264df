// The SPARQL engine's thread: loads N-Quads into a store once, then answers one query per message. Plain JavaScript, because a
// worker thread starts without the TypeScript loader. It never updates and never dumps.
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { namedNode, Store } from "../rdf/oxigraph.mjs";

const store = new Store();
for (const file of workerData.files) {
  store.load(readFileSync(file, "utf8"), { format: "application/n-quads", lenient: true, no_transaction: true });
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
