import type { Span } from "../../text/span.ts";
import { textOf } from "../../text/span.ts";
import type { Appearance, Cast } from "./cast.ts";
import type { Gender } from "./gender.ts";

/** Who is meant by the words that name a source. */
export type Speaker =
  | { readonly kind: "entity"; readonly entity: number }
  /** No entity of the document: "officials", "the Kremlin". */
  | { readonly kind: "named"; readonly name: string };

/** A speaker already resolved, for the pronouns that follow. */
export interface Earlier {
  readonly unit: number;
  readonly speaker: Speaker;
}

/** Seats of power named like places: whoever sits there speaks. */
const SEATS =
  /^(?:the )?(?:kremlin|white house|pentagon|downing street|vatican|elysée|élysée|capitol hill|state department|foggy bottom|whitehall|holy see)$/i;

const ACRONYM = /^\p{Lu}{2,}\b/u;
const ORGANISATION_WORDS =
  /\b(?:party|committee|department|ministry|agency|police|court|council|government|university|institute|association|news|times|post|journal|press|office|house|senate|congress|commission|bank|company|group|union|force|army|service|center|centre|board|campaign|team|network|corporation|inc|corp|ltd|foundation|organi[sz]ation|kremlin|pentagon|administration|magazine|report|poll|survey|study|statement|newspaper|outlet|agency|channel|media|tv|radio|bureau|authority|military|embassy|herald|gazette|tribune|telegraph|guardian|chronicle|observer)\b/i;

const PEOPLE_WORDS =
  /\b(?:officials|sources|experts|analysts|lawmakers|critics|supporters|researchers|scientists|leaders|voters|republicans|democrats|protesters|authorities|witnesses|aides|advisers|prosecutors|investigators|lawyers|activists|residents|doctors|economists|executives|members|groups|companies|organi[sz]ations|parents|students|people|police|families|\w+s)$/i;

/**
 * Finds who is meant. Pronouns and descriptions go to the person or body that the text before speaks of; a place or an
 * event is never a speaker.
 *
 * @param named the words that name the source: `core` without what is set off by commas.
 * @param unit the unit that they stand in.
 * @param earlier the speakers of the statements before, in the order of the text.
 * @returns `null` where it stays open.
 */
export function resolveSpeaker(
  text: string,
  named: { readonly core: Span; readonly whole: Span },
  unit: number,
  cast: Cast,
  earlier: readonly Earlier[],
): Speaker | null {
  const source = named.core;
  const words = textOf(text, source).trim();
  const pronoun = words.toLowerCase();
  if (/^(?:he|she|him|her|himself|herself|his)$/.test(pronoun)) {
    return person(
      source.start,
      unit,
      /^(?:he|him|his|himself)$/.test(pronoun) ? "masculine" : "feminine",
      cast,
      earlier,
    );
  }
  if (/^(?:it|its)$/.test(pronoun)) return body(source.start, unit, cast, earlier);
  if (/^(?:they|their|them)$/.test(pronoun)) return group(unit, earlier);
  if (
    /^(?:i|we|you|who|which|that|one|this|these|those|there|what|everyone|someone|nobody|others|some|many)$/.test(
      pronoun,
    )
  ) {
    return /^(?:others|some|many|everyone|someone)$/.test(pronoun) ? { kind: "named", name: words } : null;
  }
  const apposed = appositive(text, named, cast);
  if (apposed !== null) return apposed;
  if (SEATS.test(words)) return bodyNamed(words, cast);
  const head = headMention(text, source, cast);
  if (head !== null) {
    const kind = cast.entities[head.entity]?.kind;
    // A paper named by its city speaks, wherever the city's name was taken for a place.
    if (kind === "place") return ORGANISATION_WORDS.test(words) ? bodyNamed(words, cast) : null;
    return { kind: "entity", entity: head.entity };
  }
  return described(text, words, source, unit, cast, earlier) ?? { kind: "named", name: words };
}

