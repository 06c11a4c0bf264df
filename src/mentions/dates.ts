// Dates in a text: full dates, months, quarters, years; relative ones ("last month") resolved against the publication date.
import { type DateDatatype, type Found, NUMBER_WORDS } from "./value.ts";

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
/** Up to twelve; behind "ago" greater numbers are written in digits. */
const SMALL_NUMBERS = NUMBER_WORDS.slice(1, 13);
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
const RELATIVE = new RegExp(
  `\\b(?:(last|this|next) (week|month|year)|earlier (?:this|in the) (year|month|week)|(today|yesterday)|(?:on |(last|this|next) )?(?<!(?:Black|Cyber|Good|Super|Ash|Easter) )(${WEEKDAYS.join("|")})(?! (?:Times|Night)))\\b`,
  "gi",
);
/** "two years ago", "a month ago". About so long ago is no date, and an hour or a decade ago is none that a datatype could hold. */
const AGO = new RegExp(
  `(?<!(?:than|over|about|around|some|nearly|almost|roughly|approximately) )\\b(an?|\\d{1,2}|${SMALL_NUMBERS.join("|")}) (day|week|month|year)s? ago\\b`,
  "gi",
);
/** A day without its year: "on March 6", "6 March". */
const DAY_OF_MONTH = new RegExp(`\\b(?:${MONTH} (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)? ${MONTH})\\b(?!,? \\d{4}|-\\d)`, "g");
/** A month without its year, behind a word that says that it is one: "may" and "march" are words, too. */
const BARE_MONTH = new RegExp(
  `\\b(?:in|since|by|until|from|early|late|mid|of|(last|next|this))[ -](${MONTHS.map((month) => month.charAt(0).toUpperCase() + month.slice(1)).join("|")})\\b(?!,? (?:of )?\\d)`,
  "g",
);

const UNRESOLVED = { value: null, datatype: "date" } as const;

/** Reads dates in a text, in order, without overlap. `published` is yyyy-mm-dd; where it is null or no such day relative dates have no value. */
export function readDates(text: string, published: string | null): Found[] {
  const today = published !== null && !Number.isNaN(midnight(published)) ? published : null;
  const out: Found[] = [];
  const put = (found: Found): void => {
    if (!out.some((other) => found.start < other.end && other.start < found.end)) out.push(found);
  };
  for (const { form, read } of ABSOLUTE) {
    for (const match of text.matchAll(form)) put({ start: match.index, end: match.index + match[0].length, date: read(match) });
  }
  for (const match of text.matchAll(RELATIVE)) {
    put({
      start: match.index,
      end: match.index + match[0].length,
      date: today === null ? UNRESOLVED : resolve(match, today),
      relative: match[0],
    });
  }
  for (const match of text.matchAll(AGO)) {
    const [words, many = "", unit = ""] = match;
    const count = /^an?$/i.test(many) ? 1 : Number(many) || NUMBER_WORDS.indexOf(many.toLowerCase());
    const date = today === null ? UNRESOLVED : before(count, unit.toLowerCase(), today);
    put({ start: match.index, end: match.index + words.length, date, relative: words });
  }
  for (const match of text.matchAll(DAY_OF_MONTH)) {
    const [words, ahead, day, dayBefore, after] = match;
    const [month, number] = [monthNumber(ahead ?? after ?? ""), Number(day ?? dayBefore)];
    if (number < 1 || number > 31) continue;
    const value = today === null ? null : nearestDay(month, number, today);
    put({ start: match.index, end: match.index + words.length, date: { value, datatype: "date" }, relative: words });
  }
  for (const match of text.matchAll(BARE_MONTH)) {
    const [words, which, name = ""] = match;
    const value = today === null ? null : nearestMonth(monthNumber(name), which, today);
    // Of "in June" the month alone is the date, as of "in June 2020".
    const start = match.index + (which === undefined ? words.length - name.length : 0);
    put({
      start,
      end: match.index + words.length,
      date: { value, datatype: "gYearMonth" },
      relative: text.slice(start, match.index + words.length),
    });
  }
  return out.sort((a, b) => a.start - b.start);
}

/** When a day begins, in milliseconds; NaN where the text is no day. */
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

interface Resolved {
  readonly value: string;
  readonly datatype: DateDatatype;
}

function resolve(match: readonly (string | undefined)[], published: string): Resolved {
  const [, which = "this", span, earlier, day, whichDay, weekday] = match.map((part) => part?.toLowerCase());
  const back = (days: number): Resolved => before(days, "day", published);
  if (day !== undefined) return back(day === "today" ? 0 : 1);
  const dayOfWeek = new Date(midnight(published)).getUTCDay();
  if (weekday !== undefined) {
    const ago = (dayOfWeek - WEEKDAYS.indexOf(weekday) + 7) % 7;
    return back(whichDay === "next" ? ago - 7 : whichDay === "last" && ago === 0 ? 7 : ago);
  }
  return before(which === "last" ? 1 : which === "next" ? -1 : 0, span ?? earlier ?? "month", published);
}

/** The day, ISO week, month or year that lies so many of them before the publication. */
function before(count: number, unit: string, published: string): Resolved {
  const today = midnight(published);
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  if (unit === "day") return { value: isoDay(today - count * DAY_MILLISECONDS), datatype: "date" };
  if (unit === "week") return { value: isoWeek(today - count * 7 * DAY_MILLISECONDS), datatype: "date" };
  if (unit === "year") return { value: String(year - count), datatype: "gYear" };
  const months = year * 12 + month - 1 - count;
  return { value: `${Math.floor(months / 12)}-${two((months % 12) + 1)}`, datatype: "gYearMonth" };
}

/** The day of the year in which it lies nearest to the publication: reports look back and ahead by months, not by years. */
function nearestDay(month: number, day: number, published: string): string {
  const today = midnight(published);
  const year = Number(published.slice(0, 4));
  const days = [year - 1, year, year + 1].map((each) => Date.UTC(each, month - 1, day));
  return isoDay(days.reduce((a, b) => (Math.abs(b - today) < Math.abs(a - today) ? b : a)));
}

/** The month nearest to the publication, of two alike the past one; "last" and "next" say on which side. */
function nearestMonth(month: number, which: string | undefined, published: string): string {
  const now = Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7)) - 1;
  const away = (((month - 1 - now) % 12) + 12) % 12;
  const isPast = which === "last" || (which !== "next" && away >= 6);
  const months = now + (isPast ? away - 12 : away);
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;
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
