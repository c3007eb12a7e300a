/**
 * Paints ranges with the CSS Custom Highlight API: the page's nodes stay as they are.
 * Eight registries at most: each one costs the browser time at every repaint.
 */
export declare const LAYERS: readonly ["statement", "yellow", "green", "blue", "pink", "person", "place", "source"];
export type Layer = (typeof LAYERS)[number];
export interface Painter {
    /** Replaces what a layer shows. */
    paint(layer: Layer, ranges: readonly Range[]): void;
    /** Takes everything of ours off the page; what the page itself highlights stays. */
    clear(): void;
}
/** The registry is the page's too, so it is never cleared as a whole, and only our own keys are touched. */
export declare function createPainter(): Painter;
