// What a command may do to the outside: read standard input, write results to standard output and messages to standard error.
import { formatProblem, type Problem } from "../problem.ts";

export interface Terminal {
  /** Results. Resolves when the reader has taken them, so that a pipe is never cut short. */
  readonly print: (text: string) => Promise<void>;
  /** One line for people, on standard error. Silent with --quiet. */
  readonly say: (line: string) => void;
  /** One Problem, on standard error; errors are said even with --quiet. */
  readonly problem: (problem: Problem) => void;
  /** `done` of `total`; a bar on a terminal, a line at each tenth otherwise. */
  readonly progress: (what: string, done: number, total: number) => void;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly bold: (text: string) => string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Problems said one by one: a broken ontology can have a thousand. */
const SAID_PROBLEMS = 20;

/** Says the first problems and how many more there are; `rest` tells where they stand. */
export function sayProblems(terminal: Terminal, problems: readonly Problem[], rest: string): void {
  for (const problem of problems.slice(0, SAID_PROBLEMS)) terminal.problem(problem);
  if (problems.length > SAID_PROBLEMS) terminal.say(`… and ${problems.length - SAID_PROBLEMS} more problems${rest}`);
}

const BAR_WIDTH = 24;
const CLEAR_LINE = "\r\u001b[2K";

/** The terminal of this process. Colours only on a terminal and without NO_COLOR. */
export function processTerminal(options: { readonly quiet: boolean }): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const isTerminal = stderr.isTTY === true;
  const colours = isTerminal && !env.NO_COLOR && env.TERM !== "dumb";
  const paint = (code: number, text: string): string => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const tone = { error: 31, warning: 33, info: 36 } as const;
  const clear = isTerminal ? CLEAR_LINE : "";
  return {
    print: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    say: (line) => {
      if (!options.quiet) stderr.write(`${clear}${line}\n`);
    },
    problem: (problem) => {
      if (options.quiet && problem.level !== "error") return;
      stderr.write(`${clear}${paint(tone[problem.level], problem.level)}: ${formatProblem(problem)}\n`);
    },
    progress: (what, done, total) => {
      if (options.quiet || total <= 0) return;
      if (isTerminal) {
        const filled = Math.round((BAR_WIDTH * done) / total);
        stderr.write(
          `${CLEAR_LINE}${what} ${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${done}/${total}${done === total ? "\n" : ""}`,
        );
      } else if (done === total || Math.floor((10 * done) / total) > Math.floor((10 * (done - 1)) / total))
        stderr.write(`${what} ${done}/${total}\n`);
    },
    readStdin: async () => {
      const parts: Buffer[] = [];
      for await (const part of stdin as AsyncIterable<Buffer>) parts.push(part);
      return Buffer.concat(parts);
    },
    bold: (text) => (stdout.isTTY === true && colours ? `\u001b[1m${text}\u001b[0m` : text),
    env,
  };
}
