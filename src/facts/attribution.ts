// Who says a fact: the subject of a verb of saying above the predicate, or the object of "according to".
import type { Sentence } from "../language/token.ts";
import { phraseSpan, spanOfTokens } from "../mentions/phrase.ts";
import type { ArgumentContext } from "./arguments.ts";
import type { Attribution } from "./fact.ts";
import { caseOf, surfaceSubjects } from "./roles.ts";

const SAY =
  /^(?:say|announce|claim|argue|report|tell|believe|think|suggest|note|state|predict|estimate|warn|add|confirm|write|insist|allege)$/;

/** Finds the speaker of the predicate at token `at`; null when the text speaks for itself. */
export function attributionOf(sentence: Sentence, at: number, context: ArgumentContext): Attribution | null {
  // The parser hangs "according to" on any noun before it; it nearly always speaks for the whole sentence.
  for (let i = 0; i < sentence.tokens.length; i++) if (caseOf(sentence, i) === "according to") return speaker(sentence, i, context);
  for (let k = at, hops = 0; k >= 0 && hops < 7; hops++) {
    const token = sentence.tokens[k];
    if (token === undefined) return null;
    const head = sentence.tokens[token.head];
    if (head !== undefined && /^(?:ccomp|parataxis)$/.test(token.deprel) && SAY.test(head.lemma)) {
      const [subject] = surfaceSubjects(sentence, token.head);
      return subject === undefined ? null : speaker(sentence, subject, context);
    }
    for (const child of sentence.children[k] ?? []) {
      const below = sentence.tokens[child];
      if (below?.deprel !== "parataxis" || !SAY.test(below.lemma)) continue;
      const [subject] = surfaceSubjects(sentence, child);
      if (subject !== undefined) return speaker(sentence, subject, context);
    }
    k = token.head;
  }
  return null;
}

function speaker(sentence: Sentence, head: number, context: ArgumentContext): Attribution {
  const mention = context.mentions.at(sentence.index, head);
  const span = mention?.span ?? spanOfTokens(sentence, ...phraseSpan(sentence, head));
  const text = context.text.slice(...span);
  return { id: mention?.entity?.id ?? null, label: mention?.entity?.label ?? text, mention: text, span };
}
