// The colour of a class in a theme, as the ontology gives it.
import { classes } from "../data.ts";

/** Falls back to grey where a class has no colour of the form #rrggbb. */
export function classColour(classId: string, theme: "light" | "dark"): string {
  const colour = classes.get(classId)?.[theme] ?? "";
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : theme === "light" ? "#535d71" : "#8a9aab";
}
