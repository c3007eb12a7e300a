/** How deep lists and objects may stand in each other, and the longest text or number, in UTF-16 code units: our own need 8 and 20,000. */
const DEPTH = 40;
const LONGEST = 2_000_000;

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Where a value ends in a text: behind its last sign, or `null` where it goes on in the next one; or that it can't be read. */
export type ValueEnd = number | null | "too-much";

/**
 * Watches one value of JSON go by, in however many pieces, before anything is built of it: gives where it ends, or that it
 * breaks the bounds of depth and length. A file of five million brackets is a small file.
 *
 * @returns what is called with each piece and where in it the value begins or goes on. A value that is cut short, or is none
 * at all, ends somewhere too: whoever parses it finds that out.
 */
export function watchValue(): (text: string, from: number) => ValueEnd {
  let depth = 0;
  let length = 0;
  let isText = false;
  let isEscaped = false;
  return (text, from) => {
    for (let index = from; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (isText) {
        length += 1;
        if (isEscaped) isEscaped = false;
        else if (code === BACKSLASH) isEscaped = true;
        else if (code === QUOTE) {
          isText = false;
          if (depth === 0) return index + 1;
        }
      } else if (code === QUOTE) {
        isText = true;
        length = 0;
      } else if (code === 0x7b || code === 0x5b) {
        depth += 1;
        if (depth > DEPTH) return "too-much";
      } else if (code === 0x7d || code === 0x5d) {
        // A number or a word ends where what it stands in does.
        if (depth === 0) return index;
        depth -= 1;
        if (depth === 0) return index + 1;
      } else if (code === COMMA) {
        if (depth === 0) return index;
        length = 0;
      } else if (depth === 0 && isSpace(code)) return index;
      else length += 1;
      if (length > LONGEST) return "too-much";
    }
    return null;
  };
}

/** Whether a sign is a blank between values of JSON. */
export const isBlank = (text: string, index: number): boolean => isSpace(text.charCodeAt(index));
