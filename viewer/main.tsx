// Starts the page: styles, state from the address, the app.
import { render } from "preact";
import { App } from "./App.tsx";
import { followHash } from "./hash.ts";
import "./styles/base.css";
import "./styles/topbar.css";
import "./styles/desk.css";
import "./styles/timeline.css";
import "./styles/legend.css";
import "./styles/evidence.css";
import "./styles/card.css";
import "./styles/entity.css";
import "./styles/views.css";
import "./styles/articles.css";
import "./styles/query.css";
import "./styles/changes.css";
import "./styles/narrow.css";

followHash();
const root = document.getElementById("app");
if (root !== null) {
  root.textContent = "";
  render(<App />, root);
}
