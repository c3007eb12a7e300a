import type { Word } from "../../syntax/word.ts";
import { describe } from "./description.ts";
import { isPlural, nounKind, singular } from "../../english/holders.ts";
import type { Phrase, Reading } from "./phrase.ts";
import type { Referent } from "./referent.ts";

/** Whoever is joined stands within this many words. */
const LONGEST = 40;

/** Several who say it together, joined by "and": "Norway and Sweden", "the hikers and their families"; else `null`. */
export function joint({ stage }: Reading, phrase: Phrase): Referent | null {
  const { words, from, to, core } = phrase;
  const wording = phrase.wording.replace(/^both\s+/i, "");
  for (let at = from + 1; at < Math.min(to - 1, from + LONGEST); at += 1) {
    if (words[at]?.lower !== "and" || !joins(phrase, at)) continue;
    const known = stage.bodies.find(wording);
    if (known !== null) return known;
    const met = stage.meet({ kind: "group", name: wording, firstStart: core.start });
    stage.bodies.add(met, wording);
    return met;
  }
  return null;
}

/** Whether an "and" joins two who speak, and not two words of one name or description. */
function joins({ words, from, to, names }: Phrase, at: number): boolean {
  if (names.some((name) => name.from < at && at < name.to)) return false;
  const endsName = names.some((name) => name.to === at);
  const opensName = names.some((name) => name.from >= at + 1 && name.from < to && areTitles(words, at + 1, name.from));
  const left = describe(words, from, at);
  const right = describe(words, at + 1, to);
  const isNounLeft = left !== null && left.at === at - 1 && nounKind(singular(left.head)) !== null;
  if (endsName) return opensName || opensPhrase(words[at + 1]);
  if (opensName) return isNounLeft;
  return left !== null && right !== null && left.at === at - 1 && isPlural(left.head) && isPlural(right.head);
}

const opensPhrase = (word: Word | undefined): boolean =>
  word !== undefined && (word.tag === "determiner" || /^(?:his|her|their|its)$/.test(word.lower));

/** Whether nothing but titles stands between two words. */
const areTitles = (words: readonly Word[], from: number, to: number): boolean =>
  to - from <= 3 &&
  words
    .slice(from, to)
    .every(
      ({ capital, lower }) =>
        capital && (nounKind(lower) === "person" || /^(?:prime|vice|mr|mrs|ms|dr)\.?$/.test(lower)),
    );
