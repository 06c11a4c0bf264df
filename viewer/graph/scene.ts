// The graph on the screen: graphology data, sigma with our programs, our label layer, our edge picking. No UI state of its own.
import { createEdgeCurveProgram, indexParallelEdgesIndex } from "@sigma/edge-curve";
import { toBlob } from "@sigma/export-image";
import { createNodeBorderProgram } from "@sigma/node-border";
import { createNodeImageProgram } from "@sigma/node-image";
import Graph from "graphology";
import Sigma from "sigma";
import { createEdgeArrowProgram, createNodeCompoundProgram, type EdgeProgramType, EdgeRectangleProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { data, pictogramOf, relations } from "../data.ts";
import { filters, selection, spotlight, theme, visibleClaims, visibleEntities } from "../store.ts";
import { classColour } from "./colours.ts";
import { drawHover } from "./labels.ts";
import { drawLayer } from "./layer.ts";
import { mix, PALETTES, type Palette } from "./palette.ts";
import { type Curve, nearestEdge, type Point, pointAt } from "./picking.ts";

export interface Hovered {
  readonly text: string;
  readonly at: Point;
}

export interface Scene {
  readonly sigma: Sigma;
  readonly graph: Graph;
  /** Draws again with the store's present state. */
  readonly refresh: () => void;
  /** Edge within reach of a point in CSS pixels of the container. */
  readonly edgeAt: (at: Point, reach: number) => string | null;
  readonly nodeAt: (id: string) => (Point & { readonly radius: number }) | null;
  /** Middle of an edge in CSS pixels. */
  readonly middleOf: (edge: string) => Point | null;
  readonly hover: (hovered: Hovered | null) => void;
  readonly png: () => Promise<Blob>;
}

/** How far what is out of the spotlight goes towards the background. */
const DIM_NODE = 0.84;
const DIM_EDGE = 0.72;
/** Ending of the edge types that are drawn on top. */
const LIT = "-lit";
/** Up to this many nodes are drawn at full size; more share the same area. */
const ROOMY = 200;

function buildGraph(): Graph {
  const graph = new Graph({ multi: true, type: "directed" });
  for (const entity of data.entities)
    graph.addNode(entity.id, { x: entity.x, y: entity.y, class: entity.class, name: entity.label, size: 7 });
  for (const claim of data.claims) {
    if (typeof claim.object !== "string" || !graph.hasNode(claim.subject) || !graph.hasNode(claim.object)) continue;
    const size = 1.4 + 0.6 * Math.min(6, claim.facts.length);
    graph.addEdgeWithKey(claim.id, claim.subject, claim.object, {
      size,
      relation: claim.relation,
      status: claim.status,
      conflict: claim.conflictsWith.length > 0,
    });
  }
  data.inferred.forEach((edge, index) => {
    if (!graph.hasNode(edge.subject) || !graph.hasNode(edge.object)) return;
    graph.addEdgeWithKey(`i${index}`, edge.subject, edge.object, { size: 1, relation: edge.relation, status: "inferred", conflict: false });
  });
  const scale = Math.max(0.25, Math.min(1, Math.sqrt(ROOMY / graph.order)));
  graph.forEachNode((id) => {
    graph.setNodeAttribute(id, "size", scale * (7 + 2 * Math.min(5, Math.sqrt(graph.degree(id)))));
  });
  indexParallelEdgesIndex(graph, { edgeIndexAttribute: "parallel", edgeMinIndexAttribute: "lowest", edgeMaxIndexAttribute: "highest" });
  graph.forEachEdge((id, attributes) => {
    const { parallel, lowest, highest } = attributes as { parallel?: number | null; lowest?: number | null; highest?: number | null };
    const curved = typeof parallel === "number";
    const curvature = !curved
      ? 0
      : typeof lowest === "number" && lowest < 0
        ? (0.3 * parallel) / Math.max(1, highest ?? 1)
        : 0.18 * parallel;
    const directed = relations.get(graph.getEdgeAttribute(id, "relation") as string)?.symmetric !== true;
    const type = curvature === 0 ? (directed ? "straight" : "line") : directed ? "curved" : "arc";
    graph.mergeEdgeAttributes(id, { type, curvature });
  });
  return graph;
}

const images = new Map<string, string>();

function programs(ending: string): Record<string, EdgeProgramType> {
  const arrow = { lengthToThicknessRatio: 3.4, widenessToThicknessRatio: 2.6 };
  return {
    [`line${ending}`]: EdgeRectangleProgram,
    [`arc${ending}`]: createEdgeCurveProgram({ arrowHead: null }),
    [`straight${ending}`]: createEdgeArrowProgram(arrow),
    [`curved${ending}`]: createEdgeCurveProgram({ arrowHead: { extremity: "target", ...arrow } }),
  };
}

function glyphImage(classId: string, colour: string): string {
  const key = `${classId} ${colour}`;
  const ready = images.get(key);
  if (ready !== undefined) return ready;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="-7 -7 38 38"><path d="${pictogramOf(classId)}" fill="none" stroke="${colour}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  const image = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  images.set(key, image);
  return image;
}

/** Builds the scene into a container that has a size. Fonts must be loaded. */
export function createScene(container: HTMLElement): Scene {
  const graph = buildGraph();
  const palette = (): Palette => PALETTES[theme.value];
  const nothing = (): void => undefined;
  const disc = createNodeBorderProgram({
    borders: [
      { size: { value: 2, mode: "pixels" }, color: { attribute: "ring" } },
      { size: { fill: true }, color: { attribute: "color" } },
    ],
    drawLabel: undefined,
    drawHover: undefined,
  });
  const glyph = createNodeImageProgram({
    drawingMode: "background",
    keepWithinCircle: true,
    size: { mode: "force", value: 96 },
    drawLabel: undefined,
    drawHover: undefined,
  });
  const node = createNodeCompoundProgram([disc, glyph], nothing, nothing);
  const sigma = new Sigma(graph, container, {
    defaultNodeType: "entity",
    nodeProgramClasses: { entity: node },
    nodeHoverProgramClasses: { entity: node },
    // Programs draw in this order: the lit twins come last, so that no dimmed edge covers them.
    edgeProgramClasses: { ...programs(""), ...programs(LIT) },
    renderLabels: false,
    renderEdgeLabels: false,
    defaultDrawNodeHover: nothing,
    zIndex: true,
    enableEdgeEvents: false,
    minCameraRatio: 0.06,
    maxCameraRatio: 2.5,
    stagePadding: 56,
    hideEdgesOnMove: graph.size > 4000,
    nodeReducer: (id, attributes) => reduceNode(id, attributes as { class: string; size: number }, palette()),
    edgeReducer: (id, attributes) =>
      reduceEdge(id, attributes as { type: string; size: number; status: string; conflict: boolean }, palette()),
  });
  sigma.createCanvasContext("names", { style: { pointerEvents: "none" } });
  const layer = sigma.getCanvases().names;
  const context = layer?.getContext("2d") ?? null;
  let hovered: Hovered | null = null;

  const place = (id: string): (Point & { readonly radius: number }) | null => {
    const shown = sigma.getNodeDisplayData(id);
    if (shown === undefined || shown.hidden) return null;
    return { ...sigma.framedGraphToViewport(shown), radius: sigma.scaleSize(shown.size) };
  };
  const curveOf = (id: string): Curve | null => {
    if (!graph.hasEdge(id) || sigma.getEdgeDisplayData(id)?.hidden === true) return null;
    const from = place(graph.source(id));
    const to = place(graph.target(id));
    return from === null || to === null ? null : { id, from, to, curvature: graph.getEdgeAttribute(id, "curvature") as number };
  };
  const draw = (): void => {
    if (context === null || layer === undefined) return;
    drawLayer({ sigma, graph, context, layer, palette: palette(), place, curveOf });
    if (hovered !== null) drawHover(context, hovered.text, hovered.at, palette(), sigma.getDimensions().width);
  };
  sigma.on("afterRender", draw);
  return {
    sigma,
    graph,
    refresh: () => sigma.refresh({ skipIndexation: true }),
    edgeAt: (at, reach) =>
      nearestEdge(
        at,
        graph.mapEdges((id) => curveOf(id)).filter((curve) => curve !== null),
        reach,
      ),
    nodeAt: place,
    middleOf: (edge) => {
      const curve = curveOf(edge);
      return curve === null ? null : pointAt(curve, 0.5);
    },
    hover: (next) => {
      hovered = next;
      draw();
    },
    png: () =>
      toBlob(sigma, {
        layers: ["edges", "nodes", "names"],
        width: 2400,
        height: 1600,
        backgroundColor: palette().background,
        withTempRenderer: (copy) => {
          copy.createCanvasContext("names");
          const paper = copy.getCanvases().names;
          const ink = paper?.getContext("2d");
          if (!paper || !ink) return;
          const put = (id: string): (Point & { readonly radius: number }) | null => {
            const shown = copy.getNodeDisplayData(id);
            return shown === undefined || shown.hidden
              ? null
              : { ...copy.framedGraphToViewport(shown), radius: copy.scaleSize(shown.size) };
          };
          drawLayer({ sigma: copy, graph, context: ink, layer: paper, palette: palette(), place: put, curveOf: () => null });
        },
      }),
  };
}

function reduceNode(id: string, attributes: { readonly class: string; readonly size: number }, palette: Palette): Partial<NodeDisplayData> {
  const light = spotlight.value;
  const colour = classColour(attributes.class, theme.value);
  const hidden = !visibleEntities.value.has(id) && !(filters.value.inferred && inferredEnds.has(id) && !filters.value.hidden.has(id));
  const shared = { ...attributes, hidden };
  if (light !== null && !light.entities.has(id)) {
    return Object.assign(shared, { color: mix(colour, palette.background, DIM_NODE), ring: palette.background, image: null, zIndex: 0 });
  }
  const chosen = selection.value?.kind === "entity" && selection.value.id === id;
  const image = attributes.size < 5 ? null : glyphImage(attributes.class, palette.glyph);
  return Object.assign(shared, {
    color: colour,
    ring: chosen ? palette.accent : palette.background,
    image,
    zIndex: light === null ? 1 : 2,
  });
}

const inferredEnds: ReadonlySet<string> = new Set(data.inferred.flatMap((edge) => [edge.subject, edge.object]));

function reduceEdge(
  id: string,
  attributes: { readonly type: string; readonly size: number; readonly status: string; readonly conflict: boolean },
  palette: Palette,
): Partial<EdgeDisplayData> {
  const light = spotlight.value;
  const lit = light?.edges.has(id) === true;
  const hidden = attributes.status === "inferred" ? !filters.value.inferred && !lit : !visibleClaims.value.has(id);
  const sure = attributes.status === "asserted" || attributes.status === "required";
  const base = attributes.conflict ? palette.conflict : sure ? palette.edge : mix(palette.edge, palette.background, 0.4);
  if (light !== null && !lit) return { ...attributes, hidden, color: mix(base, palette.background, DIM_EDGE), zIndex: 0 };
  if (!lit) return { ...attributes, hidden, color: base, zIndex: 1 };
  const single = selection.value?.kind !== "entity";
  return {
    ...attributes,
    type: `${attributes.type}${LIT}`,
    hidden,
    size: attributes.size + (single ? 1.2 : 0.3),
    color: attributes.conflict ? palette.conflict : single ? palette.accent : palette.strong,
    zIndex: 3,
  };
}
