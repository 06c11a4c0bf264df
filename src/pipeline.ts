// The way of one article: bytes -> article -> sentences with trees -> facts. Pure from text to facts, so any number of processes can
// share the work. `pipeline/build.ts` joins the facts of many articles.
import { fileURLToPath } from "node:url";
import { extractFacts } from "./facts/extract.ts";
import type { Fact } from "./facts/fact.ts";
import { analyse } from "./language/analyse.ts";
import { loadModels } from "./language/model.ts";
import { loadEntities } from "./mentions/entities.ts";
import { buildGazetteer } from "./mentions/gazetteer.ts";
import type { Entity } from "./mentions/mention.ts";
import { loadOntology } from "./ontology/load.ts";
import type { Ontology } from "./ontology/ontology.ts";
import { readBytes } from "./pipeline/folder.ts";
import { STDIN } from "./pipeline/inputs.ts";
import { EXIT, KgError, type Problem } from "./problem.ts";
import type { Article } from "./text/article.ts";
import { readArticle } from "./text/readers.ts";

/** Facts of one article, in the order of its text. */
export interface Extraction {
  readonly facts: readonly Fact[];
  /** Sentences and headings read. */
  readonly sentences: number;
  readonly problems: readonly Problem[];
}

/** Everything that reads articles: the ontology, the known entities and what turns an article into facts. */
export interface Machine {
  readonly ontology: Ontology;
  readonly entities: readonly Entity[];
  readonly extract: (article: Article) => Extraction;
  /** What is wrong with the ontology or the entities. */
  readonly problems: readonly Problem[];
}

/** What the user says about an input, for what the input itself does not tell. */
export interface InputHints {
  readonly id: string | null;
  readonly published: string | null;
}

const SHIPPED_ENTITIES: string = fileURLToPath(new URL("../data/entities.jsonl", import.meta.url));
const EXTRACTORS: readonly string[] = ["frames"];

/** Loads ontology, entities and models. @throws KgError for an unknown extractor, an ontology without relations or missing models. */
export async function loadMachine(options: {
  readonly ontology?: string;
  readonly entities?: string;
  readonly extractor?: string;
}): Promise<Machine> {
  const unknown = (options.extractor ?? "frames").split(",").find((name) => !EXTRACTORS.includes(name));
  if (unknown !== undefined)
    throw new KgError(`there is no extractor "${unknown}"`, EXIT.usage, { hint: `there are: ${EXTRACTORS.join(", ")}` });
  const { ontology, problems: ontologyProblems } = options.ontology === undefined ? loadOntology() : loadOntology(options.ontology);
  if (ontology.relations.size === 0) {
    throw new KgError(`the ontology ${options.ontology ?? ""} declares no relation`, EXIT.input, {
      hint: ontologyProblems[0]?.message ?? "name its folder with --ontology",
    });
  }
  const { entities, problems: entityProblems } = loadEntities(options.entities ?? SHIPPED_ENTITIES, ontology);
  const gazetteer = buildGazetteer(entities, ontology);
  const models = loadModels();
  return {
    ontology,
    entities,
    problems: [...ontologyProblems, ...entityProblems],
    extract: (article) => {
      const document = analyse(article, models);
      return { facts: extractFacts(document, { ontology, gazetteer, models }), sentences: document.sentences.length, problems: [] };
    },
  };
}

/** Reads one input's bytes as an article; null with Problems when it is none. */
export async function readInput(
  bytes: Uint8Array,
  input: InputHints & { readonly file: string },
): Promise<{ article: Article | null; problems: readonly Problem[] }> {
  return readArticle(bytes, input);
}

/** Reads files as articles, in order. What cannot be read, or takes an id that is taken, is named and left out. */
export async function readInputs(
  files: readonly string[],
  hints: InputHints & { readonly stdin: Uint8Array | null },
): Promise<{ articles: readonly Article[]; problems: readonly Problem[] }> {
  const articles = new Map<string, Article>();
  const problems: Problem[] = [];
  for (const file of files) {
    const read = file === STDIN && hints.stdin !== null ? { bytes: hints.stdin } : readBytes(file);
    if ("reason" in read) {
      problems.push({
        level: "error",
        code: read.reason === "no such file" ? "input-missing" : "input-unreadable",
        message: `cannot be read: ${read.reason}`,
        file,
      });
      continue;
    }
    const { article, problems: found } = await readInput(read.bytes, { file, id: hints.id, published: hints.published });
    problems.push(...found);
    if (article === null) continue;
    const first = articles.get(article.id);
    if (first === undefined) articles.set(article.id, article);
    else
      problems.push({
        level: "error",
        code: "article-id-taken",
        message: `the article id "${article.id}" is taken by ${first.file}`,
        file,
        hint: "rename the file, or set `id` in its front matter",
      });
  }
  return { articles: [...articles.values()], problems };
}

/** Extracts the facts of one article. */
export async function extractArticle(article: Article, machine: Machine): Promise<Extraction> {
  return machine.extract(article);
}

/** A fact as one line, newline included; keys in the order of the format. */
export function factLine(fact: Fact): string {
  return `${JSON.stringify(fact)}\n`;
}
