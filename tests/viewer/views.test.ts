// Filters and the views that follow them: legend, timeline, table, address, downloads.
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download } from "playwright-core";
import { describe, expect, it } from "vitest";
import { CLAIM, data, press, still, useDesk } from "./desk.ts";

const desk = useDesk();
const stats = (): Promise<string | null> => desk.page.locator(".stats").textContent();
const countOf = async (label: string): Promise<number> =>
  Number(await desk.page.locator(".facet li", { hasText: label }).first().locator("b").textContent());

/** The browser is another process, so a download has to be saved before it can be read. */
async function bytesOf(download: Download): Promise<Buffer> {
  const path = join(tmpdir(), `viewer-${process.pid}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  const bytes = readFileSync(path);
  rmSync(path);
  return bytes;
}

describe("the legend", () => {
  it("filters by class with the mouse; other counts follow and nodes without an edge go", async () => {
    await desk.open();
    const [places, leads] = [await countOf("Places"), await countOf("leads")];
    expect([places, leads]).toEqual([5, 8]);
    await desk.page.getByLabel("Firms").first().uncheck();
    // A facet counts what the others leave, so classes keep their counts and relations follow.
    expect(await countOf("Places")).toBe(5);
    expect(await countOf("leads")).toBe(0);
    expect(await countOf("Firms")).toBe(14);
    expect(await stats()).toContain("2 entities · 1 claim");
  });

  it("filters by relation and status with the keyboard", async () => {
    await desk.open();
    await desk.page.getByLabel("leads", { exact: false }).first().press("Space");
    expect(await stats()).toContain(`${data.claims.length - 8} claims`);
    await desk.page.getByRole("button", { name: "Only supplies" }).press("Enter");
    expect(await countOf("supplies")).toBe(5);
    expect(await stats()).toContain("5 claims");
    await desk.page.getByRole("button", { name: "Clear all filters" }).press("Enter");
    await desk.page.getByRole("button", { name: "Only Planned" }).press("Enter");
    expect(await stats()).toContain("1 claim ·");
  });

  it("filters by confidence, source, conflict and inference", async () => {
    await desk.open();
    await desk.page.getByRole("slider", { name: "Confidence" }).focus();
    await desk.page.keyboard.press("End");
    expect(await stats()).toContain("0 claims");
    expect(await desk.page.locator(".calm").textContent()).toBe("Nothing passes the filters.");
    await desk.page.keyboard.press("Home");
    await desk.page.locator(".facet li", { hasText: "Northmark Courier" }).hover();
    await desk.page.getByRole("button", { name: "Only Northmark Courier" }).click();
    expect(await stats()).toContain("11 claims");
    await desk.page.getByRole("button", { name: "Clear all filters" }).click();
    await desk.page.getByLabel("Only claims in conflict").check();
    expect(await stats()).toContain("2 claims");
    await desk.page.getByLabel("Only claims in conflict").uncheck();
    await desk.page.getByLabel("Show inferred edges").press("Space");
    expect(desk.page.url()).toContain("inferred=1");
  });
});

describe("the timeline", () => {
  it("filters everything by a brush of the mouse", async () => {
    await desk.open("theme=light&view=table");
    const box = await desk.page.locator(".bars").boundingBox();
    if (box === null) throw new Error("no bars");
    await desk.page.mouse.move(box.x + box.width - 30, box.y + 20);
    await desk.page.mouse.down();
    await desk.page.mouse.move(box.x + box.width - 2, box.y + 20, { steps: 4 });
    await desk.page.mouse.up();
    expect(desk.page.url()).toContain("to=2025-02-28");
    const dates = await desk.page.locator("tbody td:nth-child(6)").allTextContents();
    expect(dates.length).toBe(13);
    expect(new Set(dates)).toEqual(new Set(["2025-02-11"]));
    await desk.page.locator(".clock").getByRole("button", { name: "All" }).click();
    expect(await stats()).toContain(`${data.claims.length} claims`);
  });

  it("filters by two dates typed in, and by the time that facts tell", async () => {
    await desk.open("theme=light&view=table");
    await desk.page.locator(".legend").getByLabel("From").fill("2024-11-01");
    await desk.page.locator(".legend").getByLabel("To", { exact: true }).fill("2024-12-31");
    expect(await desk.page.locator("tbody tr").count()).toBe(12);
    await desk.page.locator(".clock").getByRole("button", { name: "Happened" }).press("Enter");
    await desk.page.locator(".legend").getByLabel("From").fill("2024-07-15");
    await desk.page.locator(".legend").getByLabel("To", { exact: true }).fill("2024-08-01");
    expect(await desk.page.locator("tbody tr").count()).toBe(3);
    expect(desk.page.url()).toContain("clock=event");
  });
});

describe("the table", () => {
  it("sorts by mouse and keyboard and opens the evidence", async () => {
    await desk.open("theme=light&view=table");
    const column = (index: number): Promise<string[]> => desk.page.locator(`tbody td:nth-child(${index})`).allTextContents();
    await desk.page.locator("th").getByRole("button", { name: "Object" }).click();
    const objects = await column(3);
    expect(objects).toEqual([...objects].sort());
    await desk.page.locator("th").getByRole("button", { name: "Sentences" }).press("Enter");
    expect((await column(5))[0]).toBe("3");
    expect(await desk.page.locator("th[aria-sort=descending]").textContent()).toContain("Sentences");
    await desk.page.locator("tbody tr").first().getByRole("button", { name: "buys" }).press("Enter");
    expect(await desk.page.locator(".card").count()).toBe(3);
  });

  it("saves what it shows as CSV", async () => {
    await desk.open("theme=light&view=table&from=2025-01-01");
    const [download] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: "Save as CSV" }).click(),
    ]);
    const lines = (await bytesOf(download)).toString().trim().split("\r\n");
    expect(lines.length).toBe(14);
    expect(lines[0]).toBe("Subject,Relation,Object,Status,Sentences,Newest,Confidence,Sources,Claim");
  });
});

describe("the address", () => {
  it("restores view, selection, filters and focus exactly", async () => {
    await desk.open(`theme=dark&claim=${CLAIM}&focus=acorn-robotics&hops=2&pinned=northmark`);
    await desk.page.getByLabel("People").first().uncheck();
    await desk.page.locator(".legend").getByLabel("From").fill("2024-02-01");
    const [counted, address] = [await stats(), desk.page.url()];
    const copied = await desk.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text: string) => resolve(text) } });
          [...document.querySelectorAll<HTMLButtonElement>(".acts button")].find((button) => button.textContent === "Copy link")?.click();
        }),
    );
    expect(copied).toBe(address);
    await desk.page.goto("about:blank");
    await desk.page.goto(copied);
    await still(desk.page);
    expect(await stats()).toBe(counted);
    expect(await desk.page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await desk.page.locator(".panel .statement").first().textContent()).toBe("Acorn Robotics buys Cedar Labs");
    expect(await desk.page.getByLabel("People").first().isChecked()).toBe(false);
    expect(await desk.page.locator(".legend").getByLabel("From").inputValue()).toBe("2024-02-01");
    expect(desk.page.url()).toBe(address);
  });

  it("survives a hash that makes no sense", async () => {
    await desk.open("theme=mauve&claim=nothing&hops=99&confidence=x&from=yesterday&focus=nobody");
    expect(await desk.page.locator(".panel").textContent()).toContain("not in the build");
  });
});

describe("downloads", () => {
  async function download(name: string): Promise<Buffer> {
    await desk.page.locator(".menu summary").press("Enter");
    const [file] = await Promise.all([desk.page.waitForEvent("download"), desk.page.getByRole("button", { name }).click()]);
    return bytesOf(file);
  }

  it("give the graph as PNG", async () => {
    await desk.open();
    const png = await download("Picture (PNG)");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2400);
    expect(png.length).toBeGreaterThan(40_000);
  });

  it("give the graph as SVG with every node, edge and name", async () => {
    await desk.open();
    const svg = (await download("Drawing (SVG)")).toString();
    const counted = await desk.page.evaluate((source) => {
      const image = new DOMParser().parseFromString(source, "image/svg+xml");
      return ["parsererror", "circle", "g[fill=none] > path[stroke]", "text"].map((selector) => image.querySelectorAll(selector).length);
    }, svg);
    const edges = data.claims.filter((claim) => typeof claim.object === "string").length;
    const [, visible] = /^([\d]+) entities/.exec((await stats()) ?? "") ?? [];
    expect(counted.slice(0, 3)).toEqual([0, Number(visible), edges]);
    expect(counted[3]).toBeGreaterThan(15);
    expect(svg).toContain(">Acorn Robotics</text>");
  });

  it("list the files of the build, and Escape closes the list", async () => {
    await desk.open();
    await desk.page.locator(".menu summary").click();
    expect(await desk.page.locator(".menu a").allTextContents()).toEqual(["graph.ttl", "graph.gexf"]);
    await desk.page.keyboard.press("Escape");
    expect(await desk.page.locator(".menu").getAttribute("open")).toBeNull();
  });
});

describe("without WebGL", () => {
  it("shows the table with a notice", async () => {
    await desk.page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.includes("webgl") ? null : Reflect.apply(real, this, [kind, ...rest]);
      } as typeof real;
    });
    await desk.open("view=graph").catch(() => undefined);
    expect(await desk.page.getByRole("alert").textContent()).toContain("WebGL");
    expect(await desk.page.locator("tbody tr").count()).toBe(data.claims.length);
    await press(desk.page, "tbody .link", "Enter");
    expect(await desk.page.locator(".card").count()).toBeGreaterThan(0);
  });
});
