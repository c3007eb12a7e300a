import type { EntityKind } from "../entity.ts";
import { classBit, LONGEST_PHRASE } from "../tagging/gazetteer.ts";
import type { NameMention } from "./name-mention.ts";
import { classesOf, type TaggedText } from "./tagged-text.ts";

const COUNTRY = classBit("country");
/** Words for states and waters that another name stands behind: "Republic of Ireland", "Strait of Hormuz". */
const FORM = /^(?:Republic|Kingdom|Federation|Emirate|Principality|Strait|Gulf|Bay|Isle|Cape)$/;
/** Words that open the name of a lake or mountain: "Lake Victoria". */
const OPENS_FEATURE = /^(?:Lake|Mount|Mt\.|Cape)$/;
/** Bodies that are called after the place that they are of. */
const BODY =
  /^(?:Council|Bank|Parliament|Court|Embassy|Association|Federation|Party|Church|Institute|Ministry|University|College|Academy|Museum|Diocese|Government|Assembly|Senate)$/;
/** What stands behind a comma and belongs to the city: "Washington, D.C.". */
const DISTRICT = /^D\.?C\.?$/;

/** "son of", "daughter of": what stands before and behind is one person's name. */
const DESCENT = /^(?:ibn|bin|bint)$/i;

/**
 * Makes one name of what is one, though it looks like two: countries whose name joins two ("Trinidad and Tobago"), a
 * capital with its district, and a person with an ancestor ("Khalid ibn Yusuf al-Rashid").
 *
 * @param names in the order of the text.
 */
export function joinNames(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const joined: NameMention[] = [];
  for (const found of names) {
    const name = withOpening(text, found);
    const before = joined.at(-1);
    const kind = before?.sentence === name.sentence ? kindTogether(text, before, name) : null;
    if (before === undefined || kind === null) joined.push(name);
    else joined[joined.length - 1] = { ...before, last: name.last, kind };
  }
  return joined;
}

/** A name with the word before it that belongs to it: "Lake Victoria", and "Czech Republic", a country's name as a whole. */
function withOpening(text: TaggedText, name: NameMention): NameMention {
  const before = text.taggable[name.sentence]?.lexemes[name.first - 1];
  const word = text.sentences[name.sentence]?.tokens[name.first - 1]?.text ?? "";
  if (name.kind === "place" && OPENS_FEATURE.test(word)) return { ...name, first: name.first - 1 };
  if (before?.isCapitalised !== true || name.kind === "person") return name;
  const wider: NameMention = { ...name, first: name.first - 1, kind: "place" };
  return (classesOf(text, wider) & COUNTRY) !== 0 ? wider : name;
}

/** What two neighbouring names are together; null where they are two. */
function kindTogether(text: TaggedText, before: NameMention, name: NameMention): EntityKind | null {
  if (isBodyOf(text, before, name)) return "organisation";
  if (isOnePlace(text, before, name)) return "place";
  return isOnePerson(text, before, name) ? "person" : null;
}

/** "City Council of Boston": a body and the place that it is of. */
function isBodyOf({ sentences }: TaggedText, before: NameMention, { sentence, first, kind }: NameMention): boolean {
  const tokens = sentences[sentence]?.tokens ?? [];
  const of = tokens[first - 1]?.text === "the" ? first - 2 : first - 1;
  return (
    before.kind === "organisation" &&
    kind === "place" &&
    before.last === of - 1 &&
    tokens[of]?.text === "of" &&
    BODY.test(tokens[before.last]?.text ?? "")
  );
}

function isOnePlace(text: TaggedText, before: NameMention, name: NameMention): boolean {
  if (name.last - before.first >= LONGEST_PHRASE) return false;
  return (
    (classesOf(text, { ...before, last: name.last }) & COUNTRY) !== 0 ||
    isDistrict(text, before, name) ||
    isFormAndName(text, before, name)
  );
}

/** "Republic of Armenia": by its form and its name. */
function isFormAndName(text: TaggedText, before: NameMention, name: NameMention): boolean {
  const tokens = text.sentences[name.sentence]?.tokens ?? [];
  return (
    before.kind === "place" &&
    name.kind === "place" &&
    FORM.test(tokens[before.last]?.text ?? "") &&
    tokens[before.last + 1]?.text === "of" &&
    (name.first === before.last + 2 || (name.first === before.last + 3 && tokens[before.last + 2]?.text === "the"))
  );
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

function isOnePerson({ sentences }: TaggedText, before: NameMention, { sentence, first, kind }: NameMention): boolean {
  return (
    before.kind === "person" &&
    kind === "person" &&
    first === before.last + 2 &&
    DESCENT.test(sentences[sentence]?.tokens[first - 1]?.text ?? "")
  );
}
