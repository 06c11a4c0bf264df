// SPARQL against the server that serves this page, with examples. A file on disk has no server, and the page then says so.
import { signal } from "@preact/signals";
import { data } from "../data.ts";
import { plural } from "../format.ts";
import { EntityLink } from "../panels/parts.tsx";
import { save } from "../panels/save.ts";
import { announcement, found, selectClaim, selection, showInArticle, view } from "../store.ts";
import { marksOf, meaningOf, type Row, type Term } from "../terms.ts";
import { toCsv } from "./csv.ts";

interface Answer {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Row[] };
}

const served = location.protocol.startsWith("http");
const PREFIXES = data.prefixes.map(([prefix, namespace]) => ({ prefix, line: `PREFIX ${prefix}: <${namespace}>` }));
const FIRST = `SELECT ?entity (COUNT(?other) AS ?links) WHERE {
  ?entity ?relation ?other
  FILTER(STRSTARTS(STR(?entity), "${data.base}entity/") && STRSTARTS(STR(?other), "${data.base}entity/"))
}
GROUP BY ?entity ORDER BY DESC(?links) LIMIT 20`;
const EXAMPLES: readonly { readonly title: string; readonly text: string }[] = [
  { title: "Most linked entities", text: FIRST },
  ...data.queries,
];
/** Rows drawn; the CSV has all. */
const ROWS = 500;

// Outside the component: another view and back keeps the query and its answer.
const text = signal(EXAMPLES[0]?.text ?? "");
const answer = signal<Answer | null>(null);
const problem = signal("");
const busy = signal(false);

/** The query with the build's prefixes in front, but for those that it declares itself. */
function withPrefixes(query: string): string {
  const own = new Set([...query.matchAll(/^\s*PREFIX\s+([\w-]*)\s*:/gim)].map((match) => match[1]));
  return [...PREFIXES.filter(({ prefix }) => !own.has(prefix)).map(({ line }) => line), query].join("\n");
}

async function run(): Promise<void> {
  if (!served || busy.value) return;
  problem.value = "";
  answer.value = null;
  busy.value = true;
  const response = await fetch("/sparql", {
    method: "POST",
    headers: { "content-type": "application/sparql-query", accept: "application/sparql-results+json" },
    body: withPrefixes(text.value),
  }).catch((error: unknown) => String(error));
  busy.value = false;
  if (typeof response === "string") problem.value = `The server does not answer (${response}). Is “factloom serve” still running?`;
  else if (!response.ok) problem.value = (await response.text()).trim();
  else if (!(response.headers.get("content-type") ?? "").includes("json"))
    problem.value = "Only SELECT and ASK give a table here; CONSTRUCT works on the command line.";
  else answer.value = (await response.json()) as Answer;
  announcement.value = problem.value || plural(answer.value?.results?.bindings.length ?? 0, "row");
}

export function QueryView() {
  return (
    <section class="sheet query" aria-label="Query">
      <header>
        <h2>Query</h2>
        <p>
          {served
            ? "SPARQL over the whole dataset, evidence included. Control and Enter runs it."
            : "This page was opened as a file, so there is nothing to ask. Run “npx factloom serve” and open its address: this view then answers SPARQL."}
        </p>
      </header>
      <div class="asking">
        <div>
          <label for="sparql">SPARQL</label>
          <textarea
            id="sparql"
            spellcheck={false}
            rows={14}
            value={text.value}
            onInput={(event) => (text.value = event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && void run()}
          />
        </div>
        <nav aria-label="Example queries">
          <h3>Examples</h3>
          <ul>
            {EXAMPLES.map((example) => (
              <li key={example.title}>
                <button
                  type="button"
                  aria-current={example.text === text.value ? "true" : undefined}
                  onClick={() => {
                    text.value = example.text;
                    void run();
                  }}
                >
                  {example.title}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div class="tools">
        <button type="button" class="main" disabled={!served || busy.value} onClick={() => void run()}>
          {busy.value ? "Running…" : "Run"}
        </button>
      </div>
      <details class="prefixes">
        <summary>{plural(PREFIXES.length, "prefix", "prefixes")} added to every query</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <pre tabIndex={0}>{PREFIXES.map(({ line }) => line).join("\n")}</pre>
      </details>
      {problem.value !== "" && (
        <p class="notice" role="alert">
          {problem.value}
        </p>
      )}
      {answer.value?.boolean !== undefined && <p class="verdict">{answer.value.boolean ? "Yes" : "No"}</p>}
      {answer.value?.results && <Results vars={answer.value.head.vars ?? []} rows={answer.value.results.bindings} />}
    </section>
  );
}

function Results({ vars, rows }: { readonly vars: readonly string[]; readonly rows: readonly Row[] }) {
  const marks = marksOf(rows);
  const mark = (): void => {
    found.value = { ...marks, by: "by the query" };
    selection.value = null;
    view.value = "graph";
  };
  const csv = (): Blob => new Blob([toCsv([vars, ...rows.map((row) => vars.map((name) => row[name]?.value ?? ""))])], { type: "text/csv" });
  return (
    <>
      <div class="tools">
        <p>{rows.length > ROWS ? `${ROWS} of ${plural(rows.length, "row")}` : plural(rows.length, "row")}</p>
        {marks.entities.size > 0 && (
          <button type="button" onClick={mark}>
            Mark {plural(marks.entities.size, "entity", "entities")} in the graph
          </button>
        )}
        <button type="button" onClick={() => save("answer.csv", csv())}>
          Save as CSV
        </button>
      </div>
      <table>
        <thead>
          <tr>
            {vars.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS).map((row, index) => (
            <tr key={index}>
              {vars.map((name) => (
                <td key={name}>
                  <Cell term={row[name]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Cell({ term }: { readonly term: Term | undefined }) {
  if (term === undefined) return null;
  const meaning = meaningOf(term);
  if (meaning.kind === "entity") return <EntityLink id={meaning.id} />;
  if (meaning.kind === "text") return <>{meaning.text}</>;
  const open = (): void => (meaning.kind === "claim" ? selectClaim(meaning.id) : showInArticle(meaning.id, null));
  return (
    <button type="button" class="link" onClick={open}>
      {meaning.kind === "claim" ? "evidence" : meaning.id}
    </button>
  );
}
