// Content negotiation (RFC 9110, 12.5.1): an Accept header and the media types that can be given -> the best one, or null.

interface Range {
  readonly type: string;
  readonly quality: number;
}

/** Two-part wild cards weigh less than one, one less than none. */
const WEIGHTS = { any: 0, family: 1, exact: 2 } as const;

function readRange(text: string): Range | null {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return null;
  const quality = parameters.map((parameter) => /^q\s*=\s*([01](?:\.\d{0,3})?)$/.exec(parameter)?.[1]).find((value) => value !== undefined);
  return { type, quality: quality === undefined ? 1 : Math.min(1, Number(quality)) };
}

function weigh(range: string, offer: string): number | null {
  if (range === offer) return WEIGHTS.exact;
  if (range === "*/*") return WEIGHTS.any;
  return range.endsWith("/*") && offer.startsWith(range.slice(0, -1)) ? WEIGHTS.family : null;
}

/**
 * Picks the offered media type that the client likes best; among equals the one offered first.
 * A missing or empty header accepts everything; null means that nothing fits (406).
 *
 * @example negotiate("text/csv;q=0.5, application/json", ["text/csv", "application/json"]) // "application/json"
 */
export function negotiate(accept: string | undefined, offers: readonly string[]): string | null {
  if (accept === undefined || accept.trim() === "") return offers[0] ?? null;
  const ranges = accept
    .split(",")
    .map(readRange)
    .filter((range) => range !== null);
  let best: { readonly offer: string; readonly quality: number } | null = null;
  for (const offer of offers) {
    let closest = -1;
    let quality = 0;
    for (const range of ranges) {
      const weight = weigh(range.type, offer);
      if (weight === null || weight < closest) continue;
      quality = weight > closest ? range.quality : Math.max(quality, range.quality);
      closest = weight;
    }
    if (quality > 0 && (best === null || quality > best.quality)) best = { offer, quality };
  }
  return best?.offer ?? null;
}
