import type { Analysis } from "../analyse.ts";
import { PRONOUNS } from "../english/pronouns.ts";
import { contains, overlaps, type Span } from "../text/span.ts";

/** What the automatic highlights cover. The spans of one layer never overlap, nor do those of the four kinds of names. */
export interface PaintPlan {
  readonly person: readonly Span[];
  readonly place: readonly Span[];
  /** Whoever is quoted and is no person with a name. */
  readonly source: readonly Span[];
  /** A person's name where it says who is quoted: a person and a source in one. */
  readonly speaker: readonly Span[];
  readonly statement: readonly Span[];
}

/** Where a name fills this much of a source's words, the source is that name. */
const SAME_SHARE = 0.6;

/**
 * Decides what is painted where: of everybody the name alone, without the office and what else is told beside it. Two lines
 * on the same words are unreadable, so a source that is a name takes the name's place, and a source that merely contains
 * names leaves them to be marked as what they are.
 *
 * @param text of the article.
 * @param speaker an index into `analysis.sources`: only what this one says is marked as said.
 */
export function planPaint(text: string, analysis: Analysis, speaker: number | null = null): PaintPlan {
  const quotations = analysis.quotations.filter((quotation) => speaker === null || quotation.speaker === speaker);
  const speakers: Span[] = [];
  const others: Span[] = [];
  for (const { source, speaker: said } of quotations) {
    if (source === null) continue;
    const entity = analysis.entities[analysis.sources[said]?.entity ?? -1];
    const name = firstWithin(entity?.mentions ?? [], source);
    if (name === null) others.push(...(speaker === null ? calledBy(text, source) : [source]));
    else (entity?.kind === "person" ? speakers : others).push(name);
  }
  const people = merge(speakers);
  const sources = merge([...others, ...people]);
  const mentionsOf = (kind: "person" | "place"): Span[] =>
    merge(
      withoutSources(
        analysis.entities.filter((entity) => entity.kind === kind).flatMap(({ mentions }) => mentions),
        sources,
      ),
    );
  const person = mentionsOf("person");
  const place = mentionsOf("place");
  return {
    person,
    place,
    source: subtract(merge(others), merge([...person, ...place, ...people])),
    speaker: people,
    statement: merge(quotations.flatMap(({ content }) => content)),
  };
}

/** The first of some mentions, in the order of the text, that lies in a span. */
function firstWithin(mentions: readonly Span[], span: Span): Span | null {
  let low = 0;
  for (let high = mentions.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? Infinity) >= span.start) high = middle;
    else low = middle + 1;
  }
  const mention = mentions[low];
  return mention !== undefined && contains(span, mention) ? mention : null;
}

/** Everything that is marked as a name, in the order of the text. */
export function namesIn({ person, place, source, speaker }: PaintPlan): Span[] {
  return [...person, ...place, ...source, ...speaker].toSorted((a, b) => a.start - b.start);
}

/** Where a description of somebody goes on to tell more: after a comma, a bracket or a dash, or in a clause of its own. */
const TOLD_MORE = /\s*[,;:(\u2013\u2014]|\s(?:who|whom|whose|which|that)\s/;

/** The words that somebody without a name is called by: "a police officer" of "a police officer, who …". None of "she". */
function calledBy(text: string, source: Span): Span[] {
  const words = text.slice(source.start, source.end);
  const end = words.search(TOLD_MORE);
  const called = end > 0 ? words.slice(0, end) : words;
  return PRONOUNS.has(called.toLowerCase()) ? [] : [{ start: source.start, end: source.start + called.length }];
}

/** Sorted, and without those that fill most of a source. `sources` are sorted and free of overlaps. */
function withoutSources(mentions: readonly Span[], sources: readonly Span[]): Span[] {
  let next = 0;
  return mentions
    .toSorted((a, b) => a.start - b.start)
    .filter((mention) => {
      while ((sources[next]?.end ?? Infinity) <= mention.start) next += 1;
      for (let i = next; ; i += 1) {
        const source = sources[i];
        if (source === undefined || !overlaps(source, mention)) return true;
        if (length(mention) >= SAME_SHARE * length(source)) return false;
      }
    });
}

const length = ({ start, end }: Span): number => end - start;

/** Sorted, with overlapping spans made one. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      merged.push({ start: span.start, end: span.end });
    }
  }
  return merged;
}

/** What of `spans` lies outside `holes`. Both are sorted and free of overlaps. */
export function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let next = 0;
  for (const span of spans) {
    let { start } = span;
    while ((holes[next]?.end ?? Infinity) <= start) next += 1;
    for (let i = next; i < holes.length; i += 1) {
      const hole = holes[i];
      if (hole === undefined || hole.start >= span.end) break;
      if (hole.start > start) rest.push({ start, end: hole.start });
      start = hole.end;
    }
    if (start < span.end) rest.push({ start, end: span.end });
  }
  return rest;
}
