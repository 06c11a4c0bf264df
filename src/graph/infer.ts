// What follows from what is known: SPARQL updates over the dataset, applied in order again and again until nothing new comes.
// In: the basis of the dataset and rules. Out: edges between entities with rule and premises, and all else that follows.
// A rule that cannot be read is a Problem; the others run.
import { compare } from "../facts/order.ts";
import type { Problem } from "../problem.ts";
import { formatObject, type Literal } from "../rdf/quad.ts";
import { openStore, type Statement } from "../rdf/store.ts";
import { META, PROV, RDF } from "../rdf/terms.ts";
import { type Basis, basisQuads } from "./dataset.ts";
import type { Entailment, InferredEdge } from "./knowledge.ts";
import { type Names, nodeNames } from "./names.ts";
import type { Rule } from "./rules.ts";

export interface Inference {
  readonly inferred: readonly InferredEdge[];
  readonly entailed: readonly Entailment[];
  readonly problems: readonly Problem[];
}

/** More rounds than this mean a rule that makes new nodes for ever; the deepest chain of places seen needs 4. */
const MAX_ROUNDS = 50;

/** Applies rules to a fixed point. Problems: rule-syntax, rule-endless. */
export function infer(basis: Basis, rules: readonly Rule[]): Inference {
  const name = nodeNames(basis.base);
  const store = openStore(basisQuads(basis, { rdf12: false, nanopub: false }));
  const graphs = [name.graph("inferred"), name.graph("entailed")] as const;
  const found = new Map<string, Statement & { readonly graph: string; readonly rule: string }>();
  const broken = new Set<Rule>();
  const problems: Problem[] = [];
  const report = (code: "rule-syntax" | "rule-endless", message: string, rule: Rule): void => {
    problems.push({ level: "error", code, message, file: `rules/${rule.name}.ru` });
  };
  let changed = rules.length > 0;
  for (let round = 1; changed; round++) {
    changed = false;
    for (const rule of rules.filter((one) => !broken.has(one))) {
      const before = store.size();
      try {
        store.update(rule.text, name.base);
      } catch (cause) {
        broken.add(rule);
        report("rule-syntax", `the rule is no valid SPARQL update: ${cause instanceof Error ? cause.message : String(cause)}`, rule);
        continue;
      }
      if (store.size() === before) continue;
      if (round > MAX_ROUNDS) {
        broken.add(rule);
        report("rule-endless", `the rule still finds something new after ${MAX_ROUNDS} rounds and was stopped`, rule);
        continue;
      }
      const fresh = graphs.flatMap((graph) =>
        store
          .take(graph)
          .map((statement) => ({ ...statement, graph, rule: rule.name }))
          .filter((statement) => !found.has(key(statement))),
      );
      if (fresh.length === 0) continue;
      for (const statement of fresh) found.set(key(statement), statement);
      store.add(fresh);
      changed = true;
    }
  }
  const all = [...found.values()].sort((a, b) => compare(key(a), key(b)));
  return {
    inferred: edges(
      all.filter((one) => one.graph === graphs[0]),
      basis,
      name,
    ),
    entailed: all
      .filter((one) => one.graph === graphs[1])
      .map(({ subject, predicate, object, rule }) => ({ subject, predicate, object, rule })),
    problems,
  };
}

const key = ({ subject, predicate, object, graph }: Statement & { readonly graph: string }): string =>
  `${graph} ${subject} ${predicate} ${formatObject(object)}`;

/** Reads the inferred statement nodes back. */
function edges(statements: readonly (Statement & { readonly rule: string })[], basis: Basis, name: Names): readonly InferredEdge[] {
  const nodes = new Map<string, Map<string, (string | Literal)[]>>();
  for (const { subject, predicate, object } of statements) {
    if (!subject.startsWith(name.inferred(""))) continue;
    const node = nodes.get(subject) ?? new Map<string, (string | Literal)[]>();
    nodes.set(subject, node.set(predicate, [...(node.get(predicate) ?? []), object]));
  }
  const entity = idOf(name.entity(""));
  const relationOf = new Map([...basis.ontology.relations.values()].map((relation) => [relation.iri, relation.id]));
  const out: InferredEdge[] = [];
  for (const [node, values] of nodes) {
    const one = (predicate: string): string => String(values.get(predicate)?.[0] ?? "");
    const premises = (values.get(`${PROV}wasDerivedFrom`) ?? []).map(String);
    const [subject, object] = [entity(one(`${RDF}subject`)), entity(one(`${RDF}object`))];
    const relation = relationOf.get(one(`${RDF}predicate`));
    if (subject === null || object === null || relation === undefined) continue;
    const from = (prefix: string): readonly string[] => premises.flatMap((premise) => idOf(prefix)(premise) ?? []).sort(compare);
    out.push({
      id: idOf(name.inferred(""))(node) ?? node,
      ...{ subject, relation, object },
      rule: idOf(name.rule(""))(one(`${META}rule`)) ?? "",
      premises: from(name.claim("")),
      links: from(name.link("")),
      through: from(name.inferred("")),
    });
  }
  return out.sort((a, b) => compare(a.subject, b.subject) || compare(a.relation, b.relation) || compare(a.object, b.object));
}

/** Takes an IRI below a prefix apart; null for any other. */
const idOf =
  (prefix: string) =>
  (iri: string): string | null =>
    iri.startsWith(prefix) ? decodeURIComponent(iri.slice(prefix.length)) : null;
