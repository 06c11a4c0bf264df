// Node positions, computed once and deterministically: each component by ForceAtlas2 from seeded communities, turned, scaled to the room
// that the labels need, pushed apart, packed around the largest; at last discs are cleared of each other. Units: pixels; y grows upwards.
import louvainModule from "graphology-communities-louvain";
import fa2Module from "graphology-layout-forceatlas2";
import { clear } from "./clear.ts";
import { components, emptyPlainNetwork, type Network, type PlainNetwork } from "./network.ts";
import { pack } from "./pack.ts";
import { type Box, type Link, separate } from "./separate.ts";

// Both packages are CommonJS whose `module.exports` is the function; their types describe an ES default export.
const fa2 = fa2Module as unknown as typeof fa2Module.default;
const louvain = louvainModule as unknown as typeof louvainModule.default;

export interface Position {
  readonly x: number;
  readonly y: number;
}

const ITERATIONS = 600;
/** Above this many nodes a component gets fewer rounds, so that a build stays within half a minute. */
const MANY_NODES = 3000;
const FEW_ITERATIONS = 150;
const BARNES_HUT_NODES = 2000;
/** Room per label area; smaller spreads wider. */
const DENSITY = 2.4;
const CHARACTER_WIDTH = 6.6;
const NODE_RADIUS = 8;
/** Room between components. */
const GAP = 24;
/** The viewer cuts longer names. */
const LABEL_CHARACTERS = 32;
/** Above this many nodes a screen cannot hold all names anyway, so names get less room and nodes more. */
const NAMED_NODES = 120;

/** Lays out the whole network. Every node gets a position. An empty network gives an empty map. */
export function layout(network: Network): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>();
  const drawn = components(network).map((members) => drawComponent(network, members));
  const shifts = pack(drawn.map(({ boxes, links }) => ({ boxes: boxes.map(outline), lines: links.map(([a, b]) => [a.x, a.y, b.x, b.y]) })));
  const discs = drawn.flatMap(({ boxes }, index) => {
    const shift = shifts[index] ?? { x: 0, y: 0 };
    return boxes.map(({ id, x, y }) => ({ id, x: x + shift.x, y: -(y + shift.y), degree: network.degree(id) }));
  });
  clear(discs);
  for (const { id, x, y } of discs) positions.set(id, { x: round(x), y: round(y) });
  return positions;
}

interface Drawing {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
}

function drawComponent(network: Network, members: readonly string[]): Drawing {
  const plain = collapse(network, members);
  if (members.length > 1) arrange(plain, members.length);
  const boxes = turn(plain, members).map((point) => ({
    ...point,
    ...labelRoom(network.getNodeAttribute(point.id, "label"), network.order),
  }));
  scale(boxes);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const links = plain.mapEdges((_edge, _attributes, source, target): Link => [byId.get(source)!, byId.get(target)!]);
  separate(boxes, links);
  return { boxes, links };
}

function outline(box: Box): { left: number; top: number; right: number; bottom: number } {
  const middle = box.x + box.shift;
  return {
    left: middle - (box.width + GAP) / 2,
    top: box.y - box.height / 2 - GAP / 4,
    right: middle + (box.width + GAP) / 2,
    bottom: box.y + box.height / 2 + GAP / 4,
  };
}

function collapse(network: Network, members: readonly string[]): PlainNetwork {
  const plain = emptyPlainNetwork();
  for (const id of members) plain.addNode(id, { label: "", x: 0, y: 0 });
  for (const id of members) {
    network.forEachOutEdge(id, (_edge, _attributes, source, target) => {
      if (source === target) return;
      const edge = plain.edge(source, target);
      if (edge === undefined) plain.addEdge(source, target, { relation: "", weight: 1 });
      else plain.updateEdgeAttribute(edge, "weight", (weight) => (weight ?? 0) + 1);
    });
  }
  return plain;
}

function arrange(plain: PlainNetwork, size: number): void {
  const random = seeded(42);
  const communities: Readonly<Record<string, number>> = size > 3 ? louvain(plain, { rng: seeded(3) }) : {};
  const count = Math.max(1, ...new Set(Object.values(communities).map((community) => community + 1)));
  plain.forEachNode((id) => {
    const angle = ((communities[id] ?? 0) / count) * 2 * Math.PI;
    plain.mergeNodeAttributes(id, { x: Math.cos(angle) * 50 + random() * 20, y: Math.sin(angle) * 50 + random() * 20 });
  });
  fa2.assign(plain, {
    iterations: size > MANY_NODES ? FEW_ITERATIONS : ITERATIONS,
    settings: {
      scalingRatio: 10,
      gravity: 1,
      edgeWeightInfluence: 0.5,
      // Hubs pull less, so that what hangs on them spreads: a third of the crossings go.
      outboundAttractionDistribution: true,
      slowDown: 1 + Math.log(size),
      barnesHutOptimize: size > BARNES_HUT_NODES,
    },
  });
}

/** Centres the points and turns their main axis to the horizontal. */
function turn(plain: PlainNetwork, members: readonly string[]): { id: string; x: number; y: number }[] {
  const points = members.map((id) => ({ id, x: plain.getNodeAttribute(id, "x"), y: plain.getNodeAttribute(id, "y") }));
  const meanX = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const meanY = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const point of points) {
    point.x -= meanX;
    point.y -= meanY;
    xx += point.x ** 2;
    yy += point.y ** 2;
    xy += point.x * point.y;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return points.map(({ id, x, y }) => ({ id, x: x * cos - y * sin, y: x * sin + y * cos }));
}

function labelRoom(label: string, nodes: number): { width: number; height: number; shift: number } {
  const part = Math.min(1, Math.sqrt(NAMED_NODES / nodes));
  const labelWidth = Math.min(label.length, LABEL_CHARACTERS) * CHARACTER_WIDTH * part * part + 6;
  return { width: 2 * NODE_RADIUS + labelWidth + 8, height: 28, shift: labelWidth / 2 };
}

/** Scales to the area that nodes and labels need; points on one line get a floor, or the factor would be infinite. */
function scale(boxes: readonly Box[]): void {
  const area = (boxes.reduce((sum, box) => sum + box.width * (box.height + 2), 0) * 4.2) / DENSITY;
  const [low, high] = boxes.reduce(([lowest, highest], box) => [Math.min(lowest, box.x), Math.max(highest, box.x)], [0, 0]);
  const [bottom, top] = boxes.reduce(([lowest, highest], box) => [Math.min(lowest, box.y), Math.max(highest, box.y)], [0, 0]);
  const width = high - low || 1;
  const height = top - bottom || 1;
  const factor = Math.min(1e4, Math.sqrt(area / (Math.max(width, 0.35 * height) * Math.max(height, 0.35 * width))));
  for (const box of boxes) {
    box.x *= factor;
    box.y *= factor;
  }
}

const round = (value: number): number => Math.round(value * 100) / 100 + 0;

/** mulberry32: small, seeded, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
