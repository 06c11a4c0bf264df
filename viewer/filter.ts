// Which claims the filters let through, and the counts beside each facet: each facet counts what the *other* facets leave.
import { articles, data, ends, entities, sourceOf, supportOf, type ViewerClaim } from "./data.ts";
import { type Clock, type Days, daysOf, eventDays, overlaps } from "./time.ts";

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
  /** Which date `from` and `to` mean. */
  readonly clock: Clock;
  readonly conflicts: boolean;
  readonly inferred: boolean;
  /** Entity ids hidden one by one. */
  readonly hidden: ReadonlySet<string>;
  /** Entity ids that stay bright and shown whatever is selected or filtered. */
  readonly pinned: ReadonlySet<string>;
  /** With entities in focus only they and what lies within `hops` of them is shown. */
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
  clock: "published",
  conflicts: false,
  inferred: false,
  hidden: new Set(),
  pinned: new Set(),
  focus: new Set(),
  hops: 1,
};

export type Facet = "classes" | "relations" | "statuses" | "sources" | "confidence" | "time" | "conflicts";

export interface Outcome {
  readonly visible: readonly ViewerClaim[];
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

interface Backing {
  readonly source: string;
  readonly days: Readonly<Record<Clock, Days | null>>;
}

let backing: ReadonlyMap<string, readonly Backing[]> | undefined;

/** Sources and dates of each claim's sentences; collected when first asked for, after the graph's first frame. */
function backings(): ReadonlyMap<string, readonly Backing[]> {
  backing ??= new Map(data.claims.map((claim) => [claim.id, backingOf(claim)]));
  return backing;
}

function backingOf(claim: ViewerClaim): readonly Backing[] {
  return supportOf(claim).flatMap((fact) => {
    const article = articles.get(fact.article);
    if (article === undefined) return [];
    return [{ source: sourceOf(article), days: { published: daysOf(article.published ?? ""), event: eventDays(fact) } }];
  });
}

/** True where no filter takes anything away, so that nothing needs to be counted to know what is shown. */
export function isOpen(filters: Filters): boolean {
  const { classes, relations, statuses, sources, hidden, focus, confidence, from, to, conflicts } = filters;
  return (
    [classes, relations, statuses, sources, hidden, focus].every((set) => set.size === 0) &&
    confidence === 0 &&
    from + to === "" &&
    !conflicts
  );
}

/** All days that sentences count by, for the timeline's bars. */
export function allDays(clock: Clock): readonly Days[] {
  return [...backings().values()].flatMap((items) => items.flatMap((item) => item.days[clock] ?? []));
}

/** Applies all facets at once. */
export function applyFilters(filters: Filters): Outcome {
  const rated = data.claims
    .filter((claim) => !ends(claim).some((id) => filters.hidden.has(id)))
    .map((claim) => ({ claim, failed: failures(claim, filters) }));
  const near = neighbourhood(
    rated.filter(({ failed }) => failed.size === 0).map(({ claim }) => claim),
    filters,
  );
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
  for (const { claim, failed } of rated) {
    if (near !== null && !ends(claim).every((id) => near.has(id))) continue;
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
    const support = backings().get(claim.id) ?? [];
    if (only("sources"))
      for (const source of new Set(support.filter((item) => inTime(item, filters)).map((item) => item.source))) add("sources", source);
    if (only("time"))
      for (const { source, days } of support) {
        const first = days[filters.clock]?.first;
        if (first === undefined || filters.sources.has(source)) continue;
        add("time", first.slice(0, 7));
        add("time", first.slice(0, 4));
      }
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
  const support = backings().get(claim.id) ?? [];
  if (!support.some((item) => !filters.sources.has(item.source))) failed.add("sources");
  if (!support.some((item) => inTime(item, filters))) failed.add("time");
  if (failed.size === 0 && !support.some((item) => !filters.sources.has(item.source) && inTime(item, filters))) {
    failed.add("sources").add("time");
  }
  return failed;
}

function inTime(item: Backing, filters: Filters): boolean {
  return overlaps(item.days[filters.clock], filters);
}

/** Entities within `hops` of the focus, over claims that pass the filters; null without a focus. */
function neighbourhood(passing: readonly ViewerClaim[], filters: Filters): ReadonlySet<string> | null {
  if (filters.focus.size === 0) return null;
  const reached = new Set(filters.focus);
  for (let hop = 0; hop < filters.hops; hop++) {
    const before = new Set(reached);
    for (const claim of passing) {
      if (typeof claim.object !== "string") continue;
      if (before.has(claim.subject)) reached.add(claim.object);
      if (before.has(claim.object)) reached.add(claim.subject);
    }
  }
  return reached;
}
