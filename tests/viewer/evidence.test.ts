// From an edge to the words that say it, to the article and back; conflicts, inferred edges, search, paths, what changed.
import { describe, expect, it } from "vitest";
import { CLAIM, data, press, useDesk } from "./desk.ts";

const desk = useDesk();
const statement = (): Promise<string | null> => desk.page.locator(".panel .statement").first().textContent();

describe("the first screen", () => {
  it("names the best supported, the newest and the disputed, each a way into the graph", async () => {
    await desk.open();
    const titles = await desk.page.locator(".panel h3").allTextContents();
    expect(titles.map((title) => title.replace(/\d.*$/, "").trim())).toEqual(["Most supported", "Newest", "In conflict"]);
    const first = desk.page.locator(".panel .claim").first();
    expect(await first.textContent()).toContain("Acorn Robotics buys Cedar Labs");
    await first.click();
    expect(await statement()).toContain("Cedar Labs");
    await press(desk.page, ".panel .close", "Enter");
    await press(desk.page, ".hubs button", "Enter");
    expect(await desk.page.locator(".entityhead h2").textContent()).toBe("Acorn Robotics");
  });
});

describe("the evidence of a claim", () => {
  it("has a card per sentence with its parts marked, its neighbours, its source and what was read from it", async () => {
    await desk.open(`theme=light&claim=${CLAIM}`);
    expect(await statement()).toBe("Acorn Robotics buys Cedar Labs");
    expect(await desk.page.locator(".meta").textContent()).toMatch(/Stated.*%.*3 sentences.*March 2024/);
    const card = desk.page.locator(".card").first();
    expect(await card.locator("mark .subject").textContent()).toBe("Acorn Robotics");
    expect(await card.locator("mark .trigger").textContent()).toBe("has bought");
    expect(await card.locator("mark .object").textContent()).toBe("Cedar Labs");
    expect(await card.locator("blockquote").textContent()).toContain("The desk went through its notes again this week.");
    expect(await card.locator("header").textContent()).toContain("The Invented Ledger · 4 March 2024");
    expect(await card.locator(".details").textContent()).toMatch(/60 %.*Said by.*two people.*When.*in March 2024/);
  });

  it("copies a citation by mouse and by keyboard", async () => {
    await desk.open(`theme=light&claim=${CLAIM}`);
    await desk.page.evaluate(() => {
      const noted: string[] = [];
      Object.assign(window, { noted });
      Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text: string) => void noted.push(text) } });
    });
    await desk.page.getByRole("button", { name: "Copy citation" }).first().click();
    await desk.page.getByRole("button", { name: "Copy citation" }).first().press("Enter");
    const noted = await desk.page.evaluate(() => (window as unknown as { noted: string[] }).noted);
    expect(noted.length).toBe(2);
    expect(noted[0]).toBe(
      "“Acorn Robotics has bought Cedar Labs, two people said.” A. Writer, A quiet quarter of buying, The Invented Ledger, 2024-03-04, https://news.example/a-quiet-quarter-of-buying.",
    );
  });

  it("leads to the article and back, by mouse", async () => {
    await desk.open(`theme=light&claim=${CLAIM}`);
    await desk.page.getByRole("button", { name: "Open in article" }).first().click();
    expect(await desk.page.locator(".page mark.here").textContent()).toContain("has bought");
    await desk.page.locator(".page mark", { hasText: "sends wafers to" }).click();
    expect(await statement()).toBe("Ember Chips supplies Birch Compute");
  });

  it("leads to the article and back, by keyboard", async () => {
    await desk.open(`theme=light&claim=${CLAIM}`);
    await desk.page.getByRole("button", { name: "Open in article" }).nth(1).press("Enter");
    expect(await desk.page.locator(".page h2").textContent()).toBe("Who supplies whom");
    await desk.page.locator(".page .row li button", { hasText: "Bruno Vale leads Birch Compute" }).press("Enter");
    expect(await statement()).toBe("Bruno Vale leads Birch Compute");
    expect(await desk.page.locator(".page mark.here").textContent()).toContain("Bruno Vale heads Birch Compute");
  });

  it("names rule and premises of an inferred edge, and the premises open", async () => {
    await desk.open("theme=light&inferred=0");
    expect(await desk.page.locator(".status.inferred").textContent()).toContain("owner-leads");
    expect(await desk.page.locator(".panel .claimline").count()).toBe(2);
    await press(desk.page, ".claimline .link", "Enter");
    expect(await desk.page.locator(".card").count()).toBe(1);
  });

  it("shows conflicts side by side with their sentences", async () => {
    await desk.open("theme=light&claim=c-clara-mott-leads-ember-chips-asserted");
    await desk.page.getByRole("button", { name: "See them side by side" }).click();
    expect(await desk.page.locator(".versus > div").count()).toBe(2);
    expect(await desk.page.locator(".versus mark").allTextContents()).toEqual([
      "Clara Mott directs Ember Chips, two people said.",
      "Dev Sharp manages Ember Chips, two people said.",
    ]);
    await desk.page.locator(".versus").getByRole("button", { name: "Open the evidence" }).nth(1).press("Enter");
    expect(await statement()).toContain("Dev Sharp");
  });
});

