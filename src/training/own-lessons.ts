// Lessons written for the project, data/lessons/*.jsonl: sentences with their types and facts by the words, not by offsets, so that people can
// write and read them. Format: data/lessons/README.md.
import { readdirSync, readFileSync } from "node:fs";
import type { Span } from "../problem.ts";
import { type LabelledFact, locate, occurrences, type Passage } from "./passage.ts";

interface Lesson {
  readonly text: string;
  /** Words -> type. */
  readonly types: Readonly<Record<string, string>>;
  readonly facts: readonly (readonly [relation: string, subject: string, object: string, trigger: string, status: string])[];
}

/** Reads all lessons of a folder, in the order of files and lines. @throws Error for a fact whose words are not in the text. */
export function readOwnLessons(folder: string): Passage[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return files.sort().flatMap((name) =>
    readFileSync(`${folder}/${name}`, "utf8")
      .split("\n")
      .flatMap((line, index) => (line === "" ? [] : [fromLesson(JSON.parse(line) as Lesson, `${name}:${index + 1}`)])),
  );
}

function fromLesson({ text, types, facts }: Lesson, id: string): Passage {
  const words = Object.keys(types).filter((name) => types[name] !== "Amount" && types[name] !== "Date");
  // The longer name is found first, so that "Acme" inside "Acme Labs" is not a name of its own.
  const taken: Span[] = [];
  const isFree = ([start, end]: Span): boolean =>
    !taken.some((span) => span[0] <= start && end <= span[1] && span[1] - span[0] > end - start);
  const entities = words.map((name) => ({ type: types[name] ?? "", name, names: [] as Span[] }));
  for (const entity of [...entities].sort((a, b) => b.name.length - a.name.length)) {
    entity.names.push(...occurrences(text, entity.name).filter((span) => isFree(span)));
    if (/^\p{Lu}/u.test(entity.name)) taken.push(...entity.names);
  }
  const labelled = facts.map(([relation, subject, object, trigger, status]): LabelledFact => {
    const found = trigger === "" ? null : place(text, trigger, null, id);
    const side = (words: string): { span: Span; entity: number | null } => {
      const [mention = "", meant = mention] = words.split("=");
      const entity = entities.findIndex(({ name }) => name === meant);
      return { span: place(text, mention, found?.[0] ?? null, id), entity: entity < 0 ? null : entity };
    };
    const type = types[object];
    return {
      relation,
      sentence: [0, text.length],
      subject: side(subject),
      object: side(object),
      kind: type === "Amount" ? "amount" : type === "Date" ? "date" : "entity",
      trigger: found,
      status,
      core: true,
    };
  });
  return { id, text, entities: entities.map(({ type, names }) => ({ type, names })), facts: labelled, complete: true };
}

function place(text: string, words: string, near: number | null, id: string): Span {
  const found = locate(text, words, near);
  if (found === null) throw new Error(`${id}: "${words}" is not in the text`);
  return found;
}
