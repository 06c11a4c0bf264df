// SPARQL against the server that serves this page. A file on disk has no server, and the page then says so.
import { useSignal } from "@preact/signals";
import { data, entities } from "../data.ts";
import { found, view } from "../store.ts";

interface Answer {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, { readonly value: string }>>[] };
}

const served = location.protocol.startsWith("http");
const prefixes = data.prefixes.map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`).join("\n");
const EXAMPLE = `SELECT ?thing (COUNT(?other) AS ?links) WHERE {
  GRAPH ?graph { ?thing ?relation ?other }
  FILTER(STRSTARTS(STR(?thing), "${data.base}entity/"))
}
GROUP BY ?thing ORDER BY DESC(?links) LIMIT 20`;

export function QueryView() {
  const text = useSignal(`${prefixes}\n\n${EXAMPLE}`);
  const answer = useSignal<Answer | null>(null);
  const problem = useSignal("");
  const run = async (): Promise<void> => {
    problem.value = "";
    answer.value = null;
    const response = await fetch("/sparql", {
      method: "POST",
      headers: { "content-type": "application/sparql-query", accept: "application/sparql-results+json" },
      body: text.value,
    }).catch((error: unknown) => String(error));
    if (typeof response === "string") problem.value = response;
    else if (!response.ok) problem.value = await response.text();
    else if (!(response.headers.get("content-type") ?? "").includes("json"))
      problem.value = "Only SELECT and ASK give a table here; CONSTRUCT works on the command line.";
    else answer.value = (await response.json()) as Answer;
  };
  return (
    <section class="sheet query" aria-label="Query">
      <header>
        <h2>Query</h2>
        <p>
          {served
            ? "SPARQL over the whole dataset, named graphs and evidence included."
            : "This page was opened as a file, so there is nothing to ask. Run “npx factloom serve” and open its address: this view then answers SPARQL."}
        </p>
      </header>
      <label for="sparql">SPARQL</label>
      <textarea id="sparql" spellcheck={false} rows={14} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
      <div class="tools">
        <button type="button" disabled={!served} onClick={() => void run()}>
          Run
        </button>
      </div>
      {problem.value !== "" && (
        <p class="notice" role="alert">
          {problem.value}
        </p>
      )}
      {answer.value?.boolean !== undefined && <p>{answer.value.boolean ? "Yes" : "No"}</p>}
      {answer.value?.results && <Results vars={answer.value.head.vars ?? []} rows={answer.value.results.bindings} />}
    </section>
  );
}

/** The entity id of an IRI of this dataset; null for anything else. */
function entityOf(iri: string): string | null {
  const start = `${data.base}entity/`;
  const id = iri.startsWith(start) ? decodeURIComponent(iri.slice(start.length)) : "";
  return entities.has(id) ? id : null;
}

type Binding = Readonly<Record<string, { readonly value: string }>>;

function Results({ vars, rows }: { readonly vars: readonly string[]; readonly rows: readonly Binding[] }) {
  const ids = new Set(rows.flatMap((row) => Object.values(row).flatMap((term) => entityOf(term.value) ?? [])));
  const mark = (): void => {
    found.value = ids;
    view.value = "graph";
  };
  return (
    <>
      <div class="tools">
        <p>{rows.length} rows</p>
        {ids.size > 0 && (
          <button type="button" onClick={mark}>
            Mark {ids.size} in the graph
          </button>
        )}
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
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {vars.map((name) => (
                <td key={name}>{row[name]?.value ?? ""}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
