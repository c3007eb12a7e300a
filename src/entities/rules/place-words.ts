import { classBit } from "../tagging/gazetteer.ts";
import type { NameMention } from "./name-mention.ts";
import { classesOf, type TaggedText } from "./tagged-text.ts";

const TOWNS = classBit("city") | classBit("town");
const GIVEN = classBit("given");

/** The last words of names that are places, whatever stands before: "Times Square", "Evin Prison". */
const ENDS_PLACE =
  /^(?:Square|Airport|Stadium|Bridge|Prison|Street|Avenue|Boulevard|Highway|River|Peninsula|Mountains|Desert|Canal|Islands?|Beach|Valley)$/;
/** Bodies that towns are called like: "White House" (Tennessee). */
const ENDS_BODY = /^(?:House|Agency)$/;
/** What stands before a place and hardly ever before anybody. */
const IN = /^(?:in|near|outside)$/;
/** What people have "in" somebody. */
const TRUST = /^(?:faith|confidence|trust|interest|interested|belief|believe|believes|believed|trusts|stake)$/i;

/**
 * Takes names of several words for places where a word of theirs says so ("Evin Prison"), or the gazetteer ("Phnom Penh"),
 * or what stands before somebody who bears no given name ("in Khan Younis").
 */
export function knowPlaces(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  return names.map((name) => (name.kind !== "place" && isPlace(text, name) ? { ...name, kind: "place" } : name));
}

function isPlace(text: TaggedText, name: NameMention): boolean {
  const { sentence, first, last, kind } = name;
  if (first === last) return false;
  const tokens = text.sentences[sentence]?.tokens ?? [];
  if (ENDS_PLACE.test(tokens[last]?.text ?? "")) return true;
  const classes = classesOf(text, name);
  if (kind === "organisation") {
    const goesOn = /^\p{Lu}/u.test(tokens[last + 1]?.text ?? "");
    return classes !== 0 && (classes & ~TOWNS) === 0 && !goesOn && !ENDS_BODY.test(tokens[last]?.text ?? "");
  }
  const before = tokens[first - 1]?.text ?? "";
  const isIn =
    IN.test(before) && !TRUST.test(tokens[first - 2]?.text ?? "") && !/^['’]s$/.test(tokens[last + 1]?.text ?? "");
  const opens = classesOf(text, { ...name, last: first });
  return isIn && (opens & GIVEN) === 0;
}
