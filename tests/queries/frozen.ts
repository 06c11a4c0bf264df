// Knowledge that does not change when extraction gets better: facts written by hand, so that the results of queries can be stated in full.
// It has what each query looks for: a restricted field, a conflict, a plan that came true, a denial, a path, a goal, a number of a country.
import type { AmountRef, EntityRef, Fact, Status } from "../../src/facts/fact.ts";
import { factId } from "../../src/facts/id.ts";
import { mergeFacts } from "../../src/facts/merge.ts";
import { assemble } from "../../src/graph/assemble.ts";
import type { Knowledge } from "../../src/graph/knowledge.ts";
import { loadRules } from "../../src/graph/rules.ts";
import type { Entity } from "../../src/mentions/mention.ts";
import { loadOntology } from "../../src/ontology/load.ts";
import type { Article } from "../../src/text/article.ts";

export const BASE = "https://w3id.org/factloom/";

/** id | class | label | links */
const ENTITIES: readonly Entity[] = `
openai | Company | OpenAI
nvidia | Company | Nvidia
microsoft | Company | Microsoft
tsmc | Company | TSMC
softbank | Company | SoftBank
graphcore | Company | Graphcore
deepseek | Company | DeepSeek
deepmind | Company | DeepMind
google | Company | Google
alphabet | Company | Alphabet
mistral-ai | Company | Mistral AI
sk-hynix | Company | SK Hynix
liang-wenfeng | Person | Liang Wenfeng
sam-altman | Person | Sam Altman
nigel-toon | Person | Nigel Toon
morris-chang | Person | Morris Chang
h20 | Chip | H20
chatgpt | Product | ChatGPT
iphone | Device | iPhone
common-crawl | DataSource | Common Crawl
paris | City | Paris | capitalOf france
icheon | City | Icheon | locatedIn south-korea
hangzhou | City | Hangzhou | locatedIn china
france | Country | France
south-korea | Country | South Korea
china | Country | China
government-of-france | GovernmentBody | Government of France | jurisdiction france
bis | GovernmentBody | Bureau of Industry and Security | jurisdiction united-states
united-states | Country | United States
eu-ai-act | Regulation | EU AI Act | jurisdiction european-union
european-union | Region | European Union
export-controls | Sanction | October 2022 export controls
semiconductors | Sector | semiconductors
ai-chip-development | Sector | AI chip development
artificial-intelligence | Technology | artificial intelligence
ai-chip | Technology | AI chip
taiwan-stock-exchange | StockExchange | Taiwan Stock Exchange
`
  .trim()
  .split("\n")
  .map((line): Entity => {
    const [id = "", classId = "", label = "", link] = line.split(" | ");
    const [relation, target] = link?.split(" ") ?? [];
    const links = relation !== undefined && target !== undefined ? { [relation]: [target] } : {};
    return { id, class: classId, label, aliases: [], adjectives: [], wikidata: null, links, origin: "known" };
  });

const ARTICLES = [
  ["chips", "Chips and controls", "2024-12-10"],
  ["money", "Money for models", "2025-03-31"],
  ["plans", "Plans and denials", "2025-09-01"],
] as const;

/** article | subject | relation | object (id, "phrase:…", amount or date) | status and time, where they are not "asserted" and none */
const FACTS = `
chips | export-controls | issuedBy | bis
chips | export-controls | dateIssued | date:2022-10-07
chips | export-controls | restricts | ai-chip
chips | nvidia | develops | h20
chips | nvidia | develops | ai-chip
chips | tsmc | suppliesTo | nvidia
chips | tsmc | founder | morris-chang | at 1987
chips | tsmc | dateFounded | date:1987
chips | tsmc | listedOn | taiwan-stock-exchange
chips | sk-hynix | basedIn | icheon
chips | sk-hynix | operatesIn | semiconductors
chips | graphcore | founder | nigel-toon | at 2016
chips | graphcore | operatesIn | ai-chip-development
chips | softbank | acquired | graphcore | at 2024-07
chips | nvidia | competesWith | graphcore
money | microsoft | partnerOf | openai
money | microsoft | competesWith | openai
money | microsoft | investsIn | openai
money | openai | raisedFunding | amount:>:40000000000:USD | at 2025-03
money | openai | chiefExecutive | sam-altman | since 2019
money | openai | uses | common-crawl
money | openai | operatesIn | artificial-intelligence
money | mistral-ai | basedIn | paris
money | mistral-ai | valuedAt | amount::5800000000:EUR | at 2024-06
money | deepmind | subsidiaryOf | google
money | google | subsidiaryOf | alphabet
money | softbank | acquired | graphcore | at 2024-07
money | deepseek | dateFounded | date:2023-05
money | deepseek | basedIn | hangzhou
plans | deepseek | dateFounded | date:2023-07
plans | deepseek | founder | liang-wenfeng
plans | softbank | acquired | graphcore | planned
plans | nvidia | acquired | graphcore | negated
plans | softbank | investsIn | openai | planned
plans | nvidia | suppliesTo | microsoft
plans | chatgpt | integratedInto | iphone
plans | china | hasGoal | phrase:Goal:lead the world in AI | by 2030
plans | france | hasGoal | phrase:Goal:train 100,000 specialists | planned by 2030
plans | south-korea | statistic | amount::20:percent:chip exports
plans | sk-hynix | statistic | amount:<=:30000::workers
plans | eu-ai-act | regulates | artificial-intelligence
plans | eu-ai-act | requires | phrase:Obligation:label generated content
plans | government-of-france | supports | mistral-ai
`
  .trim()
  .split("\n");

