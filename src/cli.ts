// The command line: names, options and help texts. Each command's code is loaded when it runs, so that none waits for another's.
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Terminal } from "./commands/terminal.ts";
import { EXIT, KgError } from "./problem.ts";

const DEFAULTS = {
  inputs: ["data/articles"],
  out: "build",
  extractor: "frames,relations",
  port: 4173,
  host: "127.0.0.1",
  timeoutSeconds: 20,
} as const;

/** What a command hands back: its exit code. */
type Run = (terminal: Terminal) => Promise<number>;

function wholeNumber(max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value > max) throw new InvalidArgumentError(`A whole number from 0 to ${max} is needed.`);
    return value;
  };
}

function isoDate(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (time === null || Number.isNaN(time.getTime()) || !time.toISOString().startsWith(text))
    throw new InvalidArgumentError("A date like 2025-02-15 is needed.");
  return text;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1)) throw new InvalidArgumentError("A number from 0 to 1 is needed, like 0.7.");
  return value;
}

function slug(text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text))
    throw new InvalidArgumentError("Lower-case letters, digits and hyphens are needed, like china-ai.");
  return text;
}

const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}\n`;

const dirOption = (): Option => new Option("-d, --dir <folder>", "the build to read").default(DEFAULTS.out);
const ontologyOption = (): Option => new Option("--ontology <folder>", "ontology to use instead of the one that ships with the program");
const entitiesOption = (): Option => new Option("--entities <file>", "known entities, JSON Lines, instead of data/entities.jsonl");
const extractorOption = (): Option =>
  new Option("--extractor <names>", "which extractors, with commas between").default(DEFAULTS.extractor);
const confidenceOption = (): Option =>
  new Option(
    "--min-confidence <share>",
    "facts surer than this alone, 0 to 1; lower finds more and errs more (default: the reader's own bar)",
  ).argParser(share);
const timeoutOption = (): Option =>
  new Option("--timeout <seconds>", "end a query after this time").default(DEFAULTS.timeoutSeconds).argParser(wholeNumber(3600));
const hostOption = (): Option =>
  new Option("--host <address>", "address to listen on; anything but loopback is open to others").default(DEFAULTS.host);
const portOption = (): Option =>
  new Option("-p, --port <number>", "port; when it is busy, the next free one is taken")
    .default(DEFAULTS.port)
    .env("PORT")
    .argParser(wholeNumber(65_535));
const outOption = (): Option => new Option("-o, --out <folder>", "where to write; replaced as a whole").default(DEFAULTS.out);

/** Makes the program; `run` is given the work of the command that was asked for. */
function makeProgram(run: (work: Run) => Promise<void>): Command {
  const program = new Command("factloom")
    .description("Compiles articles into linked data: every fact carries the sentence that says it.")
    .version("0.1.0")
    .option("-q, --quiet", "say nothing but errors")
    .showHelpAfterError("(see --help)")
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      "after",
      `${examples("factloom build                     articles of data/articles -> build/", "factloom serve                     look at it", "factloom extract news.txt | jq .   facts of one article")}
Exit codes: 0 done, 1 findings, 2 usage, 3 input that cannot be read. "-" is standard input.`,
    );

  const building = (command: Command): Command =>
    command
      .addOption(outOption())
      .addOption(ontologyOption())
      .addOption(entitiesOption())
      .option("--base <iri>", "base IRI of entities, facts and articles", "https://w3id.org/factloom/")
      .option("--title <text>", "title of the dataset", "Factloom")
      .option("--rdf12", "add RDF 1.2 reifiers to the formats that hold them")
      .option("--nanopub", "add nanopublication heads to TriG and N-Quads")
      .option("--since <file>", "facts.jsonl of an earlier build: the viewer then lists what changed")
      .addOption(extractorOption())
      .addOption(confidenceOption())
      .option("--no-cache", "read every article anew, also those read before");

  building(program.command("build"))
    .argument("[inputs...]", "files, folders, globs or -", [...DEFAULTS.inputs])
    .description("articles -> build/: every export, the viewer, a report")
    .addHelpText(
      "after",
      examples(
        "factloom build",
        "factloom build articles/ extra.md --out /tmp/graph",
        "factloom build --since last-week/facts.jsonl",
        "factloom build --min-confidence 0.8",
        'factloom build "news/**/*.html" --base https://example.org/kg/',
      ),
    )
    .action((inputs: string[], options) => run(async (terminal) => (await import("./commands/build.ts")).build(inputs, options, terminal)));

  program
    .command("extract")
    .argument("<inputs...>", "files, folders, globs or -")
    .description("facts as JSON Lines on standard output")
    .option("--published <date>", "publication date; wins over the article's own", isoDate)
    .option("--id <slug>", "id of the article, for a single input", slug)
    .addOption(extractorOption())
    .addOption(confidenceOption())
    .option("--explain", "show how each sentence is read: tree, mentions, frames tried and why refused; an input may be a sentence")
    .addOption(ontologyOption())
    .addOption(entitiesOption())
    .addHelpText(
      "after",
      examples(
        "factloom extract article.txt --published 2025-02-15 > facts.jsonl",
        "curl -s https://example.org/news.txt | factloom extract - --id news",
        "factloom extract data/articles | wc -l",
        'factloom extract --explain "Acme bought Beta in May."',
      ),
    )
    .action((inputs: string[], options) =>
      run(async (terminal) => (await import("./commands/extract.ts")).extract(inputs, options, terminal)),
    );

  program
    .command("serve")
    .description("the viewer, a SPARQL endpoint and linked-data pages over build/")
    .addOption(dirOption())
    .addOption(portOption())
    .addOption(hostOption())
    .addOption(timeoutOption())
    .addHelpText(
      "after",
      examples("factloom serve", "factloom serve --port 8080", "curl 'http://127.0.0.1:4173/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D'"),
    )
    .action((options) =>
      run(async (terminal) => (await import("./commands/serve.ts")).serve({ ...options, timeoutSeconds: options.timeout }, terminal)),
    );

  building(program.command("start"))
    .description("build data/articles, then serve: what npm start does")
    .addOption(portOption())
    .addOption(hostOption())
    .addOption(timeoutOption())
    .addHelpText("after", examples("npm start", "PORT=8080 npm start"))
    .action((options) =>
      run(async (terminal) => {
        const code = await (await import("./commands/build.ts")).build([...DEFAULTS.inputs], options, terminal);
        if (code === EXIT.usage) return code;
        return (await import("./commands/serve.ts")).serve({ ...options, dir: options.out, timeoutSeconds: options.timeout }, terminal);
      }),
    );

  program
    .command("query")
    .argument("<query>", "SPARQL as text, a file that holds it, or -")
    .description("SPARQL over build/")
    .addOption(dirOption())
    .addOption(
      new Option("-f, --format <name>", "form of the result")
        .choices(["table", "csv", "tsv", "json", "xml", "ttl", "nt", "jsonld"])
        .default("table"),
    )
    .addOption(timeoutOption())
    .addHelpText(
      "after",
      `${examples('factloom query "SELECT ?type (COUNT(*) AS ?n) { ?s a ?type } GROUP BY ?type"', "factloom query question.rq --format csv", 'factloom query "DESCRIBE <https://w3id.org/factloom/entity/france>" --format ttl')}
