import type { Token } from "../../../text/document.ts";
import { classBit, phraseHash } from "../../tagging/gazetteer.ts";
import type { NameMention } from "../name-mention.ts";
import { INHABITANT, meansPerson } from "../../tagging/senses.ts";
import { type TaggedText, textAt, textsOf } from "../tagged-text.ts";
import { KIND_OF_THING } from "../table/body-rows.ts";
import { isCourtesyTitle, isOnlyOffice, isTitle, leadingTitles, trailingHonours } from "./titles.ts";

const COMMON = classBit("word");
const GIVEN = classBit("given");
const NAME = GIVEN | classBit("family");
const ROLE = classBit("role");
const DEMONYM = classBit("demonym");
/** Endings of words for who does something, where no lexicon has the word: "Pacer", "Anchorwoman". */
const AGENT = /(?:woman|man|er|ist|ian)$/;
const INITIALS = /^(?:\p{Lu}{1,2}|\p{Lu}\.(?:-\p{Lu}\.)?)$/u;
/** Two capitals that are an office, a state or a body. */
const NO_INITIALS: ReadonlySet<string> = new Set(
  "A I PM CM MP VP AG DA MD PR HR TV UN US UK EU AU AP IT AI FM DJ MC QB RB GM CJ JP IG SP DC DM DG CP NY LA DR CEO ID OK".split(
    " ",
  ),
);
/** What a ship, a beast or a work is called before its name. */
const THINGS: ReadonlySet<string> = new Set(KIND_OF_THING.split(" "));
/** The second half of a given name is short ("Dae-ho"); a longer word makes a compound ("Novak-backed"). */
const LONGEST_SECOND_HALF = 4;

/** Whether a token has neither a letter nor a digit; most open with a plain letter. */
const isMark = (token: Token | undefined): boolean =>
  token !== undefined && !/^[A-Za-z]/.test(token.text) && !/[\p{L}\p{N}]/u.test(token.text);

/**
 * Brings the borders of tagged names into the form that is shown: no marks at the ends, no titles before a person, the
 * second half of a hyphenated given name taken in, no month, weekday, feast or car taken for a person or place.
 * Whoever follows "Mr." is a person. Names of which nothing is left are dropped.
 */
