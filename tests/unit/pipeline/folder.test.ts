import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { replaceFolder } from "../../../src/pipeline/folder.ts";
import { collectInputs, globPattern } from "../../../src/pipeline/inputs.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "factloom-"));
});
afterEach(() => rmSync(root, { recursive: true }));
const put = (name: string, text = "x"): void => {
  mkdirSync(join(root, name, ".."), { recursive: true });
  writeFileSync(join(root, name), text);
};

describe("replacing a folder", () => {
  test("swaps the new one in whole and leaves nothing beside it", async () => {
    put("build/report.json");
    put("build/old.txt");
    await replaceFolder(join(root, "build"), 1, async (write) => {
      write("a/b.txt", ["one ", "two"]);
      expect(existsSync(join(root, "build/old.txt"))).toBe(true);
    });
    expect(readdirSync(root)).toEqual(["build"]);
    expect(readdirSync(join(root, "build"))).toEqual(["a"]);
    expect(readFileSync(join(root, "build/a/b.txt"), "utf8")).toBe("one two");
  });

  test("keeps the old one when filling fails", async () => {
    put("build/report.json", "old");
    const failing = replaceFolder(join(root, "build"), 1, async (write) => {
      write("report.json", ["new"]);
      throw new Error("disk full");
    });
    await expect(failing).rejects.toThrow("disk full");
    expect(readFileSync(join(root, "build/report.json"), "utf8")).toBe("old");
    expect(readdirSync(root)).toEqual(["build"]);
  });

  test("removes what ended runs left", async () => {
    put("build.tmp-999999999/x");
    await replaceFolder(join(root, "build"), 1, async (write) => write("report.json", ["{}"]));
    expect(readdirSync(root)).toEqual(["build"]);
  });

  test("never replaces a folder that is no build", async () => {
    put("precious/letters.txt");
    await expect(replaceFolder(join(root, "precious"), 1, async () => undefined)).rejects.toMatchObject({ exitCode: 2 });
    expect(readdirSync(join(root, "precious"))).toEqual(["letters.txt"]);
  });

  test("holds large files whole", async () => {
    const line = `${"é".repeat(99)}\n`;
    await replaceFolder(join(root, "build"), 1, async (write) =>
      write(
        "big.txt",
        Array.from({ length: 5000 }, () => line),
      ),
    );
    expect(readFileSync(join(root, "build/big.txt"), "utf8")).toBe(line.repeat(5000));
  });
});

describe("inputs", () => {
  test("are files, folders without their read-me, and globs, no file twice", () => {
    for (const name of ["n/b.txt", "n/a.md", "n/sub/c.html", "n/README.md", "n/data.csv", "n/.hidden.txt"]) put(name);
    const { files, problems } = collectInputs([join(root, "n/b.txt"), join(root, "n"), join(root, "n/**/*.html")]);
    expect(files.map((file) => file.slice(root.length + 1))).toEqual(["n/b.txt", "n/a.md", "n/sub/c.html"]);
    expect(problems).toEqual([]);
  });

  test("that do not exist are named, the others are taken", () => {
    put("a.txt");
    mkdirSync(join(root, "empty"));
    const { files, problems } = collectInputs([
      join(root, "none.txt"),
      join(root, "*.nope"),
      join(root, "empty"),
      join(root, "a.txt"),
      "-",
    ]);
    expect(files).toEqual([join(root, "a.txt"), "-"]);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ["input-missing", join(root, "none.txt")],
      ["input-missing", join(root, "*.nope")],
      ["input-missing", join(root, "empty")],
    ]);
  });

  test.each([
    ["a/*.txt", "a/b.txt", true],
    ["a/*.txt", "a/b/c.txt", false],
    ["a/**/*.txt", "a/b/c.txt", true],
    ["a/**/*.txt", "a/c.txt", true],
    ["a/?.{md,txt}", "a/c.md", true],
    ["a/(1)+.txt", "a/(1)+.txt", true],
    ["a/*.txt", "a/btxt", false],
  ])("the glob %s and %s: %s", (glob, path, matches) => {
    expect(globPattern(glob).test(path)).toBe(matches);
  });
});
