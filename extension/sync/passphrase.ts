import { randomBytes } from "./bytes.ts";

/** The fewest characters of a passphrase that is taken. */
export const SHORTEST = 12;

/** Letters and digits that nobody takes for one another when writing them down. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
/** Groups of letters: 24 letters out of 31 are 118 bits. */
const [GROUPS, IN_A_GROUP] = [6, 4];

/** A passphrase that nobody guesses. */
export function suggestPassphrase(): string {
  const letters: string[] = [];
  while (letters.length < GROUPS * IN_A_GROUP) {
    // Above the last multiple of their number, some letters would come more often than others.
    for (const byte of randomBytes(GROUPS * IN_A_GROUP)) {
      if (byte < 256 - (256 % LETTERS.length)) letters.push(LETTERS.charAt(byte % LETTERS.length));
    }
  }
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    letters.slice(at * IN_A_GROUP, (at + 1) * IN_A_GROUP).join(""),
  );
  return groups.join("-");
}
