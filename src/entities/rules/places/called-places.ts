import type { NameMention } from "../name-mention.ts";
import { shortNames } from "../people/bearers.ts";
import { formOf, type TaggedText, textAt } from "../tagged-text.ts";

const KIND_OF_PLACE =
  /^(?:city|town|village|hamlet|suburb|port|capital|island|district|province|region|state|county|municipality|parish|valley)$/;

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
    return name.kind === "person" && isPlace ? { ...name, kind: "place" } : name;
  });
}

function isCalledPlace(text: TaggedText, { kind, sentence, first, last }: NameMention): boolean {
  return (
    kind !== "organisation" &&
    textAt(text, sentence, first - 1) === "of" &&
    KIND_OF_PLACE.test(textAt(text, sentence, first - 2)) &&
    !/^['’]s$/.test(textAt(text, sentence, last + 1))
  );
}
