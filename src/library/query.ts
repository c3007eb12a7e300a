import type { LastState } from "../annotation/last-state.ts";
import { type Colour, COLOURS } from "../annotation/records/annotation.ts";
import type { ColourNames } from "../annotation/records/colours.ts";
import type { NameKind } from "../annotation/records/name.ts";
import { fold } from "../text/fold.ts";
import { wordsOf } from "./words.ts";

/** What is asked of a note or of its article. */
export type Condition =
  /** Words as `wordsOf` gives them; not exact ones may be the beginning of a longer word. */
  | { readonly kind: "word"; readonly word: string; readonly isExact: boolean }
  | { readonly kind: "tag" | "site"; readonly value: string }
  /** Names of one kind, or of any, that have all of these words. */
  | { readonly kind: "name"; readonly of: NameKind | null; readonly words: readonly string[] }
  | { readonly kind: "colour"; readonly colour: Colour | null }
  | { readonly kind: "has"; readonly what: "note" | "tag" }
  /** Milliseconds since 1970. `after` holds from there on, `before` up to there. */
  | { readonly kind: "before" | "after"; readonly instant: number }
  | { readonly kind: "is"; readonly state: LastState };

/** One piece of a query: what is typed, and what it asks. */
export interface Piece {
  readonly text: string;
  readonly conditions: readonly Condition[];
  /** Whether it is asked for what does not fulfil them. */
  readonly isNot: boolean;
}

/** What a user typed into the search: every piece must hold. */
export type Query = readonly Piece[];

const PIECE = /(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|([^\s"]\S*)|(?<=:))/gu;

/**
 * Reads what a user typed: words, `"whole words"`, and operators (`tag:` `site:` `person:` `place:` `organisation:`
 * `colour:` `has:note` `before:` `after:` `is:lost`), each with `-` before it for the opposite. What is no operator is
 * words; one without a value asks for nothing yet.
 *
 * @param names what the user calls the colours, which may be written for them.
 */
export function parseQuery(typed: string, names: ColourNames = {}): Query {
  const pieces: Piece[] = [];
  for (const match of typed.matchAll(PIECE)) {
    const [text, minus, operator, quoted, plain] = match;
    const value = quoted ?? plain ?? "";
    const asked = operator === undefined ? null : conditionOf(fold(operator), value, names);
    const conditions =
      asked ?? wordConditions(operator === undefined ? value : `${operator} ${value}`, quoted !== undefined);
    if (conditions.length > 0) pieces.push({ text, conditions, isNot: minus === "-" });
  }
  return pieces;
}

function wordConditions(value: string, isExact: boolean): Condition[] {
  return wordsOf(value).map((word) => ({ kind: "word", word, isExact }) as const);
}

/** What an operator asks; nothing while its value is not written, and `null` where it is none. */
function conditionOf(operator: string, value: string, names: ColourNames): Condition[] | null {
  switch (operator) {
    case "tag":
      return value === "" ? [] : [{ kind: "tag", value: value.replace(/^#/, "").toLowerCase() }];
    case "site":
      return value === "" ? [] : [{ kind: "site", value: value.toLowerCase().replace(/^www\./, "") }];
    case "person":
    case "place":
      return named(operator, value);
    case "organisation":
    case "organization":
      return named("organisation", value);
    case "name":
      return named(null, value);
    case "colour":
    case "color":
      return value === "" ? [] : [{ kind: "colour", colour: colourOf(value, names) }];
    case "has":
      return value === "note" || value === "tag" ? [{ kind: "has", what: value }] : null;
    case "is":
      return isTelling(value) ? [{ kind: "is", state: value }] : null;
    case "before":
    case "after": {
      const instant = instantOf(value);
      if (instant === null) return /^[\d-]*$/.test(value) ? [] : null;
      return [{ kind: operator, instant }];
    }
    default:
      return null;
  }
}

function named(of: NameKind | null, value: string): Condition[] {
  const words = wordsOf(value);
  return words.length === 0 ? [] : [{ kind: "name", of, words }];
}

function colourOf(value: string, names: ColourNames): Colour | null {
  const wanted = fold(value);
  return (
    COLOURS.find((colour) => fold(names[colour] ?? "") === wanted) ??
    COLOURS.find((colour) => colour === wanted) ??
    null
  );
}

/** The beginning of a year, month or day where the user is: `1998`, `1998-04`, `1998-04-02`. */
function instantOf(value: string): number | null {
  const parts = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$/.exec(value);
  if (parts === null) return null;
  const [, year, month = "1", day = "1"] = parts;
  const instant = new Date(Number(year), Number(month) - 1, Number(day)).getTime();
  return Number.isNaN(instant) ? null : instant;
}

/** The folded words whose hits are marked. */
export function markedWords(query: Query): string[] {
  return query.flatMap(({ conditions, isNot }) =>
    isNot ? [] : conditions.flatMap((condition) => (condition.kind === "word" ? [condition.word] : [])),
  );
}

/** An operator with its value, as it is typed. */
export function operatorText(operator: string, value: string): string {
  return /[\s"]/.test(value) ? `${operator}:"${value.replaceAll('"', "")}"` : `${operator}:${value}`;
}

/** A query with a piece more or, where it stands there already, without it. */
export function togglePiece(typed: string, piece: string): string {
  const pieces = [...typed.matchAll(PIECE)].map(([text]) => text);
  const isThere = pieces.some((text) => text.toLowerCase() === piece.toLowerCase());
  const others = pieces.filter((text) => text.toLowerCase() !== piece.toLowerCase());
  return (isThere ? others : [...pieces, piece]).join(" ");
}

/** Whether a value is how a highlight may stand that is not just as it was made. */
const isTelling = (value: string): value is Exclude<LastState, "same"> =>
  ["lost", "moved", "edited", "unseen"].includes(value);
