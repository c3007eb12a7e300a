/** A colour as a screen mixes it: sRGB components from 0 to 255, and how much it covers, from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** The least contrast of text that everybody can read (WCAG 2.2, 1.4.3). */
export const LEGIBLE = 4.5;

/** One colour laid over another (W3C Compositing, source over, as browsers mix without a colour space being asked for). */
export function over(top: Colour, bottom: Colour): Colour {
  const alpha = top.alpha + bottom.alpha * (1 - top.alpha);
  if (alpha === 0) return { red: 0, green: 0, blue: 0, alpha };
  const mix = (a: number, b: number): number => (a * top.alpha + b * bottom.alpha * (1 - top.alpha)) / alpha;
  return {
    red: mix(top.red, bottom.red),
    green: mix(top.green, bottom.green),
    blue: mix(top.blue, bottom.blue),
    alpha,
  };
}

/** How bright an opaque colour is, from 0 to 1 (WCAG 2.2, relative luminance). */
export function luminance({ red, green, blue }: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(component: number): number {
  const share = component / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The contrast of text on an opaque background, from 1 to 21 (WCAG 2.2). Translucent text is laid over it first. */
export function contrast(text: Colour, background: Colour): number {
  const a = luminance(over(text, background));
  const b = luminance(background);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
