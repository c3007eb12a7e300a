import type { Token } from "../../text/document.ts";
import { classBit, phraseHash } from "../tagging/gazetteer.ts";
import type { NameMention } from "./name-mention.ts";
import { type TaggedText, textsOf } from "./tagged-text.ts";
import { isCourtesyTitle, isOnlyOffice, leadingTitles } from "./titles.ts";

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
      if (isOnlyOffice(textsOf(text, { ...name, first, last }))) return [];
      if (opensSecondHalf(text, name.sentence, last + 1)) last += 2;
    }
    return kind === "place" && isInElection(tokens, first, last) ? [] : [{ ...name, kind, first, last }];
  });
}

/** Whoever follows "Mr.", and "Professor Agnes Lund", which looks like a body: a title, a given name and one more. */
function isSomebody(text: TaggedText, name: NameMention): boolean {
  const before = text.sentences[name.sentence]?.tokens[name.first - 1];
  if (isCourtesyTitle(before?.text ?? "")) return true;
  if (name.kind !== "organisation") return false;
  const words = textsOf(text, name);
  const titles = leadingTitles(words);
  const classes = text.gazetteer.classesOf(phraseHash(words[titles] ?? ""));
  return titles > 0 && words.length === titles + 2 && (classes & GIVEN) !== 0 && (classes & COMMON) === 0;
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
