import { subjectBefore } from "../../syntax/subject.ts";
import type { Unit } from "../../syntax/unit.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import type { Word } from "../../syntax/word.ts";
import { type Candidate, sourceOf } from "../candidate.ts";
import { contentFrom } from "../extent/content-end.ts";

const MAKES = /^(?:make|makes|made|making)$/;
const HOW = /^(?:very|quite|perfectly|abundantly|crystal|so)$/;

/** "made clear that …", "has made it abundantly clear that …": the words together attribute, "make" alone does not. */
export function madeClear(unit: Unit): Candidate[] {
  const { words } = unit;
  const found: Candidate[] = [];
  words.forEach((word, at) => {
    if (word.quoted !== null || !MAKES.test(word.lower)) return;
    const from = clearThat(words, at);
    if (from === null) return;
    const subject = subjectBefore(words, verbGroup(words, at).from - 1);
    const source = subject === null ? null : sourceOf(words, subject);
    if (source === null) return;
    found.push({
      unit,
      shape: "before",
      cue: { from: at, to: from },
      source,
      shared: subject?.kind === "shared",
      nested: false,
      bare: false,
      content: [contentFrom(words, from, "that")],
    });
  });
  return found;
}

/** The index of "that" behind "it clear", or `null`. */
function clearThat(words: readonly Word[], verb: number): number | null {
  let at = verb + 1;
  if (words[at]?.lower === "it") at += 1;
  while (HOW.test(words[at]?.lower ?? "")) at += 1;
  if (words[at]?.lower !== "clear") return null;
  const that = words[at + 1];
  return that?.lower === "that" && that.quoted === null ? at + 1 : null;
}
