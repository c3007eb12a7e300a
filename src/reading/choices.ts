import type { Analysis } from "../analyse.ts";
import type { NameKind } from "../annotation/records/name.ts";
import { nameOfEntity, nameOfSource, type ArticleName } from "./names.ts";

/** Somebody of an article to choose. */
export interface Choice extends Pick<ArticleName, "name" | "role" | "voice"> {
  readonly kind: NameKind;
}

/**
 * Whom a statement of one speaker's can be given to: everybody else who is quoted, then the other people and organisations that are named, both
 * in the order of the text. Whoever is not named can't be told by words.
 */
export function speakersToChoose(analysis: Analysis, speaker: Pick<ArticleName, "kind" | "name">): Choice[] {
  const quoted = analysis.sources
    .filter(({ kind, isGiven }) => kind !== "open" && isGiven !== true)
    .map((source) => nameOfSource(analysis, source));
  const named = analysis.entities
    .filter(({ kind, mentions }) => kind !== "place" && mentions.some(({ repeated }) => !repeated))
    .map((entity) => nameOfEntity(analysis, entity));
  return without(speaker, distinct([...quoted, ...named]));
}

/** Whom a name may be one with: other places for a place, and whoever may speak for all others. */
export function namesakesToChoose(analysis: Analysis, named: Pick<ArticleName, "kind" | "name">): Choice[] {
  if (named.kind !== "place") return speakersToChoose(analysis, named);
  const places = analysis.entities.filter((entity) => entity.kind === "place");
  return without(named, distinct(places.map((entity) => nameOfEntity(analysis, entity))));
}

const without = ({ kind, name }: Pick<ArticleName, "kind" | "name">, choices: readonly Choice[]): Choice[] =>
  choices.filter((choice) => choice.kind !== kind || choice.name !== name);

function distinct(names: readonly ArticleName[]): Choice[] {
  const byName = new Map<string, Choice>();
  for (const { kind, name, role, voice } of names) {
    const key = `${kind} ${name}`;
    if (!byName.has(key)) byName.set(key, { kind, name, role, voice });
  }
  return [...byName.values()];
}
