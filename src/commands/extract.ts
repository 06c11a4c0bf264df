// `factloom extract`: articles in, facts as JSON Lines out, in the order of the inputs and of the text.
import { factLine } from "../facts/jsonl.ts";
import { collectInputs, STDIN } from "../pipeline/inputs.ts";
import { readInput, readInputs } from "../pipeline/read.ts";
import { EXIT, KgError } from "../problem.ts";
import { sayProblems, type Terminal } from "./terminal.ts";

export interface ExtractOptions {
  readonly published?: string;
  readonly id?: string;
  readonly extractor: string;
  readonly minConfidence?: number;
  /** Show how each sentence was read instead of printing facts; an input may then be a sentence. */
  readonly explain?: true;
  readonly ontology?: string;
  readonly entities?: string;
}

/** Prints the facts; 3 when an input could not be read, the others being done all the same. */
export async function extract(inputs: readonly string[], options: ExtractOptions, terminal: Terminal): Promise<number> {
  const isSentence = (input: string): boolean => options.explain === true && /\s/.test(input) && collectInputs([input]).files.length === 0;
  const sentences = inputs.filter(isSentence);
  const { files, problems } = collectInputs(inputs.filter((input) => !isSentence(input)));
  if (options.id !== undefined && files.length > 1) throw new KgError(`--id names one article, but there are ${files.length}`, EXIT.usage);
  const stdin = files.includes(STDIN) ? await terminal.readStdin() : null;
  const read = await readInputs(files, { stdin, id: options.id ?? null, published: options.published ?? null });
  for (const problem of [...problems, ...read.problems]) terminal.problem(problem);
  const failed = [...problems, ...read.problems].some((problem) => problem.level === "error");
  const said = await Promise.all(
    sentences.map((text, index) =>
      readInput(new TextEncoder().encode(text), { file: STDIN, id: `sentence-${index + 1}`, published: options.published ?? null }),
    ),
  );
  const articles = [...read.articles, ...said.flatMap(({ article }) => article ?? [])];
  if (articles.length === 0) return EXIT.input;

  const { extractArticle, loadMachine } = await import("../pipeline.ts");
  const machine = await loadMachine(options);
  sayProblems(terminal, [...machine.problems, ...(await machine.ready())], "");
  for (const [index, article] of articles.entries()) {
    if (options.explain === true) {
      await terminal.print(await machine.explain(article));
      continue;
    }
    const { facts } = await extractArticle(article, machine);
    await terminal.print(facts.map(factLine).join(""));
    if (articles.length > 1) terminal.progress("extracted", index + 1, articles.length);
  }
  return failed ? EXIT.input : EXIT.done;
}
