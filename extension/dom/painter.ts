/**
 * Paints ranges with the CSS Custom Highlight API: the page's nodes stay as they are.
 * Eight registries at most: each one costs the browser time at every repaint.
 */
export const LAYERS = ["statement", "yellow", "green", "blue", "pink", "person", "place", "source"] as const;
export type Layer = (typeof LAYERS)[number];

export interface Painter {
  /** Replaces what a layer shows. */
  paint(layer: Layer, ranges: readonly Range[]): void;
  /** Takes everything of ours off the page; what the page itself highlights stays. */
  clear(): void;
}

/** The registry's key and the name in the style sheet. */
const keyOf = (layer: Layer): string => `sourceline-${layer}`;

/** The registry is the page's too, so it is never cleared as a whole, and only our own keys are touched. */
export function createPainter(): Painter {
  // Firefox shows content scripts the registry through a wrapper that can't be iterated: keep what is ours here.
  const painted = new Map<Layer, Highlight>();
  return {
    paint(layer, ranges) {
      const highlight = new Highlight();
      // Later layers lie on top: an underline is never hidden by a reader's colour.
      highlight.priority = LAYERS.indexOf(layer);
      for (const range of ranges) highlight.add(range);
      if (ranges.length > 0) {
        CSS.highlights.set(keyOf(layer), highlight);
        painted.set(layer, highlight);
      } else if (painted.delete(layer)) {
        CSS.highlights.delete(keyOf(layer));
      }
    },
    clear() {
      for (const layer of painted.keys()) CSS.highlights.delete(keyOf(layer));
      painted.clear();
    },
  };
}
