import type { Outline } from "../stories/outline.ts";
import type { LabelledBlock } from "../stories/parts.ts";
import { LABEL, PARTICLE } from "./bylines.ts";
import { isBylineLine } from "../stories/wording.ts";

/** The longest line that is looked at, in UTF-16 code units. */
const MAX_LINE = 160;
const SET_APART = /\b(?:b|strong|em|i)\b/;
const WORD = /^\p{Lu}(?:\.|[\p{L}\p{M}'’-]*)$/u;
/** How many words a name has at most. */
const MAX_WORDS = 5;

/**
 * The line by which the page's text says whose the story is: a byline above it, a line that is labelled so, or a name in
 * bold or italics as the story's last line. `null` where there is none.
 */
export function signatureIn({ blocks }: Outline, labelled: readonly LabelledBlock[]): string | null {
  const textOf = (index: number | undefined): string => blocks[index ?? -1]?.text ?? "";
  const byline = textOf(labelled.find(({ kind }) => kind === "byline")?.block);
  if (isBylineLine(byline)) return byline;
  const said = blocks.find(({ text }) => text.length <= MAX_LINE && LABEL.test(text));
  if (said !== undefined) return said.text;
  const last = blocks[labelled.findLast(({ kind }) => kind === "body")?.block ?? -1];
  if (last === undefined || last.text.length > MAX_LINE) return null;
  return SET_APART.test(last.wrap) && isName(last.text) ? last.text : null;
}

/** Whether a line is nothing but a name of several words: "Lena Mwale", "Joana dos Reis". */
function isName(line: string): boolean {
  const words = line.split(" ");
  const isInside = (index: number): boolean => index > 0 && index < words.length - 1;
  return (
    words.length > 1 &&
    words.length <= MAX_WORDS &&
    words.every((word, index) => WORD.test(word) || (isInside(index) && PARTICLE.test(word)))
  );
}
