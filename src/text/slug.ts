// Slugs: lower-case letters, digits and hyphens, as they stand in IRIs and file names.

/** Makes a slug of any text; letters outside ASCII are reduced to their base or dropped. Never empty. */
export function slug(text: string): string {
  const out = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return out === "" ? `x${[...text].map((c) => c.codePointAt(0)!.toString(16)).join("")}`.slice(0, 64) : out;
}
