// The first panel already says something: what is best supported, newest, disputed, each a way into the graph.
import { articles, data, supportOf, type ViewerClaim } from "../data.ts";
import { claimSentence, plural } from "../format.ts";
import { outcome, selectClaim, view, visibleEntities } from "../store.ts";

/** Lines per list: the three lists fit a laptop's screen together. */
const LINES = 5;

const lastDate = (claim: ViewerClaim): string =>
  supportOf(claim)
    .flatMap((fact) => articles.get(fact.article)?.published ?? [])
    .sort()
    .at(-1) ?? "";

export function Start() {
  const shown = outcome.value.visible;
  const supported = [...shown].sort((a, b) => b.facts.length - a.facts.length || b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
  const dated = shown.map((claim) => ({ claim, date: lastDate(claim) })).filter(({ date }) => date !== "");
  const newest = dated.sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : b.claim.confidence - a.claim.confidence));
  const disputed = shown.filter((claim) => claim.conflictsWith.length > 0);
  return (
    <>
      <header class="lead">
        <h2>{data.title}</h2>
        <p>
          {plural(visibleEntities.value.size, "entity", "entities")} and {plural(shown.length, "claim")}, read from{" "}
          {plural(data.articles.length, "article")}. Every line leads to the words that say it.
        </p>
      </header>
      <List title="Most supported" items={supported.map((claim) => ({ claim, note: plural(claim.facts.length, "sentence") }))} />
      <List title="Newest" items={newest.map(({ claim, date }) => ({ claim, note: date }))} />
      <List title="In conflict" items={disputed.map((claim) => ({ claim, note: plural(claim.conflictsWith.length, "rival claim") }))} />
      {disputed.length > 0 && (
        <button type="button" class="link" onClick={() => (view.value = "conflicts")}>
          All conflicts side by side
        </button>
      )}
    </>
  );
}

function List({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly { readonly claim: ViewerClaim; readonly note: string }[];
}) {
  return (
    <section class="group">
      <h3>
        {title} <span>{items.length > LINES ? `${LINES} of ${items.length}` : items.length}</span>
      </h3>
      {items.length === 0 && <p class="empty">None with these filters.</p>}
      <ul>
        {items.slice(0, LINES).map(({ claim, note }) => (
          <li key={claim.id}>
            <button type="button" class="claim" onClick={() => selectClaim(claim.id)}>
              <span>{claimSentence(claim)}</span>
              <time>{note}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
