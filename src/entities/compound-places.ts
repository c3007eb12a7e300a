import { classBit, LONGEST_PHRASE } from "./gazetteer.ts";
import type { NameMention } from "./name-mention.ts";
import { classesOf, type TaggedText } from "./tagged-text.ts";

const COUNTRY = classBit("country");
/** What stands behind a comma and belongs to the city: "Washington, D.C.". */
const DISTRICT = /^D\.?C\.?$/;

/**
 * Makes one place of what is one, though it looks like two: countries whose name joins two ("Trinidad and Tobago"), and
 * a capital with its district.
 *
 * @param names in the order of the text.
 */
export function joinPlaces(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const joined: NameMention[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    if (before?.sentence === name.sentence && isOnePlace(text, before, name)) {
      joined[joined.length - 1] = { ...before, last: name.last, kind: "place" };
    } else joined.push(name);
  }
  return joined;
}

function isOnePlace(text: TaggedText, before: NameMention, name: NameMention): boolean {
  if (name.last - before.first >= LONGEST_PHRASE) return false;
  return (classesOf(text, { ...before, last: name.last }) & COUNTRY) !== 0 || isDistrict(text, before, name);
}

function isDistrict({ sentences }: TaggedText, before: NameMention, { sentence, first, last }: NameMention): boolean {
  const tokens = sentences[sentence]?.tokens ?? [];
  return (
    before.kind === "place" &&
    first === last &&
    first === before.last + 2 &&
    tokens[first - 1]?.text === "," &&
    DISTRICT.test(tokens[first]?.text ?? "")
  );
}
