// Amounts, dates and times as RDF: an amount becomes a node of schema.org with value, or bounds where the words give bounds.
import type { AmountRef, FactTime } from "../facts/fact.ts";
import { decimal, literal } from "../rdf/quad.ts";
import { META, RDF, RDFS, SCHEMA, XSD } from "../rdf/terms.ts";
import type { Add } from "./names.ts";

/** "Over 5" bounds from below, "up to 5" from above; "about 5" is the value, with its comparator beside it. */
const BOUNDS: Readonly<Record<string, string>> = { ">": "minValue", ">=": "minValue", "<": "maxValue", "<=": "maxValue" };
/** Code of the percentage in UN/CEFACT's common codes, which schema:unitCode wants. */
const PERCENT = "P1";

/** An amount with or without the words that mention it. */
export type Amount = Omit<AmountRef, "mention" | "span"> & { readonly mention?: string };

export const isMoney = (amount: Amount): boolean => amount.unit !== undefined && /^[A-Z]{3}$/.test(amount.unit);

/** Describes an amount: money is a schema:MonetaryAmount, all else a schema:QuantitativeValue. */
export function addAmount(amount: Amount, node: string, add: Add): void {
  const money = isMoney(amount);
  add(node, `${RDF}type`, `${SCHEMA}${money ? "MonetaryAmount" : "QuantitativeValue"}`);
  if (amount.mention !== undefined) add(node, `${RDFS}label`, literal(amount.mention));
  if (amount.unit !== undefined) add(node, `${SCHEMA}${money ? "currency" : "unitText"}`, literal(amount.unit));
  if (amount.unit === "percent") add(node, `${SCHEMA}unitCode`, literal(PERCENT));
  const term = amount.max === undefined ? (BOUNDS[amount.comparator ?? ""] ?? "value") : "minValue";
  add(node, SCHEMA + term, decimal(amount.value));
  if (amount.max !== undefined) add(node, `${SCHEMA}maxValue`, decimal(amount.max));
  if (amount.comparator !== undefined) add(node, `${META}comparator`, literal(amount.comparator));
  if (amount.of !== undefined) add(node, `${META}counts`, literal(amount.of));
}

const TIME_TERMS = { at: "at", since: "validFrom", until: "validThrough", by: "due", during: "validFrom" } as const;

/** Says when a fact holds. An unresolved expression keeps its words alone; a week, which XSD has no type for, is told by its days. */
export function addTime(time: FactTime, node: string, add: Add): void {
  add(node, `${META}timeMention`, literal(time.mention));
  const week = time.value === null ? null : weekDays(time.value);
  if (week !== null) {
    if (time.kind !== "until" && time.kind !== "by") add(node, `${META}validFrom`, dateLiteral(week[0]));
    if (time.kind !== "since") add(node, META + (time.kind === "by" ? "due" : "validThrough"), dateLiteral(week[1]));
  } else if (time.value !== null) add(node, META + TIME_TERMS[time.kind], dateLiteral(time.value));
  if (time.end !== undefined) add(node, `${META}validThrough`, dateLiteral(time.end));
}

/** Monday and Sunday of a week of ISO 8601; null for anything else. `weekDays("2025-W36")` gives 2025-09-01 and 2025-09-07. */
function weekDays(value: string): readonly [monday: string, sunday: string] | null {
  const [, year, week] = /^(\d{4})-W(\d\d)$/.exec(value) ?? [];
  if (year === undefined || week === undefined) return null;
  // The fourth of January always lies in the first week.
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + 7 * (Number(week) - 1);
  const day = (offset: number): string => new Date(Date.UTC(Number(year), 0, monday + offset)).toISOString().slice(0, 10);
  return [day(0), day(6)];
}

/** A date, month or year with the datatype that its form has; anything else stays a string. `dateLiteral("2025-01")` is an xsd:gYearMonth. */
export function dateLiteral(value: string): ReturnType<typeof literal> {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return literal(value, `${XSD}date`);
  if (/^\d{4}-\d\d$/.test(value)) return literal(value, `${XSD}gYearMonth`);
  return /^\d{4}$/.test(value) ? literal(value, `${XSD}gYear`) : literal(value);
}
