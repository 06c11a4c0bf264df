// Articles with all their marked sentences, and for each sentence the claims it supports: from edge to article and back.
import { useEffect } from "preact/hooks";
import { articles, claimOf, data, factsOf, sourceOf, type ViewerArticle, type ViewerFact } from "../data.ts";
import { claimSentence, plural, safeUrl } from "../format.ts";
import { cut, paragraphs } from "../marks.ts";
import { openArticle, openFact, selectClaim, selection } from "../store.ts";

const listed = [...data.articles].sort((a, b) => ((a.published ?? "") > (b.published ?? "") ? -1 : 1));

export function ArticlesView() {
  const article = articles.get(openArticle.value ?? "") ?? listed[0];
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
                  {item.published && ` · ${item.published}`} · {plural(factsOf.get(item.id)?.length ?? 0, "fact")}
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

function open(id: string): void {
  openArticle.value = id;
  openFact.value = null;
}

function Page({ article }: { readonly article: ViewerArticle }) {
  const facts = factsOf.get(article.id) ?? [];
  const marks = facts.map((fact) => ({ span: fact.span, value: fact }));
  const url = safeUrl(article.url);
  const wanted = openFact.value;
  useEffect(() => {
    if (wanted !== null) document.querySelector(".page .here")?.scrollIntoView({ block: "center" });
  }, [wanted]);
  return (
    <section class="page" aria-label={article.title}>
      <header>
        <h2>{article.title}</h2>
        <p>
          {sourceOf(article)}
          {article.author && ` · ${article.author}`}
          {article.published && ` · ${article.published}`}
          {url && (
            <>
              {" · "}
              <a href={url} rel="noreferrer noopener" target="_blank">
                Source
              </a>
            </>
          )}
        </p>
      </header>
      {paragraphs(article.text)
        .filter((span, index) => index > 0 || !article.text.slice(...span).includes(article.title))
        .map((span) => {
          const inside = facts.filter((fact) => fact.span[0] >= span[0] && fact.span[0] < span[1]);
          return (
            <div class="row" key={span[0]}>
              <p>
                {cut(article.text, span, marks).map((piece) => (
                  <Piece key={piece.start} text={piece.text} facts={piece.values} wanted={wanted} />
                ))}
              </p>
              {inside.length > 0 && (
                <ul>
                  {inside.map((fact) => (
                    <li key={fact.id}>
                      <button type="button" class={fact.id === wanted ? "here" : ""} onClick={() => choose(fact)}>
                        {sentenceOf(fact)}
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          );
        })}
    </section>
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

function Piece({ text, facts, wanted }: { readonly text: string; readonly facts: readonly ViewerFact[]; readonly wanted: string | null }) {
  if (facts.length === 0) return <>{text}</>;
  const chosen = selection.value?.kind === "claim" ? selection.value.id : null;
  const here = facts.some((fact) => fact.id === wanted || claimOf.get(fact.id)?.id === chosen);
  return <mark class={here ? "here" : ""}>{text}</mark>;
}
