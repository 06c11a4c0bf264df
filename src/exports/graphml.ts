// GraphML: the same property graph for yEd, networkx, igraph and Cytoscape. The format has no lists: they are JSON in a string.
// All edges are directed, because readers refuse a mixture; `symmetric` says which are read both ways. Source: graphml.graphdrawing.org.
import { xmlAttribute, xmlText } from "../rdf/xml.ts";
import type { Exporter } from "./exporter.ts";
import { type EdgeRow, type NodeRow, propertyGraph } from "./property-graph.ts";

interface Key<Row> {
  readonly name: string;
  readonly type: "string" | "double" | "int" | "boolean";
  readonly of: (row: Row) => string | number | boolean;
}

const list = (items: readonly string[]): string => (items.length === 0 ? "" : JSON.stringify(items));
const hex = (part: number): string => part.toString(16).padStart(2, "0");

const NODE_KEYS: readonly Key<NodeRow>[] = [
  { name: "label", type: "string", of: (node) => node.label },
  { name: "class", type: "string", of: (node) => node.class },
  { name: "classLabel", type: "string", of: (node) => node.classLabel },
  { name: "aliases", type: "string", of: (node) => list(node.aliases) },
  { name: "values", type: "string", of: (node) => list(node.values) },
  { name: "wikidata", type: "string", of: (node) => node.wikidata },
  { name: "x", type: "double", of: (node) => node.x },
  { name: "y", type: "double", of: (node) => node.y },
  { name: "size", type: "double", of: (node) => node.size },
  { name: "color", type: "string", of: (node) => `#${node.colour.map(hex).join("")}` },
];
const EDGE_KEYS: readonly Key<EdgeRow>[] = [
  { name: "relation", type: "string", of: (edge) => edge.relation },
  { name: "label", type: "string", of: (edge) => edge.label },
  { name: "symmetric", type: "boolean", of: (edge) => edge.symmetric },
  { name: "status", type: "string", of: (edge) => edge.status },
  { name: "confidence", type: "double", of: (edge) => edge.confidence },
  { name: "weight", type: "int", of: (edge) => edge.weight },
  { name: "start", type: "string", of: (edge) => edge.start },
  { name: "end", type: "string", of: (edge) => edge.end },
  { name: "sentences", type: "string", of: (edge) => list(edge.sentences) },
  { name: "articles", type: "string", of: (edge) => list(edge.articles) },
  { name: "facts", type: "string", of: (edge) => list(edge.facts) },
];

export const graphml: Exporter = {
  name: "graphml",
  file: "graph.graphml",
  mediaType: "application/graphml+xml",
  description: "the property graph for yEd, networkx and others",
  *write(knowledge, { report }) {
    const { nodes, edges } = propertyGraph(knowledge);
    const attribute = (text: string): string => xmlAttribute(text, report);
    const data = <Row>(kind: "node" | "edge", keys: readonly Key<Row>[], row: Row): string =>
      keys
        .map(({ name, of }) => {
          const value = of(row);
          return value === "" ? "" : `<data key="${kind}-${name}">${xmlText(String(value), report)}</data>`;
        })
        .join("");
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
    yield `${declare("node", NODE_KEYS)}${declare("edge", EDGE_KEYS)}<graph id="graph" edgedefault="directed">\n`;
    for (const node of nodes) yield `<node id="${attribute(node.id)}">${data("node", NODE_KEYS, node)}</node>\n`;
    for (const edge of edges) {
      yield `<edge id="${attribute(edge.id)}" source="${attribute(edge.source)}" target="${attribute(edge.target)}">${data("edge", EDGE_KEYS, edge)}</edge>\n`;
    }
    yield "</graph>\n</graphml>\n";
  },
};

function declare<Row>(kind: "node" | "edge", keys: readonly Key<Row>[]): string {
  return keys.map(({ name, type }) => `<key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${type}"/>\n`).join("");
}
