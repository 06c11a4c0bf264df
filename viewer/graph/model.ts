// The build's entities and claims as the graph that sigma draws: sizes, parallel edges apart, direction where a relation has one.
import { indexParallelEdgesIndex } from "@sigma/edge-curve";
import Graph from "graphology";
import { claimsOf, data, relations } from "../data.ts";

/** Square pixels of the stage per node at full size; a smaller stage or more nodes shrink them all. */
const ROOM = 4600;
const SMALLEST = 0.28;
const LARGEST = 1.1;

/** What edges are drawn from; `status` is that of the claim, or "inferred". */
export interface EdgeLook {
  readonly type: string;
  readonly size: number;
  readonly status: string;
  readonly conflict: boolean;
}

export interface NodeLook {
  readonly class: string;
  readonly size: number;
}

/** Builds the graph. Entities without a claim or an inferred edge are left out, as nothing leads to them. */
export function buildGraph(): Graph {
  const graph = new Graph({ multi: true, type: "directed" });
  const linked = new Set(data.inferred.flatMap((edge) => [edge.subject, edge.object]));
  for (const entity of data.entities)
    if (claimsOf.has(entity.id) || linked.has(entity.id))
      graph.addNode(entity.id, { x: entity.x, y: entity.y, class: entity.class, name: shorten(entity.label), size: 7 });
  for (const claim of data.claims) {
    if (typeof claim.object !== "string" || !graph.hasNode(claim.subject) || !graph.hasNode(claim.object)) continue;
    const size = 1.3 + 0.45 * Math.min(6, claim.facts.length);
    graph.addEdgeWithKey(claim.id, claim.subject, claim.object, {
      size,
      relation: claim.relation,
      status: claim.status,
      conflict: claim.conflictsWith.length > 0,
    });
  }
  // By claims alone, as inferred edges are mostly hidden. The layout clears discs of these sizes (src/graph/clear.ts).
  graph.forEachNode((id) => {
    graph.setNodeAttribute(id, "size", 7 + 2 * Math.min(5, Math.sqrt(graph.degree(id))));
  });
  data.inferred.forEach((edge, index) => {
    if (!graph.hasNode(edge.subject) || !graph.hasNode(edge.object)) return;
    graph.addEdgeWithKey(`i${index}`, edge.subject, edge.object, { size: 1, relation: edge.relation, status: "inferred", conflict: false });
  });
  curveParallels(graph);
  return graph;
}

/** Names longer than this would cover their neighbours; the panel and the hover say them whole. */
const LONGEST_NAME = 32;

function shorten(label: string): string {
  return label.length <= LONGEST_NAME ? label : `${label.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

/** Curves cost four times a line, so only edges that share both ends get one. */
function curveParallels(graph: Graph): void {
  indexParallelEdgesIndex(graph, { edgeIndexAttribute: "parallel", edgeMinIndexAttribute: "lowest", edgeMaxIndexAttribute: "highest" });
  graph.forEachEdge((id, attributes) => {
    const { parallel, lowest, highest } = attributes as { parallel?: number | null; lowest?: number | null; highest?: number | null };
    const curved = typeof parallel === "number";
    const curvature = !curved
      ? 0
      : typeof lowest === "number" && lowest < 0
        ? (0.3 * parallel) / Math.max(1, highest ?? 1)
        : 0.18 * parallel;
    const directed = relations.get(graph.getEdgeAttribute(id, "relation") as string)?.symmetric !== true;
    const type = curvature === 0 ? (directed ? "arrow" : "line") : directed ? "curved" : "arc";
    graph.mergeEdgeAttributes(id, { type, curvature });
  });
}

/** How much smaller than full size things are drawn on a stage of this many pixels. */
export function scaleFor(nodes: number, width: number, height: number): number {
  return Math.max(SMALLEST, Math.min(LARGEST, Math.sqrt((width * height) / (Math.max(1, nodes) * ROOM))));
}