export function setBorders(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const set = names.flatMap((name) => {
    const tokens = text.sentences[name.sentence]?.tokens ?? [];
    let { first, last } = name;
    while (first <= last && isMark(tokens[first])) first += 1;
    while (last >= first && (isMark(tokens[last]) || /^['’]s?$/i.test(tokens[last]?.text ?? ""))) last -= 1;
    if (first > last) return [];
    const kind = isSomebody(text, { ...name, first, last }) ? "person" : name.kind;
    if (kind === "person") {
      const titles = leadingTitles(textsOf(text, { ...name, first, last }));
      first += titles;
      // "the tug Queen Margit"
      if (isThing(text, name.sentence, first)) return [];
      first = behindCounty(text, name.sentence, first, last);
      if (titles === 0) while (last - first > 1 && isDescription(text, name.sentence, first)) first += 1;
      last -= trailingHonours(textsOf(text, { ...name, first, last }));
      first = withInitials(text, name.sentence, withGiven(text, name.sentence, first, last));
      if (isOnlyOffice(textsOf(text, { ...name, first, last }))) return [];
      if (opensSecondHalf(text, name.sentence, last + 1)) last += 2;
    }
    return isInElection(text, { ...name, kind, first, last }) ? [] : [{ ...name, kind, first, last }];
  });
  // Initials that were a name of their own belong to the one that has taken them in.
  return set.filter((name, at) => {
    const next = set[at + 1];
    return next?.sentence !== name.sentence || next.first > name.last;
  });
}

/** Whether a title stands before a name and a thing before that: "the tug Queen Margit". */
function isThing(text: TaggedText, sentence: number, first: number): boolean {
  return isTitle(textAt(text, sentence, first - 1)) && THINGS.has(textAt(text, sentence, first - 2));
}

/** Where a name begins that has taken in an office and what it is of: "Travis County Judge (Erica Holt)". */
function behindCounty(text: TaggedText, sentence: number, first: number, last: number): number {
  for (let at = first + 1; at < last - 1; at += 1) {
    if (/^(?:County|City|State|District)$/.test(textAt(text, sentence, at)) && isTitle(textAt(text, sentence, at + 1)))
      return at + 2;
  }
  return first;
}

/** "Welshman (Rhys Corbin)", "Lyricist (Mirza Rahi)": what somebody is, and nobody's name. */
function isDescription(text: TaggedText, sentence: number, at: number): boolean {
  const { lexemes = [], firstWord } = text.taggable[sentence] ?? {};
  const [lexeme, next] = [lexemes[at], lexemes[at + 1]];
  if (lexeme === undefined || next?.isCapitalised !== true || INITIALS.test(textAt(text, sentence, at + 1)))
    return false;
  const isPeople = (lexeme.classes & DEMONYM) !== 0 || lexeme.sense === INHABITANT;
  // "Dane (Mikkel Lund)": a given name too, but one follows
  if ((lexeme.classes & NAME) !== 0) return isPeople && (next.classes & GIVEN) !== 0;
  if (isPeople || (lexeme.classes & ROLE) !== 0 || meansPerson(lexeme.sense)) return true;
  return at === firstWord && AGENT.test(textAt(text, sentence, at));
}

/** Where a name of one word begins, with the given name before it that is a word as well ("On Monday Hope Larkin"). */
function withGiven(text: TaggedText, sentence: number, first: number, last: number): number {
  const { lexemes, firstWord = 0, joined } = text.taggable[sentence] ?? {};
  const before = lexemes?.[first - 1];
  if (
    first < last ||
    first - 1 <= firstWord ||
    isTitle(textAt(text, sentence, first - 1)) ||
    before?.isCapitalised !== true ||
    joined?.[first] === 1
  )
    return first;
  return (before.classes & GIVEN) !== 0 && (before.classes & COMMON) !== 0 && !before.isAllCaps ? first - 1 : first;
}

/** Where a name begins, with the initials before it that the tagger has left outside: "SK Latif Shahid". */
function withInitials(text: TaggedText, sentence: number, first: number): number {
  let at = first;
  for (;;) {
    const word = textAt(text, sentence, at - 1);
    // "A" is one behind another: "M A Rashid Khan"
    const isArticle = word === "A" && !/^\p{Lu}$/u.test(textAt(text, sentence, at - 2));
    if (!INITIALS.test(word) || isArticle || (word !== "A" && NO_INITIALS.has(word))) return at;
    at -= 1;
  }
}

/**
 * Whoever follows "Mr.", and "Professor Agnes Lund" and "Justice S M Kamal Rahi", which look like bodies: a title, given
 * names or initials, and one more.
 */
function isSomebody(text: TaggedText, name: NameMention): boolean {
  const before = text.sentences[name.sentence]?.tokens[name.first - 1];
  if (isCourtesyTitle(before?.text ?? "")) return true;
  const words = textsOf(text, name);
  if (words.length > 1 && isCourtesyTitle(words[0] ?? "")) return true;
  if (name.kind === "place") return words.length > 1 && HOLY.test(words[0] ?? "") && isKnownName(text, name);
  if (name.kind !== "organisation") return false;
  const titles = leadingTitles(words);
  const isGiven = (word: string): boolean =>
    /^\p{Lu}\.?$/u.test(word) || (text.gazetteer.classesOf(phraseHash(word)) & (GIVEN | COMMON)) === GIVEN;
  return titles > 0 && words.length > titles + 1 && words.slice(titles, -1).every(isGiven);
}

/** Titles that no place opens with. */
const HOLY = /^(?:Imam|Ayatollah|Mullah|Rabbi|Maulana|Cardinal|Pope)$/;

function isKnownName({ taggable }: TaggedText, { sentence, last }: NameMention): boolean {
  return ((taggable[sentence]?.lexemes[last]?.classes ?? 0) & NAME) !== 0;
}

/** "the 1987 Ontario general election": a part of an event's name. */
export function isInElection({ sentences }: TaggedText, { sentence, first, last, kind }: NameMention): boolean {
  const tokens = sentences[sentence]?.tokens ?? [];
  if (kind !== "place" || !/^(?:1[5-9]|20)\d\d$/.test(tokens[first - 1]?.text ?? "")) return false;
  return tokens.slice(last + 1, last + 4).some(({ text }) => /^(?:by-)?(?:elections?|referendum)$/.test(text));
}

/** Whether a hyphen at `at` joins the second half of a given name in lower case ("Dae-ho"). */
function opensSecondHalf({ sentences, taggable }: TaggedText, sentence: number, at: number): boolean {
  const tokens = sentences[sentence]?.tokens;
  const { joined, lexemes } = taggable[sentence] ?? { joined: [], lexemes: [] };
  const half = lexemes[at + 1];
  return (
    tokens?.[at]?.text === "-" &&
    joined[at] === 1 &&
    joined[at + 1] === 1 &&
    half?.isLower === true &&
    (half.classes & COMMON) === 0 &&
    (tokens[at + 1]?.text.length ?? 0) <= LONGEST_SECOND_HALF &&
    !/^(?:led|era|run|born|held|like|free|wide|pro)$/.test(tokens[at + 1]?.text ?? "")
  );
}
