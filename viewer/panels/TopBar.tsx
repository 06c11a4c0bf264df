// Title, views, counts, and what can be done with the whole view.
import { data } from "../data.ts";
import { plural } from "../format.ts";
import { scene } from "../graph/GraphView.tsx";
import { announcement, drawer, outcome, selection, theme, VIEWS, type View, view, visibleEntities } from "../store.ts";
import { copy } from "./parts.tsx";
import { save } from "./save.ts";

const NAMES: Readonly<Record<View, string>> = {
  graph: "Graph",
  table: "Table",
  articles: "Articles",
  conflicts: "Conflicts",
  query: "Query",
};

export function TopBar() {
  const facts = outcome.value.visible.reduce((sum, claim) => sum + claim.facts.length, 0);
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
        {plural(visibleEntities.value.size, "entity", "entities")} · {plural(outcome.value.visible.length, "claim")} ·{" "}
        {plural(facts, "sentence")}
      </p>
      <div class="acts">
        <button type="button" class="filters" aria-expanded={drawer.value} onClick={() => (drawer.value = !drawer.value)}>
          Filters
        </button>
        <button
          type="button"
          onClick={() => (selection.value = { kind: "path", from: selection.value?.kind === "entity" ? selection.value.id : "", to: "" })}
        >
          Path
        </button>
        <button type="button" onClick={() => copy(location.href)}>
          Copy link
        </button>
        <details class="menu">
          <summary>Export</summary>
          <div>
            <button type="button" onClick={() => void savePicture()}>
              Picture (PNG)
            </button>
            {data.files.map((file) => (
              <a key={file} href={encodeURI(file)}>
                {file}
              </a>
            ))}
          </div>
        </details>
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

async function savePicture(): Promise<void> {
  if (scene.current === null) {
    announcement.value = "Open the graph to save a picture of it";
    return;
  }
  save("graph.png", await scene.current.png());
}
