import { clauseFollows } from "./clause-follows.ts";
import type { Complement } from "./complement.ts";
import { COMMENT_NOUNS, isCueVerb } from "./lexicon.ts";
import { isBoundary, type Range } from "./noun-phrase.ts";
import type { Word } from "./unit.ts";

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
        COMMENT_NOUNS.has(word.lower) &&
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
  if (next.tag === "gerund" && isCueVerb(next.lower)) return true;
  if (next.lower === "and" || next.lower === "but") {
    const verb = words[at + 2];
    return (
      verb !== undefined && verb.quoted === null && (verb.finite || (verb.tag === "gerund" && isCueVerb(verb.lower)))
    );
  }
  return commentFollows(words, at + 1);
}

/** "asked her to go and left", "says he is done and flew home": the speaker is the subject of the verb after "and". */
export function sharesSubject(words: readonly Word[], from: number, at: number): boolean {
  const joint = words[at];
  if (joint === undefined || !/^(?:and|but)$/.test(joint.lower)) return false;
  const verb = words[at + 1]?.tag === "adverb" ? words[at + 2] : words[at + 1];
  if (verb === undefined || verb.quoted !== null || !verb.finite || verb.tag !== "past") return false;
  const inner = words.slice(from, at).filter((word) => word.quoted === null && word.finite);
  const last = inner.at(-1);
  return last === undefined ? !words.slice(from, at).some((word) => word.quoted !== null) : last.tag === "present";
}

/** ", while …", ", though …", ", but did not say": the narrator speaks again. */
export function takesUpNarration(words: readonly Word[], at: number, kind: Complement["kind"]): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined) return false;
  if (/^(?:while|though|although)$/.test(word.lower)) return true;
  if (word.lower === "but" || word.lower === "and") {
    const verb = next.tag === "adverb" ? words[at + 2] : next;
    return (kind === "object" || kind === "quote") && verb?.finite === true;
  }
  return false;
}

/** Whether a quote that ends at `last` has a comma before its closing mark. */
export function isOpenAt(words: readonly Word[], last: number): boolean {
  const mark = words.slice(Math.max(0, last - 2), last + 1).findLast((word) => !/^["”’']+$/.test(word.text));
  return mark?.text === "," && words[last]?.quoted !== null && words[last + 1]?.quoted !== words[last]?.quoted;
}

/** Where the clause ends that a cue stands in, if the main clause comes after it: "After saying he would come, he left". */
export function clauseLimit(words: readonly Word[], { from, to }: Range, cue: number): number | null {
  const opening = clauseOpening(words, cue);
  if (opening === null) return null;
  for (let at = from + 1; at < to; at += 1) {
    const comma = words[at];
    const next = words[at + 1];
    if (comma === undefined || next === undefined) continue;
    const quoted = comma.quoted !== null;
    if (quoted ? next.quoted !== null || !isOpenAt(words, at) : comma.text !== ",") continue;
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
    if (/^(?:who|which)$/.test(words[at]?.lower ?? "") && words[at - 1]?.text === ",") return "inserted";
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
