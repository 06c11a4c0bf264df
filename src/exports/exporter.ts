// The seam for export formats: one file per format, one line in the table.
import type { Knowledge } from "../graph/knowledge.ts";
import type { Problem } from "../problem.ts";

export interface ExportOptions {
  /** Adds `rdf:reifies` triple terms to RDF formats that can hold them. */
  readonly rdf12: boolean;
  /** Writes nanopublication head graphs into TriG and N-Quads. */
  readonly nanopub: boolean;
  /** Called for what the format cannot hold. */
  readonly report: (problem: Problem) => void;
}

export interface Exporter {
  /** Name on the command line and in the report. */
  readonly name: string;
  /** Path below build/ ("graph.ttl", "csv/nodes.csv"). */
  readonly file: string;
  readonly mediaType: string;
  /** One line for the dataset description and help. */
  readonly description: string;
  /** Yields the file's text in order. Same knowledge, same bytes; independent of input order. */
  readonly write: (knowledge: Knowledge, options: ExportOptions) => Iterable<string>;
}
