// Small parts that several panels share: class mark, entity link, evidence card.
import { articles, entities, pictogramOf, sourceOf, type ViewerFact } from "../data.ts";
import { citation, classLabel, formatValue, labelOf, percent, reasonWords, safeUrl } from "../format.ts";
import { classColour } from "../graph/colours.ts";
import { around, cut, type Mark } from "../marks.ts";
import { announcement, selectEntity, showInArticle, theme } from "../store.ts";

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

/** The sentence with its subject, object and the words that say the relation. */
export function Quote({ fact }: { readonly fact: ViewerFact }) {
  const text = articles.get(fact.article)?.text ?? "";
  const marks: Mark<Part>[] = [
    { span: fact.subject, value: "subject" },
    { span: fact.object, value: "object" },
  ];
  if (fact.trigger) marks.push({ span: fact.trigger, value: "trigger" });
  return (
    <mark>
      {cut(text, fact.span, marks).map((piece) =>
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
  const qualifiers = Object.entries(fact.qualifiers);
  const url = safeUrl(article.url);
  return (
    <article class="card">
      <header>
        <h3>{article.title}</h3>
        <p>
          {sourceOf(article)}
          {article.published && ` · ${article.published}`}
        </p>
      </header>
      <blockquote>
        {before} <Quote fact={fact} /> {after}
      </blockquote>
      <p class="notes">
        <span class="pill" title={`${fact.extractor}, ${fact.rule}`}>
          {percent(fact.confidence)}
        </span>
        {fact.reasons.map((reason) => (
          <span key={reason}>{reasonWords(reason)}</span>
        ))}
      </p>
      {(fact.attribution || fact.time || qualifiers.length > 0) && (
        <dl class="details">
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
              <dd>
                {fact.time.kind} {fact.time.value ?? `“${fact.time.mention}”`}
                {fact.time.end && ` to ${fact.time.end}`}
              </dd>
            </div>
          )}
          {qualifiers.map(([key, value]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{typeof value === "string" ? value : formatValue(value)}</dd>
            </div>
          ))}
        </dl>
      )}
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
