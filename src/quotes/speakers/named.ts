import { isTimeWord, type Word } from "../../syntax/word.ts";
import { callingOfName } from "./bodies.ts";
import { callingsAround, holdsOffice } from "./callings.ts";
import type { Appearance } from "./cast.ts";
import { type Description, headNoun, isDefinite } from "./description.ts";
import { genderOf } from "./gender.ts";
import { kindOf } from "./matching.ts";
import { bodyClasses, isCourtesy, isPlural, nounKind, singular } from "../../english/holders.ts";
import { isCapital, nameAt, type Phrase, type Reading } from "./phrase.ts";
import type { Referent } from "./referent.ts";

/** "The mayor of Port Amsel, Edvard Moen, …": whoever is described and then named, or `null`. */
export function apposed(
  { referents }: Reading,
  { description, core, whole, words, to, names }: Phrase,
): Referent | null {
  if (description === null || kindOf(description) === "group") return null;
  if (names.some((name) => name.from <= description.at && description.at < name.to)) return null;
  const name = names.find(
    ({ start, end, from }) => start >= core.end && end <= whole.end && isSetBeside(words, to, from),
  );
  const referent = name === undefined ? undefined : referents[name.entity];
  if (referent === undefined || referent.isPlace) return null;
  const kind = kindOf(description);
  // Whoever is described as a person is one, whatever the name was taken for.
  if (kind === "person" && callingOfName(referent.name) === null) referent.kind = kind;
  return referent.kind === kind ? referent : null;
}

/** How many words may stand between a comma and the name that it sets beside a description. */
const BESIDE = 6;

/** "…, X" and "…, sculptor X": a comma and at most what the name's bearer is. */
const isSetBeside = (words: readonly Word[], comma: number, from: number): boolean =>
  words[comma]?.text === "," &&
  from - comma <= BESIDE &&
  words
    .slice(comma + 1, from)
    .every(({ tag, capital, finite }) => !finite && (capital || /^(?:noun|adjective|possessive|number)$/.test(tag)));

/** Whoever a phrase names, with or without a description before the name, or `null` where it is no name. */
export function named(reading: Reading, phrase: Phrase): Referent | null {
  const { from, to, names, description } = phrase;
  const { referents } = reading;
  const head =
    description === null
      ? names.find((name) => name.from === from && name.to === to)
      : (nameAt(phrase, description.at) ?? nameBefore(phrase, description));
  if (head !== undefined) {
    const referent = referents[head.entity];
    return referent === undefined ? null : bearerOf(reading, phrase, head, referent);
  }
  if (description === null) return null;
  return holderOf(reading, phrase, description) ?? properName(reading, phrase, description);
}

/** What sort of thing a name is of, said behind it: "the Xinhua news agency". */
const SORT = /^(?:newspaper|paper|agency|magazine|daily|channel|network|website|broadcaster|station|tabloid)$/;

/** The name right before the head, where the head says what it is of, or is an honour: "Ida Renn QC". */
function nameBefore(phrase: Phrase, { at, head }: Description): Appearance | undefined {
  const { words } = phrase;
  if (/^\p{Lu}{2,3}$/u.test(words[at]?.text ?? "")) return nameAt(phrase, at - 1);
  if (!SORT.test(head)) return undefined;
  return nameAt(phrase, words[at - 1]?.lower === "news" ? at - 2 : at - 1);
}

/** "Governor of Lagos Uba Bello": who holds an office is named behind what the office is of. */
function holderOf(
  { referents }: Reading,
  { words, to, names, core }: Phrase,
  { complement }: Description,
): Referent | null {
  const name = names.findLast(({ end }) => end <= core.end);
  const referent = name === undefined ? undefined : referents[name.entity];
  if (name === undefined || name.to !== to || referent?.kind !== "person") return null;
  return holdsOffice(words, complement, name.from) ? referent : null;
}

/** A person, a body under its full name, or a country that speaks. */
function bearerOf(reading: Reading, phrase: Phrase, name: Appearance, referent: Referent): Referent {
  const { text } = reading;
  const isTrade = isTradeForm(phrase.words[name.to]);
  if (referent.kind === "person" && !isTrade) return referent;
  const full = fullName(reading, phrase, name);
  const isPlain = full === text.slice(name.start, name.end);
  if (referent.isPlace && isPlain && !isNamedAsBody(phrase.words, name)) return referent;
  if (referent.kind === "person") {
    referent.kind = "body";
    referent.name = full;
  }
  return isPlain && !referent.isPlace ? referent : bodyNamed(reading, phrase, full, referent.isPlace ? null : referent);
}

/** "the airline X", or a name that says so itself: "Bergen Herald". */
const isNamedAsBody = (words: readonly Word[], { from, to }: Appearance): boolean => {
  const word = words[from - 1];
  const last = words[to - 1];
  return (
    (word?.tag === "noun" && nounKind(singular(word.lower)) === "body") ||
    (last !== undefined && bodyClasses(singular(last.lower)).size > 0)
  );
};

