// Claims as a graphology multigraph: entities are nodes, claims between them are directed edges whatever their status, as the viewer
// shows them all. Values are not nodes.
// The only importer of graphology.
import * as graphology from "graphology";
import { compare } from "../facts/order.ts";
import type { Entity } from "../mentions/mention.ts";
import type { Claim } from "./knowledge.ts";

export interface NodeAttributes {
  label: string;
  x: number;
  y: number;
}

export interface EdgeAttributes {
  relation: string;
  /** Number of sentences. */
  weight: number;
}

export type Network = graphology.MultiDirectedGraph<NodeAttributes, EdgeAttributes>;
export type PlainNetwork = graphology.UndirectedGraph<NodeAttributes, EdgeAttributes>;

/** Builds the network, in sorted order of ids. Claims whose ends are not among the entities are left out. */
export function buildNetwork(entities: readonly Entity[], claims: readonly Claim[]): Network {
  const network: Network = new graphology.MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  for (const entity of [...entities].sort((a, b) => compare(a.id, b.id))) network.mergeNode(entity.id, { label: entity.label, x: 0, y: 0 });
  for (const claim of [...claims].sort((a, b) => compare(a.id, b.id))) {
    if (typeof claim.object !== "string") continue;
    if (!network.hasNode(claim.subject) || !network.hasNode(claim.object)) continue;
    network.mergeEdgeWithKey(claim.id, claim.subject, claim.object, { relation: claim.relation, weight: claim.facts.length });
  }
  return network;
}

/** Makes an empty simple undirected graph. */
export function emptyPlainNetwork(): PlainNetwork {
  return new graphology.UndirectedGraph<NodeAttributes, EdgeAttributes>();
}

/** Connected components: each a sorted list of ids, the largest first, then by first id. */
export function components(network: Network): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const start of network.nodes()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const members = [start];
    for (const id of members) {
      for (const next of network.neighbors(id)) {
        if (seen.has(next)) continue;
        seen.add(next);
        members.push(next);
      }
    }
    found.push(members.sort());
  }
  return found.sort((a, b) => b.length - a.length || compare(a[0] ?? "", b[0] ?? ""));
}
