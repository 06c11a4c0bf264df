// Plain text: the article's text is the file's characters unchanged. A heading-like first line is the title.
import type { Reader } from "./reader.ts";
import { segment } from "./segment.ts";

/** The start of the text is enough to find the title. */
const TITLE_WINDOW = 2_000;

export const plain: Reader = {
  name: "plain text",
  endings: [".txt", ".text", ""],
  read: (characters) => {
    const first = segment(characters.slice(0, TITLE_WINDOW))[0];
    return first?.kind === "heading" ? { text: characters, title: characters.slice(...first.span) } : { text: characters };
  },
};
