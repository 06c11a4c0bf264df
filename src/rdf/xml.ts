// Text for XML 1.0: what the format cannot hold is replaced and reported. Source: XML 1.0 (fifth edition), production 2 (Char).
import type { Problem } from "../problem.ts";

export type Report = (problem: Problem) => void;

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** What an attribute may not hold as it is. Most texts have none of it, so one look spares three replacements. */
const SPECIAL = new RegExp('[&<>"\\u0000-\\u001f\\ud800-\\udfff\\ufffe\\uffff]');
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Replaces characters that XML cannot hold by U+FFFD and reports them. */
export function holdInXml(text: string, report: Report): string {
  if (!SPECIAL.test(text)) return text;
  const held = text.replace(FORBIDDEN, "\uFFFD");
  if (held !== text) {
    report({
      level: "warning",
      code: "export-character",
      message: `XML cannot hold a character of ${JSON.stringify(text)}; U+FFFD stands there`,
    });
  }
  return held;
}

/** Escapes for an attribute between double quotes; white space other than blanks is kept by character references. */
export function xmlAttribute(text: string, report: Report): string {
  if (!SPECIAL.test(text)) return text;
  return holdInXml(text, report)
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? "")
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

/** Escapes for the text of an element; readers turn a bare carriage return into a line feed, so it is written as a reference. */
export function xmlText(text: string, report: Report): string {
  if (!SPECIAL.test(text)) return text;
  return holdInXml(text, report)
    .replace(/[&<>]/g, (character) => ESCAPES[character] ?? "")
    .replaceAll("\r", "&#13;");
}
