// The state of the page as signals. Views read them; everything that changes the view changes a signal here.
import { computed, signal } from "@preact/signals";
import { claims, claimsOf, data, entities, type ViewerClaim } from "./data.ts";
import { applyFilters, type Filters, isOpen, NO_FILTERS } from "./filter.ts";
import { findPath, type Step } from "./path.ts";

export type View = "graph" | "table" | "articles" | "conflicts" | "changes" | "query";
export const VIEWS: readonly View[] = ["graph", "table", "articles", "conflicts", "changes", "query"];

export type Selection =
  | { readonly kind: "claim"; readonly id: string }
  | { readonly kind: "entity"; readonly id: string }
  | { readonly kind: "inferred"; readonly id: string }
  | { readonly kind: "path"; readonly from: string; readonly to: string };

export interface Spotlight {
  readonly entities: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** In the units of the layout. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Found extends Spotlight {
  /** "by the query", for the notice over the graph. */
  readonly by: string;
}

export const view = signal<View>("graph");
export const selection = signal<Selection | null>(null);
export const filters = signal<Filters>(NO_FILTERS);
export const theme = signal<"light" | "dark">("light");
/** Where pinned entities were put by hand; those not pinned any more count for nothing. */
export const places = signal<ReadonlyMap<string, Place>>(new Map());
/** Article open in the articles view, and the fact to show in it. */
export const openArticle = signal<string | null>(null);
export const openFact = signal<string | null>(null);
/** What a query or a comparison found, marked in the graph while nothing is selected. */
export const found = signal<Found | null>(null);
/** The last thing that screen readers should hear. */
export const announcement = signal("");
/** False on machines without WebGL: the table stands in for the graph. */
export const drawsGraph = signal(true);
/** The panels beside the graph wait for its first frame. */
export const settled = signal(false);
/** Filters as a drawer on narrow screens. */
export const drawer = signal(false);
/** The evidence over most of the screen, on phones. */
export const sheet = signal(false);

export const outcome = computed(() => applyFilters(filters.value));
export const visible = computed<readonly ViewerClaim[]>(() => (isOpen(filters.value) ? data.claims : outcome.value.visible));
export const visibleClaims = computed<ReadonlySet<string>>(() => new Set(visible.value.map((claim) => claim.id)));

/** Entities that keep at least one claim, and those pinned. */
export const visibleEntities = computed<ReadonlySet<string>>(() => {
  const ids = new Set<string>();
  for (const claim of visible.value) {
    ids.add(claim.subject);
    if (typeof claim.object === "string") ids.add(claim.object);
  }
  for (const id of filters.value.pinned) if (entities.has(id) && !filters.value.hidden.has(id)) ids.add(id);
  return ids;
});

/** The steps of the selected path; null when none is selected or none exists. */
export const pathSteps = computed<readonly Step[] | null>(() => {
  const chosen = selection.value;
  return chosen?.kind === "path" ? findPath(chosen.from, chosen.to, visible.value) : null;
});

/** What stays bright while the rest is dimmed; null when nothing is selected. */
export const spotlight = computed<Spotlight | null>(() => {
  const chosen = selection.value;
  if (chosen === null) return found.value;
  const ids = new Set<string>();
  const edges = new Set<string>();
  const light = (claim: ViewerClaim): void => {
    edges.add(claim.id);
    ids.add(claim.subject);
    if (typeof claim.object === "string") ids.add(claim.object);
  };
  if (chosen.kind === "claim") {
    const claim = claims.get(chosen.id);
    if (claim) light(claim);
  } else if (chosen.kind === "entity") {
    ids.add(chosen.id);
    for (const claim of claimsOf.get(chosen.id) ?? []) if (visibleClaims.value.has(claim.id)) light(claim);
  } else if (chosen.kind === "inferred") {
    const edge = data.inferred[Number(chosen.id)];
    if (edge) {
      edges.add(`i${chosen.id}`);
      ids.add(edge.subject).add(edge.object);
      for (const id of edge.premises) {
        const claim = claims.get(id);
        if (claim) light(claim);
      }
    }
  } else {
    ids.add(chosen.from).add(chosen.to);
    for (const step of pathSteps.value ?? []) light(step.claim);
  }
  return { entities: ids, edges };
});

export function setFilters(change: Partial<Filters>): void {
  filters.value = { ...filters.value, ...change };
}

export function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

export const selectClaim = (id: string): void => {
  selection.value = { kind: "claim", id };
};
export const selectEntity = (id: string): void => {
  selection.value = { kind: "entity", id };
};

/** Shows only the surroundings of these entities, or takes one out of them again. */
export function toggleFocus(id: string): void {
  setFilters({ focus: toggled(filters.value.focus, id) });
}

/** Hidden entities take their claims with them. */
export function toggleHidden(id: string): void {
  setFilters({ hidden: toggled(filters.value.hidden, id) });
  if (selection.value?.kind === "entity" && selection.value.id === id) selection.value = null;
}

/** A pin set anew holds the entity where the layout has it. */
export function togglePinned(id: string): void {
  places.value = new Map([...places.value].filter(([other]) => other !== id));
  setFilters({ pinned: toggled(filters.value.pinned, id) });
}

/** Opens an article at one of its facts. */
export function showInArticle(article: string, fact: string | null): void {
  openArticle.value = article;
  openFact.value = fact;
  view.value = "articles";
}
