import { encode } from "uqr";

/** How much light is around the code, in its own squares (ISO/IEC 18004 asks for four). */
const BORDER = 4;
/** The longest text that is drawn, in UTF-16 code units: more squares than that no camera tells apart on a screen. */
const LONGEST = 1_500;

/** A QR code: how many squares a side has, and the dark ones as the path of an SVG. */
export interface DrawnCode {
  readonly size: number;
  readonly path: string;
}

/** Draws a text as a QR code; `null` where it is too long for one. */
export function pathOf(text: string): DrawnCode | null {
  if (text.length > LONGEST) return null;
  const { size, data } = encode(text, { ecc: "L", border: BORDER });
  const rows = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join(""));
  return { size, path: rows.join("") };
}
