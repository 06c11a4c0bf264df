// The first panel already says something: what is best supported, newest, disputed, most connected; each a way into the graph.
import { articles, data, ends, entities, supportOf, type ViewerClaim } from "../data.ts";
import { claimSentence, labelOf, objectLabel, plural, relationLabel } from "../format.ts";
import { selectClaim, selectEntity, view, visible } from "../store.ts";
import { dateWords } from "../time.ts";
import { Dot } from "./parts.tsx";

/** Lines per list: the lists fit a laptop's screen together. */
const LINES = 5;
const HUBS = 6;

const lastDate = (claim: ViewerClaim): string =>
  supportOf(claim)
    .flatMap((fact) => articles.get(fact.article)?.published ?? [])
    .sort()
    .at(-1) ?? "";

const dates = data.articles.flatMap((article) => article.published ?? []).sort();

export function Start() {
  const shown = visible.value;
  const supported = shown
    .filter((claim) => claim.facts.length > 1)
    .sort((a, b) => b.facts.length - a.facts.length || b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
  const dated = shown.map((claim) => ({ claim, date: lastDate(claim) })).filter(({ date }) => date !== "");
  const newest = dated.sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : b.claim.confidence - a.claim.confidence));
  const disputed = shown.filter((claim) => claim.conflictsWith.length > 0);
  return (
    <>
      <header class="lead">
        <h2>What {plural(data.articles.length, "article")} say</h2>
        <p>
          {plural(shown.length, "claim")}, each with the sentence that makes it
          {dates.length > 0 && `, published ${dateWords(dates[0]?.slice(0, 7) ?? "")} to ${dateWords(dates.at(-1)?.slice(0, 7) ?? "")}`}.
        </p>
      </header>
      <Hubs shown={shown} />
      <List title="Most supported" items={supported.map((claim) => ({ claim, note: plural(claim.facts.length, "sentence") }))} />
      <List title="Newest" items={newest.map(({ claim, date }) => ({ claim, note: date }))} />
      <List title="In conflict" items={disputed.map((claim) => ({ claim, note: plural(claim.conflictsWith.length, "rival claim") }))} />
      {disputed.length === 0 && (
        <p class="calm">{shown.length === 0 ? "Nothing passes the filters." : "No two of these claims contradict each other."}</p>
      )}
      {disputed.length > 0 && (
        <button type="button" class="link" onClick={() => (view.value = "conflicts")}>
          All conflicts side by side
        </button>
      )}
    </>
  );
}

function Hubs({ shown }: { readonly shown: readonly ViewerClaim[] }) {
  const degree = new Map<string, number>();
  for (const claim of shown) for (const id of ends(claim)) degree.set(id, (degree.get(id) ?? 0) + 1);
  const hubs = [...degree].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, HUBS);
  return (
    <ul class="hubs" aria-label="Most connected">
      {hubs.map(([id, count]) => (
        <li key={id}>
          <button type="button" title={plural(count, "claim")} onClick={() => selectEntity(id)}>
            <Dot kind={entities.get(id)?.class ?? ""} />
            {labelOf(id)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function List({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly { readonly claim: ViewerClaim; readonly note: string }[];
}) {
  if (items.length === 0) return null;
  return (
    <section class="group">
      <h3>
        {title} <span>{items.length > LINES ? `${LINES} of ${items.length}` : items.length}</span>
      </h3>
      <ul>
        {items.slice(0, LINES).map(({ claim, note }) => (
          <li key={claim.id}>
            <button type="button" class="claim" title={claimSentence(claim)} onClick={() => selectClaim(claim.id)}>
              <span>
                <strong>{labelOf(claim.subject)}</strong> <i>{relationLabel(claim.relation)}</i> <strong>{objectLabel(claim)}</strong>
                {claim.status !== "asserted" && <em> {claim.status}</em>}
              </span>
              <time>{note}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
