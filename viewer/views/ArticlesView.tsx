// Articles with all their marked sentences, and for each sentence the claims it supports: from edge to article and back.
import { useEffect } from "preact/hooks";
import { articles, claims, data, sourceOf, supportOf, type ViewerArticle, type ViewerFact } from "../data.ts";
import { claimSentence, plural, safeUrl } from "../format.ts";
import { cut, type Mark, paragraphs, type Span } from "../marks.ts";
import { partsOf } from "../panels/parts.tsx";
import { claimOf, factsOf } from "../reading.ts";
import { openArticle, openFact, selectClaim, selection, visibleClaims } from "../store.ts";
import { dateWords } from "../time.ts";

const listed = [...data.articles].sort((a, b) => ((a.published ?? "") > (b.published ?? "") ? -1 : 1));

export function ArticlesView() {
  const article = articles.get(openArticle.value ?? firstArticle()) ?? listed[0];
  return (
    <div class="reader">
      <nav aria-label="Articles" class="shelf">
        <ul>
          {listed.map((item) => (
            <li key={item.id}>
              <button type="button" aria-current={item === article ? "true" : undefined} onClick={() => open(item.id)}>
                <strong>{item.title}</strong>
                <span>
                  {sourceOf(item)}
                  {item.published && ` · ${item.published}`}
                  <br />
                  {plural(factsOf.get(item.id)?.length ?? 0, "fact")}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {article && <Page key={article.id} article={article} />}
    </div>
  );
}

/** With a claim selected the reader opens where it was first said. */
function firstArticle(): string {
  const claim = selection.value?.kind === "claim" ? claims.get(selection.value.id) : undefined;
  return claim === undefined ? "" : (supportOf(claim)[0]?.article ?? "");
}

function open(id: string): void {
  openArticle.value = id;
  openFact.value = null;
  selection.value = null;
}

function Page({ article }: { readonly article: ViewerArticle }) {
  const all = factsOf.get(article.id) ?? [];
  const facts = all.filter((fact) => visibleClaims.value.has(claimOf.get(fact.id)?.id ?? ""));
  const marks = facts.map((fact) => ({ span: fact.span, value: fact }));
  const url = safeUrl(article.url);
  const wanted = openFact.value;
  useEffect(() => {
    document.querySelector(".page .here")?.scrollIntoView({ block: "center" });
  }, [wanted, selection.value]);
  return (
    <section class="page" aria-label={article.title}>
      <div class="sheetpaper">
        <header>
          <p class="kicker">
            {sourceOf(article)}
            {article.author && ` · ${article.author}`}
            {article.published && ` · ${dateWords(article.published)}`}
            {url && (
              <>
                {" · "}
                <a href={url} rel="noreferrer noopener" target="_blank">
                  Source
                </a>
              </>
            )}
          </p>
          <h2>{article.title}</h2>
          <p class="count">
            {plural(facts.length, "fact")} read from this article
            {facts.length < all.length && `, ${all.length - facts.length} more hidden by the filters`}
          </p>
        </header>
        {paragraphs(article.text)
          .filter((span, index) => index > 0 || !article.text.slice(...span).includes(article.title))
          .map((span) => (
            <Paragraph key={span[0]} article={article} span={span} facts={facts} marks={marks} />
          ))}
      </div>
    </section>
  );
}

interface ParagraphProps {
  readonly article: ViewerArticle;
  readonly span: Span;
  readonly facts: readonly ViewerFact[];
  readonly marks: readonly Mark<ViewerFact>[];
}

/** A paragraph with its marks; beside it what each of them says. */
function Paragraph({ article, span, facts, marks }: ParagraphProps) {
  const inside = facts.filter((fact) => fact.span[0] >= span[0] && fact.span[0] < span[1]);
  return (
    <div class="row">
      <p>
        {cut(article.text, span, marks).map((piece) => (
          <Piece key={piece.start} start={piece.start} text={piece.text} facts={piece.values} />
        ))}
      </p>
      {inside.length > 0 && (
        <ul>
          {inside.map((fact) => (
            <li key={fact.id}>
              <button type="button" class={isHere(fact) ? "here" : ""} aria-pressed={isHere(fact)} onClick={() => choose(fact)}>
                {sentenceOf(fact)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sentenceOf(fact: ViewerFact): string {
  const claim = claimOf.get(fact.id);
  return claim ? claimSentence(claim) : fact.rule;
}

function choose(fact: ViewerFact): void {
  openFact.value = fact.id;
  const claim = claimOf.get(fact.id);
  if (claim) selectClaim(claim.id);
}

/** The fact asked for, or any that supports the selected claim. */
function isHere(fact: ViewerFact): boolean {
  const chosen = selection.value?.kind === "claim" ? selection.value.id : null;
  return chosen === null ? fact.id === openFact.value : claimOf.get(fact.id)?.id === chosen;
}

/** Marked text opens its first fact on a click; the list beside it does the same for keyboards, fact by fact. */
function Piece({ start, text, facts }: { readonly start: number; readonly text: string; readonly facts: readonly ViewerFact[] }) {
  const [first] = facts;
  if (first === undefined) return <>{text}</>;
  const here = facts.find(isHere);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons in the margin are the keyboard's way
    <mark class={here ? "here" : ""} onClick={() => choose(here ?? first)}>
      {here ? <Parts text={text} start={start} fact={here} /> : text}
    </mark>
  );
}

/** Subject, object and trigger within a piece of the marked sentence. */
function Parts({ text, start, fact }: { readonly text: string; readonly start: number; readonly fact: ViewerFact }) {
  const whole = articles.get(fact.article)?.text ?? "";
  return (
    <>
      {cut(whole, [start, start + text.length], partsOf(fact)).map((piece) =>
        piece.values.length === 0 ? (
          piece.text
        ) : (
          <span key={piece.start} class={piece.values.join(" ")}>
            {piece.text}
          </span>
        ),
      )}
    </>
  );
}
