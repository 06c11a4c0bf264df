// GEXF 1.3: entities as nodes with colour and place, one edge per claim between entities, weighted by its sentences.
// Characters that XML 1.0 cannot hold are replaced and reported.
import { compare } from "../facts/order.ts";
import type { Exporter, ExportOptions } from "./exporter.ts";

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const gexf: Exporter = {
  name: "gexf",
  file: "graph.gexf",
  mediaType: "application/gexf+xml",
  description: "the property graph for Gephi",
  *write({ entities, claims, facts, ontology, positions }, options) {
    const attribute = (text: string): string => xml(text, options);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
    yield '<graph defaultedgetype="directed" mode="static">\n';
    yield '<attributes class="node"><attribute id="class" title="class" type="string"/></attributes>\n';
    yield '<attributes class="edge"><attribute id="status" title="status" type="string"/><attribute id="confidence" title="confidence" type="double"/><attribute id="sentences" title="sentences" type="string"/></attributes>\n<nodes>\n';
    const known = new Set(entities.map((entity) => entity.id));
    for (const { id, label, class: type } of [...entities].sort((a, b) => compare(a.id, b.id))) {
      const { x, y } = positions.get(id) ?? { x: 0, y: 0 };
      const colour = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(ontology.classes.get(type)?.colour.light ?? "");
      const [r, g, b] = [1, 2, 3].map((part) => Number.parseInt(colour?.[part] ?? "80", 16));
      yield `<node id="${attribute(id)}" label="${attribute(label)}"><attvalues><attvalue for="class" value="${attribute(type)}"/></attvalues>`;
      yield `<viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${x}" y="${y}"/><viz:size value="8"/></node>\n`;
    }
    yield "</nodes>\n<edges>\n";
    const quotes = new Map(facts.map((fact) => [fact.id, fact.evidence.quote]));
    for (const claim of [...claims].sort((a, b) => compare(a.id, b.id))) {
      if (typeof claim.object !== "string" || !known.has(claim.subject) || !known.has(claim.object)) continue;
      const label = ontology.relations.get(claim.relation)?.label ?? claim.relation;
      yield `<edge id="${claim.id}" source="${attribute(claim.subject)}" target="${attribute(claim.object)}" kind="${attribute(claim.relation)}" label="${attribute(label)}" weight="${claim.facts.length}"><attvalues>`;
      yield `<attvalue for="status" value="${claim.status}"/><attvalue for="confidence" value="${claim.confidence}"/>`;
      yield `<attvalue for="sentences" value="${attribute(JSON.stringify(claim.facts.map((fact) => quotes.get(fact) ?? "")))}"/></attvalues></edge>\n`;
    }
    yield "</edges>\n</graph>\n</gexf>\n";
  },
};

function xml(text: string, { report }: ExportOptions): string {
  const held = text.replace(FORBIDDEN, "\uFFFD");
  if (held !== text)
    report({ level: "warning", code: "export-character", message: `XML cannot hold a character of ${JSON.stringify(text)}` });
  return held.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? "").replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
