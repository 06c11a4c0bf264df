// Reads the frames (ways of saying a relation), the concepts of the schemes and the metonymies of an ontology.
import { META, SKOS } from "../rdf/terms.ts";
import { ACCEPTS, type Concept, type Frame, type Metonymy, type OntologyClass, type Relation } from "./ontology.ts";
import { parsePattern } from "./patterns.ts";
import { suggest } from "./suggest.ts";
import { type Block, hasType, labelOf, metaList, metaValue, metaValues, ownName, type Source, values } from "./terms.ts";

type Classes = ReadonlyMap<string, OntologyClass>;

/** Frames in file order; incomplete ones are reported and left out. Problems: ontology-frame, ontology-class. */
export function readFrames(source: Source, classes: Classes, relations: ReadonlyMap<string, Relation>): readonly Frame[] {
  const frames: Frame[] = [];
  for (const block of source.blocks.values()) {
    if (!hasType(block, [`${META}Frame`])) continue;
    const id = (ownName(source, block.iri) ?? block.iri).replace(/^frame-/, "");
    const relation = ownName(source, metaValue(block, "expresses"));
    const pattern = metaValue(block, "pattern");
    if (relation === null) source.report(block, "ontology-frame", `frame "${id}" expresses no relation; add meta:expresses`);
    else if (!relations.has(relation)) {
      const hint = suggest(relation, relations.keys());
      source.report(block, "ontology-frame", `frame "${id}" expresses the unknown relation "${relation}"`, hint);
    } else if (pattern === "") source.report(block, "ontology-frame", `frame "${id}" has no pattern; add meta:pattern`);
    else {
      const form = parsePattern(pattern);
      if (typeof form === "string") source.report(block, "ontology-frame", `frame "${id}": ${form}`);
      else if (metaList(block, "triggers").length === 0)
        source.report(block, "ontology-frame", `frame "${id}" has no trigger; add meta:triggers`);
      else frames.push(frameOf(source, id, block, relation, { pattern, form }, classes));
    }
  }
  return frames;
}

function frameOf(
  source: Source,
  id: string,
  block: Block,
  relation: string,
  pattern: Pick<Frame, "pattern" | "form">,
  classes: Classes,
): Frame {
  const words = metaValue(block, "accepts") || "names";
  const accepts = ACCEPTS.find((known) => known === words);
  if (accepts === undefined)
    source.report(block, "ontology-frame", `frame "${id}" accepts "${words}"; use ${ACCEPTS.join(", ")}`, suggest(words, ACCEPTS));
  const unit = metaValue(block, "unit");
  return {
    id,
    relation,
    ...pattern,
    triggers: metaList(block, "triggers"),
    status: metaValue(block, "status") || null,
    qualifier: metaValue(block, "qualifier") || null,
    subjectClasses: restriction(source, id, block, "subjectClass", classes),
    objectClasses: restriction(source, id, block, "objectClass", classes),
    accepts: accepts ?? "names",
    unit: unit === "money" || unit === "count" ? unit : null,
    examples: metaValues(block, "example"),
    counterExamples: metaValues(block, "counterExample"),
    file: block.file,
    line: block.line,
  };
}

function restriction(source: Source, id: string, block: Block, name: string, classes: Classes): readonly string[] {
  const found: string[] = [];
  for (const iri of metaValues(block, name)) {
    const classId = ownName(source, iri) ?? iri;
    if (classes.has(classId)) found.push(classId);
    else
      source.report(
        block,
        "ontology-class",
        `unknown class "${classId}" in meta:${name} of frame "${id}"`,
        suggest(classId, classes.keys()),
      );
  }
  return found;
}

/** Instances of the classes that specialise skos:Concept, in file order. Problems: ontology-concept, ontology-label. */
export function readConcepts(source: Source, classes: Classes): readonly Concept[] {
  const conceptClasses = [...classes.values()].filter((one) => one.alignments.includes(`${SKOS}Concept`));
  const concepts: Concept[] = [];
  for (const block of source.blocks.values()) {
    const own = conceptClasses.find((one) => hasType(block, [one.iri]));
    const id = ownName(source, block.iri);
    if (own === undefined || id === null) continue;
    const broader: string[] = [];
    for (const iri of values(block, `${SKOS}broader`)) {
      const name = ownName(source, iri);
      if (name !== null && source.blocks.has(iri)) broader.push(name);
      else source.report(block, "ontology-concept", `concept "${id}" has the unknown broader concept "${name ?? iri}"`);
    }
    const label = labelOf(source, block, `${SKOS}prefLabel`);
    concepts.push({ id, iri: block.iri, class: own.id, label, aliases: values(block, `${SKOS}altLabel`), broader });
  }
  return concepts;
}

/** Metonymies in file order; those that name an unknown class or relation are reported and left out. Problems: ontology-class, ontology-relation. */
export function readMetonymies(source: Source, classes: Classes, relations: ReadonlyMap<string, Relation>): readonly Metonymy[] {
  const metonymies: Metonymy[] = [];
  for (const block of source.blocks.values()) {
    if (!hasType(block, [`${META}Metonymy`])) continue;
    const place = ownName(source, metaValue(block, "place")) ?? "";
    const agent = ownName(source, metaValue(block, "agent")) ?? "";
    const via = ownName(source, metaValue(block, "via")) ?? "";
    const seat = ownName(source, metaValue(block, "seat"));
    const missing = [place, agent].find((id) => !classes.has(id));
    if (missing !== undefined) {
      source.report(block, "ontology-class", `unknown class "${missing}" in a metonymy`, suggest(missing, classes.keys()));
    } else if (!relations.has(via)) {
      source.report(block, "ontology-relation", `unknown relation "${via}" in a metonymy`, suggest(via, relations.keys()));
    } else if (seat !== null && !relations.has(seat)) {
      source.report(block, "ontology-relation", `unknown relation "${seat}" in a metonymy`, suggest(seat, relations.keys()));
    } else metonymies.push({ place, agent, via, seat });
  }
  return metonymies;
}
