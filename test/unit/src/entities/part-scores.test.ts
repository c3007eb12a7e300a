import { describe, expect, it } from "vitest";
import { FeatureExtractor, Part, PART_COUNT } from "../../../../src/entities/tagging/features.ts";
import { Gazetteer } from "../../../../src/entities/tagging/gazetteer.ts";
import { LABEL_COUNT, type LabelScores } from "../../../../src/entities/tagging/labels.ts";
import { Lexicon } from "../../../../src/entities/tagging/lexeme.ts";
import { PartScores } from "../../../../src/entities/tagging/part-scores.ts";
import { taggableSentence } from "../../../../src/entities/tagging/taggable.ts";
import { tokenise } from "../../../../src/text/tokenise.ts";
import { gatherEvidence } from "../../../../src/entities/tagging/evidence.ts";

/** Scores that are small whole numbers made of a feature's own bits. */
const scores: LabelScores = {
  transitions: [new Float32Array(LABEL_COUNT ** 2), new Float32Array(LABEL_COUNT ** 2)],
  addScores(features, count, emissions, at) {
    for (const feature of features.subarray(0, count)) {
      for (let label = 0; label < LABEL_COUNT; label += 1) emissions[at + label]! += (feature >> (3 * label)) & 7;
    }
  },
};

const TEXT = "Helen Marsh met the mayor of Oslo on Monday, and Marsh said that Oslo was cold.";

/** The scores of all words of a text in their parts, token by token. */
function scoresOf(text: string, lexicon: Lexicon, kept: PartScores, extractor: FeatureExtractor): number[] {
  const tokens = tokenise(text);
  const sentence = taggableSentence({ start: 0, end: text.length, tokens }, lexicon);
  const evidence = gatherEvidence([sentence]);
  const emissions = new Float32Array(tokens.length * LABEL_COUNT);
  for (let at = 0; at < tokens.length; at += 1) {
    extractor.gatherParts(sentence, at, evidence);
    kept.addGathered(emissions, at * LABEL_COUNT);
  }
  return [...emissions];
}

function scored(...texts: readonly { readonly text: string; readonly lexicon: Lexicon }[]): number[][] {
  const extractor = new FeatureExtractor();
  const kept = new PartScores(scores, extractor);
  return texts.map(({ text, lexicon }) => scoresOf(text, lexicon, kept, extractor));
}

const emptyLexicon = (): Lexicon => new Lexicon(Gazetteer.of([]));

describe("PartScores", () => {
  it("gives a word in a part the sum of its features' scores", () => {
    const extractor = new FeatureExtractor();
    const kept = new PartScores(scores, extractor);
    const lexeme = emptyLexicon().lexemeOf("Harbourton");
    for (let part: Part = Part.Own; part < PART_COUNT; part += 1) {
      extractor.partWords[0] = lexeme;
      extractor.parts[0] = part;
      extractor.partCount = 1;
      const expected = new Float32Array(LABEL_COUNT);
      extractor.extractPart(lexeme, part);
      scores.addScores(extractor.features, extractor.count, expected, 0);
      const emissions = new Float32Array(LABEL_COUNT);
      kept.addGathered(emissions, 0);
      expect(emissions).toEqual(expected);
    }
  });

  it("gives the same when words come back", () => {
    const lexicon = emptyLexicon();
    const [first, second] = scored({ text: TEXT, lexicon }, { text: TEXT, lexicon });
    expect(second).toEqual(first);
  });

  it("tells words apart that bear the same number, as those of an emptied lexicon do", () => {
    const backwards = TEXT.split(" ").toReversed().join(" ");
    const [, after] = scored({ text: TEXT, lexicon: emptyLexicon() }, { text: backwards, lexicon: emptyLexicon() });
    const [alone] = scored({ text: backwards, lexicon: emptyLexicon() });
    expect(after).toEqual(alone);
  });

  it("has room for as many words as come", () => {
    const lexicon = emptyLexicon();
    const text = Array.from({ length: 3000 }, (_, index) => `Name${index.toString(36)}x`).join(" ");
    const [long, short] = scored({ text, lexicon }, { text: TEXT, lexicon });
    expect(long?.every((score) => score > 0)).toBe(true);
    expect(short).toEqual(scored({ text: TEXT, lexicon: emptyLexicon() })[0]);
  });
});
