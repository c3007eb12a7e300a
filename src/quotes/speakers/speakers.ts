import type { Entity } from "../../entities/entity.ts";
import type { Steps } from "../../slices.ts";
import { firstOf, type Span, textOf } from "../../text/span.ts";
import type { Statement } from "../carry-on.ts";
import type { Unit } from "../../syntax/unit.ts";
import { castOf, unitAt } from "./cast.ts";
import { describedSubject, identify } from "./identify.ts";
import type { Reading } from "./phrase.ts";
import type { Referent } from "./referent.ts";
import { isAnaphor } from "./pronouns.ts";
import { byUnit, playersOf } from "./players.ts";
import { Stage } from "./stage.ts";
import { afterDateline, openingOf, openingPhrase, opensSubject } from "./subjects.ts";

/**
 * Who is meant by the source of each statement. The text is read once from its beginning to its end: whoever is named
 * or described enters the stage, and each source is looked for among those on it.
 *
 * @returns one for each statement, in their order. A step for each unit, and for each entity.
 */
export function* speakersOf(
  text: string,
  entities: readonly Entity[],
  units: readonly Unit[],
  statements: readonly Statement[],
): Steps<Referent[]> {
  const cast = castOf(text, entities, units);
  yield;
  const stage = new Stage();
  const referents = yield* playersOf(text, cast, units, stage);
  const told = toldSpans(statements, text);
  const isTold = (offset: number): boolean => covers(told, offset);
  const reading: Reading = { text, units, stage, referents, appearances: byUnit(cast.appearances), isTold };
  const speakers: Referent[] = [];
  const bySource = new Map<number, Referent>();
  const enterUnit = (unit: number): void => {
    const opening = openingOf(units[unit]?.words ?? []);
    const dateline = afterDateline(units[unit]?.words ?? []);
    for (const appearance of reading.appearances.get(unit) ?? []) {
      const referent = referents[appearance.entity];
      if (referent === undefined || appearance.quoted || appearance.from < dateline) continue;
      const { start } = appearance;
      const subject = appearance.subject || opensSubject(units[unit]?.words ?? [], opening, appearance.from);
      stage.enter({ referent, unit, start, subject, told: isTold(start) });
    }
  };
  const order = statements.map((_, index) => index).toSorted((a, b) => compare(statements[a], statements[b]));
  let next = 0;
  for (const [index, unit] of units.entries()) {
    yield;
    enterUnit(index);
    const phrase = openingPhrase(unit);
    const sourced = new Set<number>();
    const own: number[] = [];
    while (next < order.length && statements[order[next] ?? -1]?.unit === index) own.push(order[next++] ?? 0);
    for (const at of own) sourced.add(statements[at]?.source?.core.start ?? -1);
    if (phrase !== null && !sourced.has(phrase.start)) {
      const referent = describedSubject(reading, index, {
        core: phrase,
        whole: { start: phrase.start, end: unit.end },
      });
      if (referent !== null)
        stage.enter({ referent, unit: index, start: phrase.start, subject: true, told: isTold(phrase.start) });
    }
    for (const at of own) {
      const statement = statements[at];
      if (statement === undefined) continue;
      const speaker = speakerOf(reading, statement, bySource);
      speakers[at] = speaker;
      stage.enter({
        referent: speaker,
        unit: index,
        start: statement.source?.core.start ?? unit.start,
        subject: true,
        told: false,
      });
      speaker.hasSpoken = true;
      stage.last = { referent: speaker, unit: index };
    }
  }
  return speakers;
}

function speakerOf(reading: Reading, { source, unit, cue }: Statement, bySource: Map<number, Referent>): Referent {
  const { stage, text, units } = reading;
  if (source === null) {
    const { last } = stage;
    if (last !== null && unit - last.unit <= 1) return last.referent;
    const name = cue === null ? "…" : text.slice(cue.start, cue.end);
    return stage.meet({ kind: "open", name, firstStart: cue?.start ?? 0 });
  }
  const known = bySource.get(source.core.start);
  if (known !== undefined) return known;
  const speaker = identify(reading, unitAt(units, source.core.start), source);
  bySource.set(source.core.start, speaker);
  return speaker;
}

const compare = (a: Statement | undefined, b: Statement | undefined): number =>
  (a?.unit ?? 0) - (b?.unit ?? 0) || (a?.source?.core.start ?? 0) - (b?.source?.core.start ?? 0);

/**
 * What somebody says of others, as stretches in order that do not meet. "The port has closed, it said": what a pronoun
 * behind a report means is named in the report itself.
 */
function toldSpans(statements: readonly Statement[], text: string): Span[] {
  const isOwn = ({ source, content }: Statement): boolean =>
    source === null ||
    ((content[0]?.start ?? 0) < source.core.start && isAnaphor(textOf(text, source.core).toLowerCase()));
  const spans = statements
    .filter((statement) => !isOwn(statement))
    .flatMap(({ content }) => content)
    .toSorted((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of spans) {
    const before = merged.at(-1);
    if (before !== undefined && span.start <= before.end)
      merged[merged.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

function covers(spans: readonly Span[], offset: number): boolean {
  const at = firstOf(spans, ({ end }) => end > offset);
  return (spans[at]?.start ?? Infinity) <= offset;
}
