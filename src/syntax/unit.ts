import type { Sentence, TextDocument } from "../text/document.ts";
import type { Steps } from "../slices.ts";
import type { Span } from "../text/span.ts";
import { capitalsCarryMeaning } from "../english/tagger/features.ts";
import type { TaggerModel } from "../english/tagger/model.ts";
import { tagWords } from "../english/tagger/tagger.ts";
import { fold, isAcronym } from "../english/tagger/tags.ts";
import { isSpeechVerb } from "../english/verbs.ts";
import { datelineEnd } from "./dateline.ts";
import { markFinite } from "./finite.ts";
import { quotedParagraphs, type QuotedSpan } from "./marks.ts";
import { mendBehindQuotes, mendReports } from "./repairs.ts";
import { is, type NewWord, type Word } from "./word.ts";

/** A sentence of the narrator: quotes in it stay whole, however many sentences they hold. */
export interface Unit extends Span {
  /** Index of its paragraph. */
  readonly paragraph: number;
  readonly words: readonly Word[];
}

/**
 * No unit has more words, nor more of the narrator's own: rules look back and ahead within a unit, and their work must not
 * grow with a page.
 */
const MOST_WORDS = 400;
const MOST_OWN_WORDS = 200;

/**
 * Cuts each paragraph that repeats no other into units, a step for each paragraph. A dateline is one of its own: no frame sees it.
 *
 * @param places where the document names places.
 */
export function* unitsOf(document: TextDocument, model: TaggerModel, places: readonly Span[] = []): Steps<Unit[]> {
  const units: Unit[] = [];
  const quotes = quotedParagraphs(document.text, document.paragraphs);
  for (const [paragraph, { sentences, repeatOf }] of document.paragraphs.entries()) {
    if (repeatOf !== null) continue;
    const words = wordsOf(document.text, sentences, quotes[paragraph] ?? [], model);
    const dateline = datelineEnd(words, places);
    let first = 0;
    let own = 0;
    for (let at = 0; at < words.length; at += 1) {
      if (words[at]?.quoted === null) own += 1;
      const isFull = at + 1 - first >= MOST_WORDS || own >= MOST_OWN_WORDS;
      if (at + 1 < words.length && !isFull && at + 1 !== dateline && !endsUnit(words, at)) continue;
      own = 0;
      const cut = words.slice(first, at + 1);
      mendReports(cut);
      markFinite(cut);
      mendBehindQuotes(cut);
      units.push({ start: cut[0]?.start ?? 0, end: cut.at(-1)?.end ?? 0, paragraph, words: cut });
      first = at + 1;
    }
    yield;
  }
  return units;
}

/** A word, and whether its sentence ends with it. */
interface Placed extends NewWord {
  readonly endsSentence: boolean;
}

function wordsOf(
  text: string,
  sentences: readonly Sentence[],
  quotes: readonly QuotedSpan[],
  model: TaggerModel,
): Placed[] {
  const words: Placed[] = [];
  let next = 0;
  for (const { tokens } of sentences) {
    const tags = tagWords(tokens, model);
    const telling = capitalsCarryMeaning(tokens);
    for (const [at, token] of tokens.entries()) {
      while (next < quotes.length && token.start >= (quotes[next]?.end ?? 0)) next += 1;
      const quote = quotes[next];
      words.push({
        start: token.start,
        end: token.end,
        text: token.text === "―" || (token.text === "-" && isSpaced(text, token)) ? "–" : token.text,
        lower: telling && isAcronym(token.text) ? token.text : fold(token.text),
        tag: tags[at] ?? "mark",
        capital: telling && !/^[a-z]*$/.test(token.text) && /^[\p{Lu}@#]|^\p{Ll}{1,2}\p{Lu}/u.test(token.text),
        spoken: /^[a-zA-Z0-9]/.test(token.text) || /[\p{L}\p{N}]/u.test(token.text),
        finite: false,
        quoted: quote !== undefined && token.start >= quote.start ? quote : null,
        endsSentence: at === tokens.length - 1,
      });
    }
  }
  return words;
}

/** A hyphen with space on both sides is a dash. */
const isSpaced = (text: string, { start, end }: Span): boolean =>
  /\s/.test(text.charAt(start - 1)) && /\s/.test(text.charAt(end));

function endsUnit(words: readonly Placed[], at: number): boolean {
  const here = words[at];
  const next = words[at + 1];
  if (here === undefined || next === undefined) return true;
  if (here.text === "|" && here.quoted === null) return true;
  if (!here.endsSentence || (here.quoted !== null && here.quoted === next.quoted)) return false;
  if (here.quoted === null || next.quoted !== null) return true;
  // “The pier has had its day.” — Ingrid Solberg
  if (/^(?:[—–]|-{2})$/.test(next.text)) return false;
  // “Where?” Mr Smith asked: the sentence goes on after the quote.
  const ending = (words[at - 1]?.text ?? "") + here.text;
  if (/[?!][”"'’»]*$/.test(ending)) return !cueFollows(words, at + 1);
  return !(/[.][”"'’»]+$/.test(ending) && isAttribution(words, at + 1));
}

/** How many words such an attribution has at most. */
const ATTRIBUTION = 6;

/** “The pier is lost.” Holm said. */
function isAttribution(words: readonly Placed[], from: number): boolean {
  const following = words.slice(from, from + ATTRIBUTION);
  const end = following.findIndex(({ endsSentence }) => endsSentence);
  return (
    end >= 2 &&
    following[end]?.text === "." &&
    isSaid(following[end - 1]) &&
    following.slice(0, end - 1).every(({ tag }) => tag === "noun" || tag === "pronoun")
  );
}

const isSaid = (word: Word | undefined): boolean =>
  word !== undefined && (word.tag === "past" || word.tag === "present") && isSpeechVerb(word.lower);

/** How many words may stand between a quote that ends in "?" or "!" and its verb. */
const SPEAKER_WORDS = 7;

function cueFollows(words: readonly Placed[], from: number): boolean {
  let end = from + SPEAKER_WORDS;
  for (let at = from; at < end; at += 1) {
    if (is(words[at], ",")) {
      // “Where?” Anna Smith, the mayor of the town, asked.
      const aside = words.slice(at + 1, at + 1 + SPEAKER_WORDS);
      const close = aside.findIndex(({ text }) => /^[,.;:!?]$/.test(text));
      if (aside[close]?.text !== ",") return false;
      at += 1 + close;
      end = at + SPEAKER_WORDS;
      continue;
    }
    if (words[at]?.quoted !== null || /^[.;:!?]$/.test(words[at]?.text ?? "")) return false;
    const after = words[at + 1];
    if (isSaid(words[at]))
      return (
        at === from || !after?.spoken || after.capital || /^(?:preposition|subordinator|adverb|to)$/.test(after.tag)
      );
  }
  return false;
}
