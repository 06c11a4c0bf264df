// Facts as JSON lines, in the order of articles and sentences; fields as in the type Fact.
import { factLine } from "../facts/jsonl.ts";
import { compareFacts } from "../facts/order.ts";
import type { Exporter } from "./exporter.ts";

export const jsonl: Exporter = {
  name: "jsonl",
  file: "facts.jsonl",
  mediaType: "application/x-ndjson",
  description: "facts with their sentences, one JSON object per line",
  write: (knowledge) => [...knowledge.facts].sort(compareFacts).map(factLine),
};
