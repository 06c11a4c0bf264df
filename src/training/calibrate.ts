// `npm run train:calibrate -- --gold FOLDER [--only PREFIX,PREFIX]`: fits how far the reader's proposals are to be trusted (src/facts/trust.ts) on gold
// passages that it was not trained on, and writes it into the labels of the model. Prints precision and recall by chance, and predicted beside
// observed precision, each passage judged by weights that were fitted on the others.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readDocument } from "../facts/reading.ts";
import { knownSpans, type Proposal, readProposals } from "../facts/relations.ts";
import { chanceOf, features, type Signals, type Trust } from "../facts/trust.ts";
import type { EncoderLabels } from "../language/encoder.ts";
import { findMentions } from "../mentions/find.ts";
import { type GoldFact, rulesFor, score } from "../pipeline/evaluate.ts";
import { openBench } from "./bench.ts";
import { fitLogistic } from "./logistic.ts";

const { values } = parseArgs({
  options: {
    gold: { type: "string" },
    only: { type: "string", default: "" },
    target: { type: "string" },
    folder: { type: "string", default: "data/models/encoder" },
  },
});
if (values.gold === undefined) {
  console.error("usage: npm run train:calibrate -- --gold FOLDER [--only PREFIX,PREFIX] [--target PRECISION] [--folder FOLDER]");
  process.exit(2);
}
const FOLDS = 5;
/** Pull of the common weights and of the relations' own towards 0: few examples say little. */
const [COMMON, OWN] = [0.3, 2];
/** Ends of the steps of chance that are printed, falling. */
const STEPS: readonly number[] = [0.9, 0.8, 0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.1, 0];

interface Judged {
  readonly passage: number;
  readonly signals: Signals;
  readonly right: boolean;
}

const bench = await openBench(values.folder);
const { ontology, encoder } = bench;
const { scored, phrase } = JSON.parse(readFileSync("data/evaluation.json", "utf8")) as { scored: string[]; phrase: string[] };
const rules = rulesFor(ontology, { scored, phrase });
const relations = encoder.labels.relations.slice(1);
/** Sure of everything a little, by score alone: all proposals are seen. */
const open: EncoderLabels = {
  ...encoder.labels,
  trust: { atLeast: 0, weights: [0, 1], relations: Object.fromEntries(relations.map((name) => [name, 0])) },
};

const judged: Judged[] = [];
const gold: number[] = [];
const prefixes = values.only.split(",");
for (const name of readdirSync(values.gold).sort()) {
  if (!name.endsWith(".json") || !prefixes.some((prefix) => name.startsWith(prefix))) continue;
  await judge(name, JSON.parse(readFileSync(`${values.gold}/${name}`, "utf8")));
}

async function judge(name: string, { text, date, facts }: { text: string; date: string; facts: GoldFact[] }): Promise<void> {
  const document = bench.analyse(name, text, date);
  const mentions = findMentions(document, bench);
  const reading = await readDocument(document, encoder, knownSpans(mentions, open));
  const { proposals } = readProposals(document, mentions, reading, { ...bench, labels: open });
  const byFact = new Map(proposals.map((proposal: Proposal) => [proposal.fact, proposal]));
  const sure = [...byFact.keys()].sort((a, b) => b.confidence - a.confidence);
  const { hits, wrong, missed } = score(facts, sure, rules);
  const passage = gold.push(hits.length + missed.length) - 1;
  for (const { fact } of hits) judged.push({ passage, signals: byFact.get(fact)!.signals, right: true });
  for (const fact of wrong) judged.push({ passage, signals: byFact.get(fact)!.signals, right: false });
}

/** Fits on some of the judged proposals. */
function fitTrust(rows: readonly Judged[], atLeast: number): Trust {
  const size = features(rows[0]!.signals).length;
  const cells = ({ signals }: Judged): (readonly [number, number])[] => [
    ...features(signals).map((value, k) => [k, value] as const),
    [size + relations.indexOf(signals.relation), 1],
  ];
  const penalty = [...Array.from({ length: size }, () => COMMON), ...relations.map(() => OWN)];
  const weights = fitLogistic(
    rows.map((row) => ({ at: cells(row), right: row.right })),
    penalty,
  ).map((weight) => Math.round(weight * 1000) / 1000);
  return {
    atLeast,
    weights: weights.slice(0, size),
    relations: Object.fromEntries(relations.map((name, k) => [name, weights[size + k]!])),
  };
}

const guessed = Array.from({ length: FOLDS }, (_, fold) => {
  const trust = fitTrust(
    judged.filter(({ passage }) => passage % FOLDS !== fold),
    0,
  );
  return judged.filter(({ passage }) => passage % FOLDS === fold).map((row) => ({ ...row, chance: chanceOf(row.signals, trust) }));
}).flat();
const total = gold.reduce((a, b) => a + b, 0);
const share = (n: number, of: number): string => (of === 0 ? "  -" : (n / of).toFixed(2));
console.log(
  `${gold.length} passages, ${total} gold facts, ${judged.length} proposals\nchance    made   P    R    F1   | within the step: made, predicted, right`,
);
let atLeast = 1;
let best = 0;
STEPS.forEach((step, k) => {
  const above = guessed.filter(({ chance }) => chance >= step);
  const right = above.filter((row) => row.right).length;
  const inside = above.filter(({ chance }) => chance < (STEPS[k - 1] ?? 2));
  const predicted = inside.reduce((sum, { chance }) => sum + chance, 0);
  const f1 = (2 * right) / Math.max(1, above.length + total);
  const isBetter = values.target === undefined ? f1 > best : right >= Number(values.target) * above.length && right > 0;
  if (isBetter) [atLeast, best] = [step, f1];
  console.log(
    `${step.toFixed(2)} ${String(above.length).padStart(8)}  ${share(right, above.length)} ${share(right, total)} ${f1.toFixed(3)} | ${String(inside.length).padStart(5)} ${share(predicted, inside.length)} ${share(inside.filter((row) => row.right).length, inside.length)}`,
  );
});
for (const name of relations) {
  const own = guessed.filter(({ signals, chance }) => signals.relation === name && chance >= atLeast);
  console.log(`${name.padEnd(15)} right ${own.filter((row) => row.right).length} of ${own.length}`);
}
const trust = fitTrust(judged, atLeast);
console.log(`proposals are made from a chance of ${atLeast} on; weights ${trust.weights.join(" ")}`);
writeFileSync(`${values.folder}/labels.json`, `${JSON.stringify({ ...encoder.labels, trust }, null, 1)}\n`);
