// The graph on the screen: sigma with our programs, our label layer, our edge picking. No UI state of its own.
import { createEdgeCurveProgram } from "@sigma/edge-curve";
import type Graph from "graphology";
import Sigma from "sigma";
import { createEdgeArrowProgram, type EdgeProgramType, EdgeRectangleProgram } from "sigma/rendering";
import { theme } from "../store.ts";
import { drawHover, drawLabels, followLabels, type PlacedLabel } from "./labels.ts";
import { layoutNames } from "./layer.ts";
import { buildGraph, type EdgeLook, type NodeLook, scaleFor } from "./model.ts";
import { PALETTES, type Palette } from "./palette.ts";
import { type Curve, nearestEdge, type Point, pointAt } from "./picking.ts";
import { isNodeHidden, LIT, reduceEdge, reduceNode } from "./reduce.ts";

export interface Hovered {
  readonly text: string;
  readonly at: Point;
}

export type Spot = Point & { readonly radius: number };

export interface Scene {
  readonly sigma: Sigma;
  readonly graph: Graph;
  /** Draws again with the store's present state. */
  readonly refresh: () => void;
  /** Edge within reach of a point in CSS pixels of the container. */
  readonly edgeAt: (at: Point, reach: number) => string | null;
  /** Null for what is hidden. */
  readonly nodeAt: (id: string) => Spot | null;
  readonly curveOf: (id: string) => Curve | null;
  /** Middle of an edge in CSS pixels. */
  readonly middleOf: (edge: string) => Point | null;
  readonly hover: (hovered: Hovered | null) => void;
  readonly palette: () => Palette;
  /** Names on the screen. */
  readonly labels: () => readonly PlacedLabel[];
  /** Adds what the first frame does without: pictograms, curves, lit edges on top, names. Fonts must be loaded. */
  readonly complete: () => Promise<void>;
  readonly kill: () => void;
}

/** Names stay at their nodes while the camera moves and find new places when it has stood still for so long. */
const SETTLE_MS = 120;
/** Above this many edges they are left out while the camera moves. */
const MANY_EDGES = 4000;

const ARROW = { lengthToThicknessRatio: 3.4, widenessToThicknessRatio: 2.6 };

/** "line" and "arrow" are sigma's own names: under others it would compile its own programs besides. */
function straightPrograms(ending: string): Record<string, EdgeProgramType> {
  return { [`line${ending}`]: EdgeRectangleProgram, [`arrow${ending}`]: createEdgeArrowProgram(ARROW) };
}

function curvedPrograms(ending: string): Record<string, EdgeProgramType> {
  return {
    [`arc${ending}`]: createEdgeCurveProgram({ arrowHead: null }),
    [`curved${ending}`]: createEdgeCurveProgram({ arrowHead: { extremity: "target", ...ARROW } }),
  };
}

/** Node types: sigma's own for the first frame, and with ring and pictogram. */
const DISC = "circle";
const ENTITY = "entity";

