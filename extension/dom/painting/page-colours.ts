import { type Colour, over } from "../../../src/reading/contrast.ts";
import { parseColour } from "../../../src/reading/css-colour.ts";
import { unnamed } from "../page/unnamed.ts";
import type { PageColours } from "../../../src/reading/theme.ts";

const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
/** Around a text that stands deeper, nothing further out is looked at: a bound for pages made to hurt. */
const MAX_DEPTH = 1_000;
/** What browsers put behind a page that asks for a dark look and paints nothing itself, roughly. */
const DARK_CANVAS: Colour = { red: 20, green: 20, blue: 22, alpha: 1 };

/** Reads the colours of text on the page. What was read of an element is remembered until `forget`. */
export interface ColourReader {
  coloursAt(element: Element): PageColours;
  forget(): void;
}

/**
 * The background is found by walking up the flat tree until something opaque is reached. What is laid behind the text in
 * other ways, such as a positioned picture, is not seen.
 */
export function createColourReader(): ColourReader {
  let known = new WeakMap<Element, Surface>();

  const surfaceOf = (element: Element): Surface => {
    const unknown: Element[] = [];
    let up: Element | null = element;
    for (; up !== null && !known.has(up) && unknown.length < MAX_DEPTH; up = flatParent(up)) unknown.push(up);
    let surface = (up && known.get(up)) ?? null;
    for (const inner of unknown.reverse()) {
      surface = readSurface(inner, surface);
      known.set(inner, surface);
    }
    return surface ?? readSurface(element, null);
  };

  return {
    coloursAt(element) {
      // A frame that has left its page is read for a moment still, and in Firefox nothing in it has a style.
      if (document.defaultView === null) return { text: null, background: null };
      const { background, opacity } = surfaceOf(element);
      const style = getComputedStyle(element);
      // What letters are filled with may differ from the text colour, in headlines mostly.
      const text = parseColour(style.webkitTextFillColor) ?? parseColour(style.color);
      return { text: text === null ? null : { ...text, alpha: text.alpha * opacity }, background };
    },
    forget() {
      known = new WeakMap();
    },
  };
}

interface Surface {
  readonly background: Colour | null;
  /** The product of the opacities from the root down to here. */
  readonly opacity: number;
}

/** @param around the surface that the element stands on, or `null` where that is the page's canvas. */
function readSurface(element: Element, around: Surface | null): Surface {
  const style = getComputedStyle(element);
  const below = around ?? { background: canvas(style), opacity: 1 };
  const opacity = below.opacity * Number(style.opacity);
  const own = parseColour(style.backgroundColor);
  // A picture on words in a line is nearly always the line under a link.
  const hasPicture = style.backgroundImage !== "none" && style.display !== "inline";
  if (hasPicture || own === null) return { background: null, opacity };
  if (own.alpha === 1) return { background: own, opacity };
  return { background: below.background === null ? null : over(own, below.background), opacity };
}

function flatParent(element: Element): Element | null {
  const { assignedSlot, parentElement } = unnamed(element);
  if (assignedSlot !== null) return assignedSlot;
  const root = parentElement === null ? Node.prototype.getRootNode.call(element) : null;
  return parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function canvas({ colorScheme }: CSSStyleDeclaration): Colour {
  const canBeLight = !/\bdark\b/.test(colorScheme) || /\blight\b/.test(colorScheme);
  const isDark = /\bdark\b/.test(colorScheme) && (!canBeLight || matchMedia("(prefers-color-scheme: dark)").matches);
  return isDark ? DARK_CANVAS : WHITE;
}
