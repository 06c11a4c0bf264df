// Sentences over time, by publication or by the date they tell. Drag over the bars, or set the two dates in the legend: all follows.
import { useSignal } from "@preact/signals";
import { allDays } from "../filter.ts";
import { plural } from "../format.ts";
import { filters, outcome, setFilters } from "../store.ts";
import { type Bar, barsFor, type Clock, dateWords, lastDay } from "../time.ts";

const BARS: Readonly<Record<Clock, readonly Bar[]>> = { published: barsFor(allDays("published")), event: barsFor(allDays("event")) };
const CLOCKS: readonly (readonly [Clock, string])[] = [
  ["published", "Published"],
  ["event", "Happened"],
];
/** Labels under the bars: more would touch on a laptop's screen. */
const MOST_LABELS = 7;

export function Timeline() {
  const drag = useSignal<number | null>(null);
  const { from, to, clock } = filters.value;
  const bars = BARS[clock];
  if (BARS.published.length < 2 && BARS.event.length < 2) return null;
  const counts = outcome.value.counts.time;
  const most = Math.max(1, ...bars.map(({ key }) => counts.get(key) ?? 0));
  const on = ({ days }: Bar): boolean => (from === "" || days.last >= from) && (to === "" || days.first <= to);
  const indexAt = (event: PointerEvent): number => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
  };
  const brush = (a: number, b: number): void =>
    setFilters({ from: bars[Math.min(a, b)]?.days.first ?? "", to: bars[Math.max(a, b)]?.days.last ?? "" });
  const every = Math.ceil(bars.length / MOST_LABELS);
  return (
    <section class="timeline" aria-label="Timeline: sentences over time">
      <div class="clock">
        <ClockSwitch />
        <p>
          {from === "" && to === "" ? "All dates" : `${from === "" ? "…" : dateWords(from)} to ${to === "" ? "…" : dateWords(to)}`}
          {(from !== "" || to !== "") && (
            <button type="button" class="link" onClick={() => setFilters({ from: "", to: "" })}>
              All
            </button>
          )}
        </p>
      </div>
      {/* The same can be done by keyboard with the two dates in the legend, so the bars are for the eye and the mouse. */}
      <div
        class="bars"
        aria-hidden="true"
        onPointerDown={(event) => {
          drag.value = indexAt(event);
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => drag.value !== null && brush(drag.value, indexAt(event))}
        onPointerUp={(event) => {
          if (drag.value !== null) brush(drag.value, indexAt(event));
          drag.value = null;
        }}
      >
        {bars.map((bar, index) => {
          const count = counts.get(bar.key) ?? 0;
          return (
            <div key={bar.key} class={on(bar) ? "bar on" : "bar"} title={`${bar.label}: ${plural(count, "sentence")}`}>
              <i style={{ height: count === 0 ? "1px" : `${Math.max(3, Math.round((36 * count) / most))}px` }} />
              <span>{index % every === 0 ? bar.label : ""}</span>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function ClockSwitch() {
  const { clock } = filters.value;
  if (BARS.event.length === 0) return <p>Sentences by publication</p>;
  return (
    <fieldset class="segments" aria-label="Dates shown in the timeline">
      {CLOCKS.map(([name, label]) => (
        <button key={name} type="button" aria-pressed={clock === name} onClick={() => setFilters({ clock: name, from: "", to: "" })}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** The two dates, for the legend; the choice of clock too, as the bars are not shown on narrow screens. */
export function Dates() {
  const { from, to, clock } = filters.value;
  return (
    <section>
      <h2>Time</h2>
      <label class="choice">
        By
        <select
          value={clock}
          onChange={(event) => setFilters({ clock: event.currentTarget.value === "event" ? "event" : "published", from: "", to: "" })}
        >
          <option value="published">date of publication</option>
          <option value="event">date it happened</option>
        </select>
      </label>
      <div class="dates">
        <label>
          From <input type="date" value={from} onChange={(event) => setFilters({ from: event.currentTarget.value })} />
        </label>
        <label>
          To <input type="date" value={endOf(to)} onChange={(event) => setFilters({ to: event.currentTarget.value })} />
        </label>
      </div>
    </section>
  );
}

/** A link may carry "2025-02-31"; a date input shows only days that exist. */
function endOf(date: string): string {
  return date === "" ? "" : ([date, lastDay(date.slice(0, 7))].sort()[0] ?? date);
}
