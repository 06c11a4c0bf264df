// The ontology as plain objects: what `load.ts` reads from ontology/*.ttl and every later stage asks. No domain term stands here.
import type { Pattern } from "./patterns.ts";

/** What the object of a relation is. Amounts and dates are literals; entities and phrases become nodes. */
export type ObjectKind = "entity" | "amount" | "date" | "phrase";

export interface OntologyClass {
  /** Local name, unique: what facts carry as `type`. */
  readonly id: string;
  readonly iri: string;
  readonly label: string;
  readonly plural: string;
  readonly comment: string;
  /** Local name of the parent class, null for a top class. */
  readonly parent: string | null;
  /** Lemmas of common nouns that name an instance ("company", "startup"); they type unseen names and resolve "the company". */
  readonly cueNouns: readonly string[];
  /** Last words of names that give the class away ("Inc", "University"), case as written. */
  readonly nameEndings: readonly string[];
  /** First words of names that give the class away ("Ministry of", "University of"). */
  readonly nameBeginnings: readonly string[];
  /** Titles written before or after an instance's name ("CEO", "Minister", "Mr"). */
  readonly titles: readonly string[];
  readonly colour: { readonly light: string; readonly dark: string };
  /** File name without ending in viewer/pictograms. */
  readonly pictogram: string;
  /** IRIs of borrowed classes this one specialises. */
  readonly alignments: readonly string[];
  /** True when instances are short phrases taken from the sentence (goals, obligations, described groups), not named things. */
  readonly phrase: boolean;
  /** Prepositions that complete a description of an instance without a name ("rules on robots"); null when a bare description names none. */
  readonly described: readonly string[] | null;
}

export interface Relation {
  /** Local name, unique: what facts carry as `relation`. */
  readonly id: string;
  readonly iri: string;
  readonly label: string;
  /** Label of the reverse reading ("acquired by"). */
  readonly inverseLabel: string;
  readonly comment: string;
  /** Class ids; a subject must be an instance of one of them or of a descendant. */
  readonly domain: readonly string[];
  /** Class ids; empty for amounts and dates. */
  readonly range: readonly string[];
  readonly objectKind: ObjectKind;
  readonly symmetric: boolean;
  /** Two different values for one subject are a conflict. */
  readonly singleValued: boolean;
  /** IRIs of borrowed properties this one specialises. */
  readonly alignments: readonly string[];
}

export const ACCEPTS = ["phrases", "names", "typed names", "typed names only"] as const;
export type Accepts = (typeof ACCEPTS)[number];

/** One way of saying a relation: an example sentence with its slots marked, widened by triggers. Syntax: ontology/README.md. */
export interface Frame {
  /** Rule name, unique, kebab-case: facts carry it as `rule`. */
  readonly id: string;
  readonly relation: string;
  readonly pattern: string;
  /** The pattern, read. */
  readonly form: Pattern;
  /** Trigger lemmas that may stand in place of the pattern's own. */
  readonly triggers: readonly string[];
  /** Status that the frame itself gives ("asserted" when the words do not say otherwise). */
  readonly status: string | null;
  /** Name of the qualifier that takes the trigger's words ("role"), or null. */
  readonly qualifier: string | null;
  /** Restricts the relation's domain or range for this frame; empty means no further restriction. */
  readonly subjectClasses: readonly string[];
  readonly objectClasses: readonly string[];
  /** What may be the object: any noun phrase; a name, known or described thing; one whose class is sure without the frame; or such a subject, too. */
  readonly accepts: Accepts;
  /** What an amount must be: money, a count, or either. */
  readonly unit: "money" | "count" | null;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
  readonly file: string;
  /** 1-based line of the frame's subject in `file`. */
  readonly line: number;
}

/** A SKOS concept that is also an entity (a sector, a technology). */
export interface Concept {
  readonly id: string;
  readonly iri: string;
  readonly class: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** Ids of broader concepts. */
  readonly broader: readonly string[];
}

/** "A place may stand for its government": an instance of `place` in an agent's slot is read as the `agent` linked to it by `via`. */
export interface Metonymy {
  readonly place: string;
  readonly agent: string;
  /** Relation from the agent to the place. */
  readonly via: string;
  /** Relation from a seat of government to the place, so that a seat may stand for the agent, too; null when none is declared. */
  readonly seat: string | null;
}

export interface Ontology {
  readonly iri: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly label: string;
  /** In file order; ids unique. */
  readonly classes: ReadonlyMap<string, OntologyClass>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly frames: readonly Frame[];
  readonly concepts: readonly Concept[];
  readonly metonymies: readonly Metonymy[];
  /** Prefixes for exports and queries: prefix -> namespace, including the ontology's own. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names and contents of the files read, sorted by name; the exports publish them. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Tells whether `classId` is `ancestorId` or one of its descendants. Unknown ids give false. */
export function isA(ontology: Ontology, classId: string, ancestorId: string): boolean {
  for (let id: string | null = classId; id !== null; id = ontology.classes.get(id)?.parent ?? null) if (id === ancestorId) return true;
  return false;
}

/** Tells whether an instance of `classId` fits one of `allowed` (an empty list allows nothing). */
export function fits(ontology: Ontology, classId: string, allowed: readonly string[]): boolean {
  return allowed.some((ancestor) => isA(ontology, classId, ancestor));
}
