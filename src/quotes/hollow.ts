import type { Range } from "./noun-phrase.ts";
import type { Word } from "./unit.ts";
import { TIME_NOUNS, WEEKDAYS } from "./word-classes.ts";

/** Whether what stands behind a verb of speech only tells a time or names a work: what was said stands before it. */
export function saysNothing(words: readonly Word[], verb: number, { from, to }: Range): boolean {
  const spoken = words.slice(from, to).filter((word) => word.spoken);
  return tellsTime(spoken) || namesWork(words.slice(verb + 1, from), spoken);
}

/** "Smith reported ten days ago", "he said Wednesday morning on “The Early Show”" */
function tellsTime(spoken: readonly Word[]): boolean {
  const own = spoken.filter((word) => word.quoted === null);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined || own.some((word) => word.finite)) return false;
  if (own.length < spoken.length) return WEEKDAYS.has(first.lower) && spoken[0] === first && isTitle(spoken.slice(1));
  return (
    /^(?:ago|later|earlier)$/.test(last.lower) && own.length <= 5 && own.some(({ lower }) => TIME_NOUNS.has(lower))
  );
}

/** "in his book, “A Son of the Pier”", behind a word for a work. */
function namesWork(before: readonly Word[], spoken: readonly Word[]): boolean {
  if (spoken.length === 0 || spoken.some((word) => word.quoted === null) || !isTitle(spoken)) return false;
  const noun = before.findLast((word) => word.spoken);
  return (
    noun !== undefined &&
    /^(?:book|memoir|novel|song|film|movie|show|program|programme|autobiography)$/.test(noun.lower)
  );
}

/** Every long word that is quoted begins with a capital. */
function isTitle(words: readonly Word[]): boolean {
  const long = words.filter((word) => word.quoted !== null && word.text.length > 3);
  return long.length > 0 && long.length <= 6 && long.every(({ text }) => /^\p{Lu}/u.test(text));
}
