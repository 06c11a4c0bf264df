// An invented field of firms, people, places and rules as viewer data: forty-odd entities, a few articles, conflicts, an inferred edge.
import type { ViewerArticle, ViewerClaim, ViewerData, ViewerEntity, ViewerFact } from "../../src/exports/viewer-data.ts";

const FIRMS = [
  "Acorn Robotics",
  "Birch Compute",
  "Cedar Labs",
  "Dune Analytics",
  "Ember Chips",
  "Fjord Cloud",
  "Grove Motors",
  "Harbour Bank",
  "Iris Health",
  "Juniper Media",
  "Kestrel Air",
  "Larch Systems",
  "Maple Foods",
  "Nimbus Data",
];
const PEOPLE = ["Ada Quill", "Bruno Vale", "Clara Mott", "Dev Sharp", "Esther Lund", "Farid Noor", "Greta Holm", "Hugo Plain"];
const PLACES = ["Northmark", "Eastvale", "Southport", "Westerly", "Midland"];
const RULES = ["Open Model Act", "Chip Export Rule", "Fair Data Code"];
const WARES = ["Acorn One", "Birch Cluster", "Cedar Voice", "Ember X2", "Fjord Store", "Iris Scan", "Larch Mail"];
const FIELDS = ["language models", "edge computing", "medical imaging", "robotics"];

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ["Firm", FIRMS],
  ["Human", PEOPLE],
  ["Land", PLACES],
  ["Rule", RULES],
  ["Ware", WARES],
  ["Field", FIELDS],
];

const slug = (text: string): string => text.toLowerCase().replaceAll(" ", "-");

type Line = readonly [subject: string, relation: string, words: string, object: string, status?: string];

const LINES: readonly (readonly [title: string, publisher: string, published: string, lines: readonly Line[]])[] = [
  [
    "A quiet quarter of buying",
    "The Invented Ledger",
    "2024-03-04",
    [
      ["Acorn Robotics", "buys", "has bought", "Cedar Labs"],
      ["Birch Compute", "supplies", "now supplies", "Acorn Robotics"],
      ["Ember Chips", "supplies", "sends wafers to", "Birch Compute"],
      ["Ada Quill", "leads", "runs", "Acorn Robotics"],
      ["Harbour Bank", "funds", "put money into", "Dune Analytics"],
      ["Acorn Robotics", "makes", "builds", "Acorn One"],
      ["Cedar Labs", "makes", "created", "Cedar Voice"],
      ["Acorn Robotics", "basedIn", "sits in", "Northmark"],
    ],
  ],
  [
    "Who supplies whom",
    "Northmark Courier",
    "2024-07-19",
    [
      ["Acorn Robotics", "buys", "completed its purchase of", "Cedar Labs"],
      ["Birch Compute", "supplies", "ships servers to", "Fjord Cloud"],
      ["Birch Compute", "makes", "designed", "Birch Cluster"],
      ["Ember Chips", "makes", "sells", "Ember X2"],
      ["Bruno Vale", "leads", "heads", "Birch Compute"],
      ["Fjord Cloud", "partners", "works with", "Larch Systems"],
      ["Larch Systems", "makes", "offers", "Larch Mail"],
      ["Fjord Cloud", "rivals", "competes with", "Nimbus Data"],
      ["Grove Motors", "funds", "may invest in", "Kestrel Air", "possible"],
      ["Birch Compute", "basedIn", "moved to", "Eastvale"],
      ["Ember Chips", "basedIn", "has its plant in", "Southport"],
    ],
  ],
  [
    "New rules for models and chips",
    "Invented Policy Review",
    "2024-11-02",
    [
      ["Open Model Act", "regulates", "covers", "language models"],
      ["Chip Export Rule", "regulates", "binds", "Ember Chips"],
      ["Fair Data Code", "regulates", "applies to", "Nimbus Data"],
      ["Open Model Act", "regulates", "also touches", "Acorn Robotics"],
      ["Clara Mott", "leads", "directs", "Ember Chips"],
      ["Dev Sharp", "leads", "manages", "Ember Chips"],
      ["Acorn Robotics", "worksOn", "works on", "robotics"],
      ["Birch Compute", "worksOn", "invests time in", "edge computing"],
      ["Iris Health", "worksOn", "specialises in", "medical imaging"],
      ["Iris Health", "makes", "launched", "Iris Scan"],
      ["Esther Lund", "leads", "founded and leads", "Iris Health"],
      ["Iris Health", "basedIn", "opened in", "Westerly"],
    ],
  ],
  [
    "The second wave",
    "The Invented Ledger",
    "2025-02-11",
    [
      ["Acorn Robotics", "buys", "owns all of", "Cedar Labs"],
      ["Harbour Bank", "funds", "backs", "Iris Health"],
      ["Harbour Bank", "funds", "denies funding", "Juniper Media", "negated"],
      ["Juniper Media", "partners", "shares staff with", "Kestrel Air"],
      ["Farid Noor", "leads", "steers", "Juniper Media"],
      ["Greta Holm", "leads", "chairs", "Grove Motors"],
      ["Hugo Plain", "leads", "took over", "Fjord Cloud"],
      ["Grove Motors", "partners", "plans a venture with", "Acorn Robotics", "planned"],
      ["Maple Foods", "supplies", "feeds", "Harbour Bank"],
      ["Nimbus Data", "basedIn", "left for", "Midland"],
      ["Dune Analytics", "rivals", "fights", "Nimbus Data"],
      ["Ember Chips", "supplies", "sells to", "Acorn Robotics"],
      ["Birch Compute", "partners", "signed with", "Acorn Robotics"],
    ],
  ],
];

