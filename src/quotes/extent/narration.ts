import { isNoun } from "../../english/nouns.ts";
import { isSpeechVerb } from "../../english/verbs.ts";
import { isBoundary, type Word } from "../../syntax/word.ts";

/** In what form a statement stands. */
export type ContentKind = "quote" | "that" | "question" | "clause" | "infinitive" | "object";

/** ", a reference to …", ", something he denied", ", the first time …": the narrator comments on what was said. */
export function commentFollows(words: readonly Word[], at: number): boolean {
  const first = words[at];
  if (first === undefined || first.quoted !== null) return false;
  if (first.lower === "something") return true;
  if (!/^(?:an?|the)$/.test(first.lower)) return false;
  for (let i = at + 1; i < at + 4; i += 1) {
    const word = words[i];
    if (word === undefined || word.quoted !== null) return false;
    if (word.tag === "noun") {
      const next = words[i + 1];
      if (next?.tag === "noun") continue;
      return (
        first.lower !== "the" &&
        isNoun(word.lower, "comment") &&
        /^(?:preposition|to|that|wh|pronoun|past|gerund)$/.test(next?.tag ?? "")
      );
    }
    if (word.tag !== "adjective" && word.tag !== "adverb") return false;
  }
  return false;
}

/** "— though …", "— noting that …": after a dash the narrator speaks again. */
export function dashEnds(words: readonly Word[], at: number): boolean {
  const dash = words[at];
  const next = words[at + 1];
  if (dash === undefined || next === undefined || next.quoted !== null) return false;
  if (!/^(?:[—–]|-{2,})$/.test(dash.text)) return false;
  if (/^(?:though|although|while|despite|something)$/.test(next.lower)) return true;
  if (next.tag === "gerund" && isSpeechVerb(next.lower)) return true;
  if (next.lower === "and" || next.lower === "but") {
    const verb = words[at + 2];
    return (
      verb !== undefined && verb.quoted === null && (verb.finite || (verb.tag === "gerund" && isSpeechVerb(verb.lower)))
    );
  }
  const last = !words.slice(at + 1).some((word) => word.quoted === null && word.text === dash.text);
  return (last && /^(?:an?|one|all)$/.test(next.lower)) || commentFollows(words, at + 1);
}

/** "asked her to go and left", "says he is done and flew home": the speaker is the subject of the verb after "and". */
export function sharesSubject(words: readonly Word[], from: number, at: number): boolean {
  const joint = words[at];
  if (joint === undefined || !/^(?:and|but)$/.test(joint.lower)) return false;
  const verb = words[at + 1]?.tag === "adverb" ? words[at + 2] : words[at + 1];
  if (verb === undefined || verb.quoted !== null || !verb.finite || verb.tag !== "past") return false;
  const inner = words.slice(from, at).filter((word) => word.quoted === null && word.finite);
  const last = inner.at(-1);
  if (last === undefined) return !words.slice(from, at).some((word) => word.quoted !== null);
  return last.tag === "present" || (joint.lower === "but" && PRESENT.test(last.lower));
}

const PRESENT = /^(?:is|are|'s|'re|has|have|will|can|may)$/;

/** "it is old; others are older": the last semicolon parts what was said from what the narrator sets beside it. */
export function partsClauses(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return (
    words[at]?.text === ";" &&
    next !== undefined &&
    next.quoted === null &&
    !/^(?:and|that)$/.test(next.lower) &&
    !words.slice(at + 1).some((word) => word.text === ";")
  );
}

/** "…, up 31 percent from a year before", "…, as did Smith", "…, for one": set beside what was said. */
export function compares(words: readonly Word[], at: number): boolean {
  const first = words[at]?.lower ?? "";
  const second = words[at + 1];
  if (/^(?:up|down|well|far|short)$/.test(first))
    return /^(?:number|adverb|preposition|determiner)$/.test(second?.tag ?? "");
  if (first === "as") return /^(?:has|have|had|do|does|did|was|were)$/.test(second?.lower ?? "");
  return (
    first === "for" &&
    /^(?:one|instance|example)$/.test(second?.lower ?? "") &&
    words.slice(at + 2).every(({ spoken }) => !spoken)
  );
}

