import type { Unit } from "../../syntax/unit.ts";
import type { Word } from "../../syntax/word.ts";
import type { Candidate } from "../candidate.ts";

/** How many words a name and what is said of it may take. */
const LONGEST_CREDIT = 14;
/** Fewer quoted words are a title or a caption. */
const SHORTEST_QUOTE = 4;

/** “The pier has had its day.” — Ingrid Solberg, former mayor */
export function creditForm(unit: Unit): Candidate[] {
  const { words } = unit;
  const dash = words.findIndex((word) => word.quoted === null);
  if (dash < 1 || !/^(?:[—–]|-{1,2})$/.test(words[dash]?.text ?? "")) return [];
  if (words.slice(0, dash).filter((word) => word.spoken).length < SHORTEST_QUOTE) return [];
  const credit = words.slice(dash + 1);
  if (credit.length > LONGEST_CREDIT || credit.some((word) => word.quoted !== null || word.finite)) return [];
  const name = nameLength(credit);
  if (name === 0) return [];
  const from = dash + 1;
  const to = words.at(-1)?.text === "." ? words.length - 1 : words.length;
  return [
    {
      unit,
      shape: "after",
      cue: { from: dash, to: from },
      source: { core: { from, to: from + name }, whole: { from, to: Math.max(to, from + name) } },
      shared: false,
      nested: false,
      bare: false,
      content: [{ from: 0, to: dash }],
    },
  ];
}

/** How many words the name at the start has; 0 where none stands there. */
function nameLength(credit: readonly Word[]): number {
  const end = credit.findIndex((word) => /^[,(;]$/.test(word.text));
  const name = credit.slice(0, end < 0 ? credit.length : end);
  const inName = ({ capital, text, lower }: Word): boolean =>
    capital || /^\p{Lu}/u.test(text) || /^(?:the|of|and|for|de|la|al|bin|von|van|'s|\.|-)$/.test(lower);
  return name.some((word) => word.spoken) && name.every(inName) ? name.length : 0;
}
