// Dates of partial precision as ranges of days, and the bars of the timeline: months, or years where months would be too many. Pure.
import type { ViewerFact } from "./data.ts";

/** yyyy-mm-dd, both ends included; "" where open. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** Which date a sentence counts by: that of its article, or that of what it tells. */
export type Clock = "published" | "event";

/** More months than this become years. */
const MOST_MONTHS = 60;

/** "2024" gives the whole year, "2024-02" the month, a full date the day; null for anything else. */
export function daysOf(date: string): Days | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day === undefined) return { first: `${year}-${month}-01`, last: lastDay(`${year}-${month}`) };
  return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
}

/** Last day of a month "yyyy-mm". */
export function lastDay(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${month}-${String(new Date(Date.UTC(year ?? 0, number ?? 1, 0)).getUTCDate()).padStart(2, "0")}`;
}

/** When a fact holds or happened, as its sentence says; null when it does not say. */
export function eventDays(fact: ViewerFact): Days | null {
  const value = fact.time?.value == null ? null : daysOf(fact.time.value);
  if (fact.time === null || value === null) return null;
  if (fact.time.end != null) return { first: value.first, last: daysOf(fact.time.end)?.last ?? value.last };
  return value;
}

/** True when the two share a day; an open end of `range` reaches for ever. */
export function overlaps(days: Days | null, range: { readonly from: string; readonly to: string }): boolean {
  if (range.from === "" && range.to === "") return true;
  if (days === null) return false;
  return (range.from === "" || days.last >= range.from) && (range.to === "" || days.first <= range.to);
}

export interface Bar {
  /** "2024-02" or "2024". */
  readonly key: string;
  readonly label: string;
  readonly days: Days;
}

/** Made when first asked for: a formatter takes milliseconds to make. */
function lazily(locale: string, options: Intl.DateTimeFormatOptions): (date: string) => string {
  let formatter: Intl.DateTimeFormat | undefined;
  return (date) => {
    formatter ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return formatter.format(new Date(`${date}T00:00:00Z`));
  };
}

const monthName = lazily("en", { month: "short", year: "numeric" });

/** Bars from the first to the last of these days, without gaps. No days, no bars. */
export function barsFor(days: readonly Days[]): readonly Bar[] {
  const starts = days.map(({ first }) => first).sort();
  const [first, last] = [starts.at(0), starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = monthsBetween(first.slice(0, 7), last.slice(0, 7));
  if (months.length <= MOST_MONTHS) return months.map((key) => bar(key, monthName(`${key}-01`)));
  return [...new Set(months.map((month) => month.slice(0, 4)))].map((key) => bar(key, key));
}

function bar(key: string, label: string): Bar {
  return { key, label, days: daysOf(key) ?? { first: key, last: key } };
}

function monthsBetween(first: string, last: string): readonly string[] {
  const list: string[] = [];
  for (let [year = 0, month = 1] = first.split("-").map(Number); ; [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]) {
    const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    if (name > last) return list;
    list.push(name);
  }
}

const longDay = lazily("en-GB", { day: "numeric", month: "long", year: "numeric" });
const longMonth = lazily("en-GB", { month: "long", year: "numeric" });

/** "2024-07-03" becomes "3 July 2024", "2024-07" "July 2024", "2024" stays. */
export function dateWords(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return longDay(date);
  if (/^\d{4}-\d{2}$/.test(date)) return longMonth(`${date}-01`);
  return date;
}
