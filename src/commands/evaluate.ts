// `factloom evaluate`: scores extracted facts against gold files and prints figures, a table per relation and, when asked, the misses.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Fact, isEntityRef } from "../facts/fact.ts";
import { loadOntology } from "../ontology/load.ts";
import { type Figures, figures, type GoldFact, pool, rulesFor, type Score, score } from "../pipeline/evaluate.ts";
import type { Machine } from "../pipeline.ts";
import { EXIT, KgError } from "../problem.ts";
import { layOut } from "./table.ts";
import { sayProblems, type Terminal } from "./terminal.ts";

export interface EvaluateOptions {
  readonly list?: boolean;
  readonly json?: boolean;
  readonly profile?: string;
  readonly extractor: string;
  readonly minConfidence?: number;
  readonly ontology?: string;
  readonly entities?: string;
}

interface Case {
  readonly name: string;
  readonly gold: readonly GoldFact[];
  /** File of facts to score; null when the article is to be extracted. */
  readonly facts: string | null;
  readonly article: { readonly text: Uint8Array; readonly file: string; readonly published: string | null } | null;
}

const GOLD_ENDING = /(?:\.gold\.jsonl|(?<!\.meta)\.json)$/;
const DEFAULT_PROFILE = "data/evaluation.json";

/** Runs the evaluation; 0 whatever the figures are. @throws KgError for gold or facts that cannot be read. */
export async function evaluate(goldPath: string, factsPath: string | null, options: EvaluateOptions, terminal: Terminal): Promise<number> {
  const cases = findCases(goldPath, factsPath);
  const { ontology } = loadOntology(options.ontology);
  const rules = rulesFor(ontology, readProfile(options.profile));
  const machine = cases.some((one) => one.facts === null) ? await (await import("../pipeline.ts")).loadMachine(options) : null;
  if (machine !== null) sayProblems(terminal, [...machine.problems, ...(await machine.ready())], "");
  const scores: Score[] = [];
  for (const [index, one] of cases.entries()) {
    scores.push(score(one.gold, one.facts === null ? await extractCase(one, machine) : readLines<Fact>(one.facts), rules));
    terminal.progress("scored", index + 1, cases.length);
  }
  const all = pool(scores);
  if (options.json === true) await terminal.print(`${JSON.stringify({ cases: cases.length, ...figures(all) })}\n`);
  else await terminal.print(tables(cases.length, all));
  if (options.list === true) await terminal.print(lists(all));
  return EXIT.done;
}

function readProfile(file: string | undefined): { scored: readonly string[] | null; phrase: readonly string[] | null } {
  if (file === undefined && !existsSync(DEFAULT_PROFILE)) return { scored: null, phrase: null };
  const { scored, phrase } = readJson<{ scored?: string[]; phrase?: string[] }>(file ?? DEFAULT_PROFILE);
  return { scored: scored ?? null, phrase: phrase ?? null };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new KgError(`${file}: cannot be read`, EXIT.input, { cause });
  }
}

function parse<T>(text: string, place: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new KgError(`${place}: not valid JSON`, EXIT.input, { cause });
  }
}

const readJson = <T>(file: string): T => parse<T>(readText(file), file);

function readLines<T>(file: string): T[] {
  const lines = readText(file).split("\n");
  return lines.flatMap((line, index) => (line.trim() === "" ? [] : [parse<T>(line, `${file}:${index + 1}`)]));
}

function findCases(goldPath: string, factsPath: string | null): Case[] {
  if (!existsSync(goldPath)) throw new KgError(`${goldPath}: no such file or folder`, EXIT.input);
  if (factsPath !== null && !existsSync(factsPath)) throw new KgError(`${factsPath}: no such file or folder`, EXIT.input);
  const isFolder = statSync(goldPath).isDirectory();
  if (isFolder && factsPath !== null && !statSync(factsPath).isDirectory())
    throw new KgError("a folder of gold needs a folder of facts", EXIT.usage);
  const golds = isFolder
    ? readdirSync(goldPath)
        .filter((name) => GOLD_ENDING.test(name))
        .sort()
        .map((name) => join(goldPath, name))
    : [goldPath];
  const cases = golds.flatMap((gold): Case[] => {
    const name = basename(gold).replace(GOLD_ENDING, "");
    const facts = factsPath === null ? null : isFolder ? join(factsPath, `${name}.jsonl`) : factsPath;
    if (isFolder && facts !== null && !existsSync(facts)) return [];
    return [readCase(name, gold, facts)];
  });
  if (cases.length === 0) throw new KgError(`${goldPath} holds no gold to score (NAME.gold.jsonl or NAME.json)`, EXIT.input);
  return cases;
}

