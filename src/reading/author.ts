import { withSingleSpaces } from "../text/fold.ts";

/** The parts of an author's name, as citations order them. */
export interface Author {
  /** "" where the name is one word. */
  readonly given: string;
  readonly family: string;
  /** "Jr.", or "". */
  readonly suffix: string;
}

const SUFFIX = /,?\s+((?:jr|sr)\.?|[ivx]{2,4})$/i;

/** A name as a byline has it, taken apart: the last word is the family's, with the particles before it that are written small ("van der Berg"). */
export function authorOf(name: string): Author {
  const clean = withSingleSpaces(name);
  const suffix = SUFFIX.exec(clean)?.[1] ?? "";
  const words = (suffix === "" ? clean : clean.replace(SUFFIX, "")).split(" ");
  let start = words.length - 1;
  while (start > 1 && /^\p{Ll}/u.test(words[start - 1] ?? "")) start -= 1;
  return { given: words.slice(0, start).join(" "), family: words.slice(start).join(" "), suffix };
}
