#!/usr/bin/env node
// The command's entry: loads TypeScript sources through tsx, so a checkout runs without a build step.
import { register } from "tsx/esm/api";

register();
await import("./cli.ts");
