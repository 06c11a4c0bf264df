// A large invented graph as viewer data, the same every time: hubs and followers on a disc, every claim with a sentence of its own.
import type { ViewerClaim, ViewerData, ViewerEntity, ViewerFact } from "../../src/exports/viewer-data.ts";
import { fixture } from "./fixture.ts";

/** Makes a graph with this many entities and claims between them. */
export function largeData(nodeCount: number, edgeCount: number): ViewerData {
  const small = fixture();
  const random = seeded(7);
  const kinds = small.classes.map((item) => item.id);
  const relations = small.relations.map((item) => item.id);
  const entities = Array.from({ length: nodeCount }, (_, index): ViewerEntity => {
    const angle = random() * 2 * Math.PI;
    const radius = 60 * Math.sqrt(nodeCount) * Math.sqrt(random());
    const [x, y] = [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
    return { id: `n${index}`, class: kinds[index % kinds.length] ?? "", label: `Entity ${index}`, aliases: [], wikidata: null, x, y };
  });
  const facts: ViewerFact[] = [];
  const claims: ViewerClaim[] = [];
  let text = "";
  for (let index = 0; index < edgeCount; index++) {
    // The cube makes few entities very connected, as in real graphs.
    const from = Math.floor(random() ** 3 * nodeCount);
    const to = (from + 1 + Math.floor(random() * (nodeCount - 1))) % nodeCount;
    const relation = relations[index % relations.length] ?? "";
    const [subject, object] = [`Entity ${from}`, `Entity ${to}`];
    const start = text.length;
    text += `${subject} ${relation} ${object}.`;
    const end = text.length;
    text += index % 8 === 7 ? "\n" : " ";
    const fact: ViewerFact = {
      ...(small.facts[0] as ViewerFact),
      id: `f${index}`,
      article: "large",
      span: [start, end],
      subject: [start, start + subject.length],
      object: [end - 1 - object.length, end - 1],
      trigger: null,
      attribution: null,
      time: null,
      qualifiers: {},
    };
    facts.push(fact);
    claims.push({
      id: `c${index}`,
      subject: `n${from}`,
      relation,
      object: `n${to}`,
      status: "asserted",
      facts: [fact.id],
      confidence: fact.confidence,
      conflictsWith: [],
    });
  }
  const article = { id: "large", title: "A long list", text, published: "2025-01-01", publisher: "Nobody", author: null, url: null };
  return { ...small, title: "Large", entities, articles: [article], facts, claims, inferred: [] };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
