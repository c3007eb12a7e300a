import type { Analysis } from "../analyse.ts";
import type { Quotation, QuoteSource } from "../quotes/quotation.ts";
import type { Entity, EntityKind } from "./entity.ts";

/** What the reader says a name is; `none`: nothing that should be highlighted. */
export const VERDICTS = ["none", "person", "place", "organisation"] as const;
export type Verdict = "none" | EntityKind;

/** Where a correction holds: on every page, or on one, whose title is kept for lists. */
export type CorrectionScope =
  { readonly kind: "always" } | { readonly kind: "page"; readonly page: string; readonly title: string };

/** What a reader says when correcting; the store adds the rest. */
export interface CorrectionDraft {
  /** A UUID made by whoever makes the correction, so that saving twice is the same as saving once. */
  readonly id: string;
  /** The name as it stands in the article. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly scope: CorrectionScope;
}

/** The version of the stored record's form. */
export const CORRECTION_SCHEMA = 1;

/** The longest name that can be corrected, in UTF-16 code units. */
export const CORRECTED_NAME_LIMIT = 300;

/** A saved correction: the stored record, made to last in the same way as an annotation. */
export interface Correction extends CorrectionDraft {
  readonly schema: typeof CORRECTION_SCHEMA;
  /** 1 for the first version, one more for each later one. */
  readonly revision: number;
  /** ISO instants. */
  readonly created: string;
  readonly modified: string;
  /** When the reader took it back, or `null`. */
  readonly deleted: string | null;
}

/** A name as corrections compare it: white space folded, upper and lower case told apart. */
export function foldName(name: string): string {
  return name.replace(/\s+/g, " ").trim();
}

/**
 * What an article's analysis is once the reader's corrections hold: whole entities change their kind or vanish. One
 * that becomes what another of the same name is already becomes one with it. Statements stay, whoever made them.
 *
 * @param corrections those that hold everywhere and those of this very page; ones taken back are passed over.
 */
export function applyCorrections(analysis: Analysis, corrections: readonly Correction[]): Analysis {
  const holding = corrections.filter(({ deleted }) => deleted === null);
  const verdicts = analysis.entities.map((entity) => decisiveFor(entity, holding)?.verdict ?? entity.kind);
  if (analysis.entities.every(({ kind }, index) => kind === verdicts[index])) return analysis;
  const { entities, movedTo } = correctEntities(analysis.entities, verdicts);
  return { ...analysis, entities, ...correctSources(analysis, movedTo) };
}

/** The correction that decides: one for this page before one for all, then one by the full name, then the newest. */
function decisiveFor(entity: Entity, corrections: readonly Correction[]): Correction | null {
  const name = foldName(entity.name);
  const [first] = corrections
    .filter((correction) => concerns(correction, entity))
    .toSorted(
      (a, b) =>
        Number(b.scope.kind === "page") - Number(a.scope.kind === "page") ||
        Number(foldName(b.name) === name) - Number(foldName(a.name) === name) ||
        Date.parse(b.modified) - Date.parse(a.modified) ||
        (a.id < b.id ? -1 : 1),
    );
  return first ?? null;
}

/**
 * A person's single-word alias is a surname that others share: that "Jordan" is a place says nothing of an article's
 * "Michael Jordan". The aliases of places and organisations are names of their own.
 */
function concerns(correction: Correction, { kind, name, aliases }: Entity): boolean {
  const corrected = foldName(correction.name);
  if (foldName(name) === corrected) return true;
  return (kind !== "person" || corrected.includes(" ")) && aliases.some((alias) => foldName(alias) === corrected);
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

function joinEntities(a: Entity, b: Entity): Entity {
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

/** Sources follow their entities; two whose entities have become one become one, with the statements of both. */
function correctSources(
  { sources, quotations }: Analysis,
  movedTo: readonly (number | null)[],
): { readonly sources: QuoteSource[]; readonly quotations: readonly Quotation[] } {
  const kept: QuoteSource[] = [];
  const sourceMovedTo = sources.map((source) => {
    const entity = source.entity === null ? null : (movedTo[source.entity] ?? null);
    const twin = entity === null ? -1 : kept.findIndex((other) => other.entity === entity);
    const former = kept[twin];
    if (former === undefined) return kept.push({ ...source, entity }) - 1;
    kept[twin] = {
      ...former,
      mentions: [...former.mentions, ...source.mentions].toSorted((a, b) => a.start - b.start || a.end - b.end),
      quotations: [...former.quotations, ...source.quotations].toSorted((a, b) => a - b),
    };
    return twin;
  });
  return {
    sources: kept,
    quotations: quotations.map((quotation) =>
      quotation.speaker === null ? quotation : { ...quotation, speaker: sourceMovedTo[quotation.speaker] ?? null },
    ),
  };
}
