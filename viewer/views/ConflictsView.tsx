// Claims that contradict each other, side by side with their sentences. The page does not decide who is right.
import { claims, supportOf, type ViewerClaim } from "../data.ts";
import { plural, STATUS_WORDS } from "../format.ts";
import { Statement } from "../panels/ClaimPanel.tsx";
import { Card, Meter } from "../panels/parts.tsx";
import { selectClaim, visible } from "../store.ts";

export function ConflictsView() {
  const groups = group(visible.value.filter((claim) => claim.conflictsWith.length > 0));
  return (
    <section class="sheet conflicts" aria-label="Conflicts">
      <header>
        <h2>{groups.length === 0 ? "No conflicts with these filters" : plural(groups.length, "conflict")}</h2>
        <p>Two values where only one can hold, or a claim and its denial.</p>
      </header>
      {groups.map((members) => (
        <div class="versus" key={members[0]?.id}>
          {members.map((claim) => (
            <div key={claim.id}>
              <Statement claim={claim} />
              <p class={`status ${claim.status}`}>
                {STATUS_WORDS[claim.status] ?? claim.status} <Meter value={claim.confidence} />
              </p>
              {supportOf(claim)
                .slice(0, 2)
                .map((fact) => (
                  <Card key={fact.id} fact={fact} />
                ))}
              <button type="button" class="link" onClick={() => selectClaim(claim.id)}>
                Open the evidence
              </button>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

/** Claims linked by conflict, directly or through others, form one group. */
function group(items: readonly ViewerClaim[]): readonly (readonly ViewerClaim[])[] {
  const seen = new Set<string>();
  const groups: ViewerClaim[][] = [];
  for (const item of items) {
    if (seen.has(item.id)) continue;
    const members: ViewerClaim[] = [];
    const queue = [item.id];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const claim = claims.get(id);
      if (claim === undefined || seen.has(id)) continue;
      seen.add(id);
      members.push(claim);
      queue.push(...claim.conflictsWith);
    }
    groups.push(members);
  }
  return groups;
}
