import type { NameMention } from "../name-mention.ts";
import { type TaggedText, textAt } from "../tagged-text.ts";

/** Who made the story or the picture, in a line of its own or in brackets. */
const OPENS_CREDIT: ReadonlySet<string> = new Set(
  (
    "Reporting Writing Editing Photo Photos Photograph Photographs Photography Picture Pictures Image Images Graphic Graphics " +
    "Video Illustration Illustrations Compiled Edited Written Reported Produced Translated Story Words Text"
  ).split(" "),
);
const CREDITS_WITH = /^(?:by|:|courtesy|credit|credits|copyright|©)$/i;
/** "… contributed to this report". */
const CONTRIBUTED_TO = /^to (?:this|the) (?:report|story|article|dispatch)$/;
const EDITORS = /^(?:Editor|Publisher|Editor-in-chief|Reporter|Correspondent|Photographer|Writer|Author|Producer)s?$/i;
/** A line with more tokens is a sentence of the story. */
const LONGEST_LINE = 24;
/** Dash, name and agency at the end of a story. */
const LONGEST_SIGNATURE = 7;
/** What may stand in a byline in small letters. */
const IN_BYLINE =
  /^(?:and|by|in|for|of|the|with|at|staff|writer|reporter|correspondent|editor|contributor|special|to)$/;

/**
 * Leaves out people who wrote, edited, photographed or reported the story and are not in it: bylines, "(Reporting by …)",
 * "Photo: …", "… contributed to this report", in texts in which no part tells.
 */
export function withoutCredits(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const credits = text.sentences.map((_, sentence) => creditIn(text, sentence));
  return names.filter(({ kind, sentence, first, last }) => {
    const credit = credits[sentence];
    return kind !== "person" || credit == null || first < credit[0] || last > credit[1];
  });
}

/** The tokens of a sentence that are a credit, from the first to the last; `null` where there is none. */
function creditIn(text: TaggedText, sentence: number): readonly [first: number, last: number] | null {
  const tokens = text.sentences[sentence]?.tokens ?? [];
  const end = tokens.length - 1;
  for (let at = 0; at < end; at += 1) {
    const word = tokens[at]?.text ?? "";
    if (!mayTell(word.charCodeAt(0))) continue;
    if (word === "contributed" || word === "reported") {
      const what = [1, 2, 3].map((step) => textAt(text, sentence, at + step)).join(" ");
      if (CONTRIBUTED_TO.test(what) && end < LONGEST_LINE) return [0, end];
    }
    const before = textAt(text, sentence, at - 1);
    if (!OPENS_CREDIT.has(before === "Additional" ? word.charAt(0).toUpperCase() + word.slice(1) : word)) continue;
    const isHead = at === 0 || /^(?:[([;]|Additional|File|AP|AFP)$/.test(before);
    if (isHead && isCredit(text, sentence, at + 1))
      return [at, isOpen(text, sentence, at - 1) ? closingOf(text, sentence, at) : end];
  }
  const isLine = end < LONGEST_LINE && text.opening.has(sentence);
  return isLine && (isByline(text, sentence) || isMasthead(text, sentence)) ? [0, end] : null;
}

/** Whether a word that tells of a credit may begin with this character: a capital, or "c" and "r" ("contributed"). */
const mayTell = (code: number): boolean => (code >= 65 && code <= 90) || code === 99 || code === 114;

/** "Photo by", "Photo: ", "Photo credit:"; but not "Photo: the mayor of …", a caption. */
function isCredit(text: TaggedText, sentence: number, at: number): boolean {
  if (!CREDITS_WITH.test(textAt(text, sentence, at))) return false;
  if (textAt(text, sentence, at).toLowerCase() === "by") return /^\p{Lu}/u.test(textAt(text, sentence, at + 1));
  const rest = text.sentences[sentence]?.tokens.slice(at + 1) ?? [];
  return rest.length > 0 && rest.every(({ text: word }) => !/^\p{Ll}/u.test(word) || IN_BYLINE.test(word));
}

/** Whether a bracket opens before a credit: "(Additional reporting by …". */
function isOpen(text: TaggedText, sentence: number, at: number): boolean {
  return [textAt(text, sentence, at), textAt(text, sentence, at - 1)].includes("(");
}

function closingOf(text: TaggedText, sentence: number, from: number): number {
  const tokens = text.sentences[sentence]?.tokens ?? [];
  for (let at = from; at < tokens.length; at += 1) if (tokens[at]?.text === ")") return at;
  return tokens.length - 1;
}

/** "By Marcus Dell", "By CHOI HE-JIN (hejin@example.com)": a line of "by" and names. */
function isByline(text: TaggedText, sentence: number): boolean {
  const tokens = text.sentences[sentence]?.tokens ?? [];
  if (!/^by$/i.test(tokens[0]?.text ?? "") || !/^\p{Lu}/u.test(tokens[1]?.text ?? "")) return false;
  return tokens.every(
    ({ text: word }) => !/^\p{Ll}/u.test(word) || IN_BYLINE.test(word) || isAddressPart(text, sentence, word),
  );
}

/** A byline's address is cut into several tokens. */
function isAddressPart(text: TaggedText, sentence: number, word: string): boolean {
  const tokens = text.sentences[sentence]?.tokens ?? [];
  return word.includes("@") || tokens.some(({ text: other }) => other.includes("@"));
}

/** "Editor in chief — Ann Holt", "— Ann Holt, XYZ". */
function isMasthead(text: TaggedText, sentence: number): boolean {
  const tokens = text.sentences[sentence]?.tokens ?? [];
  if (tokens.length <= LONGEST_SIGNATURE && /^(?:—|–|--)$/.test(tokens[0]?.text ?? ""))
    return tokens.slice(1).every(({ text: word }) => !/^\p{Ll}/u.test(word));
  if (!tokens.slice(0, 3).some(({ text: word }) => EDITORS.test(word))) return false;
  const mark = tokens.findIndex(({ text: word }) => /^(?:—|–|-|--|:)$/.test(word));
  return mark > 0 && mark < 5 && tokens.slice(mark + 1).every(({ text: word }) => !/^\p{Ll}/u.test(word));
}
