// What the measuring scripts share: the trained reader with everything it reads with, and bare texts as analysed documents.
import { readFileSync } from "node:fs";
import { analyse } from "../language/analyse.ts";
import { type Encoder, openEncoder } from "../language/encoder.ts";
import { loadModels } from "../language/model.ts";
import type { Document } from "../language/token.ts";
import { loadEntities } from "../mentions/entities.ts";
import { buildGazetteer, type Gazetteer } from "../mentions/gazetteer.ts";
import { loadOntology } from "../ontology/load.ts";
import type { Ontology } from "../ontology/ontology.ts";

export interface Bench {
  readonly ontology: Ontology;
  readonly gazetteer: Gazetteer;
  readonly encoder: Encoder;
  /** Analyses a text that has nothing but an id and perhaps a date. */
  readonly analyse: (id: string, text: string, published?: string | null) => Document;
}

/** Opens the shipped ontology, entities and models with the encoder of a folder. @throws Error where the encoder cannot be opened. */
export async function openBench(folder: string): Promise<Bench> {
  const { encoder, problems } = await openEncoder(folder);
  if (encoder === null) throw new Error(problems[0]?.message ?? "no encoder");
  const { ontology } = loadOntology();
  const { entities } = loadEntities(readFileSync("data/entities.jsonl", "utf8"), "data/entities.jsonl", ontology);
  const models = loadModels();
  const source = { title: "", publisher: null, author: null, url: null, licence: null, sources: [] };
  return {
    ontology,
    gazetteer: buildGazetteer(entities),
    encoder,
    analyse: (id, text, published = null) => analyse({ id, text, published, file: id, ...source }, models),
  };
}
