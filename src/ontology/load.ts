// A folder of Turtle files in; the ontology as plain objects and every problem with file and line, out. Never throws on bad content:
// what cannot be read is reported and left out, the rest is loaded.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../problem.ts";
import { COMMON_PREFIXES, OWL, RDF, RDFS, VANN } from "../rdf/terms.ts";
import { parseTurtle, type TurtleDocument } from "../rdf/turtle.ts";
import { readClasses } from "./classes.ts";
import { readConcepts, readFrames, readMetonymies } from "./frames.ts";
import type { Ontology } from "./ontology.ts";
import { readRelations } from "./relations.ts";
import { type Block, problemAt, type Source, value } from "./terms.ts";

/** The ontology that ships with the program. */
const SHIPPED_FOLDER: string = fileURLToPath(new URL("../../ontology/", import.meta.url));

/**
 * Loads all *.ttl files below a folder, sorted by name.
 * Problems: ontology-syntax, ontology-class, ontology-relation, ontology-frame, ontology-label, ontology-concept, input-missing.
 */
export function loadOntology(folder: string = SHIPPED_FOLDER): { ontology: Ontology; problems: Problem[] } {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const { ontology, problems } = readOntology([]);
    const missing: Problem = { level: "error", code: "input-missing", message: "the ontology folder cannot be read", file: folder };
    return { ontology, problems: [missing, ...problems] };
  }
  const turtle = names.filter((name) => name.endsWith(".ttl")).sort();
  return readOntology(turtle.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") })));
}

/** Reads an ontology from the texts of its files, as `loadOntology` does from a folder. */
export function readOntology(files: readonly { readonly name: string; readonly text: string }[]): {
  ontology: Ontology;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const prefixes = new Map(COMMON_PREFIXES);
  const blocks = new Map<string, Block>();
  for (const { name, text } of files) {
    const document = parseTurtle(text);
    if (document.error !== null) {
      problems.push({ level: "error", code: "ontology-syntax", message: document.error.message, file: name, line: document.error.line });
    }
    for (const [prefix, namespace] of document.prefixes) prefixes.set(prefix, namespace);
    addBlocks(blocks, name, document);
  }
  const header = [...blocks.values()].find(isHeader);
  const namespace = header === undefined ? "" : value(header, `${VANN}preferredNamespaceUri`);
  // After a syntax error the header may be among what could not be read.
  if (namespace === "" && problems.length === 0) {
    problems.push({
      level: "error",
      code: "ontology-syntax",
      message: "no owl:Ontology with vann:preferredNamespaceUri; without it no class or relation can be told from a borrowed one",
    });
  }
  const source: Source = {
    blocks,
    namespace,
    report: (block, code, message, hint) => problems.push(problemAt(block, code, message, hint)),
  };
  const classes = readClasses(source);
  const relations = readRelations(source, classes);
  const prefix = header === undefined ? "" : value(header, `${VANN}preferredNamespacePrefix`);
  if (namespace !== "" && prefix !== "") prefixes.set(prefix, namespace);
  const ontology: Ontology = {
    iri: header?.iri ?? "",
    namespace,
    prefix,
    label: header === undefined ? "" : value(header, "http://purl.org/dc/terms/title") || value(header, `${RDFS}label`),
    classes,
    relations,
    frames: readFrames(source, classes, relations),
    concepts: readConcepts(source, classes),
    metonymies: readMetonymies(source, classes, relations),
    prefixes: new Map([...prefixes].sort(([a], [b]) => (a < b ? -1 : 1))),
    files,
  };
  return { ontology, problems: problems.sort(byPlace) };
}

/** The header is the owl:Ontology that names a namespace; meta.ttl describes another ontology without one. */
function isHeader(block: Block): boolean {
  const isOntology = block.triples.some((triple) => triple.predicate === `${RDF}type` && triple.object === `${OWL}Ontology`);
  return isOntology && value(block, `${VANN}preferredNamespaceUri`) !== "";
}

function addBlocks(blocks: Map<string, Block>, file: string, document: TurtleDocument): void {
  for (const triple of document.triples) {
    const block = blocks.get(triple.subject) ?? { iri: triple.subject, file, line: document.lines.get(triple.subject) ?? 1, triples: [] };
    block.triples.push(triple);
    blocks.set(triple.subject, block);
  }
}

function byPlace(a: Problem, b: Problem): number {
  const [fileA, fileB] = [a.file ?? "", b.file ?? ""];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
