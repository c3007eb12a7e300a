import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import { classBit, Gazetteer, type GazetteerClass, phraseHash } from "../../../../src/entities/tagging/gazetteer.ts";
import { Lexicon } from "../../../../src/entities/tagging/lexeme.ts";
import type { NameMention } from "../../../../src/entities/rules/name-mention.ts";
import { taggableSentence } from "../../../../src/entities/tagging/taggable.ts";
import { type TaggedText, taggedText } from "../../../../src/entities/rules/tagged-text.ts";
import { segment } from "../../../../src/text/segment.ts";
import { markNames, readNames } from "../../../cases/notation.ts";

/** What a rule must and must not change: marked names before and after it. */
export type Cases = readonly (readonly [name: string, before: string, after: string])[];

const KNOWN: Readonly<Partial<Record<GazetteerClass, readonly string[]>>> = {
  country: [
    "Norway",
    "Denmark",
    "Mongolia",
    "Ossetia",
    "Czech Republic",
    "Republic",
    "Zimbabwe",
    "Isle of Man",
    "Georgia",
  ],
  city: ["Oslo", "Bergen", "South", "Kyiv", "Sydney", "Drammen", "Hue"],
  capital: ["Oslo", "Kyiv"],
  metropolis: ["Sydney", "Kyiv"],
  region: ["Michigan", "Tarn State", "Tarn Bank", "Bay Area", "Karelia Coast"],
  town: ["Lund", "Phnom Penh", "White House"],
  feature: ["White House"],
  given: ["Anna", "Georgia", "Sydney", "Hope", "Erik"],
  family: ["Holm", "Wu"],
  demonym: ["Welsh", "Breton"],
  organisation: ["Hansa Holm", "Otterpol"],
  word: ["Hope", "State", "Justice", "defeats"],
};
const gazetteer = Gazetteer.of(
  Object.entries(KNOWN).flatMap(([name, phrases]) =>
    phrases.map((phrase) => ({ hash: phraseHash(phrase), classes: classBit(name as GazetteerClass) })),
  ),
);
const lexicon = new Lexicon(gazetteer);

/** Takes the marked names through a rule, and marks what it leaves. */
export function through(
  rule: (text: TaggedText, names: readonly NameMention[]) => readonly NameMention[],
  marked: string,
): string {
  const { text: plain, names: spans } = readNames(marked);
  const sentences = segment(articleOfPlainText(plain)).paragraphs.flatMap((paragraph) => paragraph.sentences);
  const taggable = sentences.map((sentence) => taggableSentence(sentence, lexicon));
  const text = taggedText({ sentences, taggable, gazetteer, opening: new Set([0]) });
  const names = spans.map(({ start, end, kind }): NameMention => {
    const sentence = sentences.findIndex((candidate) => candidate.start <= start && end <= candidate.end);
    const tokens = sentences[sentence]!.tokens;
    const first = tokens.findIndex((token) => token.start === start);
    return { sentence, first, last: tokens.findIndex((token) => token.end === end), kind };
  });
  const left = rule(text, names).map(({ sentence, first, last, kind }) => {
    const tokens = sentences[sentence]!.tokens;
    return { start: tokens[first]!.start, end: tokens[last]!.end, kind };
  });
  return markNames(plain, left);
}
