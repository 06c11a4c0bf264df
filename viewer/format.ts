// Words for people: values, statuses, reasons, citations. Pure functions.
import { articles, classes, entities, quoteOf, relations, sourceOf, type ViewerClaim, type ViewerFact, type ViewerValue } from "./data.ts";
import { dateWords } from "./time.ts";

const SIGNS: Readonly<Record<string, string>> = { ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "up to ", "~": "about " };

export const STATUS_WORDS: Readonly<Record<string, string>> = {
  asserted: "Stated",
  planned: "Planned",
  possible: "Possible",
  required: "Required",
  negated: "Denied",
  cancelled: "Cancelled",
};

/** Made when first asked for: a formatter takes milliseconds to make. */
function lazily(options: Intl.NumberFormatOptions): (number: number) => string {
  let formatter: Intl.NumberFormat | undefined;
  return (number) => {
    if (Number.isInteger(number) && Math.abs(number) < 1000) return String(number);
    formatter ??= new Intl.NumberFormat("en", options);
    return formatter.format(number);
  };
}

const plainNumber = lazily({ maximumFractionDigits: 2 });
const shortNumber = lazily({ notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 });

/** "more than 1.2 billion EUR", "40 %", "12,000 engineers", "2018". */
export function formatValue(value: ViewerValue): string {
  if (typeof value.value === "string") return dateWords(value.value);
  const show = (number: number): string => (Math.abs(number) >= 1e6 ? shortNumber : plainNumber)(number);
  const range = value.max === undefined ? show(value.value) : `${show(value.value)} to ${show(value.max)}`;
  const unit = value.unit === undefined ? "" : value.unit === "percent" ? " %" : ` ${value.unit}`;
  const counted = value.of === undefined ? "" : value.unit === undefined ? ` ${value.of}` : ` (${value.of})`;
  return `${SIGNS[value.comparator ?? ""] ?? ""}${range}${unit}${counted}`;
}

export function labelOf(id: string): string {
  return entities.get(id)?.label ?? id;
}

export function relationLabel(id: string): string {
  return relations.get(id)?.label ?? id;
}

export function inverseLabel(id: string): string {
  const relation = relations.get(id);
  return relation === undefined ? id : relation.inverse === "" ? relation.label : relation.inverse;
}

export function classLabel(id: string): string {
  return classes.get(id)?.label ?? id;
}

export function objectLabel(claim: ViewerClaim): string {
  return typeof claim.object === "string" ? labelOf(claim.object) : formatValue(claim.object);
}

/** The claim as a short sentence. */
export function claimSentence(claim: ViewerClaim): string {
  const status = claim.status === "asserted" ? "" : ` (${claim.status})`;
  return `${labelOf(claim.subject)} ${relationLabel(claim.relation)} ${objectLabel(claim)}${status}`;
}

/** "parse:clean" becomes "parse: clean". */
export function reasonWords(reason: string): string {
  return reason.replace(/[:=]/, ": ").replaceAll("-", " ");
}

/** "by 2030", "in July 2024", "since 3 May 2023", "from 2020 to 2024"; the sentence's own words where no date could be told. */
export function timeWords(time: NonNullable<ViewerFact["time"]>): string {
  if (time.value === null || time.value === undefined) return `“${time.mention}”`;
  const value = dateWords(time.value);
  if (time.end) return `${value} to ${dateWords(time.end)}`;
  if (time.kind === "at") return /^\d{4}-\d{2}-\d{2}$/.test(time.value) ? `on ${value}` : `in ${value}`;
  return `${time.kind} ${value}`;
}

export function percent(confidence: number): string {
  // Agreement makes a claim surer, never certain: nobody measured so many cases that more could be said.
  return `${confidence < 1 ? Math.min(99, Math.round(confidence * 100)) : 100} %`;
}

export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${plainNumber(count)} ${count === 1 ? one : many}`;
}

/** Quote, title, source, date and address, ready to paste. */
export function citation(fact: ViewerFact): string {
  const article = articles.get(fact.article);
  if (article === undefined) return quoteOf(fact);
  const parts = [article.author, article.title, sourceOf(article), article.published, safeUrl(article.url)].filter((part) => part !== null);
  return `“${quoteOf(fact)}” ${parts.join(", ")}.`;
}

/** Only web addresses become links. */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
