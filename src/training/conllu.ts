// Reader of CoNLL-U treebanks. Input: the text of a file; output: sentences with tags, heads and labels. Empty nodes and ranges are left out.

export interface TreebankSentence {
  readonly words: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Index of the head, -1 for the root. */
  readonly heads: readonly number[];
  readonly labels: readonly string[];
}

/** Reads all sentences of a CoNLL-U text. Source: universaldependencies.org/format. */
export function readConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  for (const block of text.split(/\n\n+/)) {
    const rows = block
      .split("\n")
      .filter((line) => /^\d+\t/.test(line))
      .map((line) => line.split("\t"));
    if (rows.length === 0) continue;
    sentences.push({
      words: rows.map((r) => r[1]!),
      upos: rows.map((r) => r[3]!),
      xpos: rows.map((r) => r[4]!),
      heads: rows.map((r) => Number(r[6]) - 1),
      labels: rows.map((r) => r[7]!),
    });
  }
  return sentences;
}
