// SHACL validation: data and shapes in, violations as plain objects out, sorted. The only importer of rdf-validate-shacl.
// Source: W3C Shapes Constraint Language, core part. Data must not come from the SPARQL store, which rewrites literals.
import SHACLValidator from "rdf-validate-shacl";
import { RDF } from "../rdf/terms.ts";
import type { Dataset } from "../rdf/turtle.ts";

export type Severity = "violation" | "warning" | "info";

export interface Violation {
  /** What was checked: an IRI, the text of a literal, or "_:name" for a blank node; `value` and `shape` alike. */
  readonly focus: string;
  /** IRI of a simple path; null for a longer one or none. */
  readonly path: string | null;
  readonly value: string | null;
  readonly shape: string;
  /** Local name of the constraint component ("MinCountConstraintComponent"). */
  readonly component: string;
  readonly message: string;
  readonly severity: Severity;
}

const SH = "http://www.w3.org/ns/shacl#";

/** Validates. An empty list means that the data conform. */
export async function validate(data: Dataset, shapes: Dataset): Promise<readonly Violation[]> {
  // Counting the checks of each node against each shape ends recursion and takes a quarter of the time; most shapes do not recur.
  const counting = recur(shapes) ? {} : { maxNodeChecks: 0 };
  const report = await new SHACLValidator(shapes, { allowNamedNodeInList: true, ...counting }).validate(data);
  const violations = report.results.map((result): Violation => {
    // The type says that these are always there; for node shapes and absent values they are not.
    const [path, value] = [result.path, result.value] as readonly (
      | { readonly termType: string; readonly value: string }
      | null
      | undefined
    )[];
    return {
      focus: show(result.focusNode),
      path: path?.termType === "NamedNode" ? path.value : null,
      value: value === null || value === undefined ? null : show(value),
      shape: show(result.sourceShape),
      component: local(result.sourceConstraintComponent.value),
      message: result.message.map((message) => message.value).join("; "),
      severity: severityOf(local(result.severity.value)),
    };
  });
  return violations.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Properties that lead from a shape to the shapes and lists it consists of. */
const LEADS = [
  ...["property", "node", "not", "and", "or", "xone", "qualifiedValueShape"].map((name) => SH + name),
  ...["first", "rest"].map((name) => RDF + name),
];

/** Tells whether a shape leads back to itself. */
function recur(shapes: Dataset): boolean {
  const next = new Map<string, string[]>();
  for (const { subject, predicate, object } of shapes) {
    if (!LEADS.includes(predicate.value) || object.termType === "Literal") continue;
    const from = show(subject);
    next.set(from, [...(next.get(from) ?? []), show(object)]);
  }
  const [open, done] = [new Set<string>(), new Set<string>()];
  const visit = (node: string): boolean => {
    if (open.has(node)) return true;
    if (done.has(node)) return false;
    open.add(node);
    const found = (next.get(node) ?? []).some(visit);
    open.delete(node);
    done.add(node);
    return found;
  };
  return [...next.keys()].some(visit);
}

interface AnyTerm {
  readonly termType: string;
  readonly value: string;
}

const show = (term: AnyTerm): string => (term.termType === "BlankNode" ? `_:${term.value}` : term.value);

const local = (iri: string): string => (iri.startsWith(SH) ? iri.slice(SH.length) : iri);

const severityOf = (name: string): Severity => (name === "Warning" ? "warning" : name === "Info" ? "info" : "violation");

const order = (one: Violation): string => JSON.stringify([one.shape, one.focus, one.path, one.value, one.component]);
