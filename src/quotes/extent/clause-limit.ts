import { clauseFollows } from "../../syntax/clause.ts";
import { simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { closingMark, is, isBoundary, some, type Word, type WordRange } from "../../syntax/word.ts";
import { contentFrom } from "./content-end.ts";
import type { ContentKind } from "./narrator.ts";

/** The statement that begins at `from`, behind its cue: it ends with the clause that the cue stands in. */
export function contentBehind(words: readonly Word[], from: number, kind: ContentKind, cue: number): WordRange {
  const content = contentFrom(words, from, kind);
  const opening = clauseOpening(words, cue) ?? (opensSentence(words, cue) ? "fronted" : null);
  return opening === null ? content : { from, to: clauseEnd(words, content, opening) };
}

/** Where a clause before the main one stands ("After saying …, he left"), or one within it (", who said …, left"). */
type Opening = "fronted" | "inserted";

/** Where the clause ends, if the main one goes on after it: "After saying he would come, he left". */
function clauseEnd(words: readonly Word[], { from, to }: WordRange, opening: Opening): number {
  // What was said has its verb first: ", who said that two men, and one above all, must go".
  let complete = words[from]?.tag !== "that" || opening === "fronted";
  for (let at = from + 1; at < to; at += 1) {
    complete ||= words[at]?.finite === true || words[at]?.quoted !== null;
    if (!complete) continue;
    const next = words[at + 1];
    const quoted = words[at]?.quoted !== null;
    const parts = quoted ? closingMark(words, at) === "," : is(words[at], ",");
    if (!parts || next === undefined || next.quoted !== null) continue;
    const verb = next.tag === "adverb" && !quoted ? words[at + 2] : next;
    const mainFollows =
      opening === "inserted"
        ? is(verb, "@finite")
        : (quoted || !is(next, "#conjunction/wh/gerund/that")) && clauseFollows(words, at + 1);
    if (mainFollows) return quoted ? at + 1 : at;
  }
  return to;
}

const FULL_VERB = "@finite&!#be/have/do/modal";
/** Words that open a clause before the main one; with "after" and "before", and with what opens a phrase there. */
const FRONTED = "while|although|though|if|when|because|since|unless|once|as";
const FRONTED_CLAUSE = `${FRONTED}|after|before|until`;
const FRONTED_PHRASE = `${FRONTED}|after|before|despite|having|by|in|amid`;

/** Whether a cue stands in a clause before the main one ("After saying …") or in one put into it (", who said …,"). */
function clauseOpening(words: readonly Word[], cue: number): Opening | null {
  let at = cue;
  while (!isBoundary(words[at - 1]) && !(at < cue && is(words[at - 1], FULL_VERB))) {
    at -= 1;
    if (!is(words[at], "who|which") || words[at - 1]?.text !== ",") continue;
    // "After a leak of the report, which found that …, the council …"
    const isWithinFronted = /^(?:preposition|subordinator|gerund)$/.test(words[0]?.tag ?? "");
    return isWithinFronted && !words.slice(0, at).some((word) => word.finite) ? "fronted" : "inserted";
  }
  const first = words[at];
  const opensUnit = at === 0;
  if (first === undefined || !isBoundary(words[at - 1])) return null;
  const inner = words.slice(at, cue);
  if (first.tag === "gerund" && !inner.some((word) => word.finite)) return opensUnit ? "fronted" : null;
  if (!opensUnit || !is(first, FRONTED_PHRASE)) return null;
  const verbal = first.tag === "subordinator" || is(words[cue], "#gerund/noun");
  return verbal && !some(inner, 0, inner.length, FULL_VERB) ? "fronted" : null;
}

/** "While she was not willing to say …, he was", "Among those who said …, most": nothing parts the cue from the opening. */
function opensSentence(words: readonly Word[], cue: number): boolean {
  let first = 0;
  while (/^(?:and|but|so|yet|even|just|now)$/.test(words[first]?.lower ?? "")) first += 1;
  const opener = words[first];
  const before = words.slice(0, cue);
  // "When the mayor, Anders Holm, said …"
  if (before.some((word) => isBoundary(word)))
    return (
      is(opener, FRONTED) &&
      words[cue - 1]?.text === "," &&
      simplePhraseEnd(words, first + 1) > first + 1 &&
      !before.some((word) => word.finite || word.quoted !== null)
    );
  if (is(opener, FRONTED_CLAUSE)) return true;
  if (is(opener, "that")) return first > 0;
  // "Among Smith's claims that …, one": a phrase holds no clause but a relative one.
  return (
    is(opener, "despite|among|amid|with|without|given") && (is(words[cue], "#noun") || is(words[cue - 1], "who|that"))
  );
}
