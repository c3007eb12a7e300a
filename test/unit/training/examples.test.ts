import { expect, it } from "vitest";
import { Gazetteer } from "../../../src/entities/tagging/gazetteer.ts";
import { Lexicon } from "../../../src/entities/tagging/lexeme.ts";
import { type GoldDocument, labelDocuments } from "../../../training/corpus.ts";
import { extractExamples } from "../../../training/examples.ts";
import type { GoldMention } from "../../../training/mend-marks.ts";

const TEXT = "Yesterday two sailors of the old school saw Tarnby again.";

function weightsWith(kind: GoldMention["kind"]): number[] {
  const start = TEXT.indexOf("Tarnby");
  const document: GoldDocument = {
    id: "1",
    text: TEXT,
    mentions: [{ start, end: start + "Tarnby".length, kind }],
  };
  const options = { weight: 0.5, isSilver: false, seed: 1 };
  return [...extractExamples(labelDocuments([document], new Lexicon(Gazetteer.of([])), options)).weights];
}

it("learns from what stands around a name", () => {
  expect(weightsWith("place")).toEqual([0.5, 0.5]);
});

it("learns nothing from where the marks leave open what a name is", () => {
  expect(weightsWith("accepted")).toEqual([0.5, 0]);
});
