// The graph as a file: PNG drawn again by sigma at a print's size, SVG written from what is on the screen, names and all.
import { toBlob } from "@sigma/export-image";
import { pictogramOf } from "../data.ts";
import { BASELINE, drawLabels } from "./labels.ts";
import { layoutNames } from "./layer.ts";
import type { NodeLook } from "./model.ts";
import { type Curve, pointAt } from "./picking.ts";
import type { Scene, Spot } from "./scene.ts";

const PNG_SIZE = { width: 2400, height: 1600 };

export function drawPng({ sigma, graph, palette }: Scene): Promise<Blob> {
  return toBlob(sigma, {
    layers: ["edges", "nodes", "names"],
    ...PNG_SIZE,
    backgroundColor: palette().background,
    withTempRenderer: (copy) => {
      copy.createCanvasContext("names");
      const paper = copy.getCanvases().names;
      const context = paper?.getContext("2d");
      if (!paper || !context) return;
      const { width, height } = copy.getDimensions();
      const ratio = window.devicePixelRatio;
      Object.assign(paper, { width: width * ratio, height: height * ratio });
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const place = (id: string): Spot | null => {
        const display = copy.getNodeDisplayData(id);
        return display === undefined || display.hidden
          ? null
          : { ...copy.framedGraphToViewport(display), radius: copy.scaleSize(display.size) };
      };
      const curveOf = (id: string): Curve | null => {
        const [from, to] = [place(graph.source(id)), place(graph.target(id))];
        if (from === null || to === null || copy.getEdgeDisplayData(id)?.hidden === true) return null;
        return { id, from, to, curvature: graph.getEdgeAttribute(id, "curvature") as number };
      };
      drawLabels(context, layoutNames({ graph, context, width, height, palette: palette(), place, curveOf }), palette());
    },
  });
}

/** Writes the view as SVG: edges, arrow heads, nodes with pictograms, names. Text stays text. */
export function drawSvg(scene: Scene): string {
  const { sigma, graph } = scene;
  const { width, height } = sigma.getDimensions();
  const palette = scene.palette();
  const byDepth = <T extends { readonly zIndex?: number }>(items: readonly T[]): readonly T[] =>
    [...items].sort((a, b) => (a.zIndex ?? 0) - (b.zIndex ?? 0));
  const edges = byDepth(
    graph.edges().flatMap((id) => {
      const curve = scene.curveOf(id);
      const display = sigma.getEdgeDisplayData(id);
      return curve === null || display === undefined ? [] : [{ ...display, curve }];
    }),
  ).map(({ curve, color, size, type }) => edgeSvg(curve, color, sigma.scaleSize(size), !/^(line|arc)/.test(type)));
  const nodes = byDepth(
    graph.nodes().flatMap((id) => {
      const spot = scene.nodeAt(id);
      const display = sigma.getNodeDisplayData(id);
      return spot === null || display === undefined ? [] : [{ ...display, id, spot }];
    }),
  ).map((node) => {
    const { ring, image } = node as unknown as { ring: string; image: string | null };
    const kind = (graph.getNodeAttributes(node.id) as NodeLook).class;
    return nodeSvg(node.spot, node.color, ring, image === null ? null : { path: pictogramOf(kind), colour: palette.glyph });
  });
  const names = scene.labels().map((label) => {
    const [, weight = "500", size = "12.5"] = /^(\d+) ([\d.]+)px/.exec(label.font) ?? [];
    return `<text x="${round(label.left)}" y="${round(label.top + BASELINE)}" font-size="${size}" font-weight="${weight}" fill="${label.colour}">${escapeXml(label.text)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, sans-serif">`,
    `<rect width="100%" height="100%" fill="${palette.background}"/>`,
    `<g fill="none">${edges.join("")}</g>`,
    `<g>${nodes.join("")}</g>`,
    `<g paint-order="stroke" stroke="${palette.background}" stroke-width="4" stroke-linejoin="round">${names.join("")}</g>`,
    "</svg>\n",
  ].join("\n");
}

function edgeSvg(curve: Curve, colour: string, size: number, directed: boolean): string {
  const { from, to } = curve;
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  // The head's tip touches the target's disc; the line ends at its base.
  const head = directed ? Math.max(4, size * 3.4) : 0;
  const tip = pointAt(curve, Math.max(0, 1 - (to as Spot).radius / length));
  const base = pointAt(curve, Math.max(0, 1 - ((to as Spot).radius + head) / length));
  const control = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * curve.curvature,
    y: (from.y + to.y) / 2 - (to.x - from.x) * curve.curvature,
  };
  const end = directed ? base : to;
  const line = curve.curvature === 0 ? `L${at(end)}` : `Q${at(control)} ${at(end)}`;
  const path = `<path d="M${at(from)}${line}" stroke="${colour}" stroke-width="${round(size)}"/>`;
  if (!directed) return path;
  const [ux, uy] = [(tip.x - base.x) / (head || 1), (tip.y - base.y) / (head || 1)];
  const half = Math.max(2.5, size * 1.3);
  const corners = [
    { x: base.x - uy * half, y: base.y + ux * half },
    { x: base.x + uy * half, y: base.y - ux * half },
  ];
  return `${path}<path d="M${at(tip)}L${corners.map(at).join("L")}Z" fill="${colour}"/>`;
}

function nodeSvg(spot: Spot, colour: string, ring: string, glyph: { readonly path: string; readonly colour: string } | null): string {
  const disc = `<circle cx="${round(spot.x)}" cy="${round(spot.y)}" r="${round(spot.radius - 1)}" fill="${colour}" stroke="${ring}" stroke-width="2"/>`;
  if (glyph === null) return disc;
  const scale = (2 * spot.radius) / 38;
  const corner = `${round(spot.x - 12 * scale)} ${round(spot.y - 12 * scale)}`;
  return `${disc}<path transform="translate(${corner}) scale(${round(scale)})" d="${glyph.path}" fill="none" stroke="${glyph.colour}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const at = (point: { readonly x: number; readonly y: number }): string => `${round(point.x)} ${round(point.y)}`;

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
