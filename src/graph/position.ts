// Converts our offsets (UTF-16 code units) to those of the Web Annotation model (Unicode code points).

/** Gives a converter for one text. `codePoints("a😀b")(3)` gives 2. An offset within a pair counts as the pair's start. */
export function codePoints(text: string): (codeUnits: number) => number {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(match.index);
  return (codeUnits) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < codeUnits) low = middle + 1;
      else high = middle;
    }
    return codeUnits - low;
  };
}
