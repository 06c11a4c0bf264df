// The language stage: an article becomes sentences with tokens, tags, lemmas and dependency trees.
import type { Span } from "../problem.ts";
import type { Article } from "../text/article.ts";
import { segment } from "../text/segment.ts";
import { lemmatise } from "./lemma.ts";
import type { LanguageModels } from "./model.ts";
import { parse } from "./parser.ts";
import { tag } from "./tagger.ts";
import type { Document, Sentence, Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/** Longer segments (tables, junk) are analysed in pieces of this many tokens: parsing time grows with length and no sentence of prose is so long. */
const MAX_TOKENS = 400;

/** Analyses all segments of an article; headings are tagged and parsed like sentences and keep their kind. */
export function analyse(article: Article, models: LanguageModels): Document {
  const sentences: Sentence[] = [];
  for (const { kind, span, paragraph } of segment(article.text)) {
    const all = tokenize(article.text, span[0], span[1]);
    for (let from = 0; from < all.length; from += MAX_TOKENS) {
      const spans = all.slice(from, from + MAX_TOKENS);
      const whole = spans.length === all.length;
      const piece: Span = whole ? span : [spans[0]![0], spans[spans.length - 1]![1]];
      const words = spans.map(([start, end]) => article.text.slice(start, end));
      const tags = tag(models.tagger, words);
      const tree = parse(models.parser, words, tags);
      const tokens: Token[] = words.map((text, i) => ({
        text,
        span: spans[i]!,
        lemma: lemmatise(text, tags[i]![0], tags[i]![1]),
        upos: tags[i]![0],
        xpos: tags[i]![1],
        head: tree.heads[i]!,
        deprel: tree.labels[i]!,
      }));
      const children: number[][] = tokens.map(() => []);
      tokens.forEach((t, i) => {
        if (t.head >= 0) children[t.head]!.push(i);
      });
      sentences.push({ index: sentences.length, kind, paragraph, span: piece, tokens, children });
    }
  }
  return { article, sentences };
}

/** Analyses a bare text as an article without metadata. */
export function analyseText(text: string, models: LanguageModels): Document {
  const none = { published: null, publisher: null, author: null, url: null, licence: null, sources: [] };
  return analyse({ id: "text", title: "", text, file: "-", ...none }, models);
}
