// Dates in a text: full dates, months, quarters, years; relative ones ("last month") resolved against the publication date.
import type { DateDatatype, Found } from "./value.ts";

const MONTHS: readonly string[] = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const WEEKDAYS: readonly string[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTH =
  "(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";
const YEAR = "((?:19|20)\\d\\d)";
const DAY_MILLISECONDS = 86_400_000;

const ABSOLUTE: readonly {
  readonly form: RegExp;
  readonly read: (parts: readonly string[]) => { value: string; datatype: DateDatatype };
}[] = [
  { form: /\b(\d{4}-\d\d-\d\d)\b/g, read: ([, date = ""]) => ({ value: date, datatype: "date" }) },
  {
    form: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\b`, "g"),
    read: ([, month = "", day = "", year = ""]) => full(year, month, day),
  },
  {
    form: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? ${YEAR}\\b`, "g"),
    read: ([, day = "", month = "", year = ""]) => full(year, month, day),
  },
  {
    form: new RegExp(`\\b${MONTH},? (?:of )?${YEAR}\\b`, "g"),
    read: ([, month = "", year = ""]) => ({ value: `${year}-${two(monthNumber(month))}`, datatype: "gYearMonth" }),
  },
  {
    form: new RegExp(`\\b(?:Q([1-4])|(first|second|third|fourth) quarter)(?: of)? ${YEAR}\\b`, "gi"),
    // XML Schema has no quarter: the year is what a typed value can say.
    read: ([, , , year = ""]) => ({ value: year, datatype: "gYear" }),
  },
  { form: new RegExp(`(?<![\\w.,$€£-])${YEAR}(?![\\w%]|[.,-]\\d)`, "g"), read: ([, year = ""]) => ({ value: year, datatype: "gYear" }) },
];
const RELATIVE =
  /\b(?:(last|this|next) (week|month|year)|earlier (?:this|in the) (year|month|week)|(today|yesterday)|on (Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday))\b/gi;

/** Reads dates in a text, in order, without overlap. `published` is yyyy-mm-dd or null; without it relative dates have no value. */
export function readDates(text: string, published: string | null): Found[] {
  const out: Found[] = [];
  const put = (found: Found): void => {
    if (!out.some((other) => found.start < other.end && other.start < found.end)) out.push(found);
  };
  for (const { form, read } of ABSOLUTE) {
    for (const match of text.matchAll(form)) put({ start: match.index, end: match.index + match[0].length, date: read(match) });
  }
  for (const match of text.matchAll(RELATIVE)) {
    const date = published === null ? ({ value: null, datatype: "date" } as const) : resolve(match, published);
    put({ start: match.index, end: match.index + match[0].length, date, relative: match[0] });
  }
  return out.sort((a, b) => a.start - b.start);
}

function resolve(match: readonly (string | undefined)[], published: string): { value: string | null; datatype: DateDatatype } {
  const [, which = "this", span, earlier, day, weekday] = match.map((part) => part?.toLowerCase());
  const today = Date.parse(`${published}T00:00:00Z`);
  if (Number.isNaN(today)) return { value: null, datatype: "date" };
  const back = (days: number): { value: string; datatype: DateDatatype } => ({
    value: isoDay(today - days * DAY_MILLISECONDS),
    datatype: "date",
  });
  if (day !== undefined) return back(day === "today" ? 0 : 1);
  const dayOfWeek = new Date(today).getUTCDay();
  if (weekday !== undefined) return back((dayOfWeek - WEEKDAYS.indexOf(weekday) + 7) % 7);
  const step = which === "last" ? -1 : which === "next" ? 1 : 0;
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  const unit = span ?? earlier;
  if (unit === "year") return { value: String(year + step), datatype: "gYear" };
  if (unit === "week") return { value: isoWeek(today + step * 7 * DAY_MILLISECONDS), datatype: "date" };
  const months = year * 12 + month - 1 + step;
  return { value: `${Math.floor(months / 12)}-${two((months % 12) + 1)}`, datatype: "gYearMonth" };
}

/** ISO 8601 week: the week of a day's Thursday. */
function isoWeek(time: number): string {
  const thursday = time + (3 - ((new Date(time).getUTCDay() + 6) % 7)) * DAY_MILLISECONDS;
  const year = new Date(thursday).getUTCFullYear();
  return `${year}-W${two(1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MILLISECONDS)))}`;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function full(year: string, month: string, day: string): { value: string; datatype: DateDatatype } {
  return { value: `${year}-${two(monthNumber(month))}-${two(Number(day))}`, datatype: "date" };
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
