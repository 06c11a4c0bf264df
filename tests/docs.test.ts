import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "../src/problem.ts";

const files = [
  "README.md",
  ...readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("src", name)),
];

describe("the documentation", () => {
  test("of src lists every problem code with its meaning", () => {
    const listed = [...readFileSync("src/README.md", "utf8").matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, code, meaning]) => [
      code,
      meaning,
    ]);
    expect(listed.filter(([code]) => code !== undefined && !code.endsWith("ts"))).toEqual(Object.entries(PROBLEM_CODES));
  });

  test.each(files)("of %s links only to files that exist", (file) => {
    const links = [...readFileSync(file, "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, link]) => link ?? "");
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
  });

  test("of src/serve names files that exist", () => {
    const names = [...readFileSync("src/serve/README.md", "utf8").matchAll(/`([\w-]+\.(?:ts|mjs))`/g)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !existsSync(join("src/serve", name)))).toEqual([]);
  });
});
