// Linked-data pages as HTML: an entity with its facts, a fact with its sentence, an article with its facts marked in the text.
import { escapeHtml } from "../exports/escape-html.ts";
import { type Fact, type FactObject, isAmountRef, isEntityRef } from "../facts/fact.ts";
import type { ReportedArticle, Snapshot } from "./snapshot.ts";

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
h1{line-height:1.2;margin-bottom:.2em}.kind{opacity:.75}li{margin:.6em 0}blockquote{margin:.2em 0;padding-left:.8em;border-left:3px solid #8886}
mark{background:#ffd54a66;color:inherit}.status{font-size:.85em;border:1px solid #8888;border-radius:.6em;padding:0 .5em}pre{white-space:pre-wrap;font:inherit}`;

/** Addresses of the other formats of a page, for `Link` headers and for the page's foot. */
export const PAGE_FORMATS = [
  { type: "text/turtle", label: "Turtle", format: "ttl" },
  { type: "application/ld+json", label: "JSON-LD", format: "jsonld" },
] as const;

/** A whole page; `path` is its own address below the server's, already encoded. */
export function page(title: string, path: string, body: string): string {
  const others = PAGE_FORMATS.map(({ label, format }) => `<a href="${escapeHtml(path)}?format=${format}">${label}</a>`).join(" · ");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>${STYLE}</style>${body}<hr><p><a href="/">Graph</a> · <a href="/sparql">SPARQL</a> · <a href="/files/">Files</a> · ${others}</p></html>
`;
}

const link = (kind: "entity" | "fact" | "article", id: string, label: string): string =>
  `<a href="/${kind}/${encodeURIComponent(id)}">${escapeHtml(label)}</a>`;

/** A fact's object in words: a label, an amount with its unit, a date. */
export function objectWords(object: FactObject): string {
  if (isEntityRef(object)) return object.label;
  if (!isAmountRef(object)) return object.value;
  const upper = object.max === undefined ? "" : ` to ${object.max.toLocaleString("en-US")}`;
  const unit = object.unit === undefined ? "" : object.unit === "percent" ? " %" : ` ${object.unit}`;
  return `${object.comparator ?? ""}${object.value.toLocaleString("en-US")}${upper}${unit}${object.of === undefined ? "" : ` (${object.of})`}`;
}

/** One fact as a list item, seen from an entity or from nowhere: the claim, its status, its sentence, its article. */
export function item(snapshot: Snapshot, fact: Fact, seenFrom: string | null): string {
  const relation = snapshot.report.vocabulary.relations[fact.relation];
  const reversed = isEntityRef(fact.object) && fact.object.id === seenFrom && fact.subject.id !== seenFrom;
  const other = reversed
    ? link("entity", fact.subject.id, fact.subject.label)
    : isEntityRef(fact.object)
      ? link("entity", fact.object.id, fact.object.label)
      : escapeHtml(objectWords(fact.object));
  const label = (reversed ? relation?.inverse : relation?.label) ?? fact.relation;
  const subject = seenFrom === null ? `${link("entity", fact.subject.id, fact.subject.label)} ` : "";
  const status = fact.status === "asserted" ? "" : ` <span class="status">${fact.status}</span>`;
  const time =
    fact.time === null ? "" : ` <small>${escapeHtml(fact.time.kind)} ${escapeHtml(fact.time.value ?? fact.time.mention)}</small>`;
  const { quote, article } = fact.evidence;
  return `<li>${subject}${escapeHtml(label)} <b>${other}</b>${status}${time}<blockquote cite="/article/${escapeHtml(article)}">${escapeHtml(quote)}</blockquote>
<small>${link("article", article, titleOf(snapshot, article))} · ${link("fact", fact.id, "this fact")}</small></li>`;
}

function titleOf(snapshot: Snapshot, id: string): string {
  return snapshot.report.articles.find((article) => article.id === id)?.title ?? id;
}

/** Page of an entity; null when no fact mentions it. */
export function entityPage(snapshot: Snapshot, id: string): string | null {
  const facts = snapshot.facts.filter((fact) => fact.subject.id === id || (isEntityRef(fact.object) && fact.object.id === id));
  const [first] = facts;
  if (first === undefined) return null;
  const self = first.subject.id === id || !isEntityRef(first.object) ? first.subject : first.object;
  const kind = snapshot.report.vocabulary.classes[self.type] ?? self.type;
  const body = `<h1>${escapeHtml(self.label)}</h1><p class="kind">${escapeHtml(kind)} · <code>${escapeHtml(snapshot.report.base)}entity/${escapeHtml(id)}</code></p>
<ul>${facts.map((fact) => item(snapshot, fact, id)).join("\n")}</ul>`;
  return page(self.label, `/entity/${encodeURIComponent(id)}`, body);
}

/** Page of a fact; null when there is none with this id. */
export function factPage(snapshot: Snapshot, id: string): string | null {
  const fact = snapshot.facts.find((candidate) => candidate.id === id);
  if (fact === undefined) return null;
  const rows: [string, string][] = [
    ["Status", fact.status],
    ["Said by", fact.attribution?.label ?? "the article"],
    ["Found by", `${fact.extractor}, ${fact.rule}`],
    ["Confidence", fact.confidence.toFixed(2)],
    ["Position", `${fact.evidence.start}–${fact.evidence.end} (UTF-16 code units)`],
  ];
  const title = `${fact.subject.label} – ${objectWords(fact.object)}`;
  const table = rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join("");
  return page(
    title,
    `/fact/${encodeURIComponent(id)}`,
    `<h1>${escapeHtml(title)}</h1><ul>${item(snapshot, fact, null)}</ul><dl>${table}</dl>`,
  );
}

/** Text with every quoted span marked; overlapping quotes are joined. */
function markText(text: string, facts: readonly Fact[]): string {
  const spans = facts.map(({ evidence }) => [evidence.start, evidence.end] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let html = "";
  let at = 0;
  for (const [start, end] of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    html += `${escapeHtml(text.slice(at, from))}<mark>${escapeHtml(text.slice(from, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

/** The article and what it claims as schema.org sees it, for search engines: asserted facts alone, each with its sentence. */
export function claimIsland({ report }: Snapshot, article: ReportedArticle, facts: readonly Fact[]): string {
  const iri = (kind: string, id: string): string => `${report.base}${kind}/${encodeURIComponent(id)}`;
  const claims = facts
    .filter((fact) => fact.status === "asserted")
    .map((fact) => ({
      "@type": "Claim",
      "@id": iri("fact", fact.id),
      name: `${fact.subject.label} ${report.vocabulary.relations[fact.relation]?.label ?? fact.relation} ${objectWords(fact.object)}`,
      text: fact.evidence.quote,
      about: [{ "@id": iri("entity", fact.subject.id) }, ...(isEntityRef(fact.object) ? [{ "@id": iri("entity", fact.object.id) }] : [])],
      appearance: { "@id": iri("article", article.id) },
      ...(fact.attribution === null ? {} : { author: { "@type": "Thing", name: fact.attribution.label } }),
    }));
  const { title, published, publisher, url } = article;
  const node = {
    "@type": "NewsArticle",
    "@id": iri("article", article.id),
    headline: title,
    inLanguage: "en",
    ...(published === null ? {} : { datePublished: published }),
    ...(publisher === null ? {} : { publisher: { "@type": "Organization", name: publisher } }),
    ...(url === null ? {} : { url }),
  };
  const island = JSON.stringify({ "@context": { "@vocab": "http://schema.org/" }, "@graph": [node, ...claims] });
  return `<script type="application/ld+json">${island.replaceAll("<", "\\u003c")}</script>`;
}

/** Page of an article; null when the build has none with this id. `text` is the article's own. */
export function articlePage(snapshot: Snapshot, id: string, text: string): string | null {
  const article = snapshot.report.articles.find((candidate) => candidate.id === id);
  if (article === undefined) return null;
  const facts = snapshot.facts.filter((fact) => fact.evidence.article === id);
  const source = article.url !== null && /^https?:/.test(article.url) ? ` · <a href="${escapeHtml(article.url)}">source</a>` : "";
  const about = [article.publisher, article.published]
    .filter((part) => part !== null)
    .map(escapeHtml)
    .join(", ");
  const body = `<h1>${escapeHtml(article.title)}</h1><p class="kind">${about}${source}</p><pre>${markText(text, facts)}</pre>
<h2>Facts</h2><ul>${facts.map((fact) => item(snapshot, fact, null)).join("\n")}</ul>${claimIsland(snapshot, article, facts)}`;
  return page(article.title, `/article/${encodeURIComponent(id)}`, body);
}
