// "Did you mean": the known name nearest to one that is not known, by edit distance.

/** Largest share of a name's letters that may differ for a suggestion; above it suggestions mislead more than they help. */
const MAX_SHARE = 0.4;

/** Gives `did you mean "founder"?` for "foundr", or "" when no known name is near. Ties go to the name that sorts first. */
export function suggest(name: string, known: Iterable<string>): string {
  let best = "";
  let bestDistance = Math.max(1, Math.floor(name.length * MAX_SHARE)) + 1;
  for (const candidate of [...known].sort()) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best === "" ? "" : `did you mean "${best}"?`;
}

/** Fewest insertions, deletions and replacements of UTF-16 code units that turn `a` into `b` (Levenshtein 1965). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
