import { expect, it } from "vitest";
import { isNameOfSyllables } from "../../../../src/text/syllables.ts";

const NAMES =
  "Sung-han Ji-won Jae-myung Seok-youl Eun-kyung Dong-hyuk Kyung-wha In-bee Ing-wen Ying-jeou Shui-bian Teng-hui " +
  "Hsing-te Chee-hwa Chun-ying Yuet-ngor Kai-shek En-lai";
const COMPOUNDS =
  "Paris-based Russia-led Oslo-born Lee-run Kim-led Mao-era Sun-like Bergen-area Moen-style Pop-up I-am Norway-wide " +
  "Lund-backed China-made Xi-friendly Anne-marie";

it.each(NAMES.split(" "))("%s is a given name", (name) => {
  const [first = "", second = ""] = name.split("-");
  expect(isNameOfSyllables(first, second)).toBe(true);
});

it.each(COMPOUNDS.split(" "))("%s is none", (compound) => {
  const [first = "", second = ""] = compound.split("-");
  expect(isNameOfSyllables(first, second)).toBe(false);
});
