import { clauseFollows } from "../../syntax/clause.ts";
import { possessor } from "../../syntax/noun-phrase.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import { is, some, type Word } from "../../syntax/word.ts";
import { named } from "../candidate.ts";
import { contentBehind } from "../extent/clause-limit.ts";
import { contentEnd } from "../extent/content-end.ts";
import type { Found, Parts } from "./frame.ts";

/** "Smith's claim that …", "a claim by Smith that …": a noun that holds a statement, and whose it is. */
export function ownedClause(words: readonly Word[], { cue, source, content }: Found): Parts | null {
  const that = content.from;
  const owner = source.to > source.from ? source : possessor(words, cue.from);
  if (owner === null || !(clauseFollows(words, that) || words[that + 1]?.quoted !== null)) return null;
  return { source: named(owner.from, owner.to), content: [{ from: that, to: clauseEnd(words, cue.from, that) }] };
}

/** Where a statement within a subject ends: before the main verb ("Holm's claim that it was safe convinced nobody"). */
function clauseEnd(words: readonly Word[], noun: number, that: number): number {
  const { to: end } = contentBehind(words, that, "that", noun);
  if (some(words, 0, noun, "@finite")) return end;
  let verbs = 0;
  for (let at = that + 1; at < end; at += 1) {
    if (is(words[at], "#conjunction/wh/that/subordinator|,|;|:|—|–")) {
      if (verbs > 0 && words[at]?.tag !== "mark") return end;
    } else if (is(words[at], "@finite")) {
      verbs += 1;
      if (verbs === 2) return verbGroup(words, at).from;
    }
  }
  return end;
}

/** "his call for “a total ban”", "their chants of “Enough!”": a noun that tells of words, and whose they are. */
export function ownedQuote(words: readonly Word[], { cue, content }: Found): Parts | null {
  const owner = possessor(words, cue.from);
  if (owner === null) return null;
  // "Their chants of “Enough!” went on"
  const closed = words[content.to]?.finite === true;
  const end = closed ? content.to : Math.max(content.to, contentEnd(words, content.from, "object"));
  return { source: named(owner.from, owner.to), content: [{ from: content.from, to: end }], bare: true };
}

/** How many words may stand between a noun of speech and the quote, itself included. */
const REACH = 7;

/** The words between a noun of speech, its preposition and the quote: no verb, no mark, no other such noun. */
export function wordsEnd(words: readonly Word[], from: number): number {
  let end = from;
  while (end < from + REACH && is(words[end], "!@boundary&!@finite&!@speech")) end += 1;
  return end;
}
