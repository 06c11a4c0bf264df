// The dataset's description (VoID, DCAT) as Turtle: what is in it and which of the other files holds what.
import { describeDataset } from "../graph/description.ts";
import { writeTurtle } from "../rdf/pretty.ts";
import type { Exporter } from "./exporter.ts";
import { prefixesOf } from "./prefixes.ts";

/** Makes the exporter that describes the files of the given ones. */
export function describedBy(others: readonly Exporter[]): Exporter {
  return {
    name: "void",
    file: "void.ttl",
    mediaType: "text/turtle",
    description: "the dataset described for machines (VoID and DCAT)",
    write: (knowledge) => writeTurtle(describeDataset(knowledge, others), { prefixes: prefixesOf(knowledge) }),
  };
}
