import { readFileSync } from "node:fs";
import { join } from "node:path";
import { articleOfPlainText } from "../src/article/plain-text.ts";
import { classBit, phraseHash } from "../src/entities/tagging/gazetteer.ts";
import { beginLabel } from "../src/entities/tagging/labels.ts";
import type { Lexicon } from "../src/entities/tagging/lexeme.ts";
import { taggableSentence, type TaggableSentence } from "../src/entities/tagging/taggable.ts";
import type { Sentence } from "../src/text/document.ts";
import { segment } from "../src/text/segment.ts";
import { type GoldMention, mendMarks } from "./mend-marks.ts";
import { randomNumbers } from "./random.ts";

/** One line of a corpus file. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** A sentence with its right labels, one for each token. */
export interface LabelledSentence {
  readonly sentence: TaggableSentence;
  readonly labels: Uint8Array;
  /** 1 where the marks leave open what is right. */
  readonly open: Uint8Array;
}

export interface LabelledDocument {
  readonly id: string;
  readonly sentences: readonly LabelledSentence[];
  /** How much a mistake in it counts. */
  readonly weight: number;
  /** Marked by programs, or not all of its names: what a model holds for very unlikely is not learnt from. */
  readonly isSilver: boolean;
}

/** Reads a corpus file, one JSON document a line. */
export function readCorpus(folder: string, name: string): GoldDocument[] {
  return readFileSync(join(folder, `${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GoldDocument);
}

/**
 * Gives a sentence's tokens their labels. A name is left out where its borders are no borders of tokens, or where it covers a
 * token that the tagger never takes for part of a name.
 */
function label(sentence: Sentence, taggable: TaggableSentence, mentions: readonly GoldMention[]): LabelledSentence {
  const labels = new Uint8Array(sentence.tokens.length);
  const open = new Uint8Array(sentence.tokens.length);
  for (const mention of mentions) {
    const { kind } = mention;
    if (kind === "other") continue;
    if (mention.start < sentence.start || mention.end > sentence.end) continue;
    const first = sentence.tokens.findIndex((token) => token.start === mention.start);
    const last = sentence.tokens.findIndex((token) => token.end === mention.end);
    if (first < 0 || last < first) continue;
    if (taggable.candidates.subarray(first, last + 1).includes(0)) continue;
    if (kind === "accepted") {
      open.fill(1, first, last + 1);
      continue;
    }
    const begin = beginLabel(kind);
    labels[first] = begin;
    labels.fill(begin + 1, first + 1, last + 1);
  }
  return { sentence: taggable, labels, open };
}

const SHORT_WORDS: ReadonlySet<string> = new Set(
  "a an the of in on at to for and or by with as from but over after".split(" "),
);

function titleCase(word: string): string {
  return SHORT_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** How often a sentence is learnt once more in capitals and once more in title case: headlines are rare in corpora. */
const RECASED_SHARE = 0.03;
const LONGEST_HEADLINE = 30;

const STATE = classBit("country") | classBit("capital");
const REGIONS = classBit("region") | classBit("country");

/** Countries, capitals, and regions that are known as nothing else. */
const isState = (classes: number): boolean => (classes & STATE) !== 0 || (classes !== 0 && (classes & ~REGIONS) === 0);

/** Turns documents of a corpus into labelled sentences, cut as the shipped code cuts them. */
export function labelDocuments(
  documents: readonly GoldDocument[],
  lexicon: Lexicon,
  options: { readonly weight: number; readonly isSilver: boolean; readonly seed: number },
): LabelledDocument[] {
  const random = randomNumbers(options.seed);
  return documents.map(({ id, text, mentions }) => {
    const mended = mendMarks(text, mentions, (name) => isState(lexicon.gazetteer.classesOf(phraseHash(name))));
    const sentences: LabelledSentence[] = [];
    const recased: LabelledSentence[] = [];
    for (const paragraph of segment(articleOfPlainText(text)).paragraphs) {
      for (const sentence of paragraph.sentences) {
        const taggable = taggableSentence(sentence, lexicon);
        const labelled = label(sentence, taggable, mended);
        sentences.push(labelled);
        const draw = random();
        if (draw < 2 * RECASED_SHARE && sentence.tokens.length <= LONGEST_HEADLINE) {
          const recase = draw < RECASED_SHARE ? (word: string) => word.toUpperCase() : titleCase;
          const tokens = sentence.tokens.map((token) => ({ ...token, text: recase(token.text) }));
          recased.push({ ...labelled, sentence: taggableSentence({ ...sentence, tokens }, lexicon) });
        }
      }
    }
    return { id, sentences: [...sentences, ...recased], weight: options.weight, isSilver: options.isSilver };
  });
}
