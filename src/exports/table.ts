// Every export format; a new one is one file and one line here.
import type { Exporter } from "./exporter.ts";
import { nquads, ntriples } from "./lines.ts";
import { trig, turtle } from "./turtle.ts";

export const EXPORTERS: readonly Exporter[] = [turtle, trig, nquads, ntriples];
