import { TIME_NOUNS, WEEKDAYS } from "../../english/closed-classes.ts";
import { speechVerb } from "../../english/verbs.ts";
import { simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import type { Subject } from "../../syntax/subject.ts";
import { is, some, type Word, type WordRange } from "../../syntax/word.ts";
import { antecedentOf, type Candidate } from "../candidate.ts";
import type { Content } from "../extent/content-end.ts";
import type { Cue } from "./cue.ts";

/** Whether what stands behind a verb of speech makes a deed of it, or its particle is missing ("points" without "out"). */
export function tellsDeed({ words, at, verb: { particle, deed } }: Cue): boolean {
  if (particle?.test(words[at + 1]?.lower ?? "") === false) return true;
  if (deed === null) return false;
  const end = Math.max(at + 2, simplePhraseEnd(words, at + 1));
  return words.slice(at + 1, end).some((word) => deed.test(word.lower)) && words[end]?.finite !== true;
}

/** How many words name a thing and say nothing of it. */
const THING_WORDS = 6;

/**
 * Whether what was judged is but named: "denied the charge", "praised the quality of the visitors", but "denied fraud".
 * Asked of what is chosen: such a deed ends the statement before it all the same.
 */
export function namesThing(words: readonly Word[], { bare, cue, content: [first] }: Candidate): boolean {
  const verb = speechVerb(words[cue.from]?.lower ?? "");
  if (!bare || first === undefined || verb?.traits.has("judges") !== true) return false;
  const thing = words.slice(first.from, first.to);
  const isKnown = is(thing[0], "#determiner/pronoun") || thing.some(({ tag }) => tag === "possessive");
  return (
    isKnown && thing.filter((word) => word.spoken).length <= THING_WORDS && thing.every(({ quoted }) => quoted === null)
  );
}

/** Whether what was found out is a statement: "the survey found that …", but not "it showed a lack of will", "he found his voice". */
export function findingHolds(words: readonly Word[], subject: Subject, { kind }: Content): boolean {
  if (kind === "quote") return true;
  const finder =
    subject.kind === "phrase" ? subject.core : subject.kind === "relative" ? antecedentOf(words, subject.at) : null;
  if (finder === null) return kind === "that";
  return some(words, finder.from, finder.to, kind === "that" ? "@inquirer|@message|@name" : "@inquirer|@message");
}

/** Whether what stands behind a verb of speech only tells a time or names a work: what was said stands before it. */
export function saysNothing(words: readonly Word[], verb: number, { from, to }: WordRange): boolean {
  const spoken = words.slice(from, to).filter((word) => word.spoken);
  return tellsTime(spoken) || namesWork(words.slice(verb + 1, from), spoken) || makesWork(words, verb, spoken);
}

/** "Smith reported ten days ago", "he said Wednesday morning on “The Early Show”" */
function tellsTime(spoken: readonly Word[]): boolean {
  const own = spoken.filter((word) => word.quoted === null);
  const [first] = own;
  if (first === undefined || own.some((word) => word.finite)) return false;
  if (own.length < spoken.length) return WEEKDAYS.has(first.lower) && spoken[0] === first && isTitle(spoken.slice(1));
  return own.length <= 5 && is(own.at(-1), "ago|later|earlier") && own.some(({ lower }) => TIME_NOUNS.has(lower));
}

/** "in his book, “A Son of the Pier”", "the novel “The Road Home”": a title behind a word for a work. */
function namesWork(before: readonly Word[], spoken: readonly Word[]): boolean {
  const opens = spoken.findIndex((word) => word.quoted !== null);
  const title = spoken.slice(opens);
  if (opens < 0 || title.some((word) => word.quoted === null) || !isTitle(title)) return false;
  const own = spoken.slice(0, opens);
  // "says of the play, “Good”", "called the show “Embarrassing”"
  if (before[0]?.lower === "of" || (own.length > 0 && capitals(title).length < 2)) return false;
  const noun = own.at(-1) ?? before.findLast((word) => word.spoken);
  return (
    !own.some((word) => word.finite) &&
    /^(?:book|memoir|novel|song|film|movie|show|program|programme|autobiography|album|play|series)$/.test(
      noun?.lower ?? "",
    )
  );
}

/** "She wrote “The Old Pier” for the studio", "he read “Harbour Lights” to the children", but "the sign read “Keep Out”". */
function makesWork(words: readonly Word[], verb: number, spoken: readonly Word[]): boolean {
  const [first] = spoken;
  if (first?.quoted == null || first !== words.slice(verb + 1).find((word) => word.spoken)) return false;
  const maker = words[verb - 1];
  const isMade =
    is(words[verb], "writes|write|wrote|written|announce|announces|announced") ||
    (is(words[verb], "read|reads") && (maker?.tag === "pronoun" || maker?.capital === true));
  const inside = spoken.filter((word) => word.quoted === first.quoted);
  // "“The Old Pier” was closed" is a clause; "“The Old Pier” and moved", "“The Old Pier,” which sold well" are none.
  const next = spoken.find(
    (word) => word.quoted !== first.quoted && (word.finite || /^(?:and|but|which)$/.test(word.lower)),
  );
  return isMade && capitals(inside).length > 1 && isTitle(inside) && next?.finite !== true;
}

/** The words that begin with a capital and are not shouted. */
const capitals = (words: readonly Word[]): readonly Word[] =>
  words.filter((word) => word.capital && /\p{Ll}/u.test(word.text));

/** Every long word that is quoted begins with a capital. */
function isTitle(words: readonly Word[]): boolean {
  const long = words.filter((word) => word.quoted !== null && word.text.length > 3);
  return long.length > 0 && long.length <= 6 && long.every(({ text }) => /^\p{Lu}/u.test(text));
}
