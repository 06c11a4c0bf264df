// The way of one article: bytes -> article -> sentences with trees -> facts. Pure from text to facts, so any number of processes can
// share the work. `pipeline/build.ts` joins the facts of many articles.
import { fileURLToPath } from "node:url";
import { explain } from "./facts/explain.ts";
import { DEFAULT_EXTRACTORS, EXTRACTORS, extractFacts } from "./facts/extract.ts";
import type { Fact } from "./facts/fact.ts";
import { relationsExtractor } from "./facts/relations.ts";
import { loadRules, type Rule } from "./graph/rules.ts";
import { analyse } from "./language/analyse.ts";
import { type Encoder, openEncoder } from "./language/encoder.ts";
import { loadModels } from "./language/model.ts";
import { loadEntities } from "./mentions/entities.ts";
import { buildGazetteer } from "./mentions/gazetteer.ts";
import type { Entity } from "./mentions/mention.ts";
import { loadOntology } from "./ontology/load.ts";
import type { Ontology } from "./ontology/ontology.ts";
import { readBytes } from "./pipeline/folder.ts";
import { EXIT, KgError, type Problem } from "./problem.ts";
import type { Article } from "./text/article.ts";

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
  /** Rules by which edges follow. */
  readonly rules: readonly Rule[];
  readonly extract: (article: Article) => Promise<Extraction>;
  /** How each sentence of an article is read, as text. */
  readonly explain: (article: Article) => Promise<string>;
  /** What is wrong with the ontology or the entities. */
  readonly problems: readonly Problem[];
  /** Loads the models, which else the first article does, and tells what is wrong with them. */
  readonly ready: () => Promise<readonly Problem[]>;
}

const SHIPPED_ENTITIES: string = fileURLToPath(new URL("../data/entities.jsonl", import.meta.url));

const NO_ENCODER = { encoder: null, problems: [] as Problem[] };

/** Loads ontology, entities and models. @throws KgError for an unknown extractor, an ontology without relations or missing models. */
export async function loadMachine(options: {
  readonly ontology?: string;
  readonly entities?: string;
  readonly extractor?: string;
  /** Facts of less confidence are left out, 0..1; without it the reader's own bar decides. */
  readonly minConfidence?: number;
}): Promise<Machine> {
  const names = options.extractor?.split(",").map((name) => name.trim()) ?? DEFAULT_EXTRACTORS;
  const known = EXTRACTORS.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new KgError(`there is no extractor "${unknown}"`, EXIT.usage, { hint: `there are: ${known.join(", ")}` });
  const { ontology, problems: ontologyProblems } = loadOntology(options.ontology);
  if (ontology.relations.size === 0) {
    throw new KgError(`the ontology ${options.ontology ?? ""} declares no relation`, EXIT.input, {
      hint: ontologyProblems[0]?.message ?? "name its folder with --ontology",
    });
  }
  const file = options.entities ?? SHIPPED_ENTITIES;
  const read = readBytes(file);
  if ("reason" in read)
    throw new KgError(`${file}: cannot be read: ${read.reason}`, EXIT.input, { hint: "name the known entities with --entities" });
  const { entities, problems: entityProblems } = loadEntities(
    new TextDecoder().decode(read.bytes),
    options.entities ?? "data/entities.jsonl",
    ontology,
  );
  const gazetteer = buildGazetteer(entities);
  const load = async () => {
    const models = loadModels();
    const { encoder, problems } = names.includes(relationsExtractor.name) ? await openEncoder() : NO_ENCODER;
    return { models, context: { ontology, gazetteer, encoder: encoder && withBar(encoder, options.minConfidence) }, problems };
  };
  // A build whose articles were all read before needs no model.
  let loading: ReturnType<typeof load> | null = null;
  const loaded = (): ReturnType<typeof load> => {
    loading ??= load();
    return loading;
  };
  return {
    ontology,
    entities,
    rules: loadRules(options.ontology),
    problems: [...ontologyProblems, ...entityProblems],
    ready: async () => (await loaded()).problems,
    extract: async (article) => {
      const { models, context, problems } = await loaded();
      const document = analyse(article, models);
      const { facts } = await extractFacts(document, context, names);
      const sure = facts.filter(({ confidence }) => confidence >= (options.minConfidence ?? 0));
      return { facts: sure, sentences: document.sentences.length, problems };
    },
    explain: async (article) => {
      const { models, context } = await loaded();
      const document = analyse(article, models);
      return explain(document, await extractFacts(document, context, names));
    },
  };
}

function withBar(encoder: Encoder, atLeast: number | undefined): Encoder {
  if (atLeast === undefined) return encoder;
  return { ...encoder, labels: { ...encoder.labels, trust: { ...encoder.labels.trust, atLeast } } };
}

/** Extracts the facts of one article. */
export async function extractArticle(article: Article, machine: Machine): Promise<Extraction> {
  return machine.extract(article);
}
