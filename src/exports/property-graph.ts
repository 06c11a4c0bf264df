// The property graph that GEXF and GraphML write: entities as nodes, claims between entities as edges, values as a list on their node.
// Lists are sorted; nodes and edges come sorted by id.
import { type Fact, isEntityRef } from "../facts/fact.ts";
import { compare } from "../facts/order.ts";
import type { Claim, Knowledge } from "../graph/knowledge.ts";

export interface NodeRow {
  readonly id: string;
  readonly label: string;
  readonly class: string;
  readonly classLabel: string;
  readonly aliases: readonly string[];
  readonly wikidata: string;
  /** Claims whose object is an amount or a date, in words. */
  readonly values: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: readonly [red: number, green: number, blue: number];
}

export interface EdgeRow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly relation: string;
  readonly label: string;
  readonly symmetric: boolean;
  readonly status: string;
  readonly confidence: number;
  /** Number of sentences. */
  readonly weight: number;
  /** First and last day of validity (yyyy-mm-dd); "" where unknown. */
  readonly start: string;
  readonly end: string;
  readonly sentences: readonly string[];
  readonly articles: readonly string[];
  readonly facts: readonly string[];
}

/** Radius of a node without edges, and what the root of its edges' number adds: hubs stand out, none hides its neighbours. */
const SIZE = { least: 4, perRoot: 2 } as const;
const GREY = [0x80, 0x80, 0x80] as const;

/** Makes the rows. Claims whose ends are not among the entities are left out. */
export function propertyGraph(knowledge: Knowledge): { readonly nodes: readonly NodeRow[]; readonly edges: readonly EdgeRow[] } {
  const { entities, claims, ontology, positions } = knowledge;
  const facts = new Map(knowledge.facts.map((fact) => [fact.id, fact]));
  const known = new Set(entities.map((entity) => entity.id));
  const edges: EdgeRow[] = [];
  const degrees = new Map<string, number>();
  const values = new Map<string, string[]>();
  for (const claim of [...claims].sort((a, b) => compare(a.id, b.id))) {
    const said = claim.facts.flatMap((id) => facts.get(id) ?? []);
    const label = ontology.relations.get(claim.relation)?.label ?? claim.relation;
    if (typeof claim.object !== "string") {
      const words = new Set(said.map(({ object }) => (isEntityRef(object) ? object.label : object.mention)));
      const status = claim.status === "asserted" ? "" : ` (${claim.status})`;
      values.set(claim.subject, [...(values.get(claim.subject) ?? []), ...[...words].map((word) => `${label}: ${word}${status}`)]);
    } else if (known.has(claim.subject) && known.has(claim.object)) {
      for (const end of [claim.subject, claim.object]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
      edges.push(edgeRow(claim, claim.object, said, label, ontology.relations.get(claim.relation)?.symmetric === true));
    }
  }
  const nodes = [...entities]
    .sort((a, b) => compare(a.id, b.id))
    .map((entity): NodeRow => {
      const type = ontology.classes.get(entity.class);
      return {
        id: entity.id,
        label: entity.label,
        class: entity.class,
        classLabel: type?.label ?? entity.class,
        aliases: [...entity.aliases].sort(compare),
        wikidata: entity.wikidata ?? "",
        values: (values.get(entity.id) ?? []).sort(compare),
        ...(positions.get(entity.id) ?? { x: 0, y: 0 }),
        size: Number((SIZE.least + SIZE.perRoot * Math.sqrt(degrees.get(entity.id) ?? 0)).toFixed(2)),
        colour: readColour(type?.colour.light ?? ""),
      };
    });
  return { nodes, edges };
}

function edgeRow(claim: Claim, target: string, said: readonly Fact[], label: string, symmetric: boolean): EdgeRow {
  return {
    id: claim.id,
    source: claim.subject,
    target,
    relation: claim.relation,
    label,
    symmetric,
    status: claim.status,
    confidence: claim.confidence,
    weight: claim.facts.length,
    ...validity(said),
    sentences: said.map((fact) => fact.evidence.quote),
    articles: [...new Set(said.map((fact) => fact.evidence.article))].sort(compare),
    facts: claim.facts,
  };
}

/** The days between which the sentences say that the claim holds: the earliest beginning, the latest end. */
function validity(said: readonly Fact[]): { readonly start: string; readonly end: string } {
  const starts: string[] = [];
  const ends: string[] = [];
  for (const { time } of said) {
    if (time === null) continue;
    if (time.kind === "at" || time.kind === "since" || time.kind === "during") starts.push(firstDay(time.value ?? ""));
    if (time.kind === "until") ends.push(lastDay(time.value ?? ""));
    if (time.end !== undefined) ends.push(lastDay(time.end));
  }
  const start = starts.filter((day) => day !== "").sort(compare)[0] ?? "";
  const end = ends.sort(compare).at(-1) ?? "";
  return { start, end: end < start ? "" : end };
}

function firstDay(value: string): string {
  if (/^\d{4}$/.test(value)) return `${value}-01-01`;
  return /^\d{4}-\d\d$/.test(value) ? `${value}-01` : isDay(value);
}

function lastDay(value: string): string {
  if (/^\d{4}$/.test(value)) return `${value}-12-31`;
  if (!/^\d{4}-\d\d$/.test(value)) return isDay(value);
  const [year = 0, month = 1] = value.split("-").map(Number);
  return `${value}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

const isDay = (value: string): string => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : "");

function readColour(text: string): readonly [number, number, number] {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i
    .exec(text)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16));
  const [red, green, blue] = parts ?? [];
  return red === undefined || green === undefined || blue === undefined ? GREY : [red, green, blue];
}
