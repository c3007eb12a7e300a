import type { Unit } from "../../syntax/unit.ts";
import type { Word } from "../../syntax/word.ts";
import type { Candidate } from "../candidate.ts";
import { contentFrom } from "../extent/content-end.ts";

const NO_SPEAKER =
  /^(?:categories|remember|related|read|see|watch|photo|photos|video|image|note|editor|update|source|sources|credit|full|correction|also|here|question|q|a|plus|and|but|breaking|exclusive|analysis|opinion|the|it|this|that|more|disclaimer|look|contributing|correspondents|tags|topics|published|report|poll|fact|first|live|listen|review|revealed|why|how|what|when|who)$/;

/** "Smith: plan is dead", in a headline or an interview. */
export function colonForm(unit: Unit): Candidate[] {
  const { words } = unit;
  const colon = words.findIndex((word) => word.text === ":" && word.quoted === null);
  if (colon < 1 || colon > 7 || NO_SPEAKER.test(words[0]?.lower ?? "")) return [];
  const named = words
    .slice(0, colon)
    .every(
      (word) =>
        word.quoted === null &&
        (/^\p{Lu}/u.test(word.text) || /^(?:of|the|and|for|de|al|bin|at|'s|\.)$/.test(word.lower)),
    );
  if (!named || words.slice(0, colon).some((word) => word.finite && !/^\p{Lu}/u.test(word.text))) return [];
  const rest = words.slice(colon + 1);
  if (rest.filter((word) => word.spoken).length < 4) return [];
  // A list, a caption or a charge sheet ("possession of a gun, held in jail") is no statement.
  const says = (word: Word, at: number): boolean =>
    (word.finite && rest[at - 1]?.text !== ",") || word.quoted !== null || word.tag === "to";
  if (!rest.some(says)) return [];
  if (rest.filter((word) => word.text === ",").length > rest.length / 6) return [];
  if (rest.filter((word) => word.capital).length > 0.7 * rest.filter((word) => word.spoken).length) return [];
  const source = { from: 0, to: colon };
  return [
    {
      unit,
      shape: "colon",
      cue: { from: colon, to: colon + 1 },
      source: { core: source, whole: source },
      shared: false,
      nested: false,
      bare: false,
      content: [contentFrom(words, colon + 1, "clause")],
    },
  ];
}
