import { withSingleSpaces } from "../../text/fold.ts";

/** The longest name that is given to a file, in UTF-16 code units, before its ending. Systems take 255 bytes. */
const LONGEST = 80;

/** What one system or another, or Obsidian's links, refuses in a name; and signs that are not seen. */
const REFUSED = /[\\/:*?"<>|#^[\]\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
/** Names of devices, which Windows refuses whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file's name without its ending, made of a title. None twice, whatever the case.
 *
 * @param taken the names that were given already, folded; this one is added.
 */
export function fileName(title: string, taken: Set<string>): string {
  const clean = [...withSingleSpaces(title.normalize("NFC").replace(REFUSED, " "))];
  let short = "";
  for (const sign of clean) {
    if (short.length + sign.length > LONGEST) break;
    short += sign;
  }
  const bare = short.replace(/^[.\s]+|[.\s]+$/g, "");
  const name = bare === "" ? "Untitled" : DEVICE.test(bare) ? `${bare}_` : bare;
  let unique = name;
  for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${name} (${number})`;
  taken.add(unique.toLowerCase());
  return unique;
}
