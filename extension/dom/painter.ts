import { chooseLook, chooseStatementLook, type Look, type StatementLook } from "../../src/reading/look.ts";
import { watchLook } from "./look-watch.ts";
import { createColourReader } from "./page-colours.ts";

/**
 * Paints ranges with the CSS Custom Highlight API: the page's nodes stay as they are.
 * Eight layers; each is one registry on a page of one look, since each one costs the browser time at every repaint.
 */
export const LAYERS = ["statement", "yellow", "green", "blue", "pink", "person", "place", "source"] as const;
export type Layer = (typeof LAYERS)[number];

export interface Painter {
  /** Replaces what a layer shows. */
  paint(layer: Layer, ranges: readonly Range[]): void;
}

/** Layers that are only a line take some of the text's own colour and look the same everywhere. */
const LINES: ReadonlySet<Layer> = new Set(["person", "place", "source"]);

/** The registry's key and the name in the style sheet. */
function keyOf(layer: Layer, look: Look | StatementLook): string {
  return look === "light" ? `sourceline-${layer}` : `sourceline-${layer}-${look}`;
}

/** The registry is the page's too: it is never cleared as a whole, and only our own keys are touched. */
export function createPainter(): Painter {
  const painted = new Map<Layer, readonly Range[]>();
  const keys = new Map<Layer, ReadonlySet<string>>();
  const colours = createColourReader();
  /** Looks by colours, of which a page has few. */
  const chosen = new Map<string, Look | StatementLook>();

  const lookOf = (layer: Layer, element: Element | null): Look | StatementLook => {
    if (LINES.has(layer) || element === null) return "light";
    const around = colours.coloursAt(element);
    const key = `${layer === "statement"} ${JSON.stringify(around)}`;
    const look = chosen.get(key) ?? (layer === "statement" ? chooseStatementLook(around) : chooseLook(around));
    chosen.set(key, look);
    return look;
  };

  const show = (layer: Layer, ranges: readonly Range[]): void => {
    // With forced colours the page's are not to be seen, and ours come from the system.
    const isForced = matchMedia("(forced-colors: active)").matches;
    const looks = new Map<Element | null, Look | StatementLook>();
    const highlights = new Map<string, Highlight>();
    for (const range of ranges) {
      const element = elementAround(range.startContainer);
      const look = isForced ? "light" : (looks.get(element) ?? lookOf(layer, element));
      looks.set(element, look);
      const key = keyOf(layer, look);
      let highlight = highlights.get(key);
      if (highlight === undefined) {
        highlight = new Highlight();
        // Later layers lie on top: an underline is never hidden by a reader's colour.
        highlight.priority = LAYERS.indexOf(layer);
        highlights.set(key, highlight);
      }
      highlight.add(range);
    }
    for (const key of keys.get(layer) ?? []) if (!highlights.has(key)) CSS.highlights.delete(key);
    for (const [key, highlight] of highlights) CSS.highlights.set(key, highlight);
    keys.set(layer, new Set(highlights.keys()));
  };

  watchLook(() => {
    colours.forget();
    for (const [layer, ranges] of painted) if (!LINES.has(layer)) show(layer, ranges);
  });

  return {
    paint(layer, ranges) {
      painted.set(layer, ranges);
      show(layer, ranges);
    },
  };
}

/** The element whose style a text node has: its parent, or the host of the shadow tree that it stands in directly. */
function elementAround({ parentElement, parentNode }: Node): Element | null {
  return parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
}
