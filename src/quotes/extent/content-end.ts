import { clauseFollows } from "../../syntax/clause.ts";
import { closingMark, isBoundary, isTimeWord, type Word, type WordRange } from "../../syntax/word.ts";
import {
  commentFollows,
  compares,
  type ContentKind,
  dashEnds,
  explains,
  partsClauses,
  sharesSubject,
  takesUpNarration,
  tellsOn,
} from "./narration.ts";

/** Where a statement begins that stands behind its verb, and in what form. */
export interface Content {
  /** Index of its first word. */
  readonly from: number;
  readonly kind: ContentKind;
}

/** Words after a comma that take the narrator's voice up again. */
const NARRATOR =
  /^(?:adding|citing|referring|prompting|compared|despite|alluding|drawing|according|noting|echoing|reflecting|highlighting|underscoring|underlining|mirroring|signall?ing|sparking|triggering|fuell?ing|conceding|invoking)$/;

/**
 * The index after the last word of a statement that begins at `from` and stands after its verb.
 *
 * @param whole true where nothing of the sentence is the narrator's own: "according to Smith, …".
 */
export function contentEnd(words: readonly Word[], from: number, kind: ContentKind, whole = false): number {
  const quote = words[from]?.quoted ?? null;
  let end = words.length;
  if (kind === "quote" && quote !== null) {
    let close = from;
    while (close < words.length && words[close]?.quoted === quote) close += 1;
    if (!goesOn(words, close)) return trimEnd(words, from, close);
  }
  // A clause is not over before its verb: "that a deal, however small, was worth it".
  let complete = whole || (kind !== "that" && kind !== "clause") || words[from]?.finite === true;
  for (let at = from + 1; at < words.length; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined) continue;
    complete ||= word.finite || word.quoted !== null;
    if (word.quoted !== null) {
      if (next?.quoted === null && (kind === "object" ? endsWithQuote(words, at) : endsInQuote(words, at, kind))) {
        end = at + 1;
        break;
      }
      continue;
    }
    if (word.lower === "according" && next?.lower === "to") {
      end = at;
      break;
    }
    if (kind === "object" && at > from && endsObject(words, from, at)) {
      end = at;
      break;
    }
    if (word.text === ":" && kind === "object" && next !== undefined && next.quoted !== null) {
      end = at;
      break;
    }
    if (!complete && (kind === "that" || closesAside(words, at))) continue;
    if (
      at > from + 1 &&
      (dashEnds(words, at) ||
        sharesSubject(words, from, at) ||
        (!whole && (tellsOn(words, from, at) || partsClauses(words, at))))
    ) {
      end = at;
      break;
    }
    if (word.text !== "," || next === undefined || next.quoted !== null) continue;
    if (!whole && (commentFollows(words, at + 1) || explains(words, at + 1) || compares(words, at + 1))) {
      end = at;
      break;
    }
    if (NARRATOR.test(next.lower) || (at > from + 2 && takesUpNarration(words, at + 1, kind))) {
      end = at;
      break;
    }
  }
  return trimEnd(words, from, end);
}

/** The statement that begins at `from`, to where it ends. */
export const contentFrom = (words: readonly Word[], from: number, kind: ContentKind, whole = false): WordRange => ({
  from,
  to: contentEnd(words, from, kind, whole),
});

/** Whether what opens at a mark is set off, and the clause's verb comes after it. */
function closesAside(words: readonly Word[], at: number): boolean {
  const mark = words[at]?.text;
  const close = words.findIndex((word, index) => index > at && word.text === mark && word.quoted === null);
  return close > 0 && words[close + 1]?.finite === true && words[close + 1]?.quoted === null;
}

/** What was denied or praised is a noun phrase: it ends where a clause or another verb of the narrator begins. */
function endsObject(words: readonly Word[], from: number, at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined) return false;
  if (/^(?:after|before|while|when|because|since|until|although|though|during)$/.test(word.lower))
    return words[at - 1]?.tag !== "past";
  if (word.lower === "as" && next.tag === "pronoun") return true;
  if (word.text === "," && next.quoted === null && next.finite && next.tag !== "modal") {
    // "the plan, has left": no comma before it that this one could close
    return !words.slice(from, at).some((other) => other.text === ",");
  }
  if (word.text === "," && next.quoted === null && (next.tag === "gerund" || next.tag === "subordinator")) return true;
  // "denied the charge, but the town fined her"
  if (word.text === "," && next.quoted === null && next.tag === "conjunction" && clauseFollows(words, at + 2))
    return true;
  if (word.tag !== "conjunction") return false;
  const verb = next.tag === "adverb" ? words[at + 2] : next;
  return verb?.finite === true || (next.tag === "pronoun" && words[at + 2]?.finite === true);
}

/** After a quote that is what somebody was called, the narrator goes on: “a moderate,” a dig at …; “decent” Tuesday. */
function endsWithQuote(words: readonly Word[], last: number): boolean {
  const next = words[last + 1];
  if (next === undefined) return false;
  if (isTimeWord(next)) return true;
  const comma = words.slice(Math.max(0, last - 2), last + 1).some((word) => word.text === ",");
  if (!comma && next.text !== ",") return false;
  const first = next.text === "," ? words[last + 2] : next;
  return (
    first !== undefined &&
    first.quoted === null &&
    /^(?:gerund|determiner|preposition|subordinator|wh|past|noun|pronoun)$/.test(first.tag)
  );
}

/** “…,” while …, to “…,” as …: a comma within the closing mark stands for one after it. */
const endsInQuote = (words: readonly Word[], last: number, kind: ContentKind): boolean =>
  closingMark(words, last) === "," &&
  (kind === "infinitive" ||
    (kind === "quote" && words[last + 1]?.lower === "as") ||
    /^(?:while|though|although|presumably|according)$/.test(words[last + 1]?.lower ?? ""));

/** Whether a sentence goes on with the speaker's words after a quote: “a disaster” for the region. */
function goesOn(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined) return false;
  if (/^[,—–]$/.test(word.text))
    return next !== undefined && (next.quoted !== null || (next.lower === "and" && words[at + 2]?.quoted !== null));
  if (isBoundary(word) && word.quoted === null) return false;
  if (word.quoted !== null) return true;
  if (isNamed(words, at)) return true;
  if (isTimeWord(word) || word.tag === "adverb") return false;
  if (word.tag === "preposition" || word.tag === "subordinator")
    return /^(?:of|for|to|towards?|about|against|between|from)$/.test(word.lower);
  if (word.tag === "conjunction")
    return !words.slice(at + 1, at + 3).some((other) => other.finite && other.quoted === null) || next?.quoted !== null;
  return true;
}

/** suggested “gridlock” in the city had begun: the quote is but the clause's subject. */
function isNamed(words: readonly Word[], after: number): boolean {
  const quote = words[after - 1]?.quoted ?? null;
  if (words.filter((word) => word.quoted === quote && word.spoken).length > 4) return false;
  for (let at = after; at < words.length; at += 1) {
    const word = words[at];
    if (
      word === undefined ||
      (word.quoted === null && (isBoundary(word) || /^(?:wh|subordinator|that)$/.test(word.tag)))
    )
      return false;
    if (word.finite && word.quoted === null) return true;
  }
  return false;
}

function trimEnd(words: readonly Word[], from: number, to: number): number {
  let end = to;
  while (end > from + 1) {
    const last = words[end - 1];
    if (last === undefined || last.quoted !== null || !(/^[.,;:!?—–)]$/.test(last.text) || last.tag === "conjunction"))
      break;
    end -= 1;
  }
  return end;
}
