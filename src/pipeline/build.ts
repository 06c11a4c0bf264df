// Joins the facts of all articles into one knowledge graph and writes it in every format, with the viewer and a report.

import { EXPORTERS } from "../exports/table.ts";
import { writeViewerHtml } from "../exports/viewer.ts";
import { viewerData } from "../exports/viewer-data.ts";
import { readQueries } from "../exports/viewer-queries.ts";
import type { Fact } from "../facts/fact.ts";
import { mergeFacts } from "../facts/merge.ts";
import { settleClasses } from "../facts/settle.ts";
import { assemble } from "../graph/assemble.ts";
import { checkKnowledge } from "../graph/conform.ts";
import type { Machine } from "../pipeline.ts";
import type { Problem } from "../problem.ts";
import { BUILD_FILES } from "../serve/snapshot.ts";
import type { Article } from "../text/article.ts";
import { replaceFolder } from "./folder.ts";
import { type FullReport, makeReport, reportText } from "./report.ts";

export interface BuildOptions {
  readonly out: string;
  readonly base: string;
  readonly title: string;
  readonly rdf12: boolean;
  readonly nanopub: boolean;
  /** facts.jsonl of an earlier build, for the viewer's list of changes. */
  readonly earlier?: string | null;
  /** Found while reading; the report lists them first. */
  readonly problems: readonly Problem[];
  /** Makes the temporary folder's name unique among running builds. */
  readonly processId: number;
  readonly onArticle: (done: number) => void;
}

/** Builds and gives the report that was written. Same articles in any order, same bytes. */
export async function writeBuild(articles: readonly Article[], machine: Machine, options: BuildOptions): Promise<FullReport> {
  const read: Fact[] = [];
  const sentences = new Map<string, number>();
  const problems: Problem[] = [...options.problems];
  const ordered = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [index, article] of ordered.entries()) {
    const extraction = await machine.extract(article);
    read.push(...extraction.facts);
    // What is wrong with the models is said of every article, and once here.
    problems.push(...extraction.problems.filter((problem) => !problems.includes(problem)));
    sentences.set(article.id, extraction.sentences);
    options.onArticle(index + 1);
  }
  const found = settleClasses(read, new Map(machine.entities.map((entity) => [entity.id, entity])), machine.ontology);
  const claims = mergeFacts(found, machine.ontology);
  const { base, title } = options;
  const knowledge = assemble({
    base,
    title,
    ontology: machine.ontology,
    articles: ordered,
    entities: machine.entities,
    facts: found,
    claims,
    rules: machine.rules,
    problems: [],
  });
  problems.push(...knowledge.problems, ...(await checkKnowledge(knowledge)));

  const own = [
    ...ordered.map(({ id, title: name }) => ({ file: `articles/${id}.txt`, description: `Text of "${name}", which the spans count in` })),
    { file: BUILD_FILES.viewer, description: "The graph as one page, with its evidence" },
    { file: "report.md", description: "What was read, found and left out, for people" },
    { file: BUILD_FILES.report, description: "The same for programs" },
  ];
  const files = [...EXPORTERS.map(({ file, description }) => ({ file, description })), ...own].sort((a, b) => (a.file < b.file ? -1 : 1));
  const names = files.map(({ file }) => file);
  let report: FullReport | null = null;
  await replaceFolder(options.out, options.processId, async (write) => {
    const exportOptions = { rdf12: options.rdf12, nanopub: options.nanopub, report: (problem: Problem) => problems.push(problem) };
    for (const exporter of EXPORTERS) write(exporter.file, exporter.write(knowledge, exportOptions));
    for (const { id, text } of ordered) write(`articles/${id}.txt`, [text]);
    write(BUILD_FILES.viewer, [
      await writeViewerHtml(viewerData(knowledge, { files: names, queries: readQueries(), earlier: options.earlier ?? null })),
    ]);
    report = makeReport({ knowledge, sentences, found: found.length, files, problems });
    write("report.md", [reportText(report)]);
    write(BUILD_FILES.report, [`${JSON.stringify(report, null, 1)}\n`]);
  });
  if (report === null) throw new Error("the build wrote no report");
  return report;
}