Prefixes of the build need no declaration. Without FROM, the union of all graphs is asked.`,
    )
    .action((text: string, options) =>
      run(async (terminal) => (await import("./commands/query.ts")).query(text, { ...options, timeoutSeconds: options.timeout }, terminal)),
    );

  program
    .command("push")
    .argument("<endpoint>", "address of the store's Graph Store service")
    .description("load the dataset into a SPARQL store by the Graph Store Protocol")
    .addOption(dirOption())
    .option("--user <name>", "user; the password is read from FACTLOOM_PASSWORD (a bearer token from FACTLOOM_TOKEN)")
    .option("--all", "send every graph, also those that an earlier push left there")
    .addHelpText(
      "after",
      `${examples("factloom push http://localhost:3030/news/data", "FACTLOOM_PASSWORD=... factloom push https://store.example.org/sparql-graph-crud-auth --user dba")}
A push that broke goes on where it stopped. What the store holds is noted beside the build, in build.push.json.`,
    )
    .action((endpoint: string, options) => run(async (terminal) => (await import("./commands/push.ts")).push(endpoint, options, terminal)));

  program
    .command("verify")
    .description("re-check every quote, every shape, every id; exit 1 if anything is off")
    .addOption(dirOption())
    .addOption(ontologyOption())
    .addHelpText("after", examples("factloom verify", "factloom verify --dir /tmp/graph"))
    .action((options) => run(async (terminal) => (await import("./commands/verify.ts")).verify(options, terminal)));

  program
    .command("evaluate")
    .argument("<gold>", "a gold file (NAME.gold.jsonl, or a passage as JSON) or a folder of them")
    .argument("[facts]", "facts to score, a file or a folder; without it, the articles beside the gold are extracted")
    .description("precision, recall, F1 per relation")
    .option("--list", "list what was missed and what is wrong")
    .option("--json", "figures as JSON")
    .option("--profile <file>", "which relations the gold annotates in full, JSON (default: data/evaluation.json)")
    .addOption(extractorOption())
    .addOption(confidenceOption())
    .addOption(ontologyOption())
    .addOption(entitiesOption())
    .addHelpText("after", examples("factloom evaluate tests/gold", "factloom evaluate case.gold.jsonl facts.jsonl --list"))
    .action((gold: string, facts: string | undefined, options) =>
      run(async (terminal) => (await import("./commands/evaluate.ts")).evaluate(gold, facts ?? null, options, terminal)),
    );

  return program;
}

/** Runs the command line; gives the exit code. User errors are one line, bugs a short message (the stack with DEBUG set). */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.done;
  const program: Command = makeProgram(async (work) => {
    const { processTerminal } = await import("./commands/terminal.ts");
    exitCode = await work(processTerminal({ quiet: program.opts<{ quiet?: boolean }>().quiet === true }));
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof KgError) {
      process.stderr.write(`error: ${error.message}${error.hint === undefined ? "" : `\n  ${error.hint}`}\n`);
      if (process.env.DEBUG) process.stderr.write(`${error.stack}\n`);
      return error.exitCode;
    }
    const detail = error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error);
    process.stderr.write(`This is a bug in factloom: ${detail}\nRun again with DEBUG=1 to see where it happened.\n`);
    return EXIT.findings;
  }
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
