// What stands around the graph and instead of it. Loaded after the graph's first frame, or at once where another view is asked for.
import { plural } from "./format.ts";
import { ClaimPanel, InferredPanel } from "./panels/ClaimPanel.tsx";
import { EntityPanel } from "./panels/EntityPanel.tsx";
import { Legend } from "./panels/Legend.tsx";
import { PathPanel } from "./panels/PathPanel.tsx";
import { Start } from "./panels/Start.tsx";
import { Timeline } from "./panels/Timeline.tsx";
import { TopBar } from "./panels/TopBar.tsx";
import { announcement, selection, sheet, view, visible, visibleEntities } from "./store.ts";
import { ArticlesView } from "./views/ArticlesView.tsx";
import { ChangesView } from "./views/ChangesView.tsx";
import { ConflictsView } from "./views/ConflictsView.tsx";
import { QueryView } from "./views/QueryView.tsx";
import { TableView } from "./views/TableView.tsx";

export const PARTS = { TopBar, Legend, Sheet, Timeline, Panel, News };
export type Parts = typeof PARTS;

/** Every view but the graph, and the table where no graph can be drawn. */
function Sheet() {
  if (view.value === "table") return <TableView notice={null} />;
  if (view.value === "articles") return <ArticlesView />;
  if (view.value === "conflicts") return <ConflictsView />;
  if (view.value === "changes") return <ChangesView />;
  if (view.value === "query") return <QueryView />;
  return <TableView notice="This browser draws no WebGL, so here is the graph as a table. Everything else works as usual." />;
}

function Panel() {
  const chosen = selection.value;
  return (
    <aside class={sheet.value ? "panel tall" : "panel"} aria-label={chosen === null ? "Overview" : "Evidence"}>
      <button
        type="button"
        class="handle"
        aria-expanded={sheet.value}
        aria-label={sheet.value ? "Make the evidence smaller" : "Make the evidence larger"}
        onClick={() => (sheet.value = !sheet.value)}
      />
      {chosen !== null && (
        <button type="button" class="close" aria-label="Close" onClick={() => (selection.value = null)}>
          ×
        </button>
      )}
      {chosen === null && <Start />}
      {chosen?.kind === "claim" && <ClaimPanel id={chosen.id} />}
      {chosen?.kind === "inferred" && <InferredPanel id={chosen.id} />}
      {chosen?.kind === "entity" && <EntityPanel id={chosen.id} />}
      {chosen?.kind === "path" && <PathPanel from={chosen.from} to={chosen.to} />}
    </aside>
  );
}

/** What screen readers hear: the last announcement, else how much is shown. */
function News() {
  return (
    <>
      {announcement.value || `${plural(visibleEntities.value.size, "entity", "entities")}, ${plural(visible.value.length, "claim")} shown`}
    </>
  );
}
