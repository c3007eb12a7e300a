import { describe, expect, it } from "vitest";
import { tokenise } from "../../../../src/text/tokenise.ts";

const CASES: readonly (readonly [name: string, text: string, tokens: string])[] = [
  ["words and marks", "Rain fell, then stopped.", "Rain|fell|,|then|stopped|."],
  ["possessive, straight and curly", "Ilmari's boat and Orla’s oar", "Ilmari|'s|boat|and|Orla|’s|oar"],
  ["possessive of a plural", "the sailors' union", "the|sailors|'|union"],
  ["contraction", "they'll go, we don't", "they|'ll|go|,|we|don't"],
  ["Irish name", "O'Brien and d’Arcy", "O'Brien|and|d’Arcy"],
  ["a given name of two syllables", "President Park Ji-won’s aide", "President|Park|Ji-won|’s|aide"],
  ["such a name before a participle", "the Jong-un-led party", "the|Jong-un|-|led|party"],
  ["place before a participle", "the Paris-based firm", "the|Paris|-|based|firm"],
  ["two places", "the Chile-Peru border", "the|Chile|-|Peru|border"],
  ["double given name", "Anne-Marie Dupont", "Anne|-|Marie|Dupont"],
  ["compound in lower case", "a well-known al-Assad ally", "a|well-known|al-Assad|ally"],
  ["compound with a number", "an F-16 and a mid-1990s car", "an|F-16|and|a|mid-1990s|car"],
  ["title", "Mr. Holm met Dr. Vance", "Mr.|Holm|met|Dr.|Vance"],
  ["initial", "Edith W. Marsh", "Edith|W.|Marsh"],
  ["initials run together", "A.J. Cole of the U.S. Navy", "A.J.|Cole|of|the|U.S.|Navy"],
  ["initials before a hyphen", "a U.S.-led force", "a|U.S.|-|led|force"],
  ["initials without the last stop", "the U.S and J.K Marsh", "the|U.S|and|J.K|Marsh"],
  [
    "initials behind a hyphen",
    "China-U.S. talks, a U.S.-Chile-U.K. pact",
    "China|-|U.S.|talks|,|a|U.S.|-|Chile|-|U.K.|pact",
  ],
  [
    "initials behind a prefix",
    "an anti-U.S. march in the non-U.N. zone",
    "an|anti|-|U.S.|march|in|the|non|-|U.N.|zone",
  ],
  ["an abbreviation behind a hyphen", "Cole, D-Calif., left", "Cole|,|D|-|Calif.|,|left"],
  ["a letter behind a hyphen", "in group-A. Then", "in|group-A|.|Then"],
  ["two initials of one given name", "J.-P. Morel left", "J.-P.|Morel|left"],
  [
    "possessive of initials and marks",
    "the U.S.'s ports, Acorn!’s (XYZ)'s",
    "the|U.S.|'s|ports|,|Acorn|!|’s|(|XYZ|)|'s",
  ],
  ["a letter that ends a sentence", "Take vitamin c. then rest", "Take|vitamin|c|.|then|rest"],
  ["number with separators", "1,200.50 at 10:30.", "1,200.50|at|10:30|."],
  ["abbreviated number", "No. 4 said No. Twice.", "No.|4|said|No|.|Twice|."],
  ["company", "Acorn Corp. rose", "Acorn|Corp.|rose"],
  ["address", "See https://example.org/a?b=c, please", "See|https://example.org/a?b=c|,|please"],
  ["domain", "Acorn.com fell", "Acorn.com|fell"],
  ["sentences that touch", "the end.The start", "the|end|.|The|start"],
  ["dashes and dots in a row", "wait... now -- go", "wait|...|now|--|go"],
  ["emoji", "hi 🙂 there", "hi|🙂|there"],
  ["letters outside ASCII", "Łódź, Đặng and São", "Łódź|,|Đặng|and|São"],
];

describe("tokenise", () => {
  it.each(CASES)("%s", (_name, text, expected) => {
    expect(
      tokenise(text)
        .map((token) => token.text)
        .join("|"),
    ).toBe(expected);
  });

  it("gives offsets into the whole text", () => {
    const text = "skipped. Here’s Jo-Ann! skipped";
    const tokens = tokenise(text, 9, 23);
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(["Here", "’s", "Jo", "-", "Ann", "!"]);
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it("does not look past its end", () => {
    expect(tokenise("Mr. Holm", 0, 2).map((token) => token.text)).toEqual(["Mr"]);
    expect(tokenise("U.S. A", 0, 3).map((token) => token.text)).toEqual(["U.S"]);
    expect(tokenise("W. A", 0, 2).map((token) => token.text)).toEqual(["W", "."]);
  });
});
