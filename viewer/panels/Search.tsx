// One box for entities (names and aliases), relations and sentences. "/" opens it; arrows, Enter and Escape do the rest.
import { useSignal } from "@preact/signals";
import { data, quoteOf } from "../data.ts";
import { classLabel } from "../format.ts";
import { claimOf } from "../reading.ts";
import { drawer, selectClaim, selectEntity, setFilters, view } from "../store.ts";
import { Dot } from "./parts.tsx";

interface Hit {
  readonly key: string;
  readonly group: "Entities" | "Relations" | "Sentences";
  readonly text: string;
  readonly note: string;
  readonly kind: string | null;
  readonly choose: () => void;
}

const PER_GROUP = { entities: 7, relations: 4, sentences: 6 };
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const names = data.entities.map((entity) => ({ entity, keys: [entity.label, ...entity.aliases].map(fold) }));
const sentences = data.facts.map((fact) => ({ fact, quote: quoteOf(fact), key: fold(quoteOf(fact)) }));

/** Finds hits: names that begin with the words first, then names that contain them. */
function search(words: string): readonly Hit[] {
  const wanted = fold(words.trim());
  if (wanted === "") return [];
  const score = (keys: readonly string[]): number => {
    if (keys.some((key) => key.startsWith(wanted))) return 2;
    return keys.some((key) => key.includes(wanted)) ? 1 : 0;
  };
  const entityHits = names
    .map(({ entity, keys }) => ({ entity, points: score(keys) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.entity.label.length - b.entity.label.length)
    .slice(0, PER_GROUP.entities)
    .map(
      ({ entity }): Hit => ({
        key: entity.id,
        group: "Entities",
        text: entity.label,
        note: classLabel(entity.class),
        kind: entity.class,
        choose: () => selectEntity(entity.id),
      }),
    );
  const relationHits = data.relations
    .filter(({ label, inverse }) => fold(label).includes(wanted) || fold(inverse).includes(wanted))
    .slice(0, PER_GROUP.relations)
    .map(({ id, label }): Hit => {
      const others = new Set(data.relations.map((relation) => relation.id).filter((other) => other !== id));
      return {
        key: id,
        group: "Relations",
        text: label,
        note: "show only this",
        kind: null,
        choose: () => setFilters({ relations: others }),
      };
    });
  const seen = new Set<string>();
  const sentenceHits = sentences
    .filter(({ key, quote }) => key.includes(wanted) && !seen.has(quote) && seen.add(quote))
    .slice(0, PER_GROUP.sentences)
    .map(
      ({ fact, quote }): Hit => ({
        key: fact.id,
        group: "Sentences",
        text: snippet(quote, wanted),
        note: "",
        kind: null,
        choose: () => selectClaim(claimOf.get(fact.id)?.id ?? ""),
      }),
    );
  return [...entityHits, ...relationHits, ...sentenceHits];
}

function snippet(quote: string, wanted: string): string {
  const at = fold(quote).indexOf(wanted);
  const start = Math.max(0, at - 30);
  return `${start > 0 ? "…" : ""}${quote.slice(start, start + 110)}${quote.length > start + 110 ? "…" : ""}`;
}

export function Search() {
  const words = useSignal("");
  const active = useSignal(0);
  const hits = search(words.value);
  const open = words.value.trim() !== "";
  const choose = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    hit.choose();
    words.value = "";
    drawer.value = false;
    if (view.value === "articles" || view.value === "query") view.value = "graph";
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") active.value = (active.value + 1) % Math.max(1, hits.length);
    else if (event.key === "ArrowUp") active.value = (active.value - 1 + hits.length) % Math.max(1, hits.length);
    else if (event.key === "Enter") choose(hits[active.value]);
    else if (event.key === "Escape" && open) words.value = "";
    else return;
    event.preventDefault();
  };
  return (
    <search class="search">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="11" cy="11" r="7" />
        <path d="M16.5 16.5L22 22" />
      </svg>
      <input
        id="search"
        type="text"
        role="combobox"
        aria-label="Search entities, relations and sentences"
        aria-expanded={open}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={open && hits.length > 0 ? `hit-${active.value}` : undefined}
        autocomplete="off"
        placeholder="Search…"
        value={words.value}
        onInput={(event) => {
          words.value = event.currentTarget.value;
          active.value = 0;
        }}
        onKeyDown={press}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
      <div class="hits" hidden={!open}>
        <div id="hits" role="listbox" aria-label="Search results">
          {hits.map((hit, index) => (
            <div
              key={`${hit.group}${hit.key}`}
              id={`hit-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active.value}
              class={hits[index - 1]?.group === hit.group ? "" : "first"}
              data-group={hit.group}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(hit);
              }}
            >
              {hit.kind !== null && <Dot kind={hit.kind} />}
              <span>{hit.text}</span>
              <small>{hit.note}</small>
            </div>
          ))}
        </div>
        {hits.length === 0 && <p class="empty">Nothing found.</p>}
      </div>
    </search>
  );
}
