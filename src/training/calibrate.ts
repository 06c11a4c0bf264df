// `npm run train:calibrate -- --gold FOLDER --only PREFIX,PREFIX`: sets the thresholds of the reader's relations and the confidence of its scores,
// on gold passages that it was not trained on, and writes them into data/models/encoder/labels.json. Prints the curve that it chose from.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Fact } from "../facts/fact.ts";
import { readDocument } from "../facts/reading.ts";
import { knownSpans, proposeRelations } from "../facts/relations.ts";
import { analyse } from "../language/analyse.ts";
import { type EncoderLabels, openEncoder } from "../language/encoder.ts";
import { loadModels } from "../language/model.ts";
import { loadEntities } from "../mentions/entities.ts";
import { findMentions } from "../mentions/find.ts";
import { buildGazetteer } from "../mentions/gazetteer.ts";
import { loadOntology } from "../ontology/load.ts";
import { figures, type GoldFact, pool, rulesFor, score } from "../pipeline/evaluate.ts";

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    only: { type: "string", default: "" },
    target: { type: "string", default: "0.8" },
    folder: { type: "string", default: "data/models/encoder" },
  },
});
if (values.gold === undefined) {
  console.error("usage: npm run train:calibrate -- --gold FOLDER [--only PREFIX,PREFIX] [--target PRECISION] [--folder FOLDER]");
  process.exit(2);
}
/** Scores below this are not looked at. */
const LOWEST = 0.15;
/** A relation with fewer right proposals takes the threshold of all. */
const MIN_RIGHT = 8;
const BINS: readonly number[] = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, LOWEST];

const { encoder, problems } = await openEncoder(values.folder);
if (encoder === null) throw new Error(problems[0]?.message ?? "no encoder");
const { ontology } = loadOntology();
const { entities } = loadEntities(readFileSync("data/entities.jsonl", "utf8"), "data/entities.jsonl", ontology);
const gazetteer = buildGazetteer(entities);
const models = loadModels();
const { scored, phrase } = JSON.parse(readFileSync("data/evaluation.json", "utf8")) as { scored: string[]; phrase: string[] };
const rules = rulesFor(ontology, { scored, phrase });
const open: EncoderLabels = {
  ...encoder.labels,
  thresholds: Object.fromEntries(encoder.labels.relations.map((name) => [name, LOWEST])),
  calibration: [],
};
const prefixes = values.only.split(",");
const scores: ReturnType<typeof score>[] = [];
const judged: { readonly relation: string; readonly score: number; readonly right: boolean }[] = [];
for (const name of readdirSync(values.gold).sort()) {
  if (!name.endsWith(".json") || !prefixes.some((prefix) => name.startsWith(prefix))) continue;
  const { text, date, facts } = JSON.parse(readFileSync(`${values.gold}/${name}`, "utf8")) as {
    text: string;
    date: string;
    facts: GoldFact[];
  };
  const none = { publisher: null, author: null, url: null, licence: null, sources: [] };
  const document = analyse({ id: name, title: "", text, published: date, file: name, ...none }, models);
  const mentions = findMentions(document, { ontology, gazetteer });
  const proposals = proposeRelations(document, mentions, await readDocument(document, encoder, knownSpans(mentions, open)), {
    ontology,
    gazetteer,
    encoder,
    labels: open,
  });
  const sorted = [...proposals.facts].sort((a: Fact, b: Fact) => b.confidence - a.confidence);
  const result = score(facts, sorted, rules);
  scores.push(result);
  for (const { fact } of result.hits) judged.push({ relation: fact.relation, score: fact.confidence, right: true });
  for (const fact of result.wrong) judged.push({ relation: fact.relation, score: fact.confidence, right: false });
}
const all = figures(pool(scores));
console.log(
  `${scores.length} passages, ${all.gold} gold facts; every proposal from ${LOWEST} on: P ${all.precision.toFixed(2)} R ${all.recall.toFixed(2)}`,
);
for (const at of BINS) {
  const above = judged.filter(({ score: own }) => own >= at);
  const right = above.filter((one) => one.right).length;
  console.log(`from ${at}: ${above.length} scored, P ${(right / Math.max(1, above.length)).toFixed(2)} R ${(right / all.gold).toFixed(2)}`);
}

/** Lowest threshold from which on the proposals are right in `target` of the cases; 1 when none is. */
function threshold(from: readonly { readonly score: number; readonly right: boolean }[], target: number): number {
  const falling = [...from].sort((a, b) => b.score - a.score);
  let right = 0;
  let best = 1;
  falling.forEach((one, index) => {
    if (one.right) right++;
    if (one.right && right / (index + 1) >= target) best = one.score;
  });
  return best;
}
const target = Number(values.target);
const common = threshold(judged, target);
const thresholds: Record<string, number> = {};
for (const name of encoder.labels.relations.slice(1)) {
  const own = judged.filter(({ relation }) => relation === name);
  const enough = own.filter((one) => one.right).length >= MIN_RIGHT;
  thresholds[name] = Math.max(LOWEST, Math.round((enough ? threshold(own, target) : common) * 100) / 100);
  const above = own.filter(({ score: each }) => each >= thresholds[name]!);
  console.log(
    `${name.padEnd(15)} threshold ${thresholds[name]}, right ${above.filter((one) => one.right).length} of ${above.length} (all ${own.length})`,
  );
}
const calibration = BINS.map((at, index) => {
  const inside = judged.filter(({ score: own }) => own >= at && own < (BINS[index - 1] ?? 2));
  const right = inside.filter((one) => one.right).length;
  return [at, Math.round(((right + 1) / (inside.length + 2)) * 100) / 100] as const;
});
writeFileSync(`${values.folder}/labels.json`, `${JSON.stringify({ ...encoder.labels, thresholds, calibration }, null, 1)}\n`);
