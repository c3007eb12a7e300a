import type { Analysis } from "../analyse.ts";
import type { Entity } from "../entities/entity.ts";
import type { QuoteSource } from "../quotes/quotation.ts";
import { contains, type Span } from "../text/span.ts";
import { foldName, isSameName, type Pointed } from "./corrections.ts";

/** Whoever speaks, while corrections change that: it holds its entity, so that nothing need be counted anew. */
export interface Speaker extends Pick<QuoteSource, "name" | "kind" | "isGiven"> {
  readonly entity: Entity | null;
}

/** Who is in an article and who speaks, while corrections change that. */
export interface Cast {
  readonly entities: readonly Entity[];
  /** Who says each of the article's quotations, in their order. */
  readonly speakers: readonly Speaker[];
  /** The words that name the speaker of each, without what describes them; `null` where none do. */
  readonly cores: readonly (Span | null)[];
}

export function castOf({ entities, sources, quotations }: Analysis): Cast {
  const all = sources.map(({ name, kind, entity }): Speaker => ({
    name,
    kind,
    entity: entities[entity ?? -1] ?? null,
  }));
  const nobody: Speaker = { name: "", kind: "open", entity: null };
  return {
    entities,
    speakers: quotations.map(({ speaker }) => all[speaker] ?? nobody),
    cores: quotations.map(({ source, speaker }) => {
      if (source === null) return null;
      return firstWithin(sources[speaker]?.mentions ?? [], source) ?? source;
    }),
  };
}

/** The first of some spans, in the order of the text, that lies in another: looked up, since one may say very much. */
function firstWithin(spans: readonly Span[], outer: Span): Span | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < outer.start) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found !== undefined && contains(outer, found) ? found : null;
}

/** The analysis once its people are these, in the order of their first statement. */
export function withCast(analysis: Analysis, { entities, speakers, cores }: Cast): Analysis {
  const order = [...new Set(speakers)];
  const places = new Map(entities.map((entity, index) => [entity, index]));
  const indices = new Map(order.map((speaker, index) => [speaker, index]));
  const said = order.map((): number[] => []);
  const named = order.map(() => new Map<number, Span>());
  const quotations = analysis.quotations.map((quotation, index) => {
    const speaker = indices.get(speakers[index] as Speaker) ?? quotation.speaker;
    const core = cores[index] ?? null;
    if (core !== null) named[speaker]?.set(core.start, core);
    if (!quotation.repeated) said[speaker]?.push(index);
    return { ...quotation, speaker };
  });
  const sources = order.map(({ entity, ...speaker }, index) => ({
    ...speaker,
    entity: entity === null ? null : (places.get(entity) ?? -1),
    mentions: [...(named[index]?.values() ?? [])].toSorted((a, b) => a.start - b.start),
    quotations: said[index] ?? [],
  }));
  return { ...analysis, entities, sources, quotations };
}

/** An entity, or somebody who speaks and is none. */
export type Known = { readonly entity: Entity } | { readonly speaker: Speaker };

/**
 * Whoever the user pointed at: of that kind and name, or else of that name, or of that other name. A person's single-word
 * other name is a surname that others share, and finds nobody.
 */
export function findKnown({ entities, speakers }: Cast, { kind, name }: Pointed): Known | null {
  const folded = foldName(name);
  const named = entities.filter((entity) => foldName(entity.name) === folded);
  const entity = named.find((candidate) => candidate.kind === kind);
  if (entity !== undefined) return { entity };
  const others = speakers.filter((speaker) => speaker.entity === null);
  // A source's name may begin a sentence, so its case tells nothing.
  const speaker = others.find((candidate) => isSameName(candidate.name, name));
  if (kind === "source" && speaker !== undefined) return { speaker };
  const [other] = named;
  if (other !== undefined) return { entity: other };
  const called = entities.find(
    (candidate) =>
      (candidate.kind !== "person" || folded.includes(" ")) &&
      candidate.aliases.some((alias) => foldName(alias) === folded),
  );
  if (called !== undefined) return { entity: called };
  return speaker === undefined ? null : { speaker };
}

/** The cast once some entities have become others, and their statements with them. */
export function replaceEntities(cast: Cast, gone: readonly Entity[], entity: Entity): Cast {
  const [first] = gone;
  const spoken = cast.speakers.find((speaker) => speaker.entity !== null && gone.includes(speaker.entity));
  const speaker = spoken && speakerOf(entity, spoken);
  return {
    ...cast,
    entities: cast.entities.flatMap((other) => (other === first ? [entity] : gone.includes(other) ? [] : [other])),
    speakers: cast.speakers.map((other) =>
      speaker !== undefined && other.entity !== null && gone.includes(other.entity) ? speaker : other,
    ),
  };
}

/** An entity as a speaker; `former` is who it was as one before. */
export function speakerOf(entity: Entity, former: Speaker | null = null): Speaker {
  const kind = former?.kind ?? (entity.kind === "person" ? "person" : "body");
  return { name: entity.name, kind, entity };
}
