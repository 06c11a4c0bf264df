// Tells whether a result was cut at the row limit, and says so inside the answer where its format has a place for it: the `link` of the head
// in JSON and XML. CSV and TSV have none; there the header alone says it. Source: SPARQL 1.1 Query Results JSON (3.1.2) and XML (2.3.1).

/** Fewest characters a row takes in any format: shorter answers are not counted. */
const LEAST_ROW = 1;

/** Number of rows in a result's text. */
export function countRows(body: string, mediaType: string): number {
  if (mediaType === "application/sparql-results+json") {
    const { results } = JSON.parse(body) as { readonly results?: { readonly bindings: readonly unknown[] } };
    return results?.bindings.length ?? 0;
  }
  if (mediaType === "application/sparql-results+xml") return body.split(/<result>|<result\/>/).length - 1;
  const lines = mediaType === "text/csv" ? body.replace(/"(?:[^"]|"")*"/g, "") : body;
  return Math.max(0, lines.split("\n").length - (lines.endsWith("\n") ? 2 : 1));
}

/** Tells whether the result has as many rows as the limit allows. */
export function isCut(body: string, mediaType: string, limit: number): boolean {
  return body.length >= limit * LEAST_ROW && countRows(body, mediaType) >= limit;
}

/** Puts the notice into the result's head. */
export function noticeCut(body: string, mediaType: string, notice: string): string {
  if (mediaType === "application/sparql-results+json") return body.replace('"head":{', () => `"head":{"link":[${JSON.stringify(notice)}],`);
  if (mediaType === "application/sparql-results+xml") return body.replace("</head>", () => `<link href="${notice}"/></head>`);
  return body;
}