const RELATIONS: readonly (readonly [string, string, string])[] = [
  ["buys", "buys", "bought by"],
  ["supplies", "supplies", "supplied by"],
  ["leads", "leads", "led by"],
  ["funds", "funds", "funded by"],
  ["makes", "makes", "made by"],
  ["basedIn", "is based in", "home of"],
  ["partners", "partners with", "partners with"],
  ["rivals", "competes with", "competes with"],
  ["regulates", "regulates", "regulated by"],
  ["worksOn", "works on", "field of"],
  ["raised", "raised", "raised by"],
];

const CLASSES: readonly (readonly [string, string, string, string, string, string])[] = [
  ["Firm", "Firm", "Firms", "#0049b2", "#9eb5ff", "building"],
  ["Human", "Person", "People", "#d27b14", "#ffce91", "person"],
  ["Land", "Place", "Places", "#535d71", "#8a9aab", "pin"],
  ["Rule", "Policy", "Policies", "#f152a8", "#ff8eae", "document"],
  ["Ware", "Product", "Products", "#009177", "#68f3f7", "cube"],
  ["Field", "Sector", "Sectors", "#886600", "#b87200", "chart"],
];

/** Builds the fixture; every span is found in the text, so quotes are right by construction. */
export function fixture(): ViewerData {
  const articles: ViewerArticle[] = [];
  const facts: ViewerFact[] = [];
  const claims = new Map<string, { -readonly [K in keyof ViewerClaim]: ViewerClaim[K] }>();
  for (const [title, publisher, published, lines] of LINES) {
    const id = slug(title);
    let text = `${title}\n\nThe desk went through its notes again this week. `;
    lines.forEach(([subject, relation, words, object, status = "asserted"], index) => {
      const start = text.length;
      const verb = start + subject.length + 1;
      const thing = verb + words.length + 1;
      text += `${subject} ${words} ${object}, two people said.`;
      const key = `${slug(subject)} ${relation} ${slug(object)} ${status}`;
      const claim = claims.get(key) ?? {
        id: `c-${key.replaceAll(" ", "-")}`,
        subject: slug(subject),
        relation,
        object: slug(object),
        status,
        facts: [],
        confidence: 0.5,
        conflictsWith: [],
      };
      const fact: ViewerFact = {
        id: `${id}-${index}`,
        article: id,
        span: [start, text.length],
        subject: [start, start + subject.length],
        object: [thing, thing + object.length],
        trigger: [verb, verb + words.length],
        attribution: index % 3 === 0 ? { id: null, label: "two people" } : null,
        time: index % 4 === 0 ? { kind: "at", value: published.slice(0, 7), mention: "this week", span: [0, 1] } : null,
        qualifiers: relation === "leads" ? { role: "chief executive" } : {},
        extractor: "frames",
        rule: relation,
        confidence: 0.6 + (index % 4) / 10,
        reasons: ["parse:clean", "linking:exact"],
      };
      facts.push(fact);
      claims.set(key, { ...claim, facts: [...claim.facts, fact.id], confidence: 1 - (1 - claim.confidence) * (1 - fact.confidence) });
      text += index % 3 === 2 ? "\n\nIn the afternoon nothing moved. " : " ";
    });
    articles.push({ id, title, text, published, publisher, author: "A. Writer", url: `https://news.example/${id}` });
  }
  addAmount(articles, facts, claims);
  for (const claim of claims.values()) {
    const rivals = [...claims.values()].filter(
      (other) => other !== claim && other.relation === "leads" && claim.relation === "leads" && other.object === claim.object,
    );
    claim.conflictsWith = rivals.map((rival) => rival.id).sort();
  }
  return {
    title: "Invented industry",
    base: "https://data.example/",
    classes: CLASSES.map(([id, label, plural, light, dark, pictogram]) => ({ id, label, plural, parent: null, light, dark, pictogram })),
    relations: RELATIONS.map(([id, label, inverse]) => ({ id, label, inverse, symmetric: label === inverse })),
    entities: entities(),
    articles,
    facts,
    claims: [...claims.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    inferred: [
      {
        subject: "ada-quill",
        relation: "leads",
        object: "cedar-labs",
        rule: "owner-leads",
        premises: ["c-ada-quill-leads-acorn-robotics-asserted", "c-acorn-robotics-buys-cedar-labs-asserted"],
      },
    ],
    prefixes: [["ex", "https://data.example/ontology#"]],
    files: ["graph.ttl", "graph.gexf"],
    queries: [{ title: "Who leads whom", text: "SELECT ?person ?firm WHERE { ?person ex:leads ?firm }" }],
    earlier: null,
  };
}

function addAmount(articles: readonly ViewerArticle[], facts: ViewerFact[], claims: Map<string, ViewerClaim>): void {
  const article = articles[0];
  if (article === undefined) return;
  const first = facts.find((fact) => fact.article === article.id && article.text.slice(...fact.subject) === "Harbour Bank");
  if (first === undefined) return;
  facts.push({ ...first, id: "amount", subject: first.object, object: first.trigger ?? first.object });
  claims.set("amount", {
    id: "c-amount",
    subject: "dune-analytics",
    relation: "raised",
    object: { value: 12_500_000, unit: "EUR", comparator: ">" },
    status: "asserted",
    facts: ["amount"],
    confidence: 0.8,
    conflictsWith: [],
  });
}

/** Places entities on rings: firms inside, what hangs on them outside. */
function entities(): readonly ViewerEntity[] {
  const firmAngle = (index: number): number => (index / FIRMS.length) * 2 * Math.PI;
  return KINDS.flatMap(([kind, names], ring) =>
    names.map((label, index): ViewerEntity => {
      const angle = kind === "Firm" ? firmAngle(index) : (index / names.length) * 2 * Math.PI + ring * 0.7;
      const radius = kind === "Firm" ? (index % 2 === 0 ? 120 : 210) : 280 + 45 * (ring % 3);
      const point = { x: Math.round(1.35 * radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
      return { id: slug(label), class: kind, label, aliases: label === "Acorn Robotics" ? ["Acorn", "ARX"] : [], wikidata: null, ...point };
    }),
  );
}
