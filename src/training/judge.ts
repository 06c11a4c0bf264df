// `npm run train:judge -- --corpora FOLDER`: what the extractors find in corpora that others labelled, end to end: no pair and no mention is given.
// KnowledgeNet: the fold that training leaves out. CORE: its test part. Prints a line per relation.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DEFAULT_EXTRACTORS, extractFacts } from "../facts/extract.ts";
import type { Fact } from "../facts/fact.ts";
import { overlap, type Span } from "../problem.ts";
import { openBench } from "./bench.ts";
import { type Mapping, type PartialPassage, readCore, readKnowledgeNet } from "./partial.ts";

const { values } = parseArgs({
  options: {
    corpora: { type: "string" },
    extractor: { type: "string", default: DEFAULT_EXTRACTORS.join(",") },
    folder: { type: "string", default: "data/models/encoder" },
    mappings: { type: "string", default: "data/models/train/corpora.json" },
    list: { type: "boolean", default: false },
  },
});
if (values.corpora === undefined) {
  console.error("usage: npm run train:judge -- --corpora FOLDER [--extractor NAME,NAME] [--folder MODEL] [--list]");
  process.exit(2);
}

interface Tally {
  gold: number;
  found: number;
  right: number;
  wrong: number;
}

/** Two spans in a text, subject first. */
type Sides = readonly [subject: Span, object: Span];

const bench = await openBench(values.folder);
const { ontology } = bench;
const extractors = values.extractor.split(",");
const mappings = JSON.parse(readFileSync(values.mappings, "utf8")) as { core: Mapping; knowledgeNet: Mapping };
const SCORED_STATUSES = new Set(["asserted", "planned"]);

async function factsOf({ id, text }: PartialPassage): Promise<readonly Fact[]> {
  const { facts } = await extractFacts(bench.analyse(id, text), bench, extractors);
  return facts.filter(({ status }) => SCORED_STATUSES.has(status));
}

const sidesOf = ({ subject, object }: { readonly subject: { span: Span | null }; readonly object: { span: Span | null } }): Sides => [
  subject.span ?? [0, 0],
  object.span ?? [0, 0],
];
const meet = (a: Sides, b: Sides): boolean => overlap(a[0], b[0]) && overlap(a[1], b[1]);
const turned = ([subject, object]: Sides): Sides => [object, subject];
const isSymmetric = (relation: string): boolean => ontology.relations.get(relation)?.symmetric === true;

function print(title: string, tallies: ReadonlyMap<string, Tally>): void {
  const all: Tally = { gold: 0, found: 0, right: 0, wrong: 0 };
  console.log(`\n${title}\n${"relation".padEnd(16)}   gold  found  right  wrong      P    R   F1`);
  const line = (name: string, { gold, found, right, wrong }: Tally): void => {
    const [p, r] = [right / Math.max(1, right + wrong), found / Math.max(1, gold)];
    const figures = [p, r, (2 * p * r) / Math.max(1e-9, p + r)].map((share) => share.toFixed(2).replace(/^0/, "").padStart(5)).join("");
    console.log(`${name.padEnd(16)} ${[gold, found, right, wrong].map((n) => String(n).padStart(6)).join(" ")}  ${figures}`);
  };
  for (const [name, tally] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    line(name, tally);
    for (const key of ["gold", "found", "right", "wrong"] as const) all[key] += tally[key];
  }
  line("all", all);
}

function tally(tallies: Map<string, Tally>, relation: string): Tally {
  const known = tallies.get(relation) ?? { gold: 0, found: 0, right: 0, wrong: 0 };
  tallies.set(relation, known);
  return known;
}

/**
 * Facts of the labelled properties of a passage, both spans overlapping. The corpus repeats a fact for each mention of its subject, so labelled
 * facts that share relation and object count as one.
 */
async function judgeNet(passages: readonly PartialPassage[]): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const passage of passages) {
    const facts = await factsOf(passage);
    for (const relation of passage.partial) {
      const own = tally(tallies, relation);
      const gold = passage.facts.filter((fact) => fact.relation === relation).map(sidesOf);
      const found = facts.filter((fact) => fact.relation === relation && "span" in fact.object);
      own.gold += new Set(gold.map(([, object]) => object.join("-"))).size;
      const hit = new Set<string>();
      for (const fact of found) {
        const match = gold.filter((sides) => meet(sides, sidesOf(fact)));
        own[match.length > 0 ? "right" : "wrong"]++;
        for (const [, object] of match) hit.add(object.join("-"));
        if (values.list && match.length === 0)
          console.log(`wrong ${relation}: ${fact.subject.mention} | ${fact.object.mention} | ${passage.text}`);
      }
      own.found += hit.size;
      if (values.list)
        for (const [subject, object] of gold)
          if (!hit.has(object.join("-")))
            console.log(`missed ${relation}: ${passage.text.slice(...subject)} | ${passage.text.slice(...object)} | ${passage.text}`);
    }
  }
  print(`KnowledgeNet, fold 3, ${passages.length} passages, ${extractors.join("+")}`, tallies);
}

/** The one labelled pair of a sentence: found when relation and both spans agree; wrong when another relation is claimed of the same pair. */
async function judgeCore(passages: readonly PartialPassage[]): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const passage of passages) {
    const [gold] = passage.facts;
    if (gold === undefined) continue;
    const sides = sidesOf(gold);
    const onPair = (await factsOf(passage)).filter((fact) => meet(sidesOf(fact), sides) || meet(sidesOf(fact), turned(sides)));
    if (ontology.relations.has(gold.relation)) tally(tallies, gold.relation).gold++;
    let hit = false;
    for (const fact of onPair) {
      const isRight = fact.relation === gold.relation && (meet(sidesOf(fact), sides) || isSymmetric(fact.relation));
      tally(tallies, fact.relation)[isRight ? "right" : "wrong"]++;
      hit ||= isRight;
      if (values.list && !isRight)
        console.log(`wrong ${fact.relation} for ${gold.relation}: ${fact.subject.mention} | ${fact.object.mention} | ${passage.text}`);
    }
    if (hit) tally(tallies, gold.relation).found++;
    else if (values.list && gold.relation !== "none")
      console.log(`missed ${gold.relation}: ${passage.text.slice(...sides[0])} | ${passage.text.slice(...sides[1])} | ${passage.text}`);
  }
  print(`CORE, test, ${passages.length} sentences, ${extractors.join("+")}; wrong: another relation on the labelled pair`, tallies);
}

await judgeNet(readKnowledgeNet(`${values.corpora}/knowledgenet/folds123.jsonl`, mappings.knowledgeNet, [3]));
await judgeCore(readCore(`${values.corpora}/core/test.json`, mappings.core));
