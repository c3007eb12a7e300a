import type { Quotation } from "../quotes/quotation.ts";
import { textOf } from "../text/span.ts";
import { type Cast, findKnown, type Speaker, speakerOf } from "./cast.ts";
import { foldName, isSameName, type Pointed, type SpeakerClaim } from "./corrections.ts";
import { findStatement, type StatementPrint } from "./statement-words.ts";

/**
 * The cast once a statement is said by whom the user names, or by nobody; the same where the page has it no more.
 *
 * @param prints of the quotations, in their order.
 */
export function giveStatement(
  text: string,
  quotations: readonly Quotation[],
  prints: readonly StatementPrint[],
  cast: Cast,
  { statement, speaker }: SpeakerClaim,
): Cast {
  const { speakers } = cast;
  const numbers = new Map([...new Set(speakers)].map((other, number) => [other, number]));
  const meant = findStatement(
    statement,
    prints,
    speakers.map((other) => numbers.get(other) ?? -1),
  );
  const [first] = meant;
  if (first === undefined) return cast;
  const next = speaker === null ? nobody(text, quotations, cast, first) : somebody(cast, speaker);
  if (next === speakers[first]) return cast;
  const moved = new Set(meant);
  return { ...cast, speakers: speakers.map((other, index) => (moved.has(index) ? next : other)) };
}

/** Whoever is pointed at: of the article, or else a name of the user's own. */
function somebody(cast: Cast, pointed: Pointed): Speaker {
  const known = findKnown(cast, pointed) ?? findBySpelling(cast, pointed);
  if (known !== null && "speaker" in known) return known.speaker;
  if (known !== null && (known.entity.kind !== "place" || pointed.kind === "place")) {
    return cast.speakers.find(({ entity }) => entity === known.entity) ?? speakerOf(known.entity);
  }
  const name = known === null ? foldName(pointed.name) : known.entity.name;
  const given = cast.speakers.find((speaker) => speaker.entity === null && isSameName(speaker.name, name));
  if (given !== undefined) return given;
  // A place speaks as its government, and is none.
  if (known !== null) return { name, kind: "body", entity: null };
  return { name, kind: "person", entity: null, isGiven: true };
}

/** A name that was typed, in letters of any case: of one person alone, by the surname too. */
function findBySpelling({ entities }: Cast, { name }: Pointed): ReturnType<typeof findKnown> {
  const full = entities.filter((entity) => isSameName(entity.name, name));
  const called =
    full.length > 0 ? full : entities.filter(({ aliases }) => aliases.some((alias) => isSameName(alias, name)));
  const [only] = called;
  return only !== undefined && called.length === 1 ? { entity: only } : null;
}

/** Somebody whom the article does not name, by the words that it has instead; the same for the same words. */
function nobody(text: string, quotations: readonly Quotation[], cast: Cast, index: number): Speaker {
  const core = cast.cores[index] ?? null;
  const cue = quotations[index]?.cue ?? null;
  const name = core !== null ? foldName(textOf(text, core)) : cue !== null ? foldName(textOf(text, cue)) : "…";
  return (
    cast.speakers.find((speaker) => speaker.kind === "open" && speaker.entity === null && speaker.name === name) ?? {
      name,
      kind: "open",
      entity: null,
    }
  );
}
