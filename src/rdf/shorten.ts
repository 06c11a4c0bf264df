// Prefixed names: namespaces in, a function that shortens IRIs and knows which prefixes a document needs out.
// Source: RDF 1.1 Turtle, 6.5 (PN_LOCAL). Only names that every reader takes are shortened; others stay whole.

export interface Shortener {
  /** The prefixed name, or the IRI between angle brackets. */
  readonly shorten: (iri: string) => string;
  /** Notes that the document holds this IRI. */
  readonly use: (iri: string) => void;
  /** Prefixes of the noted IRIs with their namespaces, sorted by prefix. */
  readonly used: () => readonly (readonly [prefix: string, namespace: string])[];
}

const LOCAL = /^[A-Za-z0-9_][A-Za-z0-9_#.~-]*(?:%[0-9A-Fa-f]{2}[A-Za-z0-9_#.~-]*)*$/;
/** What of a local name is written behind a backslash. */
const ESCAPED = /[#.~]/;
/** Short names kept: vocabularies are small, entities and facts are many. */
const REMEMBERED = 4096;

/** Makes a shortener. The last prefix given for a namespace wins. */
export function makeShortener(prefixes: Iterable<readonly [prefix: string, namespace: string]>): Shortener {
  const byNamespace = new Map<string, string>();
  for (const [prefix, namespace] of prefixes) byNamespace.set(namespace, prefix);
  const needed = new Map<string, string>();
  const short = new Map<string, string>();

  const lengths = new Set([...byNamespace.keys()].map((namespace) => namespace.length));
  // Neighbours mostly share a namespace: comparing with the last one spares a look-up.
  let last = { namespace: "", prefix: "", noted: false };

  const isNamespace = (namespace: string): boolean => {
    if (namespace === last.namespace) return true;
    const prefix = lengths.has(namespace.length) ? byNamespace.get(namespace) : undefined;
    if (prefix !== undefined) last = { namespace, prefix, noted: needed.has(namespace) };
    return prefix !== undefined;
  };

  /** Length of the known namespace that the IRI starts with, 0 for none: up to "#" or, failing that, up to the last "/". */
  const cutAt = (iri: string): number => {
    const hash = iri.lastIndexOf("#") + 1;
    if (hash > 0 && isNamespace(iri.slice(0, hash))) return hash;
    const slash = iri.lastIndexOf("/", hash === 0 ? iri.length : hash - 1) + 1;
    return slash > 0 && isNamespace(iri.slice(0, slash)) ? slash : 0;
  };

  const make = (iri: string): string => {
    const cut = cutAt(iri);
    const local = cut === 0 ? "" : iri.slice(cut);
    if (cut === 0 || !LOCAL.test(local)) return `<${iri}>`;
    return `${last.prefix}:${ESCAPED.test(local) ? local.replaceAll("#", "\\#").replaceAll(".", "\\.").replaceAll("~", "\\~") : local}`;
  };

  return {
    shorten: (iri) => {
      const known = short.get(iri);
      if (known !== undefined) return known;
      const made = make(iri);
      if (short.size < REMEMBERED) short.set(iri, made);
      return made;
    },
    use: (iri) => {
      const cut = cutAt(iri);
      if (cut === 0 || last.noted || !LOCAL.test(iri.slice(cut))) return;
      last.noted = true;
      needed.set(last.namespace, last.prefix);
    },
    used: () => [...needed].map(([namespace, prefix]) => [prefix, namespace] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}