/** An organisation of that name, or the name alone. */
function bodyNamed(words: string, cast: Cast): Speaker {
  const bare = words.replace(/^the /i, "").toLowerCase();
  const entity = cast.entities.findIndex(
    ({ kind, name }) => kind !== "place" && name.replace(/^the /i, "").toLowerCase() === bare,
  );
  return entity < 0 ? { kind: "named", name: words } : { kind: "entity", entity };
}

/** "The mayor of the town, Edvard Moen": the person named right after a description of somebody. */
function appositive(text: string, { core, whole }: { core: Span; whole: Span }, cast: Cast): Speaker | null {
  if (!/^the\b/i.test(textOf(text, core))) return null;
  const mention = cast.appearances.find(
    ({ start, end, entity }) =>
      start >= core.end &&
      end <= whole.end &&
      cast.entities[entity]?.kind === "person" &&
      /^,\s*(?:\p{Lu}[\p{L}.]*\s+)?$/u.test(text.slice(core.end, start)),
  );
  return mention === undefined ? null : { kind: "entity", entity: mention.entity };
}

/** The name that the source's words are about: the last one that is neither possessive nor governed by a preposition. */
function headMention(text: string, source: Span, cast: Cast): Appearance | null {
  const inside = cast.appearances.filter(({ start, end }) => start >= source.start && end <= source.end);
  for (const mention of inside.toReversed()) {
    const before = text.slice(source.start, mention.start);
    const after = text.slice(mention.end, source.end);
    if (/^['’]s?\b/.test(after) || /\b(?:of|for|at|from|in|with|to|on|by)\s+(?:the\s+)?$/i.test(before)) continue;
    if (/^(?:\s*$|\s*[,(]|\s+(?:of|from|in|at|and|,|who|\d))/i.test(after)) return mention;
  }
  // "officials at the ministry" are not the ministry; "Smith of Oslo" is Smith, found above.
  return null;
}

/** How far back a pronoun reaches, in units. */
const REACH = 7;

function person(offset: number, unit: number, gender: Gender, cast: Cast, earlier: readonly Earlier[]): Speaker | null {
  const scores = new Map<number, number>();
  const consider = (entity: number, score: number): void => {
    if (score > (scores.get(entity) ?? -Infinity)) scores.set(entity, score);
  };
  const fits = (entity: number): boolean => {
    const known = cast.genders[entity] ?? null;
    return cast.entities[entity]?.kind === "person" && (known === null || known === gender);
  };
  for (const mention of cast.appearances) {
    if (mention.start >= offset) break;
    const distance = unit - mention.unit;
    if (distance > REACH || mention.quoted || !fits(mention.entity)) continue;
    const certain = cast.genders[mention.entity] === gender ? 1 : 0;
    consider(mention.entity, (mention.subject ? 2 : 0) + certain - 2.5 * distance);
  }
  const last = earlier.at(-1);
  if (last !== undefined && last.speaker.kind === "entity" && unit - last.unit <= REACH && fits(last.speaker.entity)) {
    const known = scores.get(last.speaker.entity) ?? -10;
    consider(last.speaker.entity, Math.max(known + 2, 3.5 - 2.5 * (unit - last.unit)));
  }
  let best: number | null = null;
  for (const [entity, score] of scores) if (best === null || score > (scores.get(best) ?? -Infinity)) best = entity;
  return best === null ? null : { kind: "entity", entity: best };
}

/** "it": the outlet or body that spoke last, or that was named last. */
function body(offset: number, unit: number, cast: Cast, earlier: readonly Earlier[]): Speaker | null {
  for (const { speaker, unit: at } of earlier.toReversed()) {
    if (unit - at > REACH) break;
    if (
      speaker.kind === "entity"
        ? cast.entities[speaker.entity]?.kind === "organisation"
        : (ACRONYM.test(speaker.name) || ORGANISATION_WORDS.test(speaker.name)) && !PEOPLE_WORDS.test(speaker.name)
    ) {
      return speaker;
    }
  }
  const mention = cast.appearances.findLast(
    ({ start, entity, quoted, unit: at }) =>
      start < offset && unit - at <= 3 && !quoted && cast.entities[entity]?.kind === "organisation",
  );
  return mention === undefined ? null : { kind: "entity", entity: mention.entity };
}

/** "they": the group that spoke last. */
function group(unit: number, earlier: readonly Earlier[]): Speaker | null {
  return (
    earlier.findLast(
      ({ speaker, unit: at }) => unit - at <= REACH && speaker.kind === "named" && PEOPLE_WORDS.test(speaker.name),
    )?.speaker ?? null
  );
}

/** Nouns for one person, as a text calls someone after the name. */
const PERSON_NOUN =
  /^(?:president|minister|chancellor|secretary|senator|representative|governor|mayor|king|queen|pope|judge|justice|speaker|candidate|nominee|billionaire|businessman|businesswoman|congressman|congresswoman|spokesman|spokeswoman|spokesperson|lawmaker|official|author|professor|lawyer|attorney|actor|actress|singer|coach|player|officer|pastor|doctor|analyst|star|mogul|leader|chief|man|woman|director|executive|founder|general|commander|ambassador|chairman|chairwoman|economist|scientist|researcher|activist|teacher|farmer|mother|father|premier|prince|princess|republican|democrat|envoy|diplomat|writer|artist|student|\d\d-year-old)$/;

/** "the minister", "the 47-year-old", "Russian President": someone whom the text names elsewhere. */
function described(
  text: string,
  words: string,
  source: Span,
  unit: number,
  cast: Cast,
  earlier: readonly Earlier[],
): Speaker | null {
  const match = /^(?:(the|his|her|their|this|that)\s+)?((?:[\p{L}\p{N}'’-]+\s+){0,4})([\p{L}\p{N}-]+)$/iu.exec(
    words.replace(/\s(?:of|for|in)\s.*$/u, ""),
  );
  const noun = match?.[3]?.toLowerCase();
  if (match === null || noun === undefined || !PERSON_NOUN.test(noun)) return null;
  const definite = match[1] !== undefined || /^\p{Lu}/u.test(match[3] ?? "");
  if (!definite) return null;
  const titled = cast.appearances.filter(
    ({ entity, start, end }) =>
      cast.entities[entity]?.kind === "person" && calls(text, noun, start, end, cast.entities[entity]?.role ?? null),
  );
  const chosen = titled.findLast(({ start }) => start < source.start) ?? titled[0];
  if (chosen !== undefined) return { kind: "entity", entity: chosen.entity };
  if (match[1]?.toLowerCase() !== "the") return null;
  const last = earlier.at(-1);
  const isPerson = last?.speaker.kind === "entity" && cast.entities[last.speaker.entity]?.kind === "person";
  return last !== undefined && isPerson && unit - last.unit <= 3 ? last.speaker : null;
}

/** Whether the text calls the person mentioned by a noun: before the name ("Prime Minister"), after it, or as a role. */
function calls(text: string, noun: string, start: number, end: number, role: string | null): boolean {
  if (
    role
      ?.toLowerCase()
      .split(/[^\p{L}\p{N}-]+/u)
      .includes(noun) === true
  )
    return true;
  const before = text.slice(Math.max(0, start - 40), start).toLowerCase();
  // "Mayor Moen", "The mayor of the town, Edvard Moen"
  if (new RegExp(`\\b${noun}(?:\\s+|(?:\\s(?:of|for)\\s[^.;,]{1,30})?,\\s+)$`).test(before)) return true;
  const after =
    /^,? (?:(?:the|a|an|who is|his|her)\s)?[^.;:“"]{0,40}/u.exec(text.slice(end, end + 60))?.[0].toLowerCase() ?? "";
  return after.startsWith(",") && new RegExp(`\\b${noun}\\b`).test(after);
}
