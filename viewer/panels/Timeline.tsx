// Sentences per month of publication. Drag over the bars or set the two dates: everything follows.
import { useSignal } from "@preact/signals";
import { articles, data } from "../data.ts";
import { filters, outcome, setFilters } from "../store.ts";

const dates = data.facts.flatMap((fact) => articles.get(fact.article)?.published ?? []).sort();
const months = monthsBetween(dates.at(0)?.slice(0, 7) ?? "", dates.at(-1)?.slice(0, 7) ?? "");

function monthsBetween(first: string, last: string): readonly string[] {
  const list: string[] = [];
  for (let [year, month] = first.split("-").map(Number); year && month; ) {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    if (name > last) break;
    list.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return list;
}

export function Timeline() {
  const drag = useSignal<number | null>(null);
  if (months.length < 2) return null;
  const { from, to } = filters.value;
  const counts = outcome.value.counts.time;
  const most = Math.max(1, ...months.map((month) => counts.get(month) ?? 0));
  const on = (month: string): boolean => (from === "" || month >= from.slice(0, 7)) && (to === "" || month <= to.slice(0, 7));
  const indexAt = (event: PointerEvent): number => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    return Math.max(0, Math.min(months.length - 1, Math.floor(((event.clientX - box.left) / box.width) * months.length)));
  };
  const brush = (a: number, b: number): void => setFilters({ from: `${months[Math.min(a, b)]}-01`, to: `${months[Math.max(a, b)]}-31` });
  return (
    <section class="timeline" aria-label="Timeline: sentences per month">
      <div class="bars">
        <svg
          viewBox={`0 0 ${months.length} 40`}
          preserveAspectRatio="none"
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
          <rect class="ground" width={months.length} height="40" />
          {months.map((month, index) => {
            const height = (38 * (counts.get(month) ?? 0)) / most;
            return <rect key={month} class={on(month) ? "on" : ""} x={index + 0.1} y={40 - height} width="0.8" height={height} />;
          })}
        </svg>
        <div class="axis" aria-hidden="true">
          <span>{months[0]}</span>
          <span>{months[Math.floor(months.length / 2)]}</span>
          <span>{months.at(-1)}</span>
        </div>
      </div>
      <div class="dates">
        <label>
          From <input type="date" value={from} onChange={(event) => setFilters({ from: event.currentTarget.value })} />
        </label>
        <label>
          To{" "}
          <input
            type="date"
            value={to.replace(/-31$/, `-${lastDay(to)}`)}
            onChange={(event) => setFilters({ to: event.currentTarget.value })}
          />
        </label>
        <button type="button" disabled={from === "" && to === ""} onClick={() => setFilters({ from: "", to: "" })}>
          All
        </button>
      </div>
    </section>
  );
}

/** Last day of the month of an ISO date. */
function lastDay(date: string): string {
  const [year, month] = date.split("-").map(Number);
  return year && month ? String(new Date(Date.UTC(year, month, 0)).getUTCDate()) : "31";
}
