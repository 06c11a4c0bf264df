// What changed since another build: that build's facts.jsonl in, claims that came, went, or rest on other sentences out. Pure.
import type { ViewerClaim, ViewerValue } from "./data.ts";

/** One line of a facts.jsonl, as far as a comparison needs it. */
interface FactLine {
  readonly id: string;
  readonly subject: { readonly id: string; readonly label: string };
  readonly relation: string;
  readonly object: ({ readonly id: string; readonly label: string } | ViewerValue) & { readonly mention: string };
  readonly status: string;
  readonly evidence: { readonly article: string; readonly quote: string };
}

export interface GoneClaim {
  readonly key: string;
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly status: string;
  readonly article: string;
  readonly quote: string;
}

export interface ResupportedClaim {
  readonly claim: ViewerClaim;
  /** Sentences that came and went. */
  readonly more: number;
  readonly fewer: number;
}

export interface Changes {
  readonly added: readonly ViewerClaim[];
  readonly gone: readonly GoneClaim[];
  readonly resupported: readonly ResupportedClaim[];
}

/** Compares. @throws Error naming the first line that is no fact. */
export function compareBuilds(earlier: string, claims: readonly ViewerClaim[]): Changes {
  const before = new Map<string, FactLine[]>();
  for (const [index, line] of earlier.split("\n").entries()) {
    if (line.trim() === "") continue;
    const fact = readLine(line, index + 1);
    const key = keyOf(fact.subject.id, fact.relation, "id" in fact.object ? fact.object.id : fact.object, fact.status);
    const list = before.get(key);
    if (list) list.push(fact);
    else before.set(key, [fact]);
  }
  const now = new Map(claims.map((claim) => [keyOf(claim.subject, claim.relation, claim.object, claim.status), claim]));
  const resupported = [...now].flatMap(([key, claim]): ResupportedClaim[] => {
    const old = before.get(key);
    if (old === undefined) return [];
    const ids = new Set(old.map(({ id }) => id));
    const more = claim.facts.filter((id) => !ids.has(id)).length;
    const fewer = ids.size - (claim.facts.length - more);
    return more === 0 && fewer === 0 ? [] : [{ claim, more, fewer }];
  });
  return {
    added: [...now].filter(([key]) => !before.has(key)).map(([, claim]) => claim),
    gone: [...before].flatMap(([key, [fact]]) => (fact === undefined || now.has(key) ? [] : [goneClaim(key, fact)])),
    resupported,
  };
}

function goneClaim(key: string, fact: FactLine): GoneClaim {
  const { subject, relation, object, status, evidence } = fact;
  const { article, quote } = evidence;
  return { key, subject: subject.label, relation, object: "label" in object ? object.label : object.mention, status, article, quote };
}

function readLine(line: string, number: number): FactLine {
  let fact: Partial<FactLine> | null = null;
  try {
    fact = JSON.parse(line) as Partial<FactLine> | null;
  } catch (cause) {
    throw new Error(`line ${number} is not JSON: choose the facts.jsonl of a build`, { cause });
  }
  if (!fact?.subject || !fact.relation || !fact.object || !fact.evidence) {
    throw new Error(`line ${number} is not a fact: choose the facts.jsonl of a build`);
  }
  return fact as FactLine;
}

function keyOf(subject: string, relation: string, object: string | ViewerValue, status: string): string {
  const end = typeof object === "string" ? object : [object.value, object.max, object.unit, object.comparator, object.of];
  return JSON.stringify([subject, relation, end, status]);
}
