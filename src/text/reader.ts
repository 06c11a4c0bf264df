// The seam for input formats: one file per format, one line in the table of readers.ts.

/** What a reader takes from a file's characters; fields that the format does not state are left out. */
export interface Reading {
  readonly text: string;
  readonly id?: string;
  readonly title?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  readonly licence?: string;
  readonly sources?: readonly string[];
}

export interface Reader {
  readonly name: string;
  /** File endings in lower case, with the dot. */
  readonly endings: readonly string[];
  readonly read: (characters: string) => Reading | Promise<Reading>;
}
