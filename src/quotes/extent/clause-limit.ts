import { wordSet } from "../../english/closed-classes.ts";
import { clauseFollows } from "../../syntax/clause.ts";
import { simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { closingMark, isBoundary, type Word, type WordRange } from "../../syntax/word.ts";
import { contentFrom } from "./content-end.ts";
import type { ContentKind } from "./narrator.ts";

/** Words that open a clause before the main one. */
const FRONTED = wordSet("while although though if when because since unless once as");

/** The statement that begins at `from`, behind its cue: it ends with the clause that the cue stands in. */
export function contentBehind(words: readonly Word[], from: number, kind: ContentKind, cue: number): WordRange {
  const content = contentFrom(words, from, kind);
  const limit = clauseLimit(words, content, cue);
  return limit === null ? content : { from, to: limit };
}

/** Where the clause ends that a cue stands in, if the main clause comes after it: "After saying he would come, he left". */
function clauseLimit(words: readonly Word[], { from, to }: WordRange, cue: number): number | null {
  const opening = clauseOpening(words, cue) ?? (opensSentence(words, cue) ? "fronted" : null);
  if (opening === null) return null;
  for (let at = from + 1; at < to; at += 1) {
    const comma = words[at];
    const next = words[at + 1];
    if (comma === undefined || next === undefined) continue;
    const quoted = comma.quoted !== null;
    if (quoted ? next.quoted !== null || closingMark(words, at) !== "," : comma.text !== ",") continue;
    if (quoted && opening === "fronted" && clauseFollows(words, at + 1)) return at + 1;
    if (quoted && opening === "inserted" && next.finite) return at + 1;
    if (quoted) continue;
    if (opening === "fronted") {
      if (next.quoted === null && !/^(?:conjunction|wh|gerund|that)$/.test(next.tag) && clauseFollows(words, at + 1))
        return at;
    } else {
      const verb = next.tag === "adverb" ? words[at + 2] : next;
      if (verb !== undefined && verb.quoted === null && verb.finite) return at;
    }
  }
  return null;
}

/** Whether a cue stands in a clause before the main one ("After saying …") or in one put into it (", who said …,"). */
function clauseOpening(words: readonly Word[], cue: number): "fronted" | "inserted" | null {
  let at = cue;
  while (
    at > 0 &&
    !isBoundary(words[at - 1]) &&
    !(words[at - 1]?.finite === true && at < cue && !/^(?:be|have|do|modal)$/.test(words[at - 1]?.tag ?? ""))
  ) {
    at -= 1;
    if (/^(?:who|which)$/.test(words[at]?.lower ?? "") && words[at - 1]?.text === ",")
      // "After a leak of the report, which found that …, the council …"
      return /^(?:preposition|subordinator|gerund)$/.test(words[0]?.tag ?? "") &&
        !words.slice(0, at).some((word) => word.finite)
        ? "fronted"
        : "inserted";
  }
  const before = words[at - 1];
  const first = words[at];
  if (first === undefined || (before !== undefined && !isBoundary(before))) return null;
  if (first.tag === "gerund" && (at === cue || !words.slice(at, cue).some((word) => word.finite)))
    return before === undefined ? "fronted" : null;
  if (
    /^(?:while|although|though|if|when|because|after|since|unless|before|once|as|despite|having|by|in|amid)$/.test(
      first.lower,
    ) &&
    before === undefined
  ) {
    return !words.slice(at, cue).some((word) => word.finite && !/^(?:be|have|do|modal)$/.test(word.tag)) &&
      (first.tag === "subordinator" || words[cue]?.tag === "gerund" || words[cue]?.tag === "noun")
      ? "fronted"
      : null;
  }
  return null;
}

/** "While she was not willing to say …, he was", "Among those who said …, most": nothing parts the cue from the opening. */
function opensSentence(words: readonly Word[], cue: number): boolean {
  let first = 0;
  while (/^(?:and|but|so|yet|even|just|now)$/.test(words[first]?.lower ?? "")) first += 1;
  const opener = words[first]?.lower ?? "";
  const before = words.slice(0, cue);
  // "When the mayor, Anders Holm, said …"
  if (before.some((word) => isBoundary(word)))
    return (
      FRONTED.has(opener) &&
      words[cue - 1]?.text === "," &&
      simplePhraseEnd(words, first + 1) > first + 1 &&
      !before.some((word) => word.finite || word.quoted !== null)
    );
  if (FRONTED.has(opener)) return true;
  if (/^(?:that|after|before|until)$/.test(opener)) return first > 0 || opener !== "that";
  // "Among Smith's claims that …, one": a phrase holds no clause but a relative one.
  return (
    /^(?:despite|among|amid|with|without|given)$/.test(opener) &&
    (words[cue]?.tag === "noun" || /^(?:who|that)$/.test(words[cue - 1]?.lower ?? ""))
  );
}
