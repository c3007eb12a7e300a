import { firstOf, type Span } from "../../text/span.ts";
import type { Unit } from "../../syntax/unit.ts";
import type { Word } from "../../syntax/word.ts";
import { type Appearance, wordAt } from "./cast.ts";
import { describe, type Description } from "./description.ts";
import type { Referent } from "./referent.ts";
import type { Stage } from "./stage.ts";

/** What is read while speakers are looked for. */
export interface Reading {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly stage: Stage;
  /** Whether an offset lies in what somebody says. */
  readonly isTold: (offset: number) => boolean;
  /** By entity; `undefined` for one that is no name. */
  readonly referents: readonly (Referent | undefined)[];
  /** By unit, in the order of the text. */
  readonly appearances: ReadonlyMap<number, readonly Appearance[]>;
}

/** The words that name a source: `core` without what is set off by commas. */
export interface SourceWords {
  readonly core: Span;
  readonly whole: Span;
}

/** A noun phrase within one unit, with the names in it. */
export interface Phrase extends SourceWords {
  readonly unit: number;
  readonly words: readonly Word[];
  /** The words of the core, `to` not included. */
  readonly from: number;
  readonly to: number;
  /** The core as it stands in the text. */
  readonly wording: string;
  readonly description: Description | null;
  readonly names: readonly Appearance[];
}

export function phraseOf(reading: Reading, unit: number, { core, whole }: SourceWords): Phrase {
  const words = reading.units[unit]?.words ?? [];
  const from = wordAt(words, core.start);
  const to = wordAt(words, core.end - 1) + 1;
  const names = namesWithin(reading, unit, { start: core.start, end: whole.end });
  const wording = reading.text.slice(core.start, core.end).replace(/\s+/g, " ");
  return { unit, core, whole, words, from, to, wording, description: describe(words, from, to), names };
}

/** The names within a span; those of a unit come in the order of the text. */
function namesWithin({ appearances, referents }: Reading, unit: number, span: Span): Appearance[] {
  const all = appearances.get(unit) ?? [];
  const names: Appearance[] = [];
  for (let at = firstOf(all, ({ start }) => start >= span.start); at < all.length; at += 1) {
    const name = all[at];
    if (name === undefined || name.start >= span.end) break;
    if (name.end <= span.end && referents[name.entity] !== undefined) names.push(name);
  }
  return names;
}

/** The name that holds a word, of those within the core. */
export const nameAt = ({ names, core }: Phrase, at: number): Appearance | undefined =>
  names.find(({ from, to, end }) => from <= at && at < to && end <= core.end);

/** Whether a word is a capitalised part of a name. */
export const isCapital = (word: Word | undefined): boolean =>
  word !== undefined &&
  word.capital &&
  word.quoted === null &&
  word.tag !== "determiner" &&
  !/-(?:based|led|backed|born|run|owned)$/.test(word.lower);