const isTradeForm = (word: Word | undefined): boolean => /^(?:corp|inc|ltd|plc|llc|gmbh)\.?$/.test(word?.lower ?? "");

/** The words around a name that belong to it: "the [Kenyan Editors Guild]", "[Committee of the Red Cross]". */
function fullName({ text }: Reading, { words, from, to }: Phrase, name: Appearance): string {
  let first = name.from;
  let last = name.to;
  const isOfBody = words.slice(name.from, name.to).some(({ lower }) => bodyClasses(singular(lower)).size > 0);
  if (isOfBody && words[from]?.lower === "the") while (first > from && isCapital(words[first - 1])) first -= 1;
  while (last < to) {
    const skipped = words[last + 1]?.lower === "the" ? 2 : 1;
    if (isCapital(words[last]) || isTradeForm(words[last])) last += 1;
    else if (
      isOfBody &&
      /^(?:of|on|for)$/.test(words[last]?.lower ?? "") &&
      isCapital(words[last + skipped]) &&
      !isTimeWord(words[last + skipped])
    )
      last += skipped + 1;
    else break;
  }
  return wording(text, words, first, Math.min(last, to));
}

const wording = (text: string, words: readonly Word[], from: number, to: number): string =>
  text.slice(words[from]?.start, words[to - 1]?.end).replace(/\s+/g, " ");

/**
 * The body of a name: known under another form of it, or met for the first time.
 *
 * @param known whom the text is known to mean by it, or `null`.
 */
function bodyNamed(
  { stage, text }: Reading,
  { core, words, from, to }: Phrase,
  name: string,
  known: Referent | null,
): Referent {
  const bare = name.replace(/^the\s+/i, "");
  const found = known ?? stage.bodies.find(bare);
  const calling = callingOfName(bare);
  const referent =
    found ??
    stage.meet({ kind: "body", name: bare, firstStart: core.start }, [
      ...(calling === null ? [] : [calling]),
      ...callingsAround(words, from, to),
    ]);
  if (bare.split(" ").length > referent.name.split(" ").length || referent.name === name) referent.name = bare;
  stage.bodies.add(referent, bare);
  const acronym = /^ ?\((?:the )?((?:\p{Lu}\.?){2,})\)/u.exec(text.slice(core.end, core.end + 20))?.[1];
  if (acronym !== undefined) stage.bodies.addAcronym(referent, acronym);
  return referent;
}

/** A name that nobody knew for one: "the Harbour Times", "BREEN", "the KHB". */
function properName(reading: Reading, phrase: Phrase, description: Description): Referent | null {
  const { words, from, to, core } = phrase;
  const { at, determiner } = description;
  const head = words[at];
  const noun = headNoun(description);
  const kind = nounKind(noun);
  // "Officials in Belgrade", "Police Chief": what begins with a capital may still be a description.
  if (head?.capital !== true || kind === "person") return null;
  let first = at;
  while (first > from && isPartOfName(words, first - 1, from)) first -= 1;
  let last = at + 1;
  while (last < to && (isCapital(words[last]) || (words[last]?.lower === "of" && isCapital(words[last + 1]))))
    last += 1;
  const isAlone = last - first === 1;
  const isOpening = words.findIndex(({ spoken }) => spoken) === at;
  if (isAlone && isOpening && (kind !== null || isPlural(description.head))) return null;
  // "House Speaker X Y": what stands before two more words and says what X is.
  for (let title = last - 3; title >= first; title -= 1) {
    if (nounKind(words[title]?.lower ?? "") === "person") first = title + 1;
    if (first === title + 1) break;
  }
  const name = wording(reading.text, words, first, last);
  const known = reading.stage.bodies.find(name);
  if (known !== null) return bodyNamed(reading, phrase, name, known);
  if (isAlone && kind === "body" && isDefinite(description)) return null;
  const calledBody = callingsAround(words, first, last).some(({ nouns }) =>
    [...nouns].some((own) => nounKind(own) === "body"),
  );
  const opener = words[first]?.lower ?? "";
  const gender = genderOf(opener);
  const isBody = kind === "body" || calledBody || determiner === "the" || /^\p{Lu}{2,}$/u.test(head.text);
  const isTitled = gender !== null || isCourtesy(opener) || nounKind(opener) === "person";
  if (isBody && !(isTitled && kind !== "body" && !calledBody)) return bodyNamed(reading, phrase, name, null);
  return reading.stage.meet({ kind: "person", name, gender, firstStart: core.start });
}

/** Whether a word before a name's part is a part of it too: a capitalised one, or "of" and its like behind one. */
const isPartOfName = (words: readonly Word[], at: number, from: number): boolean =>
  isCapital(words[at]) ||
  (/^(?:of|for|and|&|-|['’]s?)$/.test(words[at]?.text ?? "") && at > from && isCapital(words[at - 1]));
