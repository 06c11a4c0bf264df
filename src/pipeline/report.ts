// What a build says about itself: report.json for programs (and for `serve`), report.md for people. No clock: same input, same bytes.
import type { Knowledge } from "../graph/knowledge.ts";
import { formatProblem, type Problem } from "../problem.ts";
import type { BuildReport } from "../serve/snapshot.ts";

export interface ReportInput {
  readonly knowledge: Knowledge;
  /** Sentences per article id. */
  readonly sentences: ReadonlyMap<string, number>;
  /** Facts found before merging and reviews. */
  readonly found: number;
  /** Files written: path below the build, one line about it. */
  readonly files: readonly { readonly file: string; readonly description: string }[];
  /** Everything worth saying, in order of occurrence. */
  readonly problems: readonly Problem[];
}

export interface FullReport extends BuildReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly relations: Readonly<Record<string, number>>;
  readonly files: ReportInput["files"];
  readonly problems: readonly Problem[];
}

function tally(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const sorted = <T>(map: ReadonlyMap<string, T>): Record<string, T> => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Builds the report of a build. */
export function makeReport({ knowledge, sentences, found, files, problems }: ReportInput): FullReport {
  const { ontology, articles, facts, claims } = knowledge;
  const articleOf = new Map(facts.map((fact) => [fact.id, fact.evidence.article]));
  const perArticle = tally(facts.map((fact) => fact.evidence.article));
  return {
    format: 1,
    title: knowledge.title,
    base: knowledge.base,
    counts: {
      articles: articles.length,
      sentences: [...sentences.values()].reduce((sum, count) => sum + count, 0),
      factsFound: found,
      facts: facts.length,
      claims: claims.length,
      conflicts: claims.filter((claim) => claim.conflictsWith.length > 0).length,
      corroborated: claims.filter((claim) => new Set(claim.facts.map((id) => articleOf.get(id))).size > 1).length,
      entities: knowledge.entities.length,
      inferred: knowledge.inferred.length,
    },
    relations: sorted(tally(facts.map((fact) => fact.relation))),
    articles: articles.map(({ id, title, file, published, publisher, url }) => ({
      ...{ id, title, file, published, publisher, url },
      sentences: sentences.get(id) ?? 0,
      facts: perArticle.get(id) ?? 0,
    })),
    files,
    vocabulary: {
      namespace: ontology.namespace,
      prefixes: sorted(ontology.prefixes),
      classes: sorted(new Map([...ontology.classes].map(([id, { label }]) => [id, label]))),
      relations: sorted(new Map([...ontology.relations].map(([id, { label, inverseLabel }]) => [id, { label, inverse: inverseLabel }]))),
    },
    problems,
  };
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ");

/** The report as Markdown. */
export function reportText(report: FullReport): string {
  const { counts, articles, relations, files, problems } = report;
  const lines = [
    `# ${report.title}: what this build read, found and left out`,
    "",
    `${counts.articles} articles with ${counts.sentences} sentences gave ${counts.facts} facts: ${counts.claims} claims about ${counts.entities} entities.`,
    `${counts.corroborated} claims stand in more than one article, ${counts.conflicts} conflict with another, ${counts.inferred} edges were inferred.`,
    "",
    "## Articles",
    "",
    "| article | published | sentences | facts |",
    "| --- | --- | ---: | ---: |",
    ...articles.map(
      (article) =>
        `| ${cell(article.title)} (${article.id}) | ${article.published ?? "unknown"} | ${article.sentences} | ${article.facts} |`,
    ),
    "",
    "## Facts by relation",
    "",
    "| relation | facts |",
    "| --- | ---: |",
    ...Object.entries(relations).map(([id, count]) => `| ${id} | ${count} |`),
    "",
    "## Problems",
    "",
    ...(problems.length === 0 ? ["None."] : problems.map((problem) => `- ${problem.level} \`${problem.code}\`: ${formatProblem(problem)}`)),
    "",
    "## Files",
    "",
    ...files.map(({ file, description }) => `- \`${file}\`: ${description}`),
  ];
  return `${lines.join("\n")}\n`;
}
