/**
 * Paints ranges with the CSS Custom Highlight API: the page's nodes stay as they are.
 * Eight registries at most: each one costs the browser time at every repaint.
 */
export const LAYERS = ["statement", "yellow", "green", "blue", "pink", "person", "place", "source"] as const;
export type Layer = (typeof LAYERS)[number];

export interface Painter {
  /** Replaces what a layer shows. */
  paint(layer: Layer, ranges: readonly Range[]): void;
}

/** The registry's key and the name in the style sheet. */
const keyOf = (layer: Layer): string => `sourceline-${layer}`;

/** The registry is the page's too: it is never cleared as a whole, and only our own keys are touched. */
export function createPainter(): Painter {
  return {
    paint(layer, ranges) {
      const highlight = new Highlight();
      // Later layers lie on top: an underline is never hidden by a reader's colour.
      highlight.priority = LAYERS.indexOf(layer);
      for (const range of ranges) highlight.add(range);
      if (ranges.length > 0) CSS.highlights.set(keyOf(layer), highlight);
      else CSS.highlights.delete(keyOf(layer));
    },
  };
}
