import { speechVerb } from "../../english/verbs.ts";
import { adjunctEnd } from "../../syntax/adjuncts.ts";
import { matches } from "../../syntax/pattern.ts";
import { is, isBoundary, some, type Word, type WordRange } from "../../syntax/word.ts";
import { type Content, contentFrom } from "./content-end.ts";
import { isIntroduction } from "./content-start.ts";

/** "The plan, she said, was dead": the rest of a statement behind the comma that closes its attribution, or `null`. */
export function aroundRest(
  words: readonly Word[],
  content: WordRange,
  comma: number,
  complement: Content | null,
): WordRange | null {
  const from = comma + 1;
  const first = words[from];
  if (!is(words[comma], ",") || first === undefined) return null;
  const needsRest = opensOnly(words, content);
  if (first.quoted !== null) {
    // "The plan, she said, “is dead”": a quote that begins in lower case needs what stands before.
    const opening = words.slice(from, from + 3).find((word) => word.spoken);
    const carriesOn = opening !== undefined && (needsRest || /^\p{Ll}/u.test(opening.text));
    return carriesOn ? contentFrom(words, from, "quote") : null;
  }
  if (complement !== null && complement.from < comma && complement.kind !== "object") {
    // "If so, she wrote in a letter, the pier is unsafe": what stands before the comma is where she wrote it.
    const placed = complement.kind === "clause" && words[complement.from]?.tag === "preposition";
    if (!placed || words.slice(complement.from, comma).some((word) => word.finite)) return null;
  }
  const introduction = isIntroduction(words, content.from, content.to - 1);
  const told = some(words, content.from, content.to, "@finite") && !introduction;
  if (is(first, "and|but")) {
    return told && !joinsAttribution(words, from + 1) ? contentFrom(words, from, "clause") : null;
  }
  if (is(first, "adding|citing") || (!needsRest && is(first, "who|which|while|when|where|as"))) return null;
  if (first.tag === "gerund" && !(introduction && is(first, "!according&!@speech-verb"))) return null;
  const goesOn =
    needsRest ||
    is(first, "@finite|that") ||
    (told
      ? is(first, "#preposition|because|so|since|if|perhaps|especially|particularly")
      : some(words, from, words.length, "@finite"));
  return goesOn ? contentFrom(words, from, "clause") : null;
}

/** "The plan is dead, she said, and added …", "…, and others say …": the next attribution. */
function joinsAttribution(words: readonly Word[], from: number): boolean {
  for (let at = from; at < from + 8 && !isBoundary(words[at]); at += 1)
    if (words[at]?.finite) return is(words[at], "@speech-verb");
  return false;
}

/** "It was, she said, …", "Rather, she said, …": what stands before says nothing by itself. */
function opensOnly(words: readonly Word[], { from, to }: WordRange): boolean {
  const spoken = words.slice(from, to).filter((word) => word.spoken);
  return (
    spoken.length <= 4 &&
    spoken.every(({ quoted }) => quoted === null) &&
    is(spoken.at(-1), "#be/wh/subordinator/adverb/modal/preposition/determiner/conjunction/that")
  );
}

/** How many words may stand beside a speaker's quote that goes on: “The piles,” said Holm, speaking of the pier, “and …” */
const ASIDE_WORDS = 14;

/** The content and, after its attribution, the quote that goes on with it: “…,” she said, “…”. */
export function withContinuation(words: readonly Word[], content: WordRange, from: number): WordRange[] {
  const end = adjunctEnd(words, from);
  const mark = words[end];
  if (mark === undefined) return [content];
  const next = is(mark, ",|:|;|.|@dash") ? end + 1 : end;
  if (!is(words[next], "“")) {
    const rest = unquotedRest(words, content, end) ?? (is(mark, ",") ? behindAside(words, next) : null);
    return rest === null ? [content] : [content, rest];
  }
  const far = mark.quoted !== null && end - from > 6 && !/^[,.]$/.test(words[end - 1]?.text ?? "");
  return far ? [content] : [content, contentFrom(words, next, "quote")];
}

/** “Only you,” she said, would try it. */
function unquotedRest(words: readonly Word[], content: WordRange, mark: number): WordRange | null {
  const first = words[mark + 1];
  if (first === undefined) return null;
  const told = words.slice(content.from, content.to).some((word) => word.finite);
  const goesOn =
    (is(words[mark], ";") && words[content.from]?.quoted === null) ||
    (is(words[mark], ",") &&
      (is(first, told ? "@finite&!#past|that" : "@finite|that") || matches(words, mark + 1, "to #base")));
  return goesOn ? contentFrom(words, mark + 1, "clause") : null;
}

/** “The piles,” said Holm, speaking of the pier, “and …” */
function behindAside(words: readonly Word[], from: number): WordRange | null {
  const verb = speechVerb(words[from]?.lower ?? "");
  const isDeed = verb === null || verb.particle?.test(words[from + 1]?.lower ?? "") === false;
  if (!is(words[from], "#gerund") || !isDeed) return null;
  const comma = words.slice(0, from + ASIDE_WORDS).findIndex((word, at) => at >= from && is(word, ","));
  const isAside = comma > 0 && !words.slice(from, comma).some((word) => word.finite) && is(words[comma + 1], "“");
  return isAside ? contentFrom(words, comma + 1, "quote") : null;
}
