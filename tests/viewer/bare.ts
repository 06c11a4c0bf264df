// Sigma as it comes, with the same graph and nothing around it: what the viewer's speed is compared with.
import Graph from "graphology";
import Sigma from "sigma";
import type { ViewerData } from "../../src/exports/viewer-data.ts";

const data = JSON.parse(document.getElementById("data")?.textContent ?? "null") as ViewerData;
const graph = new Graph({ multi: true, type: "directed" });
const colours = new Map(data.classes.map((item) => [item.id, item.light]));
const linked = new Set(data.claims.flatMap(({ subject, object }) => (typeof object === "string" ? [subject, object] : [subject])));
for (const { id, label, x, y, class: kind } of data.entities)
  if (linked.has(id)) graph.addNode(id, { label, x, y, size: 7, color: colours.get(kind) ?? "#888888" });
for (const { id, subject, object } of data.claims) {
  if (typeof object === "string" && graph.hasNode(subject) && graph.hasNode(object))
    graph.addEdgeWithKey(id, subject, object, { size: 1.8, color: "#aeaaa0" });
}
new Sigma(graph, document.getElementById("stage") as HTMLElement);
document.documentElement.dataset.graph = "ready";