describe("search", () => {
  it("finds an entity by an alias, by keyboard", async () => {
    await desk.open();
    await desk.page.keyboard.press("/");
    await desk.page.waitForFunction(() => document.activeElement?.id === "search");
    await desk.page.keyboard.type("ARX");
    await desk.page.keyboard.press("Enter");
    expect(await desk.page.locator(".entityhead h2").textContent()).toBe("Acorn Robotics");
  });

  it("finds sentences with the arrow keys, and Escape empties the box", async () => {
    await desk.open();
    await desk.page.keyboard.press("/");
    await desk.page.keyboard.type("completed its");
    await desk.page.waitForSelector("[data-group=Sentences]");
    await desk.page.keyboard.press("ArrowDown");
    await desk.page.keyboard.press("Enter");
    expect(await statement()).toBe("Acorn Robotics buys Cedar Labs");
    await desk.page.keyboard.press("/");
    await desk.page.keyboard.type("zzz");
    expect(await desk.page.locator(".hits .empty").textContent()).toBe("Nothing found.");
    await desk.page.keyboard.press("Escape");
    expect(await desk.page.locator("#search").inputValue()).toBe("");
  });

  it("finds relations, by mouse, and shows only these", async () => {
    await desk.open();
    await desk.page.locator("#search").click();
    await desk.page.keyboard.type("regul");
    await desk.page.locator("[data-group=Relations]").first().click();
    expect(await desk.page.locator(".stats").textContent()).toContain("4 claims");
  });
});

describe("paths", () => {
  it("gives a chain of quotes between two entities, filled in by keyboard", async () => {
    await desk.open();
    await press(desk.page, ".acts .wide", "Enter");
    await desk.page.getByLabel("From").last().fill("Ada Quill");
    await desk.page.keyboard.press("Tab");
    await desk.page.keyboard.type("Cedar Voice");
    await desk.page.waitForSelector(".chain");
    expect(await desk.page.locator(".chain .statement").allTextContents()).toEqual([
      "Ada Quill leads Acorn Robotics",
      "Acorn Robotics buys Cedar Labs",
      "Cedar Labs makes Cedar Voice",
    ]);
    expect(await desk.page.locator(".chain mark").first().textContent()).toContain("Ada Quill runs Acorn Robotics");
  });

  it("starts from an entity by mouse, and says when there is none", async () => {
    await desk.open("theme=light&entity=ada-quill&relations=buys+supplies+makes");
    await desk.page.getByRole("button", { name: "Path to…" }).click();
    await desk.page.getByLabel("To", { exact: true }).last().fill("Cedar Voice");
    await desk.page.getByLabel("To", { exact: true }).last().blur();
    expect(await desk.page.locator(".panel .empty").textContent()).toContain("No chain of visible claims");
  });
});

describe("what changed", () => {
  const line = (subject: string, relation: string, object: string, id: string): string =>
    JSON.stringify({
      id,
      subject: { id: subject, label: subject },
      relation,
      object: { id: object, label: object, mention: object },
      status: "asserted",
      evidence: { article: "a", quote: `${subject} and ${object}.` },
    });

  it("compares with the facts.jsonl of another build and marks what is new in the graph", async () => {
    await desk.open("theme=light&view=changes");
    const known = data.claims
      .filter((claim) => typeof claim.object === "string" && claim.status === "asserted" && claim.relation !== "buys")
      .map((claim) => line(claim.subject, claim.relation, claim.object as string, claim.facts[0] ?? ""));
    const earlier = [...known, line("ada-quill", "leads", "nimbus-data", "old")].join("\n");
    await desk.page
      .locator("input[type=file]")
      .setInputFiles({ name: "facts.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(earlier) });
    await desk.page.waitForSelector(".changelist");
    const [added = "", gone = ""] = await desk.page.locator(".changes h3").allTextContents();
    expect(added).toBe("5 new claims");
    expect(gone).toBe("1 claim gone");
    expect(await desk.page.locator(".gone blockquote").textContent()).toBe("ada-quill and nimbus-data.");
    await press(desk.page, ".changes .tools button", "Enter");
    await desk.page.waitForSelector(".notes-over");
    expect(await desk.page.locator(".notes-over").textContent()).toContain("marked as new");
  });

  it("says what is wrong with another file", async () => {
    await desk.open("theme=light&view=changes");
    await desk.page.locator("input[type=file]").setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") });
    expect(await desk.page.getByRole("alert").textContent()).toContain("notes.txt: line 1 is not JSON");
  });
});
