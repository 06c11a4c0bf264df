// How are two entities connected? A chain of quotes, one per step.
import { data, supportOf } from "../data.ts";
import { inverseLabel, labelOf, plural, relationLabel } from "../format.ts";
import { pathSteps, selectClaim, selection } from "../store.ts";
import { EntityLink, Quote } from "./parts.tsx";

const byLabel = new Map(data.entities.map((entity) => [entity.label.toLowerCase(), entity.id]));

export function PathPanel({ from, to }: { readonly from: string; readonly to: string }) {
  const steps = pathSteps.value;
  const pick = (end: "from" | "to", text: string): void => {
    const id = byLabel.get(text.trim().toLowerCase());
    if (id !== undefined) selection.value = { kind: "path", from, to, [end]: id };
  };
  return (
    <>
      <h2>How are they connected?</h2>
      <div class="ends">
        <label>
          From
          <input list="names" value={from === "" ? "" : labelOf(from)} onInput={(event) => pick("from", event.currentTarget.value)} />
        </label>
        <label>
          To
          <input list="names" value={to === "" ? "" : labelOf(to)} onInput={(event) => pick("to", event.currentTarget.value)} />
        </label>
        <datalist id="names">
          {data.entities.map((entity) => (
            <option key={entity.id} value={entity.label} />
          ))}
        </datalist>
      </div>
      {from !== "" && to !== "" && steps === null && (
        <p class="empty">No chain of visible claims connects them. Loosen the filters or choose others.</p>
      )}
      {steps !== null && from !== to && to !== "" && (
        <>
          <p class="aliases">{plural(steps.length, "step")}</p>
          <ol class="chain">
            {steps.map(({ claim, from: start, to: end }) => {
              const best = [...supportOf(claim)].sort((a, b) => b.confidence - a.confidence)[0];
              return (
                <li key={claim.id}>
                  <p class="statement">
                    <EntityLink id={start} />{" "}
                    <span class="relation">{claim.subject === start ? relationLabel(claim.relation) : inverseLabel(claim.relation)}</span>{" "}
                    <EntityLink id={end} />
                  </p>
                  {best && (
                    <blockquote>
                      <Quote fact={best} />
                    </blockquote>
                  )}
                  <button type="button" class="link" onClick={() => selectClaim(claim.id)}>
                    {plural(claim.facts.length, "sentence")}
                  </button>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </>
  );
}
