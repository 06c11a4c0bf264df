// `factloom build`: articles in, a build folder out, swapped in whole.

import { readBytes } from "../pipeline/folder.ts";
import { collectInputs, STDIN } from "../pipeline/inputs.ts";
import { readInputs } from "../pipeline/read.ts";
import { EXIT, KgError } from "../problem.ts";
import { sayProblems, type Terminal } from "./terminal.ts";

export interface BuildCommandOptions {
  readonly out: string;
  readonly base: string;
  readonly title: string;
  readonly rdf12?: boolean;
  readonly nanopub?: boolean;
  readonly since?: string;
  readonly ontology?: string;
  readonly entities?: string;
  readonly extractor?: string;
  readonly minConfidence?: number;
  /** False with --no-cache: every article is read anew. */
  readonly cache: boolean;
}

/** Builds; 3 when an input could not be read, the others being built all the same. */
export async function build(inputs: readonly string[], options: BuildCommandOptions, terminal: Terminal): Promise<number> {
  if (!/^https?:\/\/[^\s<>"{}|\\^`]+[/#]$/.test(options.base)) {
    throw new KgError(`${options.base} is no base IRI`, EXIT.usage, { hint: "it starts with http:// or https:// and ends with /" });
  }
  const earlier = options.since === undefined ? null : readEarlier(options.since);
  const collected = collectInputs(inputs);
  const stdin = collected.files.includes(STDIN) ? await terminal.readStdin() : null;
  const read = await readInputs(collected.files, { stdin, id: null, published: null });
  const inputProblems = [...collected.problems, ...read.problems];
  for (const problem of inputProblems) terminal.problem(problem);
  const failed = inputProblems.some((problem) => problem.level === "error");
  if (read.articles.length === 0)
    throw new KgError("there is no article to build from", EXIT.input, { hint: `${options.out} stays as it was` });

  const [{ loadMachine }, { writeBuild }] = await Promise.all([import("../pipeline.ts"), import("../pipeline/build.ts")]);
  const loaded = await loadMachine(options);
  const { cacheFolder, withCache } = await import("../pipeline/cache.ts");
  const machine = options.cache
    ? withCache(loaded, cacheFolder(process.env), [options.extractor ?? "", String(options.minConfidence ?? "")])
    : loaded;
  const report = await writeBuild(read.articles, machine, {
    out: options.out,
    base: options.base,
    title: options.title,
    rdf12: options.rdf12 === true,
    nanopub: options.nanopub === true,
    earlier,
    problems: [...inputProblems, ...machine.problems],
    onArticle: (done) => terminal.progress("read", done, read.articles.length),
    processId: process.pid,
  });
  const others = report.problems.filter((problem) => !inputProblems.includes(problem));
  sayProblems(terminal, others, `, all in ${options.out}/report.md`);
  const { articles, facts, claims, entities, conflicts } = report.counts;
  terminal.say(
    `${options.out}/: ${articles} articles, ${facts} facts, ${claims} claims about ${entities} entities, ${conflicts} in conflict. Report: ${options.out}/report.md`,
  );
  return failed ? EXIT.input : EXIT.done;
}

function readEarlier(file: string): string {
  const read = readBytes(file);
  if ("reason" in read)
    throw new KgError(`${file}: cannot be read: ${read.reason}`, EXIT.input, { hint: "--since takes the facts.jsonl of a build" });
  return new TextDecoder().decode(read.bytes);
}
