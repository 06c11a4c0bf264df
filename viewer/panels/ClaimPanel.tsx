// The evidence of one claim: a sentence-like header, how sure, and a card per sentence. Inferred edges name their premises.
import { articles, claims, data, sourceOf, supportOf, type ViewerClaim, type ViewerFact } from "../data.ts";
import { formatValue, percent, plural, relationLabel, STATUS_WORDS } from "../format.ts";
import { selectClaim, view } from "../store.ts";
import { dateWords } from "../time.ts";
import { Card, EntityLink, Meter } from "./parts.tsx";

export function Statement({ claim }: { readonly claim: Pick<ViewerClaim, "subject" | "relation" | "object"> }) {
  return (
    <h2 class="statement">
      <EntityLink id={claim.subject} /> <span class="relation">{relationLabel(claim.relation)}</span>{" "}
      {typeof claim.object === "string" ? <EntityLink id={claim.object} /> : <span class="value">{formatValue(claim.object)}</span>}
    </h2>
  );
}

export function ClaimLine({ id }: { readonly id: string }) {
  const claim = claims.get(id);
  if (claim === undefined) return null;
  return (
    <div class="claimline">
      <Statement claim={claim} />
      <button type="button" class="link" onClick={() => selectClaim(id)}>
        {STATUS_WORDS[claim.status] ?? claim.status} · {plural(claim.facts.length, "sentence")}
      </button>
    </div>
  );
}

export function ClaimPanel({ id }: { readonly id: string }) {
  const claim = claims.get(id);
  if (claim === undefined) return <p class="empty">This claim is not in the build any more.</p>;
  const support = supportOf(claim);
  const origins = support.flatMap((fact) => articles.get(fact.article) ?? []);
  const sources = new Set(origins.map(sourceOf));
  const first = origins
    .flatMap((article) => article.published ?? [])
    .sort()
    .at(0);
  return (
    <>
      <Statement claim={claim} />
      <dl class="meta">
        <div>
          <dt>Status</dt>
          <dd class={`status ${claim.status}`}>{STATUS_WORDS[claim.status] ?? claim.status}</dd>
        </div>
        <div>
          <dt>Confidence</dt>
          <dd>
            <Meter value={claim.confidence} />
          </dd>
        </div>
        <div>
          <dt>Evidence</dt>
          <dd>{plural(support.length, "sentence")}</dd>
        </div>
        <div>
          <dt>First seen</dt>
          <dd>{first === undefined ? "undated" : dateWords(first.slice(0, 7))}</dd>
        </div>
      </dl>
      <p class="why">{whySure(support, new Set(origins.map(({ id }) => id)).size, sources.size)}</p>
      {claim.conflictsWith.length > 0 && (
        <section class="conflict">
          <h3>In conflict with</h3>
          {claim.conflictsWith.map((other) => (
            <ClaimLine key={other} id={other} />
          ))}
          <button type="button" class="link" onClick={() => (view.value = "conflicts")}>
            See them side by side
          </button>
        </section>
      )}
      {support.map((fact) => (
        <Card key={fact.id} fact={fact} />
      ))}
    </>
  );
}

/** How the confidence of the claim follows from its sentences. */
function whySure(support: readonly ViewerFact[], articleCount: number, sourceCount: number): string {
  const best = Math.max(...support.map((fact) => fact.confidence));
  const measured = `Of facts read as the best sentence was, about ${percent(best)} were right where that was measured`;
  if (articleCount < 2) return `One article says it. ${measured}.`;
  return `${plural(articleCount, "article")} from ${plural(sourceCount, "source")} say it. ${measured}; that they agree makes it surer.`;
}

export function InferredPanel({ id }: { readonly id: string }) {
  const edge = data.inferred[Number(id)];
  if (edge === undefined) return <p class="empty">This edge is not in the build any more.</p>;
  return (
    <>
      <Statement claim={edge} />
      <p class="status inferred">Inferred by rule “{edge.rule}”, said by no sentence</p>
      <h3>It follows from</h3>
      {edge.premises.length === 0 && <p class="empty">Background knowledge about the entities.</p>}
      {edge.premises.map((premise) => (
        <ClaimLine key={premise} id={premise} />
      ))}
    </>
  );
}
