// The entities file in, entities out: JSON Lines, one entity a line, joined by the concepts of the ontology. A bad line is named and left out.
import type { Ontology } from "../ontology/ontology.ts";
import type { Problem } from "../problem.ts";
import type { Entity } from "./mention.ts";

/** Reads known entities and adds the ontology's concepts; ids are unique, the first one stays. Problems: entities-line. */
export function loadEntities(text: string, file: string, ontology: Ontology): { entities: Entity[]; problems: Problem[] } {
  const entities = new Map<string, Entity>();
  const problems: Problem[] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const read = readEntity(line, ontology);
    const reason = typeof read === "string" ? read : entities.has(read.id) ? `the id "${read.id}" is taken by an earlier line` : null;
    if (reason !== null) problems.push({ level: "error", code: "entities-line", message: reason, file, line: index + 1 });
    else if (typeof read !== "string") entities.set(read.id, read);
  });
  for (const { id, class: classId, label, aliases } of ontology.concepts) {
    if (!entities.has(id)) {
      entities.set(id, { id, class: classId, label, aliases, adjectives: [], wikidata: null, links: {}, origin: "concept" });
    }
  }
  return { entities: [...entities.values()], problems };
}

/** An entity, or what is wrong with its line. */
function readEntity(line: string, ontology: Ontology): Entity | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return `not valid JSON: ${cause.message}`;
  }
  if (typeof value !== "object" || value === null) return "not a JSON object";
  const fields = new Map<string, unknown>(Object.entries(value));
  const [id, classId, label] = [fields.get("id"), fields.get("class"), fields.get("label")];
  if (typeof id !== "string" || typeof classId !== "string" || typeof label !== "string") return "id, class and label must be strings";
  if (id === "" || label === "") return "id and label must not be empty";
  if (ontology.classes.size > 0 && !ontology.classes.has(classId)) return `the class "${classId}" is not in the ontology`;
  const [aliases, adjectives] = [strings(fields.get("aliases")), strings(fields.get("adjectives"))];
  if (aliases === null || adjectives === null) return "aliases and adjectives must be lists of strings";
  const links: Record<string, readonly string[]> = {};
  for (const [relation, targets] of Object.entries(fields.get("links") ?? {})) {
    const ids = strings(targets);
    if (ids === null) return `the link "${relation}" must be a list of entity ids`;
    links[relation] = ids;
  }
  const wikidata = fields.get("wikidata");
  return {
    id,
    class: classId,
    label,
    aliases,
    adjectives,
    wikidata: typeof wikidata === "string" ? wikidata : null,
    links,
    origin: "known",
  };
}

function strings(value: unknown): readonly string[] | null {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every((item): item is string => typeof item === "string") ? value : null;
}
