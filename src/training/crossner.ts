// CrossNER: sentences of fields of knowledge with the names in them. Its finer types are joined by a mapping of the training folder. Source: Liu et
// al. 2021.
import { readFileSync } from "node:fs";
import type { Span } from "../problem.ts";

export interface NamedSentence {
  readonly id: string;
  readonly text: string;
  readonly names: readonly { readonly span: Span; readonly type: string }[];
}

/** Reads a file of "word, tab, tag" lines with empty lines between sentences; names of types that the mapping leaves out are passed over. */
export function readCrossNer(file: string, mapping: Readonly<Record<string, string>>): NamedSentence[] {
  const blocks = readFileSync(file, "utf8").split(/\n\s*\n/);
  return blocks
    .filter((block) => block.trim() !== "")
    .map((block, index) => {
      const names: { span: [number, number]; type: string }[] = [];
      let text = "";
      for (const line of block.split("\n").filter((each) => each !== "")) {
        const [word = "", tag = "O"] = line.split("\t");
        if (text !== "") text += " ";
        const type = mapping[tag.slice(2)];
        if (tag.startsWith("B-") && type !== undefined) names.push({ span: [text.length, text.length + word.length], type });
        text += word;
        if (tag.startsWith("I-") && type !== undefined) names.at(-1)!.span[1] = text.length;
      }
      return { id: `${file.split("/").at(-1)}-${index}`, text, names };
    });
}
