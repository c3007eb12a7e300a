import type { Unit } from "../syntax/unit.ts";
import { is, some, type Word, type WordRange } from "../syntax/word.ts";
import { headingEnd, isNoSpeaker, isSpeaker } from "./frames/colons.ts";

/** One speaker's part of a conversation that is written down word for word: "Holm: The pier is safe. It was mended." */
export interface Turn {
  readonly source: WordRange;
  /** The mark behind the speaker. */
  readonly cue: WordRange;
  /** Index of the last unit of the paragraph. */
  readonly last: number;
}

/** How many words a speaker has at most. */
const LONGEST_SPEAKER = 5;

/**
 * The turns of all conversations in a document, by the unit that each begins in. Two paragraphs one after the other make
 * a conversation, each a name, a colon and sentences; "Q:" stands for whoever asks, and nobody is meant by it.
 */
export function turnsIn(units: readonly Unit[]): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>();
  let before: { readonly first: number; readonly paragraph: number; readonly turn: Turn } | null = null;
  units.forEach((unit, first) => {
    if (units[first - 1]?.paragraph === unit.paragraph) return;
    let last = first;
    while (units[last + 1]?.paragraph === unit.paragraph) last += 1;
    const turn = turnOf(unit, units[last], last);
    if (turn !== null && before !== null && unit.paragraph - before.paragraph === 1) {
      turns.set(before.first, before.turn);
      turns.set(first, turn);
    }
    before = turn === null ? null : { first, paragraph: unit.paragraph, turn };
  });
  for (const [first, { source }] of turns)
    if (isNoSpeaker(units[first]?.words[source.from]?.lower ?? "")) turns.delete(first);
  return turns;
}

function turnOf({ words }: Unit, lastUnit: Unit | undefined, last: number): Turn | null {
  if (!words.slice(0, LONGEST_SPEAKER + 1).some(({ text }) => text === ":")) return null;
  const to = headingEnd(words, 0);
  const isQuestion = is(words[0], "q|a");
  if (to < 1 || to > LONGEST_SPEAKER || !is(words[to], ":") || words[to + 1] === undefined) return null;
  if (!isQuestion && isNoSpeaker(words[0]?.lower ?? "")) return null;
  const closes = /^[.?!…]["”’]?$|^["”’]$/.test(lastUnit?.words.at(-1)?.text ?? "");
  return closes && (isQuestion || mayTalk(words, to))
    ? { source: { from: 0, to }, cue: { from: to, to: to + 1 }, last }
    : null;
}

/** A name of two words, a noun for somebody, whoever asks, or a word in capitals with a clause behind it; "Tickets: Ten crowns." is none. */
function mayTalk(words: readonly Word[], colon: number): boolean {
  const noun = words[colon - 1]?.lower ?? "";
  if (colon > 1 || isSpeaker(noun) || is(words.at(-1), "?")) return true;
  return /^\p{Lu}{3,}$/u.test(words[0]?.text ?? "") && some(words, colon, words.length, "@finite");
}
