import type { Colour } from "./contrast.ts";

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/**
 * Reads a colour as browsers write computed ones: `rgb()`, `rgba()`, `color(srgb …)`, `oklab()`, `oklch()`. `null` for
 * other spaces and for what is no colour, such as a gradient.
 */
export function parseColour(css: string): Colour | null {
  const [, name = "", inner = ""] = /^([a-z]+)\((.*)\)$/.exec(css.trim()) ?? [];
  const space = name === "color" ? /^srgb(?=\s)/.exec(inner)?.[0] : name;
  const [a, b, c, alpha = 1] = (inner.replaceAll("none", "0").match(NUMBER) ?? []).map(Number);
  if (a === undefined || b === undefined || c === undefined) return null;
  switch (space) {
    case "rgb":
    case "rgba":
      return { red: a, green: b, blue: c, alpha };
    case "srgb":
      return { red: 255 * a, green: 255 * b, blue: 255 * c, alpha };
    case "oklab":
      return fromOklab(a, b, c, alpha);
    case "oklch": {
      const hue = (c * Math.PI) / 180;
      return fromOklab(a, b * Math.cos(hue), b * Math.sin(hue), alpha);
    }
    default:
      return null;
  }
}

/** B. Ottosson, "A perceptual color space for image processing" (2020); components outside sRGB are clipped. */
function fromOklab(lightness: number, a: number, b: number, alpha: number): Colour {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    red: gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    green: gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    blue: gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
    alpha,
  };
}

function gamma(share: number): number {
  const component = share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055;
  return 255 * Math.min(1, Math.max(0, component));
}