/**
 * "…, but she sounded sad", "…, and he left", "… but did not say when": the plain past of a speaker's deed. What was
 * said is told in the present, or is put back by "had", "would", "was".
 */
export function tellsOn(words: readonly Word[], from: number, at: number): boolean {
  const joint = words[at]?.lower ?? "";
  const first = words[at + 1];
  const second = words[at + 2];
  if (first === undefined || second === undefined || second.quoted !== null) return false;
  // "…, which he said was unsafe but did not worry him": both verbs have what was spoken of for their subject.
  if (joint === "but" && words[from]?.finite !== true && refuses(words, at + 1)) return true;
  if (!/^(?:and|but)$/.test(joint) || words[at - 1]?.text !== "," || !/^(?:he|she|they)$/.test(first.lower))
    return false;
  if (second.finite && second.tag === "past") return !INWARD.test(second.lower);
  return joint === "but" && (/^(?:has|have)/.test(second.lower) || refuses(words, at + 2));
}

/** What nobody sees another do, and so was told: "…, but she wanted to be sure". */
const INWARD = /^(?:wanted|needed|hoped|wished|thought|believed|felt|feared|knew|liked)$/;

/** "did not say", "didn't say". */
function refuses(words: readonly Word[], at: number): boolean {
  const negated =
    words[at]?.lower === "didn't" ? at : words[at]?.lower === "did" && words[at + 1]?.lower === "not" ? at + 1 : -1;
  return negated >= 0 && words[negated + 1]?.tag === "base";
}

/**
 * ", while others …", ", though he …", ", but did not say": the narrator speaks again. "…, though it is old" may well be
 * said.
 */
export function takesUpNarration(words: readonly Word[], at: number, kind: ContentKind): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined) return false;
  // "while small, …"
  if (word.lower === "while") return !words.slice(at + 1, at + 4).some(isBoundary) || verbWithin(words, at + 1) >= 0;
  if (word.lower === "though" || word.lower === "although") {
    const verb = verbWithin(words, at + 1);
    const who = words[verb - 1]?.tag === "adverb" ? words[verb - 2] : words[verb - 1];
    return (
      verb >= 0 &&
      (isSpeechVerb(words[verb]?.lower ?? "") ||
        (/^(?:he|she|they)$/.test(who?.lower ?? "") && !/^(?:be|modal)$/.test(words[verb]?.tag ?? "")))
    );
  }
  if (word.lower === "but" || word.lower === "and") {
    const verb = next.tag === "adverb" ? words[at + 2] : next;
    return (kind === "object" || kind === "quote") && verb?.finite === true;
  }
  return false;
}

/** The first finite verb before the next mark, or -1: "though small, …" holds none. */
function verbWithin(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length && (words[at]?.quoted !== null || !isBoundary(words[at])); at += 1)
    if (words[at]?.finite) return at;
  return -1;
}

/** ", which …" and ", a plan that …" at a sentence's end, ", however …", ", even though …": the narrator explains. */
export function explains(words: readonly Word[], at: number): boolean {
  const first = words[at];
  const second = words[at + 1];
  if (first === undefined || second === undefined) return false;
  if (/^(?:however|someone)$/.test(first.lower) || (first.lower === "even" && second.lower === "though")) return true;
  const end = words.findIndex(
    (word, index) => index > at && word.quoted === null && /^(?:[,;:]|[—–]|-{2,})$/.test(word.text),
  );
  const segment = words.slice(at, end < 0 ? words.length : end);
  if (!segment.some((word) => word.finite && word.quoted === null)) return false;
  if (first.tag === "preposition" && second.tag === "wh") return true;
  return (end < 0 || end >= words.length - 1) && /^(?:which|who|whom|whose|an?)$/.test(first.lower);
}