function readCase(name: string, file: string, facts: string | null): Case {
  if (file.endsWith(".json")) {
    const passage = readJson<{ facts: GoldFact[]; text: string; date?: string }>(file);
    return {
      name,
      gold: passage.facts,
      facts,
      article: { text: new TextEncoder().encode(passage.text), file: `${name}.txt`, published: passage.date || null },
    };
  }
  const text = join(dirname(file), `${name}.txt`);
  const meta = join(dirname(file), `${name}.meta.json`);
  const published = existsSync(meta) ? readJson<{ date?: string }>(meta).date || null : null;
  return {
    name,
    gold: readLines<GoldFact>(file),
    facts,
    article: existsSync(text) ? { text: readFileSync(text), file: text, published } : null,
  };
}

async function extractCase({ name, article }: Case, machine: Machine | null): Promise<readonly Fact[]> {
  const [{ extractArticle }, { readInput }] = await Promise.all([import("../pipeline.ts"), import("../pipeline/read.ts")]);
  if (article === null || machine === null)
    throw new KgError(`${name}: there is neither ${name}.txt beside the gold nor a file of facts`, EXIT.input);
  const { article: read, problems } = await readInput(article.text, { file: article.file, id: name, published: article.published });
  if (read === null) throw new KgError(`${article.file}: ${problems[0]?.message ?? "cannot be read"}`, EXIT.input);
  return (await extractArticle(read, machine)).facts;
}

const part = (value: number): string => value.toFixed(3);

function tables(cases: number, all: Score): string {
  const { gold, facts, right, again, wrong, precision, recall, f1, coreRecall, statusAccuracy }: Figures = figures(all);
  const head = [
    `${cases} ${cases === 1 ? "article" : "articles"}, ${gold} gold facts, ${facts} facts: ${right} right, ${wrong} wrong, ${again} found again`,
    `precision ${part(precision)}  recall ${part(recall)}  F1 ${part(f1)}  core recall ${part(coreRecall)}  status ${part(statusAccuracy)}`,
  ];
  const relations = [...new Set([...all.gold.map((one) => one.p), ...all.wrong.map((one) => one.relation)])].sort();
  const rows = relations.map((relation) => {
    const [total, found] = [all.gold.filter((one) => one.p === relation).length, all.hits.filter((hit) => hit.gold.p === relation).length];
    const bad = all.wrong.filter((one) => one.relation === relation).length;
    return [
      relation,
      `${total}`,
      `${found}`,
      `${bad}`,
      found + bad === 0 ? "–" : part(found / (found + bad)),
      total === 0 ? "–" : part(found / total),
    ];
  });
  const statuses = [...new Set(all.hits.map((hit) => hit.gold.modality ?? "asserted"))].sort().map((status) => {
    const hits = all.hits.filter((hit) => (hit.gold.modality ?? "asserted") === status);
    const agreed = hits.filter((hit) => hit.statusRight).length;
    return [status, `${hits.length}`, `${agreed}`];
  });
  return `${head.join("\n")}\n\n${layOut([["relation", "gold", "found", "wrong", "precision", "recall"], ...rows])}\n${layOut([["status in gold", "found", "status right"], ...statuses])}`;
}

function lists(all: Score): string {
  const missed = all.missed.map(
    ({ s, p, o, core }) => `missed  ${s[0]} ${p} ${Array.isArray(o) ? o[0] : JSON.stringify(o)}${core === false ? "" : "  (core)"}`,
  );
  const wrong = all.wrong.map(({ subject, relation, object, rule, evidence }) => {
    const words = isEntityRef(object) ? object.label : String(object.value);
    return `wrong   ${subject.label} ${relation} ${words}  [${rule}]  ${evidence.quote.replace(/\s+/g, " ")}`;
  });
  return `\n${[...missed, ...wrong].join("\n")}\n`;
}
