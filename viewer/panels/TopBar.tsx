// Title, views, counts, and what can be done with the whole view.
import { useEffect, useRef } from "preact/hooks";
import { data } from "../data.ts";
import { plural } from "../format.ts";
import { scene } from "../graph/GraphView.tsx";
import { announcement, drawer, selection, theme, VIEWS, type View, view, visible, visibleEntities } from "../store.ts";
import { copy } from "./parts.tsx";
import { save } from "./save.ts";

const NAMES: Readonly<Record<View, string>> = {
  graph: "Graph",
  table: "Table",
  articles: "Articles",
  conflicts: "Conflicts",
  changes: "Changes",
  query: "Query",
};

export function TopBar() {
  const facts = visible.value.reduce((sum, claim) => sum + claim.facts.length, 0);
  return (
    <header class="top">
      <h1>{data.title}</h1>
      <nav aria-label="Views">
        {VIEWS.map((name) => (
          <button type="button" key={name} aria-current={view.value === name ? "page" : undefined} onClick={() => (view.value = name)}>
            {NAMES[name]}
          </button>
        ))}
      </nav>
      <p class="stats">
        {plural(visibleEntities.value.size, "entity", "entities")} · {plural(visible.value.length, "claim")} · {plural(facts, "sentence")}
      </p>
      <div class="acts">
        <button type="button" class="filters" aria-expanded={drawer.value} onClick={() => (drawer.value = !drawer.value)}>
          Filters
        </button>
        <button type="button" class="wide" onClick={startPath}>
          Path
        </button>
        <button type="button" class="wide" onClick={() => copy(location.href)}>
          Copy link
        </button>
        <Menu />
        <button
          type="button"
          aria-label={theme.value === "dark" ? "Use light colours" : "Use dark colours"}
          onClick={() => (theme.value = theme.value === "dark" ? "light" : "dark")}
        >
          {theme.value === "dark" ? "Light" : "Dark"}
        </button>
      </div>
    </header>
  );
}

/** Downloads; on narrow screens also what has no room in the bar. Escape and a click elsewhere close it. */
function Menu() {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      const element = menu.current;
      if (element === null || !element.open) return;
      const escaped = event instanceof KeyboardEvent && event.key === "Escape";
      if (escaped) element.querySelector("summary")?.focus();
      if (escaped || (event.type === "pointerdown" && !element.contains(event.target as Node))) element.open = false;
    };
    addEventListener("keydown", close);
    addEventListener("pointerdown", close);
    return () => {
      removeEventListener("keydown", close);
      removeEventListener("pointerdown", close);
    };
  }, []);
  return (
    <details class="menu" ref={menu}>
      <summary>
        <span class="wide">Export</span>
        <span class="slim">More</span>
      </summary>
      <div>
        <button type="button" class="slim" onClick={startPath}>
          Find a path
        </button>
        <button type="button" class="slim" onClick={() => copy(location.href)}>
          Copy link
        </button>
        <button type="button" onClick={() => void savePicture("png")}>
          Picture (PNG)
        </button>
        <button type="button" onClick={() => void savePicture("svg")}>
          Drawing (SVG)
        </button>
        {data.files.length > 0 && <p>Files of this build</p>}
        {data.files.map((file) => (
          <a key={file} href={encodeURI(file)}>
            {file}
          </a>
        ))}
      </div>
    </details>
  );
}

function startPath(): void {
  selection.value = { kind: "path", from: selection.value?.kind === "entity" ? selection.value.id : "", to: "" };
}

async function savePicture(kind: "png" | "svg"): Promise<void> {
  if (scene.current === null) {
    announcement.value = "Open the graph to save a picture of it";
    return;
  }
  const { drawPng, drawSvg } = await import("../graph/picture.ts");
  if (kind === "png") save("graph.png", await drawPng(scene.current));
  else save("graph.svg", new Blob([drawSvg(scene.current)], { type: "image/svg+xml" }));
  announcement.value = `Saved graph.${kind}`;
}
