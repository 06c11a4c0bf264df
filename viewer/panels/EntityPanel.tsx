// Everything claimed about one entity, grouped by relation and direction, amounts and dates included; newest first.
import { articles, claimsOf, data, entities, supportOf, type ViewerClaim } from "../data.ts";
import { classLabel, inverseLabel, labelOf, objectLabel, plural, relationLabel } from "../format.ts";
import { filters, selectClaim, selection, toggleFocus, toggleHidden, togglePinned, view, visibleClaims } from "../store.ts";
import { Hops } from "./Legend.tsx";
import { Dot } from "./parts.tsx";

export function EntityPanel({ id }: { readonly id: string }) {
  const entity = entities.get(id);
  if (entity === undefined) return <p class="empty">This entity is not in the build any more.</p>;
  const all = claimsOf.get(id) ?? [];
  const shown = all.filter((claim) => visibleClaims.value.has(claim.id));
  const focused = filters.value.focus.has(id);
  const inferred = data.inferred.map((edge, index) => ({ edge, index })).filter(({ edge }) => edge.subject === id || edge.object === id);
  return (
    <>
      <header class="entityhead">
        <Dot kind={entity.class} />
        <div>
          <h2>{entity.label}</h2>
          <p>
            {classLabel(entity.class)} · {plural(all.length, "claim")} ·{" "}
            {plural(
              all.reduce((sum, claim) => sum + claim.facts.length, 0),
              "sentence",
            )}
          </p>
        </div>
      </header>
      {entity.aliases.length > 0 && <p class="aliases">Also called {entity.aliases.join(", ")}</p>}
      <fieldset class="actions" aria-label="What to do with this entity">
        <button type="button" aria-pressed={focused} onClick={() => focusOn(id)}>
          {focused ? "In focus" : filters.value.focus.size > 0 ? "Add to focus" : "Focus"}
        </button>
        {focused && <Hops />}
        <button type="button" onClick={() => (selection.value = { kind: "path", from: id, to: "" })}>
          Path to…
        </button>
        <button type="button" aria-pressed={filters.value.pinned.has(id)} onClick={() => togglePinned(id)}>
          {filters.value.pinned.has(id) ? "Pinned" : "Pin"}
        </button>
        <button type="button" onClick={() => toggleHidden(id)}>
          Hide
        </button>
        {entity.wikidata && (
          <a href={`https://www.wikidata.org/wiki/${entity.wikidata}`} rel="noreferrer noopener" target="_blank">
            Wikidata
          </a>
        )}
      </fieldset>
      {shown.length < all.length && <p class="aliases">{plural(all.length - shown.length, "claim")} hidden by the filters.</p>}
      {groups(id, shown).map(({ label, items }) => (
        <section key={label} class="group">
          <h3>
            {label} <span>{items.length}</span>
          </h3>
          <ul>
            {items.map((claim) => (
              <li key={claim.id}>
                <button type="button" class="claim" onClick={() => selectClaim(claim.id)}>
                  {typeof claim.object === "string" && <Dot kind={entities.get(other(claim, id))?.class ?? ""} />}
                  <span>{claim.subject === id ? objectLabel(claim) : labelOf(claim.subject)}</span>
                  {claim.status !== "asserted" && <em>{claim.status}</em>}
                  {claim.conflictsWith.length > 0 && <em class="warn">conflict</em>}
                  <time>{newest(claim)}</time>
                  <span class="pill" title={plural(claim.facts.length, "sentence")}>
                    {claim.facts.length}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {inferred.length > 0 && (
        <section class="group">
          <h3>
            Inferred <span>{inferred.length}</span>
          </h3>
          <ul>
            {inferred.map(({ edge, index }) => (
              <li key={index}>
                <button type="button" class="claim" onClick={() => (selection.value = { kind: "inferred", id: String(index) })}>
                  <span>
                    {edge.subject === id
                      ? `${relationLabel(edge.relation)} ${labelOf(edge.object)}`
                      : `${inverseLabel(edge.relation)} ${labelOf(edge.subject)}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function other(claim: ViewerClaim, id: string): string {
  return claim.subject === id && typeof claim.object === "string" ? claim.object : claim.subject;
}

function newest(claim: ViewerClaim): string {
  return (
    supportOf(claim)
      .flatMap((fact) => articles.get(fact.article)?.published ?? [])
      .sort()
      .at(-1) ?? ""
  );
}

function groups(id: string, claims: readonly ViewerClaim[]): readonly { readonly label: string; readonly items: readonly ViewerClaim[] }[] {
  const map = new Map<string, ViewerClaim[]>();
  for (const claim of claims) {
    const label = claim.subject === id ? relationLabel(claim.relation) : inverseLabel(claim.relation);
    map.set(label, [...(map.get(label) ?? []), claim]);
  }
  return [...map].map(([label, items]) => ({
    label: label.charAt(0).toUpperCase() + label.slice(1),
    items: items.sort((a, b) => (newest(a) > newest(b) ? -1 : newest(a) < newest(b) ? 1 : 0)),
  }));
}

function focusOn(id: string): void {
  toggleFocus(id);
  view.value = "graph";
}
