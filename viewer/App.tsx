// The page: the graph at once, and around it what Desk.tsx brings as soon as the first frame is on the screen.
import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Parts } from "./Desk.tsx";
import { GraphView } from "./graph/GraphView.tsx";
import { drawer, drawsGraph, selection, settled, view } from "./store.ts";

const desk = signal<Parts | null>(null);

/** Takes the fonts into use and brings the rest of the page, once. */
async function furnish(): Promise<void> {
  const fonts = document.getElementById("fonts");
  if (fonts === null) return;
  const style = document.createElement("style");
  style.textContent = fonts.textContent;
  fonts.replaceWith(style);
  const { PARTS } = await import("./Desk.tsx");
  desk.value = PARTS;
}

export function App() {
  useEffect(
    () =>
      effect(() => {
        if (settled.value || view.value !== "graph") void furnish();
      }),
    [],
  );
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
  const parts = desk.value;
  return (
    <>
      {/* No text before the first frame: finding its fonts takes longer than drawing the graph's lines. */}
      <button type="button" class="skip" onClick={skip}>
        {parts && `Skip to the ${view.value}`}
      </button>
      {parts ? <parts.TopBar /> : <header class="top" />}
      <div class={`desk on-${view.value}${drawer.value ? " drawn" : ""}${selection.value ? " picked" : ""}`}>
        {parts ? <parts.Legend /> : <aside class="legend" aria-label="Search and filters" />}
        <main id="main" tabIndex={-1} class={`stage ${view.value}`}>
          {view.value === "graph" && drawsGraph.value ? <GraphView /> : parts && <parts.Sheet />}
          {parts ? <parts.Timeline /> : <div class="timeline" />}
        </main>
        {parts ? <parts.Panel /> : <aside class="panel" aria-label="Overview" />}
      </div>
      <div class="hush" role="status" aria-live="polite">
        {parts && <parts.News />}
      </div>
    </>
  );
}

function skip(): void {
  (document.querySelector<HTMLElement>(".marker") ?? document.getElementById("main"))?.focus();
}
