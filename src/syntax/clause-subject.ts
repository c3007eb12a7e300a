import { type Subject, subjectBefore, verbGroup } from "./subject.ts";
import type { Word } from "./word.ts";

/** The subject of the clause that the verb or participle at `at` is part of. */
export function clauseSubject(words: readonly Word[], at: number): Subject | null {
  for (let i = at - 1; i > 0; i -= 1) {
    const word = words[i];
    if (word === undefined || word.quoted !== null) continue;
    if (/^[;]$/.test(word.text)) return null;
    if (!word.finite) continue;
    const group = verbGroup(words, i);
    const subject = subjectBefore(words, group.from - 1);
    if (subject === null || subject.kind === "shared" || isEmbedded(words, subject)) continue;
    return subject;
  }
  return null;
}

/** "an admission that divers had sunk the ferry, saying …": what follows the comma belongs to the clause outside. */
function isEmbedded(words: readonly Word[], subject: Subject): boolean {
  if (subject.kind !== "phrase") return false;
  const before = words[subject.core.from - 1];
  if (before === undefined || before.quoted !== null) return false;
  // "have blocked a number of plans": an object, and no verb behind it
  const opensObject = /^(?:have|be)$/.test(before.tag) && /^(?:past|gerund)$/.test(words[subject.core.from]?.tag ?? "");
  return opensObject || /^(?:wh|that|past|gerund|base)$/.test(before.tag);
}
