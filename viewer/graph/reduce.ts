// How a node and an edge look right now: filters hide, the spotlight dims the rest, selection and pins stand out.
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { data, pictogramOf } from "../data.ts";
import { filters, type Spotlight, selection, spotlight, theme, visibleClaims, visibleEntities } from "../store.ts";
import { classColour } from "./colours.ts";
import type { EdgeLook, NodeLook } from "./model.ts";
import { mix, type Palette } from "./palette.ts";

/** How far what is out of the spotlight goes towards the background. */
const DIM_NODE = 0.84;
const DIM_EDGE = 0.72;
/** Ending of the edge types that are drawn on top, once the scene has them. */
export const LIT = "-lit";
/** What parallel edges are drawn as until the programs for curves are there. */
const STRAIGHT: Readonly<Record<string, string>> = { arc: "line", curved: "arrow" };
/** Above this many nodes pictograms would be blurs, and each costs a texture look-up. */
const MAX_PICTOGRAMS = 1500;

const images = new Map<string, string>();
const inferredEnds: ReadonlySet<string> = new Set(data.inferred.flatMap((edge) => [edge.subject, edge.object]));

function glyphImage(classId: string, colour: string): string {
  const key = `${classId} ${colour}`;
  const ready = images.get(key);
  if (ready !== undefined) return ready;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="-7 -7 38 38"><path d="${pictogramOf(classId)}" fill="none" stroke="${colour}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  const image = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  images.set(key, image);
  return image;
}

export function isNodeHidden(id: string): boolean {
  if (visibleEntities.value.has(id)) return false;
  return !(filters.value.inferred && inferredEnds.has(id) && !filters.value.hidden.has(id));
}

const isOut = (light: Spotlight | null, id: string): boolean => light !== null && !light.entities.has(id) && !filters.value.pinned.has(id);

export function reduceNode(id: string, look: NodeLook, palette: Palette, scale: number, type: string): Partial<NodeDisplayData> {
  const light = spotlight.value;
  const colour = classColour(look.class, theme.value);
  const shared = { ...look, type, size: look.size * scale, hidden: isNodeHidden(id) };
  if (isOut(light, id)) {
    return Object.assign(shared, { color: mix(colour, palette.background, DIM_NODE), ring: palette.background, image: null, zIndex: 0 });
  }
  const chosen = selection.value?.kind === "entity" && selection.value.id === id;
  return Object.assign(shared, {
    color: colour,
    ring: chosen ? palette.accent : filters.value.pinned.has(id) ? palette.text : palette.background,
    image: visibleEntities.value.size > MAX_PICTOGRAMS ? null : glyphImage(look.class, palette.glyph),
    zIndex: light === null ? 1 : 2,
  });
}

export function reduceEdge(id: string, look: EdgeLook, palette: Palette, scale: number, isComplete: boolean): Partial<EdgeDisplayData> {
  const light = spotlight.value;
  const lit = light?.edges.has(id) === true;
  const hidden = look.status === "inferred" ? !filters.value.inferred && !lit : !visibleClaims.value.has(id);
  const sure = look.status === "asserted" || look.status === "required";
  const base = look.conflict ? palette.conflict : sure ? palette.edge : mix(palette.edge, palette.background, 0.4);
  const size = look.size * Math.min(1, scale * 1.15);
  const type = isComplete ? look.type : (STRAIGHT[look.type] ?? look.type);
  if (light !== null && !lit) return { ...look, type, size, hidden, color: mix(base, palette.background, DIM_EDGE), zIndex: 0 };
  if (!lit) return { ...look, type, size, hidden, color: base, zIndex: 1 };
  const single = selection.value?.kind !== "entity";
  return {
    ...look,
    type: isComplete ? `${type}${LIT}` : type,
    hidden,
    size: size + (single ? 0.9 : 0.3),
    color: look.conflict ? palette.conflict : single ? palette.accent : palette.strong,
    zIndex: 3,
  };
}
