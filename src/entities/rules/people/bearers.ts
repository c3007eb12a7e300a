import { classBit } from "../../tagging/gazetteer.ts";
import type { NameMention } from "../name-mention.ts";
import { classesOf, type TaggedText, wordsOf } from "../tagged-text.ts";

const GIVEN = classBit("given");
const FAMILY = classBit("family");
const COUNTRY = classBit("country");
/** In tokens: nobody is called by a part of a longer name. */
const LONGEST_NAME = 16;
const PLACES = COUNTRY | classBit("city") | classBit("region") | classBit("feature");

/**
 * What people who are named in full may be called by alone, in the form in which names are compared: the ends of their
 * names ("leyen" and "von der leyen" for "Ursula von der Leyen"), and the beginnings of those whose family name comes
 * first ("park" for "Park Da-hyeok").
 */
export function shortNames(text: TaggedText, names: readonly NameMention[]): ReadonlySet<string> {
  const short = new Set<string>();
  const add = (form: string): void => {
    if (form.length > 2) short.add(form);
  };
  for (const name of names) {
    if (name.kind !== "person" || name.first === name.last || name.last - name.first >= LONGEST_NAME) continue;
    const words = wordsOf(text, name);
    const opening = classesAt(text, name.sentence, name.first);
    const closing = classesAt(text, name.sentence, name.last);
    // A "person" whose last word is a country that nobody is called after is most likely none.
    if ((opening & GIVEN) !== 0 || (closing & COUNTRY) === 0 || (closing & (GIVEN | FAMILY)) !== 0) {
      for (let from = 1; from < words.length; from += 1) add(words.slice(from).join(" "));
    }
    if (opensWithFamily(words, opening, closing) && (classesOf(text, name) & PLACES) === 0) add(words[0] ?? "");
  }
  return short;
}

/** "Park Da-hyeok", "Wu Jianping", "Kim Jong Un": the first is a family name only, or a given name of two syllables follows. */
function opensWithFamily(words: readonly string[], opening: number, closing: number): boolean {
  const [first = "", second = ""] = words;
  if (words.length < 2 || words.length > 3) return false;
  if (words.length === 2 && second.includes("-") && !first.includes("-")) return true;
  return (opening & (FAMILY | GIVEN)) === FAMILY && (closing & (FAMILY | GIVEN)) === 0;
}

/** The gazetteer's classes of one word. */
function classesAt({ taggable }: TaggedText, sentence: number, at: number): number {
  return taggable[sentence]?.lexemes[at]?.classes ?? 0;
}
