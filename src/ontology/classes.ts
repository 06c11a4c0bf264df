// Reads the classes of an ontology; breaks cycles of the hierarchy so that no walk up ever loops.
import { META, RDFS } from "../rdf/terms.ts";
import type { OntologyClass } from "./ontology.ts";
import { suggest } from "./suggest.ts";
import { type Block, CLASS_TYPES, hasType, labelOf, metaList, metaValue, ownName, type Source, value, values } from "./terms.ts";

/** Used for a class that has no colour and inherits none: a grey with contrast 5:1 on paper and on ink. */
const DEFAULT_COLOUR = { light: "#5c626b", dark: "#9aa5b1" } as const;
const DEFAULT_PICTOGRAM = "thing";

/** Classes by id, in file order. Problems: ontology-class, ontology-label. */
export function readClasses(source: Source): ReadonlyMap<string, OntologyClass> {
  const blocks = new Map<string, Block>();
  for (const block of source.blocks.values()) {
    const id = ownName(source, block.iri);
    if (id !== null && hasType(block, CLASS_TYPES)) blocks.set(id, block);
  }
  const parents = readParents(source, blocks);
  const classes = new Map<string, OntologyClass>();
  for (const [id, block] of blocks) classes.set(id, readClass(source, id, block, blocks, parents));
  return classes;
}

function readParents(source: Source, blocks: ReadonlyMap<string, Block>): ReadonlyMap<string, string | null> {
  const parents = new Map<string, string | null>();
  for (const [id, block] of blocks) {
    let parent: string | null = null;
    for (const iri of values(block, `${RDFS}subClassOf`)) {
      const name = ownName(source, iri);
      if (name === null) continue;
      if (!blocks.has(name)) source.report(block, "ontology-class", `unknown class "${name}" above "${id}"`, suggest(name, blocks.keys()));
      else if (parent !== null) source.report(block, "ontology-class", `"${id}" has two parents, "${parent}" and "${name}"; keep one`);
      else parent = name;
    }
    parents.set(id, parent);
  }
  for (const [id, block] of blocks) {
    const cycle = cycleFrom(id, parents);
    if (cycle === null) continue;
    source.report(block, "ontology-class", `the hierarchy runs in a circle: ${cycle.join(" > ")}; remove one rdfs:subClassOf`);
    parents.set(id, null);
  }
  return parents;
}

/** The way up from `id` when it comes back to `id`, else null. */
function cycleFrom(id: string, parents: ReadonlyMap<string, string | null>): readonly string[] | null {
  const way = [id];
  for (let up = parents.get(id) ?? null; up !== null; up = parents.get(up) ?? null) {
    way.push(up);
    if (up === id) return way;
    if (way.indexOf(up) < way.length - 1) return null;
  }
  return null;
}

function readClass(
  source: Source,
  id: string,
  block: Block,
  blocks: ReadonlyMap<string, Block>,
  parents: ReadonlyMap<string, string | null>,
): OntologyClass {
  const label = labelOf(source, block);
  return {
    id,
    iri: block.iri,
    label,
    plural: metaValue(block, "plural") || `${label}s`,
    comment: value(block, `${RDFS}comment`),
    parent: parents.get(id) ?? null,
    cueNouns: metaList(block, "cueNoun"),
    nameEndings: metaList(block, "nameEnding"),
    nameBeginnings: metaList(block, "nameBeginning"),
    titles: metaList(block, "title"),
    colour: {
      light: inherited(id, "colourLight", blocks, parents) || DEFAULT_COLOUR.light,
      dark: inherited(id, "colourDark", blocks, parents) || DEFAULT_COLOUR.dark,
    },
    pictogram: inherited(id, "pictogram", blocks, parents) || DEFAULT_PICTOGRAM,
    alignments: values(block, `${RDFS}subClassOf`).filter((iri) => ownName(source, iri) === null && !iri.startsWith(META)),
    phrase: inherited(id, "phraseClass", blocks, parents) === "true",
    described: described(inherited(id, "described", blocks, parents)),
  };
}

/** A meta: value of the class or of its nearest ancestor that has one. */
function inherited(id: string, name: string, blocks: ReadonlyMap<string, Block>, parents: ReadonlyMap<string, string | null>): string {
  for (let up: string | null = id; up !== null; up = parents.get(up) ?? null) {
    const block = blocks.get(up);
    const found = block === undefined ? "" : metaValue(block, name);
    if (found !== "") return found;
  }
  return "";
}

/** Prepositions from a list, or null when there is no list. */
function described(list: string): readonly string[] | null {
  return list === "" ? null : list.split(",").map((word) => word.trim());
}
