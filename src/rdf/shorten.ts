// Prefixed names: namespaces in, a function that shortens IRIs and knows which prefixes a document needs out.
// Source: RDF 1.1 Turtle, 6.5 (PN_LOCAL). Only names that every reader takes are shortened; others stay whole.

export interface Shortener {
  /** The prefixed name, or the IRI between angle brackets. */
  readonly shorten: (iri: string) => string;
  /** Prefixes that IRIs were shortened with, and their namespaces, sorted by prefix. */
  readonly used: () => readonly (readonly [prefix: string, namespace: string])[];
}

interface Entry {
  readonly namespace: string;
  readonly prefix: string;
  /** Whether an IRI was shortened with it. */
  isUsed: boolean;
}

/** The local name, which the IRI ends with. */
const LOCAL = /[A-Za-z0-9_][A-Za-z0-9_#.~-]*(?:%[0-9A-Fa-f]{2}[A-Za-z0-9_#.~-]*)*$/y;
/** What of a local name is written behind a backslash. */
const ESCAPED = /[#.~]/;
const ESCAPED_CODES = new Set(Array.from("#.~", (character) => character.charCodeAt(0)));
/** Matches no text. */
const NEVER = "(?!)";

/** Makes a shortener. The last prefix given for a namespace wins. */
export function makeShortener(prefixes: Iterable<readonly [prefix: string, namespace: string]>): Shortener {
  const byNamespace = new Map<string, Entry>();
  for (const [prefix, namespace] of prefixes) byNamespace.set(namespace, { namespace, prefix, isUsed: false });
  const entries = [...byNamespace.values()];
  const start = startPattern([...byNamespace.keys()]);
  const byLength: (readonly Entry[])[] = [];
  for (const { namespace } of entries) byLength[namespace.length] = entries.filter((entry) => entry.namespace.length === namespace.length);

  /** The namespace that the IRI is written with; undefined when it stays whole. */
  const entryOf = (iri: string): Entry | undefined => {
    start.lastIndex = 0;
    if (!start.test(iri)) return;
    const cut = start.lastIndex;
    LOCAL.lastIndex = cut;
    if (!LOCAL.test(iri)) return;
    const alike = byLength[cut]!;
    return alike.length === 1 ? alike[0] : byNamespace.get(iri.slice(0, cut));
  };

  return {
    shorten: (iri) => {
      const entry = entryOf(iri);
      if (entry === undefined) return `<${iri}>`;
      entry.isUsed = true;
      const local = iri.slice(entry.namespace.length);
      return `${entry.prefix}:${ESCAPED.test(local) ? escapeLocal(local) : local}`;
    },
    used: () => {
      const used = entries.filter(({ isUsed }) => isUsed).map(({ prefix, namespace }) => [prefix, namespace] as const);
      return used.sort(([a], [b]) => (a < b ? -1 : 1));
    },
  };
}

function escapeLocal(local: string): string {
  let escaped = "";
  let from = 0;
  for (let at = 0; at < local.length; at++) {
    if (!ESCAPED_CODES.has(local.charCodeAt(at))) continue;
    escaped += `${local.slice(from, at)}\\`;
    from = at;
  }
  return escaped + local.slice(from);
}

/**
 * Matches the namespace that an IRI starts with: up to its last "#" or, where none is known, up to its last "/". One pattern of all
 * namespaces is several times faster than looking for the place and comparing what stands before it.
 */
function startPattern(namespaces: readonly string[]): RegExp {
  const ending = (end: string) =>
    namespaces.filter((namespace) => namespace.endsWith(end)).map((text) => text.replace(/[^A-Za-z0-9]/g, "\\$&"));
  const [hashes, slashes] = [ending("#"), ending("/").filter((namespace) => !namespace.includes("#"))];
  const patterns: string[] = [];
  if (hashes.length > 0) patterns.push(`(?:${hashes.join("|")})(?=[^#]*$)`);
  if (slashes.length > 0) patterns.push(`(?:${slashes.join("|")})(?=[^/]*$)`);
  return new RegExp(patterns.join("|") || NEVER, "y");
}
