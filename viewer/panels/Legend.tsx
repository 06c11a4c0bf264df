// Search and the legend, which is also the filter: every row has a live count and a switch.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { articles, data, sourceOf } from "../data.ts";
import { type Facet, type Filters, NO_FILTERS } from "../filter.ts";
import { labelOf, percent, STATUS_WORDS } from "../format.ts";
import { drawer, filters, outcome, setFilters, toggled, toggleFocus, toggleHidden, togglePinned } from "../store.ts";
import { Dot } from "./parts.tsx";
import { Search } from "./Search.tsx";
import { Dates } from "./Timeline.tsx";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly dot?: string;
}

/** Rows shown before "Show all". */
const FOLD = 9;

const STATUS_ROWS: readonly Row[] = [...new Set(data.claims.map((claim) => claim.status))].map((id) => ({
  id,
  label: STATUS_WORDS[id] ?? id,
}));
const SOURCE_ROWS: readonly Row[] = [...new Set([...articles.values()].map(sourceOf))].sort().map((id) => ({ id, label: id }));
const CLASS_ROWS: readonly Row[] = data.classes.map(({ id, plural }) => ({ id, label: plural, dot: id }));
const RELATION_ROWS: readonly Row[] = data.relations.map(({ id, label }) => ({ id, label }));

export function Legend() {
  const now = filters.value;
  const changed = JSON.stringify(plainFilters(now)) !== JSON.stringify(plainFilters(NO_FILTERS));
  return (
    <aside class="legend" aria-label="Search and filters">
      <button type="button" class="close" aria-label="Close filters" onClick={() => (drawer.value = false)}>
        ×
      </button>
      <Search />
      {changed && (
        <button type="button" class="reset" onClick={() => setFilters(NO_FILTERS)}>
          Clear all filters
        </button>
      )}
      {now.focus.size > 0 && (
        <Chips title="In focus" ids={now.focus} remove={toggleFocus}>
          <Hops />
        </Chips>
      )}
      {now.pinned.size > 0 && <Chips title="Pinned" ids={now.pinned} remove={togglePinned} />}
      {now.hidden.size > 0 && <Chips title="Hidden" ids={now.hidden} remove={toggleHidden} />}
      <FacetList title="Entities" facet="classes" rows={CLASS_ROWS} />
      <FacetList title="Relations" facet="relations" rows={RELATION_ROWS} bars />
      <section>
        <h2>
          <label for="confidence">Confidence</label> <output>at least {percent(now.confidence)}</output>
        </h2>
        <input
          id="confidence"
          type="range"
          min="0"
          max="1"
          step="0.01"
          value={now.confidence}
          aria-valuetext={percent(now.confidence)}
          onInput={(event) => setFilters({ confidence: Number(event.currentTarget.value) })}
        />
        <label class="switch">
          <input type="checkbox" checked={now.conflicts} onChange={() => setFilters({ conflicts: !now.conflicts })} />
          <span>Only claims in conflict</span> <b>{outcome.value.counts.conflicts.get("yes") ?? 0}</b>
        </label>
        <label class="switch">
          <input type="checkbox" checked={now.inferred} onChange={() => setFilters({ inferred: !now.inferred })} />
          <span>Show inferred edges</span> <b>{data.inferred.length}</b>
        </label>
      </section>
      <Dates />
      <FacetList title="Status" facet="statuses" rows={STATUS_ROWS} />
      <FacetList title="Sources" facet="sources" rows={SOURCE_ROWS} />
    </aside>
  );
}

function plainFilters(value: Filters): unknown {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, item instanceof Set ? [...item] : item]));
}

function Chips({
  title,
  ids,
  remove,
  children,
}: {
  readonly title: string;
  readonly ids: ReadonlySet<string>;
  readonly remove: (id: string) => void;
  readonly children?: ComponentChildren;
}) {
  return (
    <section>
      <h2>{title}</h2>
      <div class="chips">
        {[...ids].map((id) => (
          <button type="button" key={id} aria-label={`Remove ${labelOf(id)}`} onClick={() => remove(id)}>
            {labelOf(id)} ×
          </button>
        ))}
      </div>
      {children}
    </section>
  );
}

/** How far around the entities in focus. */
export function Hops() {
  return (
    <label class="choice">
      Steps around
      <select value={filters.value.hops} onChange={(event) => setFilters({ hops: Number(event.currentTarget.value) })}>
        <option>1</option>
        <option>2</option>
        <option>3</option>
      </select>
    </label>
  );
}

interface FacetProps {
  readonly title: string;
  readonly facet: Extract<Facet, "classes" | "relations" | "statuses" | "sources">;
  readonly rows: readonly Row[];
  readonly bars?: boolean;
}

function FacetList({ title, facet, rows, bars }: FacetProps) {
  const open = useSignal(false);
  const counts = outcome.value.counts[facet];
  const off = filters.value[facet];
  const sorted = [...rows].sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  const most = Math.max(1, ...counts.values());
  const shown = open.value ? sorted : sorted.slice(0, FOLD);
  const only = (id: string): void => {
    const others = new Set(rows.map((row) => row.id).filter((row) => row !== id));
    const isOnly = !off.has(id) && off.size === others.size;
    setFilters({ [facet]: isOnly ? new Set() : others });
  };
  return (
    <section>
      <h2>{title}</h2>
      <ul class="facet">
        {shown.map((row) => (
          <li key={row.id} class={(counts.get(row.id) ?? 0) === 0 ? "none" : ""}>
            <label>
              <input type="checkbox" checked={!off.has(row.id)} onChange={() => setFilters({ [facet]: toggled(off, row.id) })} />
              {row.dot !== undefined && <Dot kind={row.dot} />}
              <span>{row.label}</span>
              {bars === true && <i aria-hidden="true" style={{ width: `${Math.round((44 * (counts.get(row.id) ?? 0)) / most)}px` }} />}
              <b>{counts.get(row.id) ?? 0}</b>
            </label>
            <button type="button" class="only" aria-label={`Only ${row.label}`} onClick={() => only(row.id)}>
              only
            </button>
          </li>
        ))}
      </ul>
      {rows.length > FOLD && (
        <button type="button" class="link" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
          {open.value ? "Show fewer" : `Show all ${rows.length}`}
        </button>
      )}
    </section>
  );
}
