import { NEGATIONS } from "../english/closed-classes.ts";
import { HARDLY_PARTICIPLES } from "../english/tagger/tags.ts";
import { beforeAdverbs } from "./finite.ts";
import { is, type Word } from "./word.ts";

/** The verb group that ends in the verb at hand. */
export interface VerbGroup {
  /** Index of its first word. */
  readonly from: number;
  readonly infinitive: boolean;
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly negated: boolean;
  readonly modal: boolean;
}

export function verbGroup(words: readonly Word[], verb: number): VerbGroup {
  let from = verb;
  let passive = false;
  let progressive = false;
  let negated = false;
  let modal = false;
  let infinitive = false;
  const isPast = words[verb]?.tag === "past";
  for (let at = verb - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) break;
    if (NEGATIONS.has(word.lower)) {
      negated = true;
      from = at;
    } else if (is(word, "#be/have/do/modal")) {
      negated ||= word.lower.endsWith("n't");
      if (word.tag === "be" && at === beforeAdverbs(words, verb - 1)) {
        // "he's said": a perfect
        passive = isPast && !(word.lower === "'s" && HARDLY_PARTICIPLES.has(words[verb]?.lower ?? ""));
        progressive = !isPast;
      }
      modal ||= word.tag === "modal";
      from = at;
    } else if (!is(word, "#adverb&!@capital") && !(is(word, "yet|long|first|since") && is(words[at - 1], "#have/be"))) {
      infinitive = word.tag === "to" && (from === verb || words[from]?.tag !== "have");
      if (infinitive) from = at;
      break;
    }
  }
  return { from, infinitive, passive, progressive, negated, modal };
}
