import { expect, test } from "vitest";
import { parseColour } from "../../../../src/reading/css-colour.ts";

const rounded = (css: string) => {
  const colour = parseColour(css);
  return colour && [colour.red, colour.green, colour.blue].map(Math.round).concat(Math.round(colour.alpha * 100));
};

test.each<[string, number[]]>([
  ["rgb(12, 34, 56)", [12, 34, 56, 100]],
  ["rgba(12, 34, 56, 0.5)", [12, 34, 56, 50]],
  ["rgba(0, 0, 0, 0)", [0, 0, 0, 0]],
  ["color(srgb 1 0.5 0)", [255, 128, 0, 100]],
  ["color(srgb 1 0.5 0 / 0.25)", [255, 128, 0, 25]],
  ["oklab(1 0 0)", [255, 255, 255, 100]],
  // The primaries, as browsers convert them.
  ["oklch(0.627955 0.257683 29.2339)", [255, 0, 0, 100]],
  ["oklch(0.86644 0.294827 142.4953)", [0, 255, 0, 100]],
  ["oklab(0.452014 -0.032457 -0.311528 / 0.4)", [0, 0, 255, 40]],
  ["oklch(0.21 none none)", [24, 24, 24, 100]],
  ["oklab(0.5 -1.2e-7 3e-8)", [99, 99, 99, 100]],
])("%s is read", (css, components) => {
  expect(rounded(css)).toEqual(components);
});

test.each([
  "",
  "none",
  "transparent",
  "linear-gradient(red, blue)",
  "color(display-p3 1 0 0)",
  "lab(50 10 10)",
  "rgb(1)",
])("%j is not", (css) => {
  expect(parseColour(css)).toBeNull();
});
