// What changed since another build, claim by claim with the sentences. The other build comes as its facts.jsonl: inside the page, or chosen.
import { computed, signal } from "@preact/signals";
import { type Changes, compareBuilds } from "../changes.ts";
import { data, ends, supportOf, type ViewerClaim } from "../data.ts";
import { plural, relationLabel } from "../format.ts";
import { Statement } from "../panels/ClaimPanel.tsx";
import { Quote } from "../panels/parts.tsx";
import { announcement, found, selectClaim, selection, view, visibleClaims } from "../store.ts";

const chosen = signal<{ readonly name: string; readonly text: string } | null>(
  data.earlier === null ? null : { name: "the build before", text: data.earlier },
);

type Outcome = { readonly changes: Changes } | { readonly problem: string } | null;

const compared = computed((): Outcome => {
  if (chosen.value === null) return null;
  try {
    return { changes: compareBuilds(chosen.value.text, data.claims) };
  } catch (error) {
    return { problem: `${chosen.value.name}: ${error instanceof Error ? error.message : String(error)}` };
  }
});

export function ChangesView() {
  const result = compared.value;
  return (
    <section class="sheet changes" aria-label="What changed">
      <header>
        <h2>What changed</h2>
        <p>
          {result !== null && "changes" in result
            ? `Compared with ${chosen.value?.name}.`
            : "Choose the facts.jsonl of an earlier build. It is read here and sent nowhere."}
        </p>
      </header>
      <div class="tools">
        <label class="file">
          <span>{chosen.value === null ? "Choose a facts.jsonl" : "Compare with another"}</span>
          <input type="file" accept=".jsonl,application/jsonl,application/json" onChange={(event) => void read(event.currentTarget)} />
        </label>
        {result !== null && "changes" in result && result.changes.added.length > 0 && (
          <button type="button" onClick={() => mark(result.changes.added)}>
            Mark the new ones in the graph
          </button>
        )}
      </div>
      {result !== null && "problem" in result && (
        <p class="notice" role="alert">
          {result.problem}
        </p>
      )}
      {result !== null && "changes" in result && <Lists changes={result.changes} />}
    </section>
  );
}

async function read(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (file === undefined) return;
  chosen.value = { name: file.name, text: await file.text() };
  const result = compared.value;
  if (result === null || "problem" in result) return;
  const { added, gone, resupported } = result.changes;
  announcement.value = `${plural(added.length, "new claim")}, ${gone.length} gone, ${resupported.length} with other sentences`;
}

function mark(added: readonly ViewerClaim[]): void {
  const shown = added.filter((claim) => visibleClaims.value.has(claim.id));
  found.value = { entities: new Set(shown.flatMap(ends)), edges: new Set(shown.map((claim) => claim.id)), by: "as new" };
  selection.value = null;
  view.value = "graph";
}

function Lists({ changes: { added, gone, resupported } }: { readonly changes: Changes }) {
  if (added.length + gone.length + resupported.length === 0) return <p class="empty">The two builds say the same.</p>;
  return (
    <>
      <h3>{plural(added.length, "new claim")}</h3>
      <ul class="changelist">
        {added.map((claim) => (
          <Changed key={claim.id} claim={claim} sign="+" note={claim.status === "asserted" ? "" : claim.status} />
        ))}
      </ul>
      <h3>{plural(gone.length, "claim")} gone</h3>
      <ul class="changelist">
        {gone.map((claim) => (
          <li key={claim.key} class="gone">
            <span aria-hidden="true">−</span>
            <div>
              <p>
                <strong>{claim.subject}</strong> {relationLabel(claim.relation)} <strong>{claim.object}</strong>
                {claim.status !== "asserted" && ` (${claim.status})`}
              </p>
              <blockquote>{claim.quote}</blockquote>
            </div>
          </li>
        ))}
      </ul>
      <h3>{plural(resupported.length, "claim")} with other sentences</h3>
      <ul class="changelist">
        {resupported.map(({ claim, more, fewer }) => (
          <Changed
            key={claim.id}
            claim={claim}
            sign="~"
            note={[more > 0 && `${plural(more, "sentence")} more`, fewer > 0 && `${plural(fewer, "sentence")} fewer`]
              .filter(Boolean)
              .join(", ")}
          />
        ))}
      </ul>
    </>
  );
}

function Changed({ claim, sign, note }: { readonly claim: ViewerClaim; readonly sign: string; readonly note: string }) {
  const [fact] = supportOf(claim).slice(-1);
  return (
    <li>
      <span aria-hidden="true">{sign}</span>
      <div>
        <Statement claim={claim} />
        {fact && (
          <blockquote>
            <Quote fact={fact} />
          </blockquote>
        )}
        <p class="notes">
          {note !== "" && <span>{note}</span>}
          <button type="button" class="link" onClick={() => selectClaim(claim.id)}>
            Open the evidence
          </button>
        </p>
      </div>
    </li>
  );
}
