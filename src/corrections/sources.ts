import type { Quotation, QuoteSource } from "../quotes/quotation.ts";
import type { Analysis } from "../analyse.ts";
import { overlaps } from "../text/span.ts";
import type { Entity } from "../entities/entity.ts";

/**
 * Sources follow their entities: two whose entities have become one become one, with the statements of both. A source
 * whose entity vanished, or that the user denied, vanishes with its statements.
 *
 * @param movedTo the new index of each former entity, or `null` where it vanished.
 */
export function correctSources(
  { entities, sources, quotations }: Analysis,
  movedTo: readonly (number | null)[],
  isDenied: (name: string, entity: Entity | null) => boolean,
): Pick<Analysis, "sources" | "quotations"> {
  const speakers = new Map<number, number>();
  const kept: QuoteSource[] = [];
  for (const [index, source] of sources.entries()) {
    const entity = source.entity === null ? null : (movedTo[source.entity] ?? null);
    const isGone = source.entity !== null && entity === null;
    if (isGone || isDenied(source.name, entities[source.entity ?? -1] ?? null)) continue;
    const twin = entity === null ? -1 : kept.findIndex((other) => other.entity === entity);
    const former = kept[twin];
    speakers.set(index, former === undefined ? kept.push({ ...source, entity }) - 1 : twin);
    if (former !== undefined) kept[twin] = joinSources(former, source);
  }
  return withStatements(kept, speakers, quotations);
}

function joinSources(a: QuoteSource, b: QuoteSource): QuoteSource {
  return {
    ...a,
    mentions: [...a.mentions, ...b.mentions].toSorted((x, y) => x.start - y.start || x.end - y.end),
    quotations: [...a.quotations, ...b.quotations].toSorted((x, y) => x - y),
  };
}

/** Leaves out what those said who are gone, and points everything to where it stands now. */
function withStatements(
  sources: readonly QuoteSource[],
  speakers: ReadonlyMap<number, number>,
  quotations: readonly Quotation[],
): Pick<Analysis, "sources" | "quotations"> {
  const isKept = ({ speaker }: Quotation): boolean => speakers.has(speaker);
  const kept = quotations.filter(isKept);
  const gone = quotations.filter((quotation) => !isKept(quotation));
  let count = 0;
  const movedTo = quotations.map((quotation) => (isKept(quotation) ? count++ : null));
  return {
    sources: sources.map((source) => ({
      ...source,
      quotations: source.quotations.flatMap((index) => movedTo[index] ?? []),
    })),
    quotations: kept.map((quotation) => ({
      ...quotation,
      speaker: speakers.get(quotation.speaker) ?? quotation.speaker,
      // What was said inside it may be gone.
      nested:
        quotation.nested &&
        (!gone.some((other) => shareWords(other, quotation)) ||
          kept.some((other) => other !== quotation && shareWords(other, quotation))),
    })),
  };
}

function shareWords(a: Quotation, b: Quotation): boolean {
  return a.content.some((one) => b.content.some((other) => overlaps(one, other)));
}
