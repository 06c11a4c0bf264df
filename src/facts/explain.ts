// How a sentence was read, as text for people: its tree, its mentions, its values, the facts, and every frame that was triggered and refused.
import type { Document, Sentence } from "../language/token.ts";
import type { DocumentMentions } from "../mentions/find.ts";
import type { Dropped } from "./extractor.ts";
import { type Fact, isEntityRef } from "./fact.ts";

/** Explains each sentence of a document, in order. An empty document gives "". */
export function explain(
  document: Document,
  read: { readonly facts: readonly Fact[]; readonly mentions: DocumentMentions; readonly dropped: readonly Dropped[] },
): string {
  return document.sentences.map((sentence) => explainSentence(document, sentence, read)).join("\n");
}

function explainSentence(document: Document, sentence: Sentence, read: Parameters<typeof explain>[1]): string {
  const quote = document.article.text.slice(...sentence.span);
  const facts = read.facts.filter(({ evidence }) => evidence.start === sentence.span[0]);
  const refused = read.dropped.filter((dropped) => dropped.start === sentence.span[0]);
  return [
    quote.replace(/\s+/g, " "),
    ...section("tree", treeLines(sentence)),
    ...section(
      "mentions",
      read.mentions.mentions
        .filter((mention) => mention.sentence === sentence.index)
        .map(
          ({ text, kind, class: id, entity, reason }) => `${text}: ${kind}, ${id ?? "no class"}, ${entity?.id ?? "unresolved"} (${reason})`,
        ),
    ),
    ...section(
      "values",
      read.mentions.values
        .filter((value) => value.sentence === sentence.index)
        .map(({ text, kind, amount, date }) => `${text}: ${kind} ${JSON.stringify(amount ?? date)}`),
    ),
    ...section("facts", facts.map(factText)),
    ...section(
      "refused",
      refused.map(({ rule, trigger, reason }) => `${rule} at "${trigger}": ${reason}`),
    ),
    "",
  ].join("\n");
}

function section(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [`  ${name}: none`] : [`  ${name}:`, ...lines.map((line) => `    ${line}`)];
}

/** The tree as an indented outline, each word with its tag and relation. */
function treeLines(sentence: Sentence): string[] {
  const out: string[] = [];
  const seen = new Set<number>();
  const visit = (at: number, depth: number): void => {
    const token = sentence.tokens[at];
    if (token === undefined || seen.has(at)) return;
    seen.add(at);
    out.push(`${"  ".repeat(depth)}${token.text} [${token.upos} ${token.deprel}]`);
    for (const child of sentence.children[at] ?? []) visit(child, depth + 1);
  };
  for (const [at, token] of sentence.tokens.entries()) if (token.head < 0) visit(at, 0);
  return out;
}

function factText({ subject, relation, object, status, rule, confidence, time, attribution }: Fact): string {
  const target = isEntityRef(object) ? object.label : object.mention;
  const when = time === null ? "" : `, ${time.kind} ${time.value ?? time.mention}`;
  const who = attribution === null ? "" : `, says ${attribution.label}`;
  return `${subject.label} ${relation} ${target} (${status}${when}${who}; ${rule}, ${confidence})`;
}
