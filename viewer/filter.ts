// Which claims the filters let through, and the counts beside each facet: each facet counts what the *other* facets leave.
import { articles, claims, data, ends, entities, sourceOf, supportOf, type ViewerClaim } from "./data.ts";

export interface Filters {
  /** What is switched off, by id. */
  readonly classes: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  readonly statuses: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** 0..1 */
  readonly confidence: number;
  /** yyyy-mm-dd or "". */
  readonly from: string;
  readonly to: string;
  readonly conflicts: boolean;
  readonly inferred: boolean;
  /** Entity ids hidden one by one. */
  readonly hidden: ReadonlySet<string>;
  readonly focus: ReadonlySet<string>;
  /** 1 to 3. */
  readonly hops: number;
}

export const NO_FILTERS: Filters = {
  classes: new Set(),
  relations: new Set(),
  statuses: new Set(),
  sources: new Set(),
  confidence: 0,
  from: "",
  to: "",
  conflicts: false,
  inferred: false,
  hidden: new Set(),
  focus: new Set(),
  hops: 1,
};

export type Facet = "classes" | "relations" | "statuses" | "sources" | "confidence" | "time" | "conflicts";

export interface Outcome {
  readonly visible: readonly ViewerClaim[];
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

/** Sources and dates of a claim's sentences. */
const backing = new Map(
  data.claims.map((claim) => [
    claim.id,
    supportOf(claim).flatMap((fact) => {
      const article = articles.get(fact.article);
      return article === undefined ? [] : [{ source: sourceOf(article), date: article.published ?? "" }];
    }),
  ]),
);

/** Applies all facets at once. */
export function applyFilters(filters: Filters): Outcome {
  const near = neighbourhood(filters);
  const visible: ViewerClaim[] = [];
  const members = new Map<string, Set<string>>();
  const counts: Record<Facet, Map<string, number>> = {
    classes: new Map(),
    relations: new Map(),
    statuses: new Map(),
    sources: new Map(),
    confidence: new Map(),
    time: new Map(),
    conflicts: new Map(),
  };
  const add = (facet: Facet, key: string): void => {
    counts[facet].set(key, (counts[facet].get(key) ?? 0) + 1);
  };
  for (const claim of data.claims) {
    if (ends(claim).some((id) => filters.hidden.has(id) || (near !== null && !near.has(id)))) continue;
    const failed = failures(claim, filters);
    const only = (facet: Facet): boolean => failed.size === 0 || (failed.size === 1 && failed.has(facet));
    if (failed.size === 0) visible.push(claim);
    if (only("classes"))
      for (const id of ends(claim)) {
        const kind = entities.get(id)?.class ?? "";
        members.set(kind, (members.get(kind) ?? new Set()).add(id));
      }
    if (only("relations")) add("relations", claim.relation);
    if (only("statuses")) add("statuses", claim.status);
    if (only("conflicts") && claim.conflictsWith.length > 0) add("conflicts", "yes");
    const support = backing.get(claim.id) ?? [];
    if (only("sources"))
      for (const source of new Set(support.filter((item) => inTime(item.date, filters)).map((item) => item.source))) add("sources", source);
    if (only("time"))
      for (const item of support) if (!filters.sources.has(item.source) && item.date !== "") add("time", item.date.slice(0, 7));
  }
  for (const [kind, ids] of members) counts.classes.set(kind, ids.size);
  return { visible, counts };
}

function failures(claim: ViewerClaim, filters: Filters): Set<Facet> {
  const failed = new Set<Facet>();
  if (ends(claim).some((id) => filters.classes.has(entities.get(id)?.class ?? ""))) failed.add("classes");
  if (filters.relations.has(claim.relation)) failed.add("relations");
  if (filters.statuses.has(claim.status)) failed.add("statuses");
  if (claim.confidence < filters.confidence) failed.add("confidence");
  if (filters.conflicts && claim.conflictsWith.length === 0) failed.add("conflicts");
  const support = backing.get(claim.id) ?? [];
  if (!support.some((item) => !filters.sources.has(item.source))) failed.add("sources");
  if (!support.some((item) => inTime(item.date, filters))) failed.add("time");
  if (failed.size === 0 && !support.some((item) => !filters.sources.has(item.source) && inTime(item.date, filters))) {
    failed.add("sources").add("time");
  }
  return failed;
}

function inTime(date: string, filters: Filters): boolean {
  if (filters.from !== "" && (date === "" || date < filters.from)) return false;
  return filters.to === "" || (date !== "" && date <= filters.to);
}

/** Entities within `hops` of the focus; null without a focus. */
function neighbourhood(filters: Filters): ReadonlySet<string> | null {
  if (filters.focus.size === 0) return null;
  const reached = new Set(filters.focus);
  for (let hop = 0; hop < filters.hops; hop++) {
    const before = new Set(reached);
    for (const claim of claims.values()) {
      if (typeof claim.object !== "string") continue;
      if (before.has(claim.subject)) reached.add(claim.object);
      if (before.has(claim.object)) reached.add(claim.subject);
    }
  }
  return reached;
}
