import type { Steps } from "../../slices.ts";
import { toNormalised, toOriginal } from "../../text/normalise.ts";
import { overlaps, textOf, type Span } from "../../text/span.ts";
import { type Candidate, createDoubts, type Doubts } from "./candidate.ts";
import { findEdited } from "./edited.ts";
import { findExact, findWhole } from "./exact.ts";
import { patternOf, wordsOf, type Pattern } from "./pattern.ts";
import type { Selectors } from "../records/selectors.ts";
import type { TextIndex } from "./text-index.ts";

/** Where a passage is in the page's text now. Spans are offsets into the text that the index was made from. */
export type Anchoring =
  /** `same`: its words stand where they stood. `moved`: its words stand elsewhere. Sure where its stored context does too. */
  | { readonly state: "same" | "moved"; readonly span: Span; readonly isSure: boolean }
  /** Some of its words changed. */
  | ({ readonly state: "edited"; readonly span: Span } & Rewording)
  /** Nothing on the page is surely this passage. `likely` is where it may be, if anywhere: for the user to say. */
  | { readonly state: "lost"; readonly likely: Span | null };

/** A passage then and now, as `compareWords` takes them. */
export interface Rewording {
  readonly before: string;
  readonly after: string;
}

/** A place with the passage's very words and this rank needs no search for a better one. */
const SURE = 1.1;

/** An edited place with less of what tells the passage apart yields to one where the passage's very words stand. */
const TOLD = 0.5;

/** How much better an edited place must be than one where the passage's very words stand. */
const EDIT_PENALTY = 0.05;

/** Where a passage stands on its page. */
export type AnchorState = Anchoring["state"];

const LOST: Anchoring = { state: "lost", likely: null };

/**
 * Finds a passage in a page that may have changed since it was described. Letter case, quotation marks, dashes, white
 * space and soft hyphens may differ freely; words may have been edited, put in, taken out or moved. Where nothing is
 * enough like the passage and its context, it is lost: never other words.
 */
export function* anchor(index: TextIndex, selectors: Selectors): Steps<Anchoring> {
  const inPlace = anchorInPlace(index, selectors) ?? anchorBeside(index, selectors);
  if (inPlace !== null) return inPlace;
  const pattern = patternOf(selectors);
  if (pattern === null) return LOST;
  const normalised = yield* index.normalised();
  const hint = selectors.position === null ? null : toNormalised(normalised, selectors.position.start);
  const whole = findWhole(normalised.text, pattern, hint ?? 0);
  const doubts = createDoubts();
  const found = whole ?? (yield* findLike(index, normalised.text, pattern, hint, doubts))?.span ?? null;
  if (found === null) {
    return { state: "lost", likely: doubts.best === null ? null : toOriginal(normalised, doubts.best.span) };
  }
  const span = toOriginal(normalised, found);
  if (textOf(normalised.text, found) === textOf(pattern.text, pattern.quote)) {
    // What never had a place can't have left it.
    const { position } = selectors;
    return {
      state: position === null || span.start === position.start ? "same" : "moved",
      span,
      isSure: whole !== null,
    };
  }
  return { state: "edited", span, before: selectors.quote.exact, after: textOf(index.text, span) };
}

/** The anchoring of a passage that stands where it stood, letter for letter, in the same context; `null` if it doesn't. */
export function anchorInPlace({ text }: TextIndex, { quote, position }: Selectors): Anchoring | null {
  if (position === null || quote.exact === "") return null;
  const { prefix = "", exact, suffix = "" } = quote;
  const { start } = position;
  const stands =
    start >= prefix.length &&
    text.startsWith(exact, start) &&
    text.startsWith(prefix, start - prefix.length) &&
    text.startsWith(suffix, start + exact.length);
  return stands ? { state: "same", span: { start, end: start + exact.length }, isSure: true } : null;
}

/** So much context in a row, in UTF-16 code units, tells one place from all others. */
const TELLING_CONTEXT = 48;

/**
 * The anchoring of a passage that stands where it stood with all of what stood before it, or all of what stood after it, letter
 * for letter: what was put in or taken out on the other side, a copy of it even, changes nothing.
 */
function anchorBeside({ text }: TextIndex, { quote, position }: Selectors): Anchoring | null {
  if (position === null || quote.exact === "") return null;
  const { prefix = "", exact, suffix = "" } = quote;
  const [start, end] = [position.start, position.start + exact.length];
  const holds =
    (prefix.length >= TELLING_CONTEXT && start >= prefix.length && text.startsWith(prefix, start - prefix.length)) ||
    (suffix.length >= TELLING_CONTEXT && text.startsWith(suffix, end));
  return holds && text.startsWith(exact, start) ? { state: "same", span: { start, end }, isSure: false } : null;
}

/** The best place for a passage whose words or context changed; `null` where none is good enough. */
function* findLike(
  index: TextIndex,
  text: string,
  pattern: Pattern,
  hint: number | null,
  doubts: Doubts,
): Steps<Candidate | null> {
  const page = yield* index.words();
  const words = wordsOf(pattern, page);
  const exact = yield* findExact(text, page, pattern, words, hint, doubts);
  if (exact !== null && exact.rank >= SURE) return exact;
  const floor = exact === null ? -Infinity : exact.rank + EDIT_PENALTY;
  const edited = yield* findEdited(page, pattern, words, hint, floor, doubts);
  if (exact === null || edited === null) return exact ?? edited;
  // Where its very words stand, more words than those are no part of it.
  return edited.told < TOLD || overlaps(edited.span, exact.span) ? exact : edited;
}
