// Every visible claim as a row: the graph's equal for keyboards, screen readers and machines without WebGL.
import { useSignal } from "@preact/signals";
import { articles, sourceOf, supportOf, type ViewerClaim } from "../data.ts";
import { labelOf, objectLabel, percent, relationLabel, STATUS_WORDS } from "../format.ts";
import { EntityLink } from "../panels/parts.tsx";
import { save } from "../panels/save.ts";
import { selectClaim, selection, visible } from "../store.ts";
import { toCsv } from "./csv.ts";

interface Column {
  readonly name: string;
  readonly value: (claim: ViewerClaim) => string | number;
}

const published = (claim: ViewerClaim): readonly string[] =>
  supportOf(claim)
    .flatMap((fact) => articles.get(fact.article)?.published ?? [])
    .sort();
const sources = (claim: ViewerClaim): readonly string[] =>
  [
    ...new Set(
      supportOf(claim)
        .map((fact) => articles.get(fact.article))
        .flatMap((article) => (article ? sourceOf(article) : [])),
    ),
  ].sort();

const COLUMNS: readonly Column[] = [
  { name: "Subject", value: (claim) => labelOf(claim.subject) },
  { name: "Relation", value: (claim) => relationLabel(claim.relation) },
  { name: "Object", value: objectLabel },
  { name: "Status", value: (claim) => STATUS_WORDS[claim.status] ?? claim.status },
  { name: "Sentences", value: (claim) => claim.facts.length },
  { name: "Newest", value: (claim) => published(claim).at(-1) ?? "" },
  { name: "Confidence", value: (claim) => claim.confidence },
];

/** Rows drawn at once; more come on demand, so that ten thousand claims stay quick. */
const PAGE = 300;

export function TableView({ notice }: { readonly notice: string | null }) {
  const order = useSignal<{ readonly column: number; readonly down: boolean }>({ column: 0, down: false });
  const limit = useSignal(PAGE);
  const { column, down } = order.value;
  const value = COLUMNS[column]?.value ?? objectLabel;
  const rows = [...visible.value].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1);
  });
  const chosen = selection.value?.kind === "claim" ? selection.value.id : null;
  return (
    <section class="sheet" aria-label="Table of claims">
      {notice !== null && (
        <p class="notice" role="alert">
          {notice}
        </p>
      )}
      <div class="tools">
        <p>{rows.length} claims, same filters as the graph</p>
        <button type="button" onClick={() => save("claims.csv", new Blob([csvOf(rows)], { type: "text/csv" }))}>
          Save as CSV
        </button>
      </div>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((item, index) => (
              <th key={item.name} scope="col" aria-sort={index === column ? (down ? "descending" : "ascending") : "none"}>
                <button type="button" onClick={() => (order.value = { column: index, down: index === column ? !down : index > 3 })}>
                  {item.name} <span aria-hidden="true">{index === column ? (down ? "↓" : "↑") : ""}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit.value).map((claim) => (
            <tr key={claim.id} class={claim.id === chosen ? "chosen" : ""}>
              <td>
                <EntityLink id={claim.subject} />
              </td>
              <td>
                <button type="button" class="link" onClick={() => selectClaim(claim.id)}>
                  {relationLabel(claim.relation)}
                </button>
              </td>
              <td>{typeof claim.object === "string" ? <EntityLink id={claim.object} /> : objectLabel(claim)}</td>
              <td>{STATUS_WORDS[claim.status] ?? claim.status}</td>
              <td class="number">{claim.facts.length}</td>
              <td class="number">{published(claim).at(-1) ?? ""}</td>
              <td class="number">{percent(claim.confidence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > limit.value && (
        <button type="button" class="more" onClick={() => (limit.value += PAGE)}>
          Show {Math.min(PAGE, rows.length - limit.value)} more of {rows.length}
        </button>
      )}
    </section>
  );
}

function csvOf(rows: readonly ViewerClaim[]): string {
  const head = [...COLUMNS.map((column) => column.name), "Sources", "Claim"];
  return toCsv([head, ...rows.map((claim) => [...COLUMNS.map((column) => column.value(claim)), sources(claim).join("; "), claim.id])]);
}
