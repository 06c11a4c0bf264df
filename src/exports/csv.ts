// CSV tables of nodes, edges and facts (RFC 4180). A cell that a spreadsheet would run as a formula gets a leading apostrophe.
import { type Fact, isEntityRef } from "../facts/fact.ts";
import { compare } from "../facts/order.ts";
import type { Knowledge } from "../graph/knowledge.ts";
import { wellFormed } from "../rdf/quad.ts";
import type { Exporter } from "./exporter.ts";

type Cell = string | number;

export const csvNodes: Exporter = table(
  "csv-nodes",
  "csv/nodes.csv",
  "entities as a table",
  ["id", "class", "label", "aliases", "wikidata"],
  (knowledge) =>
    knowledge.entities.map(({ id, class: type, label, aliases, wikidata }) => [id, type, label, aliases.join("; "), wikidata ?? ""]),
);

export const csvEdges: Exporter = table(
  "csv-edges",
  "csv/edges.csv",
  "claims between entities as a table",
  ["source", "relation", "target", "status", "confidence", "sentences", "id"],
  (knowledge) =>
    knowledge.claims.flatMap(({ subject, relation, object, status, confidence, facts, id }) =>
      typeof object === "string" ? [[subject, relation, object, status, confidence, facts.length, id]] : [],
    ),
);

export const csvFacts: Exporter = table(
  "csv-facts",
  "csv/facts.csv",
  "facts with their sentences as a table",
  ["subject", "relation", "object", "status", "confidence", "article", "start", "end", "quote", "id"],
  (knowledge) =>
    knowledge.facts.map((fact) => {
      const { article, start, end, quote } = fact.evidence;
      return [fact.subject.id, fact.relation, objectText(fact), fact.status, fact.confidence, article, start, end, quote, fact.id];
    }),
);

const objectText = ({ object }: Fact): string => (isEntityRef(object) ? object.id : object.mention);

function table(
  name: string,
  file: string,
  description: string,
  head: readonly string[],
  rows: (knowledge: Knowledge) => Cell[][],
): Exporter {
  return {
    name,
    file,
    mediaType: "text/csv",
    description,
    *write(knowledge) {
      yield line(head);
      yield* rows(knowledge).map(line).sort(compare);
    },
  };
}

const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(",")}\r\n`;

function cell(value: Cell): string {
  if (typeof value === "number") return String(value);
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${wellFormed(guarded).replaceAll('"', '""')}"` : wellFormed(guarded);
}
