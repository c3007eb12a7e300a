import { isNoun } from "../../english/nouns.ts";
import { clauseFollows } from "../../syntax/clause.ts";
import { phraseEnd, possessor } from "../../syntax/noun-phrase.ts";
import type { Unit } from "../../syntax/unit.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import type { Word } from "../../syntax/word.ts";
import type { Candidate } from "../candidate.ts";
import { contentBehind } from "../extent/clause-limit.ts";

/** "Smith's claim that …", "her warning that …". */
export function nominalCues(unit: Unit): Candidate[] {
  const { words } = unit;
  const found: Candidate[] = [];
  words.forEach((word, at) => {
    if (word.quoted !== null || !/^(?:noun|gerund)$/.test(word.tag) || !isNoun(word.lower, "statement")) return;
    const author = authorEnd(words, at);
    // "Smith's view is that …"
    const linked = words[at + 1]?.tag === "be" && words[at + 2]?.lower === "that";
    const that = author ?? (linked ? at + 2 : at + 1);
    if (words[that]?.lower !== "that" || (!clauseFollows(words, that) && words[that + 1]?.quoted === null)) return;
    const source = author === null ? possessor(words, at) : { from: at + 2, to: author };
    if (source === null) return;
    found.push({
      unit,
      shape: "before",
      cue: { from: at, to: at + 1 },
      source: { core: source, whole: source },
      shared: false,
      nested: false,
      bare: false,
      content: [{ from: that, to: nominalEnd(words, at, that) }],
    });
  });
  return found;
}

/** Where a statement within a subject ends: before the main verb ("Holm's claim that it was safe convinced nobody"). */
function nominalEnd(words: readonly Word[], noun: number, that: number): number {
  const { to: end } = contentBehind(words, that, "that", noun);
  if (words.slice(0, noun).some((word) => word.finite && word.quoted === null)) return end;
  let verbs = 0;
  for (let at = that + 1; at < end; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) continue;
    if (/^(?:conjunction|wh|that|subordinator)$/.test(word.tag) || /^[,;:—–]$/.test(word.text)) {
      if (verbs > 0 && word.tag !== "mark") return end;
      continue;
    }
    if (word.finite) verbs += 1;
    if (verbs === 2) return verbGroup(words, at).from;
  }
  return end;
}

/** "a claim by Smith that …": where the words end that name its author. */
function authorEnd(words: readonly Word[], noun: number): number | null {
  if (words[noun + 1]?.lower !== "by") return null;
  const end = phraseEnd(words, noun + 2);
  return end > noun + 2 ? end : null;
}
