// The address holds the view: every selection and filter is in the hash, so a copied link shows exactly this.
import { effect } from "@preact/signals";
import { type Filters, NO_FILTERS } from "./filter.ts";
import { filters, openArticle, openFact, type Place, places, type Selection, selection, theme, VIEWS, type View, view } from "./store.ts";

const SETS = ["classes", "relations", "statuses", "sources", "hidden", "pinned", "focus"] as const;

/** Writes the state as a hash without "#". Defaults are left out. */
export function writeHash(): string {
  const query = new URLSearchParams();
  const put = (key: string, value: string | null): void => {
    if (value !== null && value !== "") query.set(key, value);
  };
  put("view", view.value === "graph" ? null : view.value);
  const chosen = selection.value;
  if (chosen?.kind === "path") put("path", `${chosen.from} ${chosen.to}`);
  else if (chosen) put(chosen.kind, chosen.id);
  if (view.value === "articles") {
    put("article", openArticle.value);
    put("fact", openFact.value);
  }
  const now = filters.value;
  for (const key of SETS) put(key, [...now[key]].sort().map(encodeURIComponent).join(" "));
  put("places", writePlaces(now.pinned));
  put("confidence", now.confidence === 0 ? null : String(now.confidence));
  put("from", now.from);
  put("to", now.to);
  put("clock", now.clock === "published" ? null : now.clock);
  put("conflicts", now.conflicts ? "1" : null);
  put("inferred", now.inferred ? "1" : null);
  put("hops", now.hops === 1 ? null : String(now.hops));
  put("theme", theme.value === preferredTheme() ? null : theme.value);
  return query.toString();
}

/** Sets the state from a hash; what it does not say becomes the default. */
export function readHash(hash: string): void {
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  const set = (key: string): ReadonlySet<string> => new Set((query.get(key) ?? "").split(" ").filter(Boolean).map(decodeURIComponent));
  const next: Filters = {
    ...NO_FILTERS,
    ...(Object.fromEntries(SETS.map((key) => [key, set(key)])) as Pick<Filters, (typeof SETS)[number]>),
    confidence: Math.min(1, Math.max(0, Number(query.get("confidence") ?? 0) || 0)),
    from: query.get("from") ?? "",
    to: query.get("to") ?? "",
    clock: query.get("clock") === "event" ? "event" : "published",
    conflicts: query.has("conflicts"),
    inferred: query.has("inferred"),
    hops: Math.min(3, Math.max(1, Number(query.get("hops") ?? 1) || 1)),
  };
  filters.value = next;
  places.value = readPlaces(query.get("places") ?? "");
  view.value = VIEWS.find((name) => name === query.get("view")) ?? ("graph" satisfies View);
  selection.value = readSelection(query);
  openArticle.value = query.get("article");
  openFact.value = query.get("fact");
  const wanted = query.get("theme");
  theme.value = wanted === "light" || wanted === "dark" ? wanted : preferredTheme();
}

/** "id,x,y" of each pinned entity that was moved. */
function writePlaces(pinned: ReadonlySet<string>): string {
  return [...places.value]
    .filter(([id]) => pinned.has(id))
    .map(([id, { x, y }]) => `${encodeURIComponent(id)},${x},${y}`)
    .sort()
    .join(" ");
}

function readPlaces(text: string): ReadonlyMap<string, Place> {
  return new Map(
    [...text.matchAll(/([^\s,]+),(-?\d+),(-?\d+)/g)].map(([, id = "", x, y]) => [decodeURIComponent(id), { x: Number(x), y: Number(y) }]),
  );
}

function readSelection(query: URLSearchParams): Selection | null {
  const path = query.get("path")?.split(" ");
  if (path?.[0] && path[1]) return { kind: "path", from: path[0], to: path[1] };
  for (const kind of ["claim", "entity", "inferred"] as const) {
    const id = query.get(kind);
    if (id) return { kind, id };
  }
  return null;
}

function preferredTheme(): "light" | "dark" {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Keeps address and state the same, both ways. */
export function followHash(): void {
  readHash(location.hash);
  addEventListener("hashchange", () => {
    if (location.hash.slice(1) !== writeHash()) readHash(location.hash);
  });
  effect(() => {
    const hash = writeHash();
    if (location.hash.slice(1) !== hash) history.replaceState(null, "", hash === "" ? location.href.split("#")[0] : `#${hash}`);
  });
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
}
