// The page: top bar, filters, the chosen view with the timeline under it, and the panel of what is selected.
import { useEffect } from "preact/hooks";
import { plural } from "./format.ts";
import { GraphView } from "./graph/GraphView.tsx";
import { ClaimPanel, InferredPanel } from "./panels/ClaimPanel.tsx";
import { EntityPanel } from "./panels/EntityPanel.tsx";
import { Legend } from "./panels/Legend.tsx";
import { PathPanel } from "./panels/PathPanel.tsx";
import { Start } from "./panels/Start.tsx";
import { Timeline } from "./panels/Timeline.tsx";
import { TopBar } from "./panels/TopBar.tsx";
import { announcement, drawer, drawsGraph, outcome, selection, settled, sheet, view, visibleEntities } from "./store.ts";
import { ArticlesView } from "./views/ArticlesView.tsx";
import { ChangesView } from "./views/ChangesView.tsx";
import { ConflictsView } from "./views/ConflictsView.tsx";
import { QueryView } from "./views/QueryView.tsx";
import { TableView } from "./views/TableView.tsx";

export function App() {
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === "/" && !typing) {
        event.preventDefault();
        drawer.value = true;
        requestAnimationFrame(() => document.getElementById("search")?.focus());
      }
    };
    addEventListener("keydown", keys);
    return () => removeEventListener("keydown", keys);
  }, []);
  const ready = settled.value || view.value !== "graph";
  return (
    <>
      <button type="button" class="skip" onClick={skip}>
        Skip to the {view.value}
      </button>
      <TopBar />
      <div class={`desk on-${view.value}${drawer.value ? " drawn" : ""}${selection.value ? " picked" : ""}`}>
        {ready ? <Legend /> : <aside class="legend" aria-label="Search and filters" />}
        <main id="main" tabIndex={-1} class={`stage ${view.value}`}>
          <Stage />
          <Timeline />
        </main>
        {ready ? <Panel /> : <aside class="panel" aria-label="Overview" />}
      </div>
      <div class="hush" role="status" aria-live="polite">
        {announcement.value ||
          `${plural(visibleEntities.value.size, "entity", "entities")}, ${plural(outcome.value.visible.length, "claim")} shown`}
      </div>
    </>
  );
}

function skip(): void {
  (document.querySelector<HTMLElement>(".marker") ?? document.getElementById("main"))?.focus();
}

function Stage() {
  if (view.value === "table") return <TableView notice={null} />;
  if (view.value === "articles") return <ArticlesView />;
  if (view.value === "conflicts") return <ConflictsView />;
  if (view.value === "changes") return <ChangesView />;
  if (view.value === "query") return <QueryView />;
  if (!drawsGraph.value)
    return <TableView notice="This browser draws no WebGL, so here is the graph as a table. Everything else works as usual." />;
  return <GraphView />;
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
