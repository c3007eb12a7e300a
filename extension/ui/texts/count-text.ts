import type { NameCount } from "../../../src/reading/names.ts";
import { message, plural } from "../../locale/message.ts";

/** How many names there are, of all kinds together. */
export const countOf = ({ people, places, others }: NameCount): number => people + places + others;

/** What the toolbar button's number counts: "Sourceline: 17 names in this article (6 people, 7 places …). 10 are quoted." */
export function countText(count: NameCount): string {
  const { people, places, others, quoted } = count;
  const kinds = [
    people > 0 && plural("people", people),
    places > 0 && plural("places", places),
    others > 0 && plural(people + places > 0 ? "otherSources" : "sources", others),
  ].filter((text) => text !== false);
  if (kinds.length === 0) return message("countNothing");
  return message("countTitle", plural("names", countOf(count)), kinds.join(", "), plural("quoted", quoted));
}
