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

/** Says when a fact holds. An unresolved expression keeps its words alone. */
export function addTime(time: FactTime, node: string, add: Add): void {
  add(node, `${META}timeMention`, literal(time.mention));
  if (time.value !== null) add(node, META + TIME_TERMS[time.kind], dateLiteral(time.value));
  if (time.end !== undefined) add(node, `${META}validThrough`, dateLiteral(time.end));
}

/** A date, month or year with the datatype that its form has; anything else stays a string. `dateLiteral("2025-01")` is an xsd:gYearMonth. */
export function dateLiteral(value: string): ReturnType<typeof literal> {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return literal(value, `${XSD}date`);
  if (/^\d{4}-\d\d$/.test(value)) return literal(value, `${XSD}gYearMonth`);
  return /^\d{4}$/.test(value) ? literal(value, `${XSD}gYear`) : literal(value);
}
