// From names to entities: the article's own inventory of found entities, and places that act as their governments.
import { isA, type Ontology } from "../ontology/ontology.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { Entity, Mention } from "./mention.ts";
import type { Typing } from "./names.ts";

/** Entities that one article introduced, by each name they go by there. */
export interface Inventory {
  readonly byName: Map<string, Entity>;
  readonly found: Entity[];
}

/** Gives a name as the last part of an IRI: lower-case letters and digits joined by hyphens. `slug("AMI Labs")` gives "ami-labs". */
export function slug(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

/** Adds a found entity under its name and, when it is a person, its surname; else under its first word. The first owner keeps a name. */
export function introduce(inventory: Inventory, label: string, typing: { readonly class: string; readonly titled: boolean }): Entity {
  const id = slug(label);
  const entity: Entity = { id, class: typing.class, label, aliases: [], adjectives: [], wikidata: null, links: {}, origin: "found" };
  inventory.found.push(entity);
  inventory.byName.set(label, entity);
  learn(inventory, entity, label, typing.titled);
  return entity;
}

/** Learns the short form of a name that was read in full. */
export function learn(inventory: Inventory, entity: Entity, name: string, titled: boolean): void {
  const words = name.split(" ");
  const short = titled ? words.at(-1) : words[0];
  if (short !== undefined && words.length > 1 && short.length > 2 && !inventory.byName.has(short)) inventory.byName.set(short, entity);
}

/** Reads a place in an agent's slot as its government, or as that of the country whose seat it is; its class alone changes when none is known, and null says that it is no place. */
export function asAgent(mention: Mention, context: { readonly ontology: Ontology; readonly gazetteer: Gazetteer }): Mention | null {
  const place = mention.entity;
  if (place === null) return null;
  const seatLinks = context.ontology.metonymies.flatMap(({ seat }) => (seat === null ? [] : (place.links[seat] ?? [])));
  const seats = [...new Set(seatLinks)].flatMap((id) => context.gazetteer.byId.get(id) ?? []);
  for (const candidate of [place, ...seats]) {
    for (const { place: placeClass, agent, via } of context.ontology.metonymies) {
      if (!isA(context.ontology, candidate.class, placeClass)) continue;
      const linked = context.gazetteer.entities.filter(
        (entity) => isA(context.ontology, entity.class, agent) && (entity.links[via] ?? []).includes(candidate.id),
      );
      // Several bodies act for most places: one of exactly the declared class speaks for all of them, others only when alone.
      const exact = linked.filter((entity) => entity.class === agent);
      const entity = exact.length === 1 ? exact[0] : linked.length === 1 ? linked[0] : undefined;
      if (entity !== undefined) return { ...mention, entity, class: entity.class, reason: `metonymy:${place.label}` };
    }
  }
  const own = context.ontology.metonymies.find((metonymy) => isA(context.ontology, place.class, metonymy.place));
  return own === undefined ? null : { ...mention, class: own.agent, reason: `metonymy:${place.label}` };
}

/** Says that nothing told the class. */
export const UNKNOWN: Typing = { class: null, reason: "unknown" };
