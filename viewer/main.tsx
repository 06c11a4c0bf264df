// Starts the page: styles, state from the address, the app.
import { render } from "preact";
import { App } from "./App.tsx";
import { followHash } from "./hash.ts";
import "./fonts.css";
import "./style.css";
import "./panels.css";

followHash();
const root = document.getElementById("app");
if (root !== null) {
  root.textContent = "";
  render(<App />, root);
}
