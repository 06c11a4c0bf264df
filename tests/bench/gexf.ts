// Our GEXF writer against graphology-gexf's on one graph of 10,000 nodes and 50,000 edges with the same attributes: `npm run bench`.
// Seconds are of processor time, so that a busy machine does not count.
import { MultiGraph } from "graphology";
import { write } from "graphology-gexf";
import { gexf } from "../../src/exports/gexf.ts";
import { propertyGraph } from "../../src/exports/property-graph.ts";
import type { Fact } from "../../src/facts/fact.ts";
import type { Claim, Knowledge } from "../../src/graph/knowledge.ts";
import { fixture } from "../unit/exports/fixture.ts";

const NODES = 10_000;
const EDGES = 50_000;
const ROUNDS = 5;

function large(): Knowledge {
  const small = fixture();
  const [fact] = small.facts;
  const [claim] = small.claims;
  const [entity] = small.entities;
  if (fact === undefined || claim === undefined || entity === undefined) throw new Error("the fixture is empty");
  const ids = Array.from({ length: NODES }, (_, index) => `company-${String(index).padStart(5, "0")}`);
  const claims: Claim[] = [];
  const facts: Fact[] = [];
  for (let index = 0; index < EDGES; index++) {
    const id = index.toString(16).padStart(16, "0");
    const [subject = "", object = ""] = [ids[index % NODES], ids[(index * 7919 + 1) % NODES]];
    facts.push({ ...fact, id, evidence: { ...fact.evidence, quote: `Company ${index} said it "works" with another, and with more.` } });
    claims.push({ ...claim, id, subject, object, facts: [id] });
  }
  return {
    ...small,
    entities: ids.map((id) => ({ ...entity, id, label: id, aliases: [`${id}, Inc.`] })),
    positions: new Map(ids.map((id, index) => [id, { x: index % 100, y: Math.floor(index / 100) }])),
    claims,
    facts,
  };
}

function best(run: () => number): { readonly seconds: number; readonly characters: number } {
  let seconds = Number.POSITIVE_INFINITY;
  let characters = 0;
  for (let round = 0; round < ROUNDS; round++) {
    globalThis.gc?.();
    const from = process.cpuUsage();
    characters = run();
    const { user, system } = process.cpuUsage(from);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  return { seconds, characters };
}

const knowledge = large();
const rows = propertyGraph(knowledge);
const graph = new MultiGraph();
for (const { id, x, y, size, colour, ...attributes } of rows.nodes)
  graph.addNode(id, { ...attributes, x, y, size, color: `rgb(${colour.join(",")})` });
for (const { id, source, target, symmetric: _, relation, ...attributes } of rows.edges) {
  graph.addDirectedEdgeWithKey(id, source, target, { ...attributes, kind: relation });
}

const ours = best(() => [...gexf.write(knowledge, { rdf12: false, nanopub: false, report: () => undefined })].join("").length);
const theirs = best(() => write(graph, { version: "1.3" }).length);
console.log(`GEXF, ${NODES} nodes, ${EDGES} edges, best of ${ROUNDS}, Node ${process.version}`);
console.log(`ours             ${ours.seconds.toFixed(3)} s, ${(ours.characters / 1e6).toFixed(1)} MB`);
console.log(`graphology-gexf  ${theirs.seconds.toFixed(3)} s, ${(theirs.characters / 1e6).toFixed(1)} MB`);
console.log(`ours is ${(theirs.seconds / ours.seconds).toFixed(1)} x as fast`);
