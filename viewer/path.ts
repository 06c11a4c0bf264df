// How are two entities connected? Shortest chain of claims, direction ignored; among equals the better supported.
import type { ViewerClaim } from "./data.ts";

export interface Step {
  readonly claim: ViewerClaim;
  readonly from: string;
  readonly to: string;
}

/** Finds the shortest chain, or null. Denied and cancelled claims connect nothing. */
export function findPath(from: string, to: string, claims: readonly ViewerClaim[]): readonly Step[] | null {
  const links = new Map<string, Step[]>();
  const link = (step: Step): void => {
    const list = links.get(step.from);
    if (list) list.push(step);
    else links.set(step.from, [step]);
  };
  for (const claim of claims) {
    if (typeof claim.object !== "string" || claim.status === "negated" || claim.status === "cancelled") continue;
    link({ claim, from: claim.subject, to: claim.object });
    link({ claim, from: claim.object, to: claim.subject });
  }
  const rank = (step: Step): number => step.claim.facts.length + step.claim.confidence;
  for (const list of links.values()) list.sort((a, b) => rank(b) - rank(a) || (a.claim.id < b.claim.id ? -1 : 1));
  const arrived = new Map<string, Step | null>([[from, null]]);
  for (let frontier = [from]; frontier.length > 0 && !arrived.has(to); ) {
    const next: string[] = [];
    for (const id of frontier)
      for (const step of links.get(id) ?? [])
        if (!arrived.has(step.to)) {
          arrived.set(step.to, step);
          next.push(step.to);
        }
    frontier = next;
  }
  if (!arrived.has(to)) return null;
  const steps: Step[] = [];
  for (let step = arrived.get(to); step; step = arrived.get(step.from)) steps.unshift(step);
  return steps;
}
