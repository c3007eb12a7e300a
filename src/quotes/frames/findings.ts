import { isNoun } from "../../english/nouns.ts";
import type { Subject } from "../../syntax/subject.ts";
import { isName, type Word } from "../../syntax/word.ts";
import { antecedentOf } from "../candidate.ts";
import type { Content } from "../extent/content-end.ts";

/** Whether a finding is a statement: "the survey found that …", but not "it showed a lack of will", "he found his voice". */
export function findingHolds(words: readonly Word[], subject: Subject, complement: Content): boolean {
  if (complement.kind === "quote") return true;
  const named = subject.kind === "relative" ? antecedentOf(words, subject.at) : null;
  if (subject.kind !== "phrase" && named === null) return complement.kind === "that";
  const { from, to } = subject.kind === "phrase" ? subject.core : (named ?? { from: 0, to: 0 });
  if (words.slice(from, to).some(({ lower }) => isNoun(lower, "inquirer") || isNoun(lower, "message"))) return true;
  return complement.kind === "that" && words.slice(from, to).some(isName);
}