const ontology = loadOntology().ontology;
const labels = new Map(ENTITIES.map((entity) => [entity.id, entity]));

function readFact(line: string): Omit<Fact, "id"> {
  const [article = "", subjectId = "", relation = "", told = "", how = ""] = line.split(" | ");
  const words = how.split(" ").filter((word) => word !== "");
  const statuses: readonly Status[] = ["planned", "negated"];
  const status = statuses.find((one) => words.includes(one)) ?? "asserted";
  const kind = (["at", "since", "by"] as const).find((one) => words.includes(one));
  const [quote, object] = objectOf(told);
  const subject = reference(subjectId);
  const sentence = `${subject.label} ${ontology.relations.get(relation)?.label ?? relation} ${quote}.`;
  return {
    subject,
    relation,
    object,
    status,
    attribution: relation === "statistic" ? { id: null, label: "a ministry", mention: "a ministry", span: [0, 1] } : null,
    time: kind === undefined ? null : { kind, value: words.at(-1) ?? null, mention: how, span: [0, 1] },
    qualifiers: {},
    evidence: { article, start: 0, end: sentence.length, quote: sentence, trigger: null },
    extractor: "frames",
    rule: relation,
    confidence: status === "asserted" ? 0.9 : 0.7,
    reasons: [],
  };
}

function reference(id: string): EntityRef {
  const entity = labels.get(id);
  if (entity === undefined) throw new Error(`no entity ${id}`);
  return { id, type: entity.class, label: entity.label, mention: entity.label, span: [0, 1] };
}

function objectOf(told: string): readonly [words: string, object: Fact["object"]] {
  const [kind, ...rest] = told.split(":");
  if (kind === "date") {
    const [value = ""] = rest;
    return [
      value,
      { value, datatype: value.length === 4 ? "gYear" : value.length === 7 ? "gYearMonth" : "date", mention: value, span: [0, 1] },
    ];
  }
  if (kind === "phrase") {
    const [type = "", label = ""] = rest;
    return [label, { id: label.replaceAll(/\W+/g, "-").toLowerCase(), type, label, mention: label, span: [0, 1] }];
  }
  if (kind !== "amount") return [labels.get(told)?.label ?? told, reference(told)];
  const [comparator, value, unit, of] = rest;
  const mention = [comparator, value, unit, of].filter((part) => part !== undefined && part !== "").join(" ");
  const amount: AmountRef = {
    value: Number(value),
    ...(unit === undefined || unit === "" ? {} : { unit }),
    ...(comparator === ">" || comparator === "<=" ? { comparator } : {}),
    ...(of === undefined ? {} : { of }),
    mention,
    span: [0, 1],
  };
  return [mention, amount];
}

/** Builds the frozen knowledge: each article is the sentences of its facts. */
export function frozen(): Knowledge {
  const facts: Fact[] = [];
  const articles = ARTICLES.map(([id, title, published]): Article => {
    let text = "";
    for (const line of FACTS.filter((one) => one.startsWith(`${id} | `))) {
      const fact = readFact(line);
      const start = text.length;
      text += `${fact.evidence.quote} `;
      const placed = { ...fact, evidence: { ...fact.evidence, start, end: start + fact.evidence.quote.length } };
      facts.push({ ...placed, id: factId(placed) });
    }
    return { id, title, text, published, publisher: "Test", author: null, url: null, licence: null, sources: [], file: `${id}.txt` };
  });
  const claims = mergeFacts(facts, ontology);
  return assemble({ base: BASE, title: "Frozen", ontology, articles, entities: ENTITIES, facts, claims, rules: loadRules(), problems: [] });
}
