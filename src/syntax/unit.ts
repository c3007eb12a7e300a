import type { Paragraph, TextDocument } from "../text/document.ts";
import type { Span } from "../text/span.ts";
import { capitalsCarryMeaning } from "../english/tagger/features.ts";
import type { TaggerModel } from "../english/tagger/model.ts";
import { tagWords } from "../english/tagger/tagger.ts";
import { fold } from "../english/tagger/tags.ts";
import { isSpeechVerb } from "../english/verbs.ts";
import { markFinite } from "./finite.ts";
import { quotedParagraphs, type QuotedSpan } from "./marks.ts";
import { mendBehindQuotes, mendReports } from "./repairs.ts";
import type { Word } from "./word.ts";

/** A sentence of the narrator: quotes in it stay whole, however many sentences they hold. */
export interface Unit extends Span {
  /** Index of its paragraph. */
  readonly paragraph: number;
  readonly words: readonly Word[];
}

/** Cuts each paragraph that repeats no other into units. */
export function unitsOf(document: TextDocument, model: TaggerModel): Unit[] {
  const units: Unit[] = [];
  const quotes = quotedParagraphs(document.text, document.paragraphs);
  document.paragraphs.forEach((paragraph, index) => {
    if (paragraph.repeatOf !== null) return;
    const words = wordsOf(document.text, paragraph, quotes[index] ?? [], model);
    let first = 0;
    for (let at = 0; at < words.length; at += 1) {
      if (at + 1 < words.length && !endsUnit(words, at)) continue;
      const cut = words.slice(first, at + 1).map(({ word }) => word);
      const start = cut[0]?.start ?? 0;
      const end = cut.at(-1)?.end ?? start;
      units.push({ start, end, paragraph: index, words: mendBehindQuotes(markFinite(mendReports(cut))) });
      first = at + 1;
    }
  });
  return units;
}

interface Placed {
  readonly word: Word;
  readonly endsSentence: boolean;
}

function wordsOf(text: string, paragraph: Paragraph, quotes: readonly QuotedSpan[], model: TaggerModel): Placed[] {
  let next = 0;
  return paragraph.sentences.flatMap(({ tokens }) => {
    const tags = tagWords(tokens, model);
    const telling = capitalsCarryMeaning(tokens);
    return tokens.map((token, at): Placed => {
      while (next < quotes.length && token.start >= (quotes[next]?.end ?? 0)) next += 1;
      const quote = quotes[next];
      return {
        word: {
          start: token.start,
          end: token.end,
          text: token.text === "―" || (token.text === "-" && isSpaced(text, token)) ? "–" : token.text,
          lower: fold(token.text),
          tag: tags[at] ?? "mark",
          capital: telling && /^[\p{Lu}@#]|^\p{Ll}{1,2}\p{Lu}/u.test(token.text),
          spoken: /[\p{L}\p{N}]/u.test(token.text),
          finite: false,
          quoted: quote !== undefined && token.start >= quote.start ? quote : null,
        },
        endsSentence: at === tokens.length - 1,
      };
    });
  });
}

/** A hyphen with space on both sides is a dash. */
const isSpaced = (text: string, { start, end }: Span): boolean =>
  /\s/.test(text.charAt(start - 1)) && /\s/.test(text.charAt(end));

/** How many words may stand between a quote that ends in "?" or "!" and its verb. */
const SPEAKER_WORDS = 7;

function endsUnit(words: readonly Placed[], at: number): boolean {
  const here = words[at];
  const next = words[at + 1];
  if (here === undefined || next === undefined) return true;
  if (here.word.text === "|" && here.word.quoted === null) return true;
  const inside = here.word.quoted !== null && here.word.quoted === next.word.quoted;
  if (inside || !here.endsSentence) return false;
  // “The pier has had its day.” — Ingrid Solberg
  if (here.word.quoted !== null && next.word.quoted === null && /^(?:[—–]|-{2})$/.test(next.word.text)) return false;
  // “Where?” Mr Smith asked: the sentence goes on after the quote.
  if (here.word.quoted === null || next.word.quoted !== null) return true;
  const ending = lastTwo(words, at);
  if (/[?!][”"'’»]*$/.test(ending)) return !cueFollows(words, at + 1);
  return !(/[.][”"'’»]+$/.test(ending) && isAttribution(words, at + 1));
}

/** “The pier is lost.” Holm said. */
function isAttribution(words: readonly Placed[], from: number): boolean {
  const end = words.findIndex(({ endsSentence }, at) => at >= from && endsSentence);
  const verb = words[end - 1]?.word;
  return (
    end - from >= 2 &&
    end - from <= 5 &&
    words[end]?.word.text === "." &&
    verb !== undefined &&
    (verb.tag === "past" || verb.tag === "present") &&
    isSpeechVerb(verb.lower) &&
    words.slice(from, end - 1).every(({ word }) => word.tag === "noun" || word.tag === "pronoun")
  );
}

function lastTwo(words: readonly Placed[], at: number): string {
  return (words[at - 1]?.word.text ?? "") + (words[at]?.word.text ?? "");
}

function cueFollows(words: readonly Placed[], from: number): boolean {
  let end = from + SPEAKER_WORDS;
  for (let at = from; at < Math.min(words.length, end); at += 1) {
    const word = words[at]?.word;
    if (word?.text === "," && word.quoted === null) {
      // “Where?” Anna Smith, the mayor of the town, asked.
      const close = words.findIndex((other, index) => index > at && /^[,.;:!?]$/.test(other.word.text));
      if (words[close]?.word.text !== "," || close - at > SPEAKER_WORDS) return false;
      at = close;
      end = close + SPEAKER_WORDS;
      continue;
    }
    if (word === undefined || word.quoted !== null || /^[.;:!?]$/.test(word.text)) return false;
    if ((word.tag === "past" || word.tag === "present") && isSpeechVerb(word.lower)) {
      const after = words[at + 1]?.word;
      return (
        after === undefined ||
        !after.spoken ||
        /^(?:preposition|subordinator|adverb|to)$/.test(after.tag) ||
        after.capital ||
        at === from
      );
    }
  }
  return false;
}
