// GEXF 1.3, dynamic: entities as nodes with colour, size and place; claims between entities as edges with kind, weight, days of validity
// and their sentences. Lists are written as GEXF lists, so commas and quotes in them survive. Source: gexf.net/schema, 1.3.
import { holdInXml, xmlAttribute } from "../rdf/xml.ts";
import type { Exporter } from "./exporter.ts";
import { type EdgeRow, type NodeRow, propertyGraph } from "./property-graph.ts";

type Value = string | number | readonly string[];

interface Column<Row> {
  readonly id: string;
  readonly type: "string" | "double" | "liststring";
  readonly of: (row: Row) => Value;
}

const NODE_COLUMNS: readonly Column<NodeRow>[] = [
  { id: "class", type: "string", of: (node) => node.class },
  { id: "classLabel", type: "string", of: (node) => node.classLabel },
  { id: "aliases", type: "liststring", of: (node) => node.aliases },
  { id: "values", type: "liststring", of: (node) => node.values },
  { id: "wikidata", type: "string", of: (node) => node.wikidata },
];
const EDGE_COLUMNS: readonly Column<EdgeRow>[] = [
  { id: "status", type: "string", of: (edge) => edge.status },
  { id: "confidence", type: "double", of: (edge) => edge.confidence },
  { id: "sentences", type: "liststring", of: (edge) => edge.sentences },
  { id: "articles", type: "liststring", of: (edge) => edge.articles },
  { id: "facts", type: "liststring", of: (edge) => edge.facts },
];

/** Text that neither JSON nor XML escapes. */
const PLAIN = /^[ !#-%'-;=?-[\]-~\u00a0-\ud7ff]*$/;

export const gexf: Exporter = {
  name: "gexf",
  file: "graph.gexf",
  mediaType: "application/gexf+xml",
  description: "the property graph for Gephi",
  *write(knowledge, { report }) {
    const { nodes, edges } = propertyGraph(knowledge);
    const attribute = (text: string): string => xmlAttribute(text, report);
    // Characters are held first: an escape that JSON would write for them is none in a GEXF list.
    const item = (text: string): string => (PLAIN.test(text) ? `&quot;${text}&quot;` : attribute(JSON.stringify(holdInXml(text, report))));
    const written = (value: Value): string => {
      if (typeof value === "number") return String(value);
      return typeof value === "string" ? attribute(value) : `[${value.map(item).join(", ")}]`;
    };
    const values = <Row>(columns: readonly Column<Row>[], row: Row): string => {
      let out = "<attvalues>";
      for (const { id, of } of columns) {
        const value = of(row);
        if (typeof value === "number" || value.length > 0) out += `<attvalue for="${id}" value="${written(value)}"/>`;
      }
      return `${out}</attvalues>`;
    };
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
    yield `<meta><creator>Factloom</creator><description>${attribute(knowledge.title)}</description></meta>\n`;
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n';
    yield `${declare("node", NODE_COLUMNS)}${declare("edge", EDGE_COLUMNS)}<nodes>\n`;
    for (const node of nodes) {
      const [red, green, blue] = node.colour;
      yield `<node id="${attribute(node.id)}" label="${attribute(node.label)}">${values(NODE_COLUMNS, node)}<viz:color r="${red}" g="${green}" b="${blue}"/><viz:position x="${node.x}" y="${node.y}"/><viz:size value="${node.size}"/></node>\n`;
    }
    yield "</nodes>\n<edges>\n";
    for (const edge of edges) {
      const direction = edge.symmetric ? ' type="undirected"' : "";
      const days = (edge.start === "" ? "" : ` start="${edge.start}"`) + (edge.end === "" ? "" : ` end="${edge.end}"`);
      yield `<edge id="${attribute(edge.id)}" source="${attribute(edge.source)}" target="${attribute(edge.target)}"${direction} kind="${attribute(edge.relation)}" label="${attribute(edge.label)}" weight="${edge.weight}"${days}>${values(EDGE_COLUMNS, edge)}</edge>\n`;
    }
    yield "</edges>\n</graph>\n</gexf>\n";
  },
};

function declare<Row>(kind: "node" | "edge", columns: readonly Column<Row>[]): string {
  const lines = columns.map(({ id, type }) => `<attribute id="${id}" title="${id}" type="${type}"/>`);
  return `<attributes class="${kind}">${lines.join("")}</attributes>\n`;
}
