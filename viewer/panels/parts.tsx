// Small parts that several panels share: class mark, entity link, evidence card.
import { articles, entities, pictogramOf, sourceOf, type ViewerFact } from "../data.ts";
import { citation, classLabel, formatValue, labelOf, percent, reasonWords, safeUrl, timeWords } from "../format.ts";
import { classColour } from "../graph/colours.ts";
import { around, cut, type Mark } from "../marks.ts";
import { announcement, selectEntity, showInArticle, theme } from "../store.ts";
import { dateWords } from "../time.ts";

/** Disc with the pictogram of a class. */
export function Dot({ kind }: { readonly kind: string }) {
  return (
    <svg class="dot" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="12" fill={classColour(kind, theme.value)} />
      <path transform="translate(5.2 5.2) scale(.57)" d={pictogramOf(kind)} />
    </svg>
  );
}

export function EntityLink({ id }: { readonly id: string }) {
  const kind = entities.get(id)?.class ?? "";
  return (
    <button type="button" class="entity" title={classLabel(kind)} onClick={() => selectEntity(id)}>
      <Dot kind={kind} />
      <span>{labelOf(id)}</span>
    </button>
  );
}

export function Meter({ value }: { readonly value: number }) {
  return (
    <span class="meter">
      <span class="bar" aria-hidden="true">
        <span style={{ width: `${Math.round(value * 100)}%` }} />
      </span>
      {percent(value)}
    </span>
  );
}

type Part = "subject" | "object" | "trigger";

/** Where a sentence names its subject and object, and the words that say the relation. */
export function partsOf(fact: ViewerFact): readonly Mark<Part>[] {
  const ends: Mark<Part>[] = [
    { span: fact.subject, value: "subject" },
    { span: fact.object, value: "object" },
  ];
  return fact.trigger === null ? ends : [...ends, { span: fact.trigger, value: "trigger" }];
}

/** The sentence with its subject, object and the words that say the relation. */
export function Quote({ fact }: { readonly fact: ViewerFact }) {
  const text = articles.get(fact.article)?.text ?? "";
  return (
    <mark>
      {cut(text, fact.span, partsOf(fact)).map((piece) =>
        piece.values.length === 0 ? (
          piece.text
        ) : (
          <span key={piece.start} class={piece.values.join(" ")}>
            {piece.text}
          </span>
        ),
      )}
    </mark>
  );
}

/** One sentence with its surroundings, its source, and what was read from it. */
export function Card({ fact }: { readonly fact: ViewerFact }) {
  const article = articles.get(fact.article);
  if (article === undefined) return null;
  const { before, after } = around(article.text, fact.span);
  const url = safeUrl(article.url);
  return (
    <article class="card">
      <header>
        <h3>{article.title}</h3>
        <p>
          {sourceOf(article)}
          {article.published && ` · ${dateWords(article.published)}`}
        </p>
      </header>
      <blockquote>
        {before} <Quote fact={fact} /> {after}
      </blockquote>
      <dl class="details">
        <div class="sure">
          <dt>Sure</dt>
          <dd title={`${fact.extractor}, ${fact.rule}`}>
            {percent(fact.confidence)}
            {fact.reasons.length > 0 && <small>{fact.reasons.map(reasonWords).join(", ")}</small>}
          </dd>
        </div>
        {fact.attribution && (
          <div>
            <dt>Said by</dt>
            <dd>
              {fact.attribution.id !== null && entities.has(fact.attribution.id) ? (
                <EntityLink id={fact.attribution.id} />
              ) : (
                fact.attribution.label
              )}
            </dd>
          </div>
        )}
        {fact.time && (
          <div>
            <dt>When</dt>
            <dd>{timeWords(fact.time)}</dd>
          </div>
        )}
        {Object.entries(fact.qualifiers).map(([key, value]) => (
          <div key={key}>
            <dt>{reasonWords(key)}</dt>
            <dd>{typeof value === "string" ? value : formatValue(value)}</dd>
          </div>
        ))}
      </dl>
      <footer>
        <button type="button" class="link" onClick={() => showInArticle(article.id, fact.id)}>
          Open in article
        </button>
        <button type="button" class="link" onClick={() => copy(citation(fact))}>
          Copy citation
        </button>
        {url && (
          <a href={url} rel="noreferrer noopener" target="_blank">
            Source
          </a>
        )}
      </footer>
    </article>
  );
}

/** Copies text; from file:// some browsers refuse the clipboard, so a selection helps out. */
export function copy(text: string): void {
  const told = (): void => {
    announcement.value = "Copied";
  };
  const byHand = (): void => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    told();
  };
  if (navigator.clipboard === undefined) byHand();
  else navigator.clipboard.writeText(text).then(told, byHand);
}