/** Builds the scene into a container that has a size. @throws Error without WebGL. */
export function createScene(container: HTMLElement): Scene {
  const graph = buildGraph();
  const palette = (): Palette => PALETTES[theme.value];
  const shown = graph.filterNodes((id) => !isNodeHidden(id)).length;
  let scale = scaleFor(shown, container.clientWidth, container.clientHeight);
  let isComplete = false;
  let killed = false;
  const sigma = new Sigma(graph, container, {
    defaultNodeType: DISC,
    edgeProgramClasses: straightPrograms(""),
    renderLabels: false,
    renderEdgeLabels: false,
    defaultDrawNodeHover: () => undefined,
    zIndex: true,
    enableEdgeEvents: false,
    // A sheet over the whole of a small screen leaves the stage no height for a while.
    allowInvalidContainer: true,
    minCameraRatio: 0.06,
    maxCameraRatio: 2.5,
    stagePadding: Math.min(64, container.clientWidth / 9),
    hideEdgesOnMove: graph.size > MANY_EDGES,
    nodeReducer: (id, look) => reduceNode(id, look as NodeLook, palette(), scale, isComplete ? ENTITY : DISC),
    edgeReducer: (id, look) => reduceEdge(id, look as EdgeLook, palette(), scale, isComplete),
  });
  sigma.createCanvasContext("names", { style: { pointerEvents: "none" } });
  const layer = sigma.getCanvases().names;
  const context = layer?.getContext("2d") ?? null;
  let hovered: Hovered | null = null;
  /** Edges on the screen as they were last drawn: asked for at every move of the mouse. */
  let curves: readonly Curve[] | null = null;

  const nodeAt = (id: string): Spot | null => {
    const display = sigma.getNodeDisplayData(id);
    if (display === undefined || display.hidden) return null;
    return { ...sigma.framedGraphToViewport(display), radius: sigma.scaleSize(display.size) };
  };
  const curveOf = (id: string): Curve | null => {
    if (!graph.hasEdge(id) || sigma.getEdgeDisplayData(id)?.hidden === true) return null;
    const from = nodeAt(graph.source(id));
    const to = nodeAt(graph.target(id));
    return from === null || to === null ? null : { id, from, to, curvature: graph.getEdgeAttribute(id, "curvature") as number };
  };
  let names: readonly PlacedLabel[] = [];
  let settle = 0;
  let camera = "";
  const paint = (labels: readonly PlacedLabel[]): void => {
    if (context === null || layer === undefined) return;
    const { width, height } = sigma.getDimensions();
    prepare(layer, context, width, height);
    drawLabels(context, labels, palette());
    if (hovered !== null) drawHover(context, hovered.text, hovered.at, palette(), width);
  };
  const place = (): void => {
    if (!isComplete || context === null || layer === undefined) return;
    const { width, height } = sigma.getDimensions();
    names = layoutNames({ graph, context, width, height, palette: palette(), place: nodeAt, curveOf });
    layer.dataset.labels = JSON.stringify(names.map(({ left, top, width: wide }) => [left, top, wide].map(Math.round)));
    paint(names);
  };
  sigma.on("afterRender", () => {
    curves = null;
    const now = JSON.stringify(sigma.getCamera().getState());
    const moved = camera !== "" && camera !== now;
    camera = now;
    if (!moved && settle === 0) return place();
    window.clearTimeout(settle);
    delete layer?.dataset.labels;
    paint(followLabels(names));
    settle = window.setTimeout(() => {
      settle = 0;
      place();
    }, SETTLE_MS);
  });
  sigma.on("resize", () => {
    const { width, height } = sigma.getDimensions();
    scale = scaleFor(shown, width, height);
    sigma.scheduleRefresh();
  });
  return {
    sigma,
    graph,
    refresh: () => {
      if (!killed) sigma.refresh({ skipIndexation: true });
    },
    edgeAt: (at, reach) => {
      curves ??= graph.mapEdges((id) => curveOf(id)).filter((curve) => curve !== null);
      return nearestEdge(at, curves, reach);
    },
    nodeAt,
    curveOf,
    middleOf: (edge) => {
      const curve = curveOf(edge);
      return curve === null ? null : pointAt(curve, 0.5);
    },
    hover: (next) => {
      hovered = next;
      paint(settle === 0 ? names : followLabels(names));
    },
    palette,
    labels: () => names,
    complete: async () => {
      // Loaded late: this module asks the graphics card for its limits as it starts, which would hold up the first frame.
      const { entityProgram } = await import("./pictograms.ts");
      if (killed) return;
      // Added, never exchanged: sigma, taking a node program away, loses all others with it.
      sigma.setSetting("nodeProgramClasses", { ...sigma.getSetting("nodeProgramClasses"), [ENTITY]: entityProgram() });
      // Programs draw in this order: the lit twins come last, so that no dimmed edge covers them.
      const edges = { ...sigma.getSetting("edgeProgramClasses"), ...curvedPrograms("") };
      sigma.setSetting("edgeProgramClasses", { ...edges, ...straightPrograms(LIT), ...curvedPrograms(LIT) });
      // Only now, as every node and edge of a type needs its program to be there.
      isComplete = true;
      sigma.refresh();
    },
    kill: () => {
      killed = true;
      window.clearTimeout(settle);
      sigma.kill();
      // Pictograms that arrive later would still ask for a frame of a scene without programs.
      Object.assign(sigma, { refresh: () => sigma });
    },
  };
}

/** Gives the layer one pixel per device pixel, and clears it. */
function prepare(layer: HTMLCanvasElement, context: CanvasRenderingContext2D, width: number, height: number): void {
  const ratio = window.devicePixelRatio;
  if (layer.width !== Math.round(width * ratio) || layer.height !== Math.round(height * ratio)) {
    Object.assign(layer, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    Object.assign(layer.style, { width: `${width}px`, height: `${height}px` });
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
}
