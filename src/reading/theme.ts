import { type Colour as Marking, COLOURS } from "../annotation/records/annotation.ts";
import { type Colour, contrast, LEGIBLE, luminance, over } from "./contrast.ts";

/**
 * How a mark is painted on the page's own colours: a tint for light or for dark pages, under the page's own text or
 * under text of ours, or a solid colour where nothing is known of the page. `reader.css` has a rule for each.
 */
export type Look = "light" | "dark" | "light-text" | "dark-text" | "solid";

/** How a statement is painted: a tint, or a line where the tint would take contrast from the page's text. */
export type StatementLook = "light" | "dark" | "line";

type Palette = Readonly<Record<Marking, Colour>>;

const rgb = (red: number, green: number, blue: number, alpha = 1): Colour => ({ red, green, blue, alpha });

/** The tints, as `reader.css` has them. On dark pages they are weaker: a light text must not drown in them. */
export const PALETTES: Readonly<Record<"light" | "dark", Palette>> = {
  light: {
    yellow: rgb(255, 214, 10, 0.42),
    green: rgb(74, 200, 96, 0.38),
    blue: rgb(64, 156, 255, 0.36),
    pink: rgb(255, 92, 168, 0.36),
  },
  dark: {
    yellow: rgb(255, 214, 10, 0.2),
    green: rgb(74, 200, 96, 0.22),
    blue: rgb(64, 156, 255, 0.26),
    pink: rgb(255, 92, 168, 0.25),
  },
};
/** Seen on white, salmon and dark pages alike (1.2 to 1.4 beside the page), and little enough to read a page of it. */
export const STATEMENT_TINTS: Readonly<Record<"light" | "dark", Colour>> = {
  light: rgb(128, 90, 170, 0.17),
  dark: rgb(190, 150, 240, 0.16),
};
export const DARK_TEXT = rgb(0, 0, 0);
export const LIGHT_TEXT = rgb(255, 255, 255);

/** The colours of text on a page, and what is behind it: `null` where that can't be told, as before a picture. */
export interface PageColours {
  readonly text: Colour | null;
  /** Opaque. */
  readonly background: Colour | null;
}

/**
 * The look in which a mark's text keeps a contrast of 4.5, on its own, inside a statement, and where two marks overlap.
 * The page's own text colour is kept where that is possible, and the page's light or dark kind always.
 */
export function chooseLook({ text, background }: PageColours): Look {
  if (text === null || background === null) return "solid";
  const kind = kindOf(text, background);
  const statement = STATEMENT_TINTS[kind];
  const other = kind === "light" ? "dark" : "light";
  if (leastContrast(text, background, PALETTES[kind], statement) >= LEGIBLE) return kind;
  for (const candidate of [kind, other] as const) {
    const ours = candidate === "light" ? DARK_TEXT : LIGHT_TEXT;
    if (leastContrast(ours, background, PALETTES[candidate], statement) >= LEGIBLE) return `${candidate}-text`;
  }
  return "solid";
}

/** The look of a statement, whose text always keeps the page's colour. */
export function chooseStatementLook({ text, background }: PageColours): StatementLook {
  if (text === null || background === null) return "line";
  const kind = kindOf(text, background);
  return contrast(text, over(STATEMENT_TINTS[kind], background)) >= LEGIBLE ? kind : "line";
}

function kindOf(text: Colour, background: Colour): "light" | "dark" {
  return luminance(over(text, background)) > luminance(background) ? "dark" : "light";
}

/** The least contrast that a text has on any tint of a palette, or on any two of them, inside a statement or not. */
function leastContrast(text: Colour, background: Colour, palette: Palette, statement: Colour): number {
  let least = Infinity;
  for (const page of [background, over(statement, background)]) {
    for (const below of COLOURS) {
      const first = over(palette[below], page);
      least = Math.min(least, contrast(text, first));
      for (const above of COLOURS) {
        if (above !== below) least = Math.min(least, contrast(text, over(palette[above], first)));
      }
    }
  }
  return least;
}
