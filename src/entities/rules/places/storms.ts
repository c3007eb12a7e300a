import { classBit } from "../../tagging/gazetteer.ts";
import type { NameMention } from "../name-mention.ts";
import { type TaggedText, wordsOf } from "../tagged-text.ts";

const GIVEN = classBit("given");
const NAME = GIVEN | classBit("family");
const STORM = /^(?:Hurricanes?|Typhoons?|Cyclones?|Storms?|hurricane|typhoon|cyclone|storm)$/;
/** "Storm" is a given name too. */
const OPENS_NAME = /^(?:Hurricane|Typhoon|Cyclone|Tropical|Subtropical)$/;

/** Leaves out storms, which are called like people: wherever a storm's name stands alone, that is the storm. */
export function withoutStorms(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const storms = new Set(names.filter((name) => isStorm(text, name)).map((name) => lastWord(text, name)));
  if (storms.size === 0) return [...names];
  return names.filter((name) => !isStorm(text, name) && !(isSingle(name) && storms.has(lastWord(text, name))));
}

const isSingle = ({ first, last, kind }: NameMention): boolean => first === last && kind === "person";

const lastWord = (text: TaggedText, name: NameMention): string => wordsOf(text, name).at(-1) ?? "";

/** "Storm Bertha"; but "Storm Lund", who is somebody. */
const isStormOfGiven = (word: string | undefined, classes: number): boolean =>
  word === "Storm" && (classes & NAME) === GIVEN;

/** "Hurricane Dean", "Tropical Storm Dean", whether the tagger took the first word in or not. */
function isStorm({ sentences, taggable }: TaggedText, { sentence, first, last, kind }: NameMention): boolean {
  const tokens = sentences[sentence]?.tokens ?? [];
  const opens =
    first < last && (OPENS_NAME.test(tokens[first]?.text ?? "") || OPENS_NAME.test(tokens[first - 1]?.text ?? ""));
  if (isStormOfGiven(tokens[first]?.text, taggable[sentence]?.lexemes[last]?.classes ?? 0) && last === first + 1)
    return true;
  return opens || (kind !== "organisation" && first === last && STORM.test(tokens[first - 1]?.text ?? ""));
}
