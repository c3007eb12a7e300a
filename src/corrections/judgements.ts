import type { Analysis } from "../analyse.ts";
import { correctSources } from "./sources.ts";
import { type Correction, foldName, type NameClaim, type Verdict } from "./corrections.ts";
import type { Entity } from "../entities/entity.ts";

/** A correction that says what a name is. */
type NameCorrection = Correction & NameClaim;

/**
 * What an article's analysis is once names are what the user says: whole entities change their kind or vanish, and with
 * them what they were taken to say. One that becomes what another of the same name is already becomes one with it. A
 * source of the same name that is no entity, or another one, stays.
 */
export function applyJudgements(analysis: Analysis, holding: readonly NameCorrection[]): Analysis {
  const verdicts = analysis.entities.map((entity) => verdictOn(entity, holding));
  const isDenied = sourceDenial(holding);
  const isChanged =
    analysis.entities.some(({ kind }, index) => kind !== verdicts[index]) ||
    analysis.sources.some((source) => isDenied(source.name, analysis.entities[source.entity ?? -1] ?? null));
  if (!isChanged) return analysis;
  const { entities, movedTo } = correctEntities(analysis.entities, verdicts);
  return { ...analysis, entities, ...correctSources(analysis, movedTo, isDenied) };
}

/** What an entity is after every correction that concerns it, the decisive one last. */
function verdictOn(entity: Entity, corrections: readonly NameCorrection[]): Verdict {
  const name = foldName(entity.name);
  return corrections
    .filter((correction) => correction.from !== "source" && concerns(correction, entity))
    .toSorted(
      // One for this page decides before one for all, then one by the full name, then the newest.
      (a, b) =>
        Number(a.scope.kind === "page") - Number(b.scope.kind === "page") ||
        Number(foldName(a.name) === name) - Number(foldName(b.name) === name) ||
        Date.parse(a.modified) - Date.parse(b.modified) ||
        (a.id < b.id ? 1 : -1),
    )
    .reduce<Verdict>(
      (kind, { verdict, from }) => (verdict === "none" && from !== null && from !== kind ? kind : verdict),
      entity.kind,
    );
}

/**
 * A person's single-word alias is a surname that others share: that "Jordan" is a place says nothing of an article's
 * "Michael Jordan". The aliases of places and organisations are names of their own.
 */
function concerns(correction: NameCorrection, { kind, name, aliases }: Entity): boolean {
  const corrected = foldName(correction.name);
  if (foldName(name) === corrected) return true;
  return (kind !== "person" || corrected.includes(" ")) && aliases.some((alias) => foldName(alias) === corrected);
}

/** Tells whether the user said that a source is none. Its name may begin a sentence, so its case tells nothing. */
function sourceDenial(corrections: readonly NameCorrection[]): (name: string, entity: Entity | null) => boolean {
  const denials = corrections.filter(({ from }) => from === "source");
  const denied = new Set(denials.map(({ name }) => foldName(name).toLowerCase()));
  return (name, entity) =>
    entity === null
      ? denied.has(foldName(name).toLowerCase())
      : denials.some((correction) => concerns(correction, entity));
}

/** Gives the entities that remain, and for each former index the new one, or `null` where the entity vanished. */
function correctEntities(
  entities: readonly Entity[],
  verdicts: readonly Verdict[],
): { readonly entities: Entity[]; readonly movedTo: (number | null)[] } {
  const kept: { entity: Entity; isChanged: boolean }[] = [];
  const movedTo = entities.map((entity, index) => {
    const kind = verdicts[index] ?? entity.kind;
    if (kind === "none") return null;
    const isChanged = kind !== entity.kind;
    // Recognition had its reasons to keep two of one name and kind apart; only what is corrected joins.
    const twin = kept.findIndex(
      (other) =>
        (isChanged || other.isChanged) &&
        other.entity.kind === kind &&
        foldName(other.entity.name) === foldName(entity.name),
    );
    const role = kind === "person" ? entity.role : null;
    const corrected = isChanged ? { ...entity, kind, role } : entity;
    const former = kept[twin];
    if (former === undefined) return kept.push({ entity: corrected, isChanged }) - 1;
    kept[twin] = { entity: joinEntities(former.entity, corrected), isChanged: true };
    return twin;
  });
  return { entities: kept.map(({ entity }) => entity), movedTo };
}

/** Two entities as one, which keeps the kind and the name of the first. */
export function joinEntities(a: Entity, b: Entity): Entity {
  const aliases = new Set([...a.aliases, ...b.aliases, b.name]);
  aliases.delete(a.name);
  return {
    kind: a.kind,
    name: a.name,
    aliases: [...aliases].toSorted((x, y) => y.length - x.length),
    role: a.role ?? b.role,
    mentions: [...a.mentions, ...b.mentions].toSorted((x, y) => x.start - y.start || x.end - y.end),
  };
}
