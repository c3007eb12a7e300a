import type { Entity } from "../../entities/entity.ts";
import { firstOf, type Span } from "../../text/span.ts";
import { genderOf, type Gender } from "./gender.ts";
import type { Unit } from "../../syntax/unit.ts";
import type { Word } from "../../syntax/word.ts";

/** One place where someone is named, as the rules for pronouns see it. */
export interface Appearance extends Span {
  readonly entity: number;
  /** Index of the unit. */
  readonly unit: number;
  /** Before a verb of its unit, not inside a quote. */
  readonly subject: boolean;
  readonly quoted: boolean;
  /** Its first word in the unit, and the one behind its last. */
  readonly from: number;
  readonly to: number;
}

/** Everyone whom a document names, in the order of the text. */
export interface Cast {
  readonly entities: readonly Entity[];
  readonly appearances: readonly Appearance[];
  /** By entity; `null` where neither name nor title nor pronouns tell. */
  readonly genders: readonly (Gender | null)[];
}

export function castOf(text: string, entities: readonly Entity[], units: readonly Unit[]): Cast {
  const appearances: Appearance[] = [];
  entities.forEach(({ mentions }, entity) => {
    for (const { start, end } of mentions) {
      const unit = unitAt(units, start);
      const place = units[unit];
      if (place === undefined) continue;
      const at = wordAt(place.words, start);
      const last = wordAt(place.words, end - 1);
      const next = place.words[last + 1];
      const quoted = (place.words[at]?.quoted ?? null) !== null;
      const isGoverned = /^(?:preposition|to)$/.test(place.words[at - 1]?.tag ?? "");
      const mayBeSubject = next !== undefined && (next.finite || next.text === "," || next.tag === "adverb");
      const subject = mayBeSubject && !quoted && !isGoverned;
      appearances.push({ start, end, entity, unit, subject, quoted, from: at, to: last + 1 });
    }
  });
  appearances.sort((a, b) => a.start - b.start);
  const named = entities.map((entity) => genderOfEntity(text, entity));
  return { entities, appearances, genders: withPronouns(units, entities, appearances, named) };
}

/** The index of the word that covers an offset, or of the next one. */
export const wordAt = (words: readonly Word[], offset: number): number => firstOf(words, ({ end }) => end > offset);

/** The index of the unit that covers an offset, or -1. */
export function unitAt(units: readonly Unit[], offset: number): number {
  const at = firstOf(units, ({ end }) => end > offset);
  return (units[at]?.start ?? Infinity) <= offset ? at : -1;
}

function genderOfEntity(text: string, { kind, name, mentions }: Entity): Gender | null {
  if (kind !== "person") return null;
  for (const { start } of mentions) {
    const title = /(\p{L}+)\.?\s$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1];
    const told = title === undefined ? null : genderOf(title);
    if (told !== null) return told;
  }
  return name.includes(" ") ? genderOf(name.split(" ")[0] ?? "") : null;
}

/** Where a name tells nothing: the pronouns in sentences that name nobody else. */
function withPronouns(
  units: readonly Unit[],
  entities: readonly Entity[],
  appearances: readonly Appearance[],
  named: readonly (Gender | null)[],
): (Gender | null)[] {
  const votes = entities.map(() => 0);
  const byUnit = new Map<number, Set<number>>();
  for (const { unit, entity, quoted } of appearances) {
    if (quoted || entities[entity]?.kind !== "person") continue;
    byUnit.set(unit, (byUnit.get(unit) ?? new Set()).add(entity));
  }
  for (const [unit, people] of byUnit) {
    const [only] = people;
    if (only === undefined || people.size > 1) continue;
    for (const word of units[unit]?.words ?? []) {
      if (word.quoted !== null) continue;
      if (/^(?:he|his|him|himself)$/.test(word.lower)) votes[only] = (votes[only] ?? 0) - 1;
      if (/^(?:she|her|hers|herself)$/.test(word.lower)) votes[only] = (votes[only] ?? 0) + 1;
    }
  }
  return named.map((gender, entity) => {
    const vote = votes[entity] ?? 0;
    return gender ?? (vote > 0 ? "feminine" : vote < 0 ? "masculine" : null);
  });
}
