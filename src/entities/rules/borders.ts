import type { Token } from "../../text/document.ts";
import { classBit, phraseHash } from "../tagging/gazetteer.ts";
import type { NameMention } from "./name-mention.ts";
import { type TaggedText, textsOf } from "./tagged-text.ts";
import { isCourtesyTitle, isOnlyOffice, isTitle, leadingTitles, trailingHonours } from "./titles.ts";

const COMMON = classBit("word");
const GIVEN = classBit("given");
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
  return names.flatMap((name) => {
    const tokens = text.sentences[name.sentence]?.tokens ?? [];
    let { first, last } = name;
    while (first <= last && isMark(tokens[first])) first += 1;
    while (last >= first && (isMark(tokens[last]) || /^['’]s?$/i.test(tokens[last]?.text ?? ""))) last -= 1;
    if (first > last) return [];
    const kind = isSomebody(text, { ...name, first, last }) ? "person" : name.kind;
    if (kind === "person") {
      first += leadingTitles(textsOf(text, { ...name, first, last }));
      last -= trailingHonours(textsOf(text, { ...name, first, last }));
      first = behindTitle(text, name.sentence, first);
      if (isOnlyOffice(textsOf(text, { ...name, first, last }))) return [];
      if (opensSecondHalf(text, name.sentence, last + 1)) last += 2;
    }
    return kind === "place" && isInElection(tokens, first, last) ? [] : [{ ...name, kind, first, last }];
  });
}

/**
 * Whoever follows "Mr.", and "Professor Agnes Lund" and "Justice S M Kamal Rahi", which look like bodies: a title, given
 * names or initials, and one more.
 */
function isSomebody(text: TaggedText, name: NameMention): boolean {
  const before = text.sentences[name.sentence]?.tokens[name.first - 1];
  if (isCourtesyTitle(before?.text ?? "")) return true;
  if (name.kind !== "organisation") return false;
  const words = textsOf(text, name);
  const titles = leadingTitles(words);
  const isGiven = (word: string): boolean =>
    /^\p{Lu}\.?$/u.test(word) || (text.gazetteer.classesOf(phraseHash(word)) & (GIVEN | COMMON)) === GIVEN;
  return titles > 0 && words.length > titles + 1 && words.slice(titles, -1).every(isGiven);
}

/** How many words of a name the tagger may miss behind a title. */
const MISSED = 4;

/** Where a name begins of which the tagger took the end only: "Justice S M Kamal Rahi" is named from the title on. */
function behindTitle({ sentences, taggable, gazetteer }: TaggedText, sentence: number, first: number): number {
  const tokens = sentences[sentence]?.tokens ?? [];
  const isName = (at: number): boolean => {
    const word = tokens[at]?.text ?? "";
    if (taggable[sentence]?.lexemes[at]?.isCapitalised !== true || isTitle(word)) return false;
    const classes = gazetteer.classesOf(phraseHash(word));
    return /^\p{Lu}\.?$/u.test(word) || (classes & GIVEN) !== 0;
  };
  let at = first;
  while (first - at < MISSED && isName(at - 1)) at -= 1;
  return at < first && isTitle(tokens[at - 1]?.text ?? "") ? at : first;
}

/** "the 1987 Ontario general election": a part of an event's name. */
function isInElection(tokens: readonly Token[], first: number, last: number): boolean {
  if (!/^(?:1[89]|20)\d\d$/.test(tokens[first - 1]?.text ?? "")) return false;
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
