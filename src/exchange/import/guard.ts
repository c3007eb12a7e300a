/** How deep lists and objects may stand in each other, and the longest text or number, in UTF-16 code units: our own need 8 and 20,000. */
const DEPTH = 40;
const LONGEST = 2_000_000;

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;

/**
 * Watches JSON go by, before a parser builds anything of it: gives whether it still keeps within depth and length. A file
 * of five million brackets is a small file.
 */
export function jsonGuard(): (text: string) => boolean {
  let depth = 0;
  let length = 0;
  let isText = false;
  let isEscaped = false;
  return (text) => {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (isText) {
        length += 1;
        if (isEscaped) isEscaped = false;
        else if (code === BACKSLASH) isEscaped = true;
        else if (code === QUOTE) isText = false;
        if (length > LONGEST) return false;
      } else if (code === QUOTE) {
        isText = true;
        length = 0;
      } else if (code === 0x7b || code === 0x5b) {
        depth += 1;
        if (depth > DEPTH) return false;
      } else if (code === 0x7d || code === 0x5d) depth -= 1;
      else if (code === COMMA) length = 0;
      else {
        length += 1;
        if (length > LONGEST) return false;
      }
    }
    return true;
  };
}
