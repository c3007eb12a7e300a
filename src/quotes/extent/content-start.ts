import { isSpeechVerb } from "../../english/verbs.ts";
import { adjunctEnd } from "../../syntax/adjuncts.ts";
import { simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { isBoundary, isTimeWord, type Word, type WordRange } from "../../syntax/word.ts";
import { type Content, contentFrom } from "./content-end.ts";

/** Words of the narrator that tie a sentence to the one before: "Meanwhile, …". */
const LINKS =
  /^(?:meanwhile|however|separately|elsewhere|still|overall|additionally|moreover|furthermore|nevertheless|nonetheless)$/;

const LINK_PHRASES = new Set([
  "in fact",
  "in particular",
  "in other words",
  "in addition",
  "in contrast",
  "on the other hand",
  "even so",
  "at the same time",
  "as a result",
]);

const DATELINE_END = /^(?:[—–]|-{1,2})$/;

/** Where the statement that ends before `end` begins: at the sentence, past a dateline, a semicolon, a conjunction. */
export function contentStart(words: readonly Word[], end: number): number {
  let from = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) continue;
    if (word.text === ")") {
      while (at > 0 && words[at]?.text !== "(") at -= 1;
    } else if (word.text === ";" && listed(words, at)) {
      continue;
    } else if (word.text === ";" || word.text === "(" || (word.text === ":" && words[at + 1]?.quoted)) {
      from = at + 1;
      break;
    }
  }
  // "(XYZ) The mayor …"
  if (from === 0 && words[0]?.text === "(" && words[2]?.text === ")" && words[2].quoted === null) from = 3;
  const first = words[from];
  if (from === 0 && first !== undefined && /^\p{Lu}{3,}$/u.test(first.text)) {
    for (let at = 1; at < Math.min(14, end); at += 1) {
      const word = words[at];
      if (word !== undefined && word.quoted === null && DATELINE_END.test(word.text)) {
        from = at + 1;
        break;
      }
    }
  }
  const opener = words[from];
  if (opener?.quoted === null && words[from + 1]?.text === "," && LINKS.test(opener.lower)) from += 2;
  else from = linkEnd(words, from);
  while (from < end - 1 && words[from]?.quoted === null && words[from]?.spoken === false) from += 1;
  return from;
}

/** The index after "In fact," and its like, or `from`. */
function linkEnd(words: readonly Word[], from: number): number {
  const comma = words.findIndex((word, at) => at > from && at < from + 5 && word.text === ",");
  const opening = words
    .slice(from, comma)
    .map(({ lower, quoted }) => (quoted === null ? lower : "“"))
    .join(" ");
  return comma > from && LINK_PHRASES.has(opening) ? comma + 1 : from;
}

/** "A was paid; B was paid; and C was paid": semicolons that part a list's items. */
function listed(words: readonly Word[], at: number): boolean {
  return (
    words[at + 1]?.lower === "and" ||
    words.slice(at + 1).some((word, i, rest) => word.text === ";" && rest[i + 1]?.lower === "and")
  );
}

/** Whether a finite verb stands in a stretch, or a quote. */
export function holdsClause(words: readonly Word[], from: number, to: number): boolean {
  const stretch = words.slice(from, to);
  return (
    stretch.some((word) => word.finite || word.quoted !== null) || stretch.filter((word) => word.spoken).length > 6
  );
}

const INTRODUCTORY =
  /^(?:after|before|when|as|while|in|on|at|during|if|since|asked|for|with|by|to|from|speaking|although|though|despite|instead|following|because|once|until|unless|like|unlike|among)$/;

/** "After the vote, she said …" opens a sentence; it is not what she said. */
export function isIntroduction(words: readonly Word[], from: number, to: number): boolean {
  let at = from;
  while (at < to && /^(?:and|but|so|yet|even|just|only)$/.test(words[at]?.lower ?? "")) at += 1;
  const first = words[at];
  if (
    first === undefined ||
    !(INTRODUCTORY.test(first.lower) || first.tag === "gerund" || (first.tag === "past" && !first.finite))
  )
    return false;
  const comma = words.findIndex((_, index) => index > from && index < to && closesWithComma(words, index));
  // "Seeing it happen led her away", "In spring the pier will open again"
  if (
    comma < 0 &&
    (first.tag === "gerund" || (first.tag === "preposition" && tellsWhen(words, at + 1))) &&
    words.slice(from, to).some((word) => word.finite)
  )
    return false;
  return comma < 0 || !words.slice(comma + 1, to).some((word) => word.finite && word.quoted === null);
}

/** A comma of the narrator's, or the one within a quote that ends with it: while it seemed “odd,” a deal was possible. */
function closesWithComma(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.text !== ",") return false;
  return word.quoted === null || (words[at + 1]?.spoken === false && words[at + 2]?.quoted === null);
}

/** "(in) spring", "(on) the first day", "(since) 2019": no more than a time, and no clause hangs on to it. */
function tellsWhen(words: readonly Word[], from: number): boolean {
  const end = simplePhraseEnd(words, from);
  const year = words[from];
  return isTimeWord(words[from]) || isTimeWord(words[end - 1]) || (year?.tag === "number" && year.text.length === 4);
}

