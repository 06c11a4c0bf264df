// Facts by what people read: the claim a fact supports, the facts of an article. Apart from data.ts, as the graph's first frame needs neither.
import { data, type ViewerClaim, type ViewerFact } from "./data.ts";

/** The claim that a fact supports. */
export const claimOf: ReadonlyMap<string, ViewerClaim> = new Map(
  data.claims.flatMap((claim) => claim.facts.map((id) => [id, claim] as const)),
);
/** Facts by article, in reading order. */
export const factsOf: ReadonlyMap<string, readonly ViewerFact[]> = indexFacts();

function indexFacts(): ReadonlyMap<string, readonly ViewerFact[]> {
  const index = new Map<string, ViewerFact[]>();
  for (const fact of data.facts) {
    const list = index.get(fact.article);
    if (list) list.push(fact);
    else index.set(fact.article, [fact]);
  }
  for (const list of index.values()) list.sort((a, b) => a.span[0] - b.span[0] || a.subject[0] - b.subject[0]);
  return index;
}
