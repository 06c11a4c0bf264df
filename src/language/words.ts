// Word forms as the models see them: normalised form, shape, and distributional clusters.

/** Clusters of a lower-case word: [coarse of 64, fine of 1,024]. */
export type Clusters = ReadonlyMap<string, readonly [coarse: number, fine: number]>;

/** Lower case, digits as 0, straight quotes. */
export function normalise(word: string): string {
  return word.toLowerCase().replace(/[0-9]/g, "0").replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
}

/** Letter pattern with runs cut to two: "DeepSeek" gives "XxxXxx". */
export function shape(word: string): string {
  let out = "";
  for (const c of word) {
    const kind = /[A-Z]/.test(c) ? "X" : /[a-z]/.test(c) ? "x" : /[0-9]/.test(c) ? "d" : /\p{L}/u.test(c) ? "x" : c;
    if (!out.endsWith(kind + kind)) out += kind;
  }
  return out;
}
