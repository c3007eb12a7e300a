import type { Analysis } from "../analyse.ts";
import { overlaps, type Span } from "../text/span.ts";

/** What the automatic highlights cover. The spans of one layer never overlap. */
export interface PaintPlan {
  readonly person: readonly Span[];
  readonly place: readonly Span[];
  readonly source: readonly Span[];
  readonly statement: readonly Span[];
}

/** Where a name fills this much of a source's words, the source is that name, and is underlined as a source only. */
const SAME_SHARE = 0.6;

/**
 * Decides what is painted where. Two underlines on the same words are unreadable, so a source that is a name takes the
 * name's place, and a source that merely contains names leaves them to be underlined as what they are.
 *
 * @param speaker an index into `analysis.sources`: only what this one says is marked as said.
 */
export function planPaint(analysis: Analysis, speaker: number | null = null): PaintPlan {
  const quotations = analysis.quotations.filter((quotation) => speaker === null || quotation.speaker === speaker);
  const sources = merge(quotations.flatMap(({ source }) => (source === null ? [] : [source])));
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
    source: subtract(sources, merge([...person, ...place])),
    statement: merge(quotations.flatMap(({ content }) => content)),
  };
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
