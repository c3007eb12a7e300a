import type { Complement } from "./complement.ts";
import { antecedentOf } from "../candidate.ts";
import { MESSAGE_NOUNS, type CueVerb } from "../../english/verbs.ts";
import { isName } from "../../syntax/noun-phrase.ts";
import type { Subject } from "../../syntax/subject.ts";
import type { Word } from "../../syntax/unit.ts";
import { wordSet } from "../../english/word-set.ts";

/** What is found out and told: by whom, or in what. Messages, such as a survey or a report, are known as such. */
const INQUIRERS = wordSet(`
  surveys studies research data figures analysis analyses numbers statistics review reviews inquiry inquiries
  investigation investigations investigator investigators audit audits auditor auditors researcher researchers scientist
  scientists analyst analysts expert experts pollster pollsters economist economists court courts judge judges jury panel
  panels commission committee tribunal inspector inspectors record records filings paper papers test tests census results
`);

/** "found", "showed": who finds out tells of it, who finds a thing does not. */
export const isFinding = (verb: CueVerb): boolean => /^(?:find|show)$/.test(verb.lemma);

/** Whether a finding is a statement: "the survey found that …", but not "it showed a lack of will", "he found his voice". */
export function findingHolds(words: readonly Word[], subject: Subject, complement: Complement): boolean {
  if (complement.kind === "quote") return true;
  const named = subject.kind === "relative" ? antecedentOf(words, subject.at) : null;
  if (subject.kind !== "phrase" && named === null) return complement.kind === "that";
  const { from, to } = subject.kind === "phrase" ? subject.core : (named ?? { from: 0, to: 0 });
  if (words.slice(from, to).some(({ lower }) => INQUIRERS.has(lower) || MESSAGE_NOUNS.has(lower))) return true;
  return complement.kind === "that" && words.slice(from, to).some(isName);
}
