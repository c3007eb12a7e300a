import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COLOURS, type Colour as Marking } from "../../../../src/annotation/records/annotation.ts";
import { type Colour, contrast, luminance, over } from "../../../../src/reading/contrast.ts";
import {
  chooseLook,
  chooseStatementLook,
  DARK_TEXT,
  LIGHT_TEXT,
  type Look,
  PALETTES,
  STATEMENT_TINTS,
} from "../../../../src/reading/theme.ts";

const css = readFileSync(join(import.meta.dirname, "../../../../extension/reader/reader.css"), "utf8");

const rgb = (red: number, green: number, blue: number, alpha = 1): Colour => ({ red, green, blue, alpha });
const hex = (text: string): Colour => {
  const [red = 0, green = 0, blue = 0] = text.match(/\w\w/g)!.map((pair) => Number.parseInt(pair, 16));
  return rgb(red, green, blue);
};

/** What stands behind a mark's text, and the text, in the look that was chosen. */
function painted(look: Look, marking: Marking, text: Colour, below: Colour): { text: Colour; background: Colour } {
  if (look === "solid") return { text: DARK_TEXT, background: { ...PALETTES.light[marking], alpha: 1 } };
  const background = over(PALETTES[look.startsWith("dark") ? "dark" : "light"][marking], below);
  const ours = look === "light-text" ? DARK_TEXT : LIGHT_TEXT;
  return { text: look.endsWith("-text") ? ours : text, background };
}

const LEVELS = [0, 64, 128, 192, 255];
const GRID = LEVELS.flatMap((red) => LEVELS.flatMap((green) => LEVELS.map((blue) => rgb(red, green, blue))));

describe("contrast", () => {
  test.each([
    ["000000", "ffffff", 21],
    ["767676", "ffffff", 4.54],
    ["777777", "ffffff", 4.48],
    ["ff0000", "ffffff", 4],
  ])("of %s on %s is %f", (text, background, expected) => {
    expect(contrast(hex(text), hex(background))).toBeCloseTo(expected, 1);
  });

  test("of translucent text is that of its mixture", () => {
    expect(contrast(rgb(0, 0, 0, 0.5), hex("ffffff"))).toBeCloseTo(contrast(hex("808080"), hex("ffffff")), 1);
  });
});

describe("a mark", () => {
  test("keeps its text legible on every page colour, alone, on another mark and in a statement", () => {
    let least = Infinity;
    const looks = new Set<Look>();
    for (const background of GRID) {
      for (const text of GRID) {
        const look = chooseLook({ text, background });
        looks.add(look);
        const statement = chooseStatementLook({ text, background });
        for (const page of statement === "line"
          ? [background]
          : [background, over(STATEMENT_TINTS[statement], background)]) {
          for (const below of COLOURS) {
            const first = painted(look, below, text, page);
            least = Math.min(least, contrast(first.text, first.background));
            for (const above of COLOURS) {
              const second = painted(look, above, text, first.background);
              if (above !== below) least = Math.min(least, contrast(second.text, second.background));
            }
          }
        }
      }
    }
    expect(least).toBeGreaterThanOrEqual(4.5);
    expect([...looks].toSorted()).toEqual(["dark", "dark-text", "light", "light-text", "solid"]);
  });

  test.each<[string, string, string, Look]>([
    ["black on white", "222222", "ffffff", "light"],
    ["a salmon paper", "33302e", "fff1e5", "light"],
    ["grey on white", "767676", "ffffff", "light-text"],
    ["a link on white", "0066cc", "ffffff", "light-text"],
    ["a dark page", "e8e6e3", "181a1b", "dark"],
    ["white on black", "ffffff", "000000", "dark"],
    ["grey on black", "8a8a8a", "121212", "dark-text"],
    ["white on a middle grey", "ffffff", "8a8a8a", "light-text"],
  ])("on a page of %s", (_, text, background, look) => {
    expect(chooseLook({ text: hex(text), background: hex(background) })).toBe(look);
  });

  test("is solid where the page's colours can't be told", () => {
    expect(chooseLook({ text: null, background: hex("ffffff") })).toBe("solid");
    expect(chooseLook({ text: hex("222222"), background: null })).toBe("solid");
    for (const colour of COLOURS) {
      const { text, background } = painted("solid", colour, hex("ffffff"), hex("ffffff"));
      expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test("a statement's tint never takes the contrast away", () => {
  for (const background of GRID) {
    for (const text of GRID) {
      const look = chooseStatementLook({ text, background });
      if (look === "line") continue;
      expect(contrast(text, over(STATEMENT_TINTS[look], background))).toBeGreaterThanOrEqual(4.5);
      expect(look).toBe(luminance(text) > luminance(background) ? "dark" : "light");
    }
  }
  expect(chooseStatementLook({ text: hex("767676"), background: hex("ffffff") })).toBe("line");
  expect(chooseStatementLook({ text: hex("222222"), background: null })).toBe("line");
});

test("a statement's tint is seen on white, salmon and dark pages, and never glares", () => {
  for (const [page, kind] of [
    ["ffffff", "light"],
    ["fff1e5", "light"],
    ["f4f4f4", "light"],
    ["000000", "dark"],
    ["121212", "dark"],
    ["181a1b", "dark"],
    ["2b2b2f", "dark"],
  ] as const) {
    const [first, second] = [luminance(hex(page)), luminance(over(STATEMENT_TINTS[kind], hex(page)))];
    const ratio = (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    expect([page, ratio >= 1.2 && ratio <= 1.4]).toEqual([page, true]);
  }
});

/** The `background-color` in the first rule of the style sheet for a highlight. */
function tintOf(key: string): string {
  const rule = css.slice(css.indexOf(`::highlight(${key})`));
  return /background-color: ([^;]+);/.exec(rule)?.[1] ?? "";
}

test.each(COLOURS)("the style sheet has the same %s", (colour) => {
  for (const kind of ["light", "dark"] as const) {
    const { red, green, blue, alpha } = PALETTES[kind][colour];
    const tint = `rgb(${red} ${green} ${blue} / ${Math.round(100 * alpha)}%)`;
    const key = `sourceline-${colour}${kind === "dark" ? "-dark" : ""}`;
    expect([tintOf(key), tintOf(kind === "dark" ? `${key}-text` : `${key}-light-text`)]).toEqual([tint, tint]);
  }
  const { red, green, blue } = PALETTES.light[colour];
  expect(tintOf(`sourceline-${colour}-solid`)).toBe(`rgb(${red} ${green} ${blue})`);
});

test("the style sheet has the same tints of statements", () => {
  for (const kind of ["light", "dark"] as const) {
    const { red, green, blue, alpha } = STATEMENT_TINTS[kind];
    const key = `sourceline-statement${kind === "dark" ? "-dark" : ""}`;
    expect(tintOf(key)).toBe(`rgb(${red} ${green} ${blue} / ${Math.round(100 * alpha)}%)`);
  }
});