/** "The plan, she said, was dead": the rest of the statement. */
export function aroundRest(
  words: readonly Word[],
  content: WordRange,
  comma: number,
  complement: Content | null,
): WordRange | null {
  const mark = words[comma];
  const first = words[comma + 1];
  if (mark?.text !== "," || mark.quoted !== null || first === undefined) return null;
  if (first.quoted !== null) return quotedRest(words, comma + 1, opensOnly(words, content));
  // "If so, she wrote in a letter, the pier is unsafe": what stands before the comma is where she wrote it.
  const placed =
    complement?.kind === "clause" &&
    words[complement.from]?.tag === "preposition" &&
    !words.slice(complement.from, comma).some((word) => word.finite);
  if (complement !== null && complement.from < comma && complement.kind !== "object" && !placed) return null;
  const opened = words.slice(content.from, content.to).some((word) => word.finite && word.quoted === null);
  const introduction = isIntroduction(words, content.from, content.to - 1);
  if (/^(?:and|but)$/.test(first.lower)) {
    if (!opened || introduction || joinsAttribution(words, comma + 2)) return null;
    return contentFrom(words, comma + 1, "clause");
  }
  if (/^(?:who|which|while|adding|when|where|as|citing)$/.test(first.lower)) return null;
  if (first.tag === "gerund" && !(introduction && first.lower !== "according" && !isSpeechVerb(first.lower)))
    return null;
  const goesOn =
    first.finite ||
    opensOnly(words, content) ||
    first.lower === "that" ||
    (/^(?:preposition|because|so|since|if|perhaps|especially|particularly)$/.test(
      first.tag === "preposition" ? first.tag : first.lower,
    ) &&
      opened &&
      !introduction) ||
    ((!opened || introduction) && words.slice(comma + 1).some((word) => word.finite && word.quoted === null));
  if (!goesOn) return null;
  return contentFrom(words, comma + 1, "clause");
}

/** "The plan is dead, she said, and added …", "…, and others say …": the next attribution. */
function joinsAttribution(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + 8); at += 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word)) return false;
    if (word.finite) return isSpeechVerb(word.lower);
  }
  return false;
}

/** "It was, she said, …", "Rather, she said, …": what stands before says nothing by itself. */
function opensOnly(words: readonly Word[], { from, to }: WordRange): boolean {
  const spoken = words.slice(from, to).filter((word) => word.spoken);
  const last = spoken.at(-1);
  return (
    last !== undefined &&
    spoken.length <= 4 &&
    spoken.every(({ quoted }) => quoted === null) &&
    /^(?:be|wh|subordinator|adverb|modal|preposition|determiner|conjunction)$|^that$/.test(last.tag)
  );
}

/** "The plan, she said, “is dead”": a quote that begins in lower case needs what stands before. */
function quotedRest(words: readonly Word[], from: number, needed: boolean): WordRange | null {
  const opening = words.slice(from, from + 3).find((word) => word.spoken);
  if (opening === undefined || !(needed || /^\p{Ll}/u.test(opening.text))) return null;
  return contentFrom(words, from, "quote");
}

/** The content and, after its attribution, the quote that goes on with it: “…,” she said, “…”. */
export function withContinuation(words: readonly Word[], content: WordRange, from: number): WordRange[] {
  const end = adjunctEnd(words, from);
  const mark = words[end];
  if (mark === undefined) return [content];
  let next = end;
  if (mark.quoted === null && /^(?:[,:;.—–]|-{2,})$/.test(mark.text)) next += 1;
  const quote = words[next]?.quoted ?? null;
  if (quote === null) {
    // “Only you,” she said, would try it.
    const first = words[next];
    const goesOn =
      first !== undefined &&
      mark.quoted === null &&
      ((mark.text === ";" && words[content.from]?.quoted === null) ||
        (mark.text === "," &&
          ((first.finite &&
            !(first.tag === "past" && words.slice(content.from, content.to).some((word) => word.finite))) ||
            first.lower === "that" ||
            (first.lower === "to" && words[next + 1]?.tag === "base"))));
    if (!goesOn && mark.text === ",") {
      // “The piles,” said Holm, speaking of the pier, “and …”
      const comma = words.findIndex(
        (word, at) => at >= next && at < next + 14 && word.text === "," && word.quoted === null,
      );
      const after = words[comma + 1];
      const aside =
        comma > 0 &&
        first?.tag === "gerund" &&
        !isSpeechVerb(first.lower) &&
        !words.slice(next, comma).some((word) => word.finite);
      if (aside && after !== undefined && after.quoted !== null) {
        return [content, contentFrom(words, comma + 1, "quote")];
      }
    }
    return goesOn ? [content, contentFrom(words, next, "clause")] : [content];
  }
  if (mark.quoted !== null && end > from + 1 && !/^(?:[,.])$/.test(words[end - 1]?.text ?? "") && end - from > 6)
    return [content];
  let to = next;
  while (to < words.length && words[to]?.quoted !== null) to += 1;
  return [content, contentFrom(words, next, "quote")];
}
