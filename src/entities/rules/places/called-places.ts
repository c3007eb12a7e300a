import { classBit } from "../../tagging/gazetteer.ts";
import type { NameMention } from "../name-mention.ts";
import { shortNames } from "../people/bearers.ts";
import { classesOf, formOf, type TaggedText, textAt } from "../tagged-text.ts";

const KIND_OF_PLACE =
  /^(?:city|town|village|hamlet|suburb|port|capital|island|district|province|region|state|county|municipality|parish|valley)$/;

const REGIONS = classBit("region") | classBit("country");
const BEFORE = /^(?:in|In|near|Near|outside|Outside)$/;

/** Who sits in a parliament for a constituency: "the MP for Harrow East". */
const MEMBER = /^(?:MP|MPs|MLA|MLAs|MPP|MSP|MSPs|TD|TDs|MEP|AM)$/;

/**
 * What the text itself calls a place of some kind ("the fishing town of Lindholm") is one wherever else it stands
 * ("Solberg, who visited Lindholm"), unless somebody of that name is named in full.
 */
export function knowCalledPlaces(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const called = new Set(names.filter((name) => isCalledPlace(text, name)).map((name) => formOf(text, name)));
  if (called.size === 0) return [...names];
  const people = shortNames(text, names);
  return names.map((name) => {
    const form = formOf(text, name);
    const isPlace = isCalledPlace(text, name) || (called.has(form) && !people.has(form));
    return name.kind !== "place" && isPlace ? { ...name, kind: "place" } : name;
  });
}

function isCalledPlace(text: TaggedText, { kind, sentence, first, last }: NameMention): boolean {
  const [before, word] = [textAt(text, sentence, first - 1), textAt(text, sentence, first - 2)];
  if (isBeforeRegion(text, sentence, first, last)) return true;
  if (kind === "organisation" || /^['’]s$/.test(textAt(text, sentence, last + 1))) return false;
  return (before === "of" && KIND_OF_PLACE.test(word)) || (before === "for" && MEMBER.test(word));
}

/** "in Matias Roble, Oaxaca", "near Fort Ellery, Texas": its region or country follows. */
function isBeforeRegion(text: TaggedText, sentence: number, first: number, last: number): boolean {
  if (textAt(text, sentence, last + 1) !== "," || !BEFORE.test(textAt(text, sentence, first - 1))) return false;
  return [0, 1].some((more) => {
    const region: NameMention = { kind: "place", sentence, first: last + 2, last: last + 2 + more };
    return (classesOf(text, region) & REGIONS) !== 0;
  });
}
