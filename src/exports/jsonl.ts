// Facts as JSON lines, in the order of articles and sentences; fields as in the type Fact.
import { compare } from "../graph/network.ts";
import type { Exporter } from "./exporter.ts";

export const jsonl: Exporter = {
  name: "jsonl",
  file: "facts.jsonl",
  mediaType: "application/x-ndjson",
  description: "facts with their sentences, one JSON object per line",
  write: (knowledge) =>
    [...knowledge.facts]
      .sort((a, b) => compare(a.evidence.article, b.evidence.article) || a.evidence.start - b.evidence.start || compare(a.id, b.id))
      .map((fact) => `${JSON.stringify(fact)}\n`),
};
