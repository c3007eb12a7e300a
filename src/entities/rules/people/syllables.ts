import { isNameOfSyllables } from "../../../text/syllables.ts";
import { classBit } from "../../tagging/gazetteer.ts";
import { NameIndex, withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import { isTitle } from "./titles.ts";
import { findInRuns, type TaggedText, textAt } from "../tagged-text.ts";

const FAMILY = classBit("family");
const COMMON = classBit("word");

/** Words that Burmese names are made of, in the spelling of news; many mean something else in English. */
const BURMESE: ReadonlySet<string> = new Set(
  (
    "Aung San Suu Kyi Htun Tun Zaw Min Thein Maung Khin Myint Win Tin Hla Soe Ko Oo Naing Htay Nyunt Thant Thura Lwin Mya Aye " +
    "Nay Ne Zin Phyo Kyaw Moe Yin Thu Nu Wai Hein Htet Ye Lin Than Shwe Sein Pe Ba Mg Wunna Bo Saw Nyo Yan Yu May Su Sandar " +
    "Ei Phyu Zar Chit Hnin Thiri Swe Thandar Thet Ohn Myat Hlaing Kyaing Khaing Thaw Htoo Myo Zeya Pyae Thazin Nilar Yadanar"
  ).split(" "),
);
/** How Burmese are addressed; a part of the name in news. */
const ADDRESS: ReadonlySet<string> = new Set(["U", "Daw"]);
/** Chinese family names as they are written in Singapore, Malaysia and Taiwan before two syllables that stand apart. */
const SOUTHERN: ReadonlySet<string> = new Set(
  (
    "Tan Lim Lee Ong Ng Wong Goh Chua Koh Teo Yeo Ho Chan Cheong Low Toh Sim Quek Chia Tay Ang Chew Lau Leong Foo Soh Heng Yap " +
    "Khoo Chin Loh Kwek Pang Seah Tham Wee Chong Lai Liew"
  ).split(" "),
);

/**
 * Takes runs of capitals for people as a whole whose words are the syllables of Burmese names ("Zaw Htun Oo") or a
 * southern Chinese family name with two syllables behind it ("Tan Sew Lian"), and for Koreans ("Oh Ha-neul"): apart, the words look like a body, or like
 * English words. A word before them that is a common word ("Nurse") stays outside.
 */
export function addSyllabic(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  let index: NameIndex | null = null;
  const people = findInRuns(text, (sentence, first, last) => {
    if (first === last) return null;
    const person =
      burmese(text, sentence, first, last) ??
      southern(text, sentence, first, last) ??
      korean(text, sentence, first, last);
    return person === null || (index ??= new NameIndex(text, names)).at(sentence, person.first)?.kind === "person"
      ? null
      : person;
  });
  return withNames(text, names, people);
}

/** At least two syllables up to the end of the run, with an address before them or none. */
function burmese(text: TaggedText, sentence: number, head: number, last: number): NameMention | null {
  let first = last + 1;
  while (first - 1 >= head && BURMESE.has(textAt(text, sentence, first - 1))) first -= 1;
  const syllables = last - first + 1;
  const isAddressed = first > head && ADDRESS.has(textAt(text, sentence, first - 1));
  if (syllables < (isAddressed ? 1 : 3)) return null;
  if (isAddressed) first -= 1;
  return first === head || isCommon(text, sentence, first - 1) ? { sentence, first, last, kind: "person" } : null;
}

function southern(text: TaggedText, sentence: number, head: number, last: number): NameMention | null {
  const first = last - 2;
  if (first < head || !SOUTHERN.has(textAt(text, sentence, first))) return null;
  if (first > head && !isCommon(text, sentence, first - 1)) return null;
  const [second, third] = [textAt(text, sentence, first + 1), textAt(text, sentence, last)];
  return isNameOfSyllables(second, third.toLowerCase()) ? { sentence, first, last, kind: "person" } : null;
}

/** "Oh Ha-neul": a short word and a given name of two syllables, with nothing but common words before them. */
function korean(text: TaggedText, sentence: number, head: number, last: number): NameMention | null {
  const [family, given] = [textAt(text, sentence, last - 1), textAt(text, sentence, last)];
  const [first = "", second] = given.split("-");
  if (second === undefined || !isNameOfSyllables(first, second) || !/^\p{Lu}\p{Ll}{1,4}$/u.test(family)) return null;
  if (isTitle(family) || (last - 1 > head && !isCommon(text, sentence, last - 2))) return null;
  return { sentence, first: last - 1, last, kind: "person" };
}

/** A common word or what somebody is, and nobody's family name. */
function isCommon({ taggable }: TaggedText, sentence: number, at: number): boolean {
  const lexeme = taggable[sentence]?.lexemes[at];
  return (
    lexeme !== undefined && (lexeme.classes & FAMILY) === 0 && ((lexeme.classes & COMMON) !== 0 || lexeme.sense !== 0)
  );
}
