import { chooseLook, chooseStatementLook, type Look, type StatementLook } from "../../../src/reading/theme.ts";
import { watchLook } from "./theme-watch.ts";
import { createColourReader } from "./page-colours.ts";
import { createRegistry } from "./registry.ts";

/**
 * Paints ranges with the CSS Custom Highlight API: the page's nodes stay as they are.
 * Each layer is one registry on a page of one look, since each one costs the browser time at every repaint.
 */
export const LAYERS = [
  "statement",
  "yellow",
  "green",
  "blue",
  "pink",
  "own",
  "noted",
  "inner",
  "person",
  "place",
  "source",
  "speaker",
] as const;
export type Layer = (typeof LAYERS)[number];

export interface Painter {
  /** Replaces what a layer shows of this painter's. Ranges that it shows already are left alone, so nothing flickers. */
  paint(layer: Layer, ranges: readonly Range[]): void;
  /** Takes everything away that it shows, for good. */
  end(): void;
}

/** The layers of one document. Each painter adds to them and takes away only what is its own. */
export interface Canvas {
  createPainter(): Painter;
}

/** Layers that are only a line take some of the text's own colour and look the same everywhere. */
const LINES: ReadonlySet<Layer> = new Set(["own", "noted", "inner", "person", "place", "source", "speaker"]);

/** The registry's key and the name in the style sheet. */
function keyOf(layer: Layer, look: Look | StatementLook): string {
  return look === "light" ? `sourceline-${layer}` : `sourceline-${layer}-${look}`;
}

/** Nothing is painted any more when `signal` is aborted. */
export function createCanvas(signal: AbortSignal): Canvas {
  const registry = createRegistry(signal);
  const colours = createColourReader();
  /** Looks by colours, of which a page has few. */
  const chosen = new Map<string, Look | StatementLook>();
  const repaints = new Set<() => void>();

  const lookOf = (layer: Layer, element: Element | null): Look | StatementLook => {
    if (LINES.has(layer) || element === null) return "light";
    const around = colours.coloursAt(element);
    const key = `${layer === "statement"} ${JSON.stringify(around)}`;
    const look = chosen.get(key) ?? (layer === "statement" ? chooseStatementLook(around) : chooseLook(around));
    chosen.set(key, look);
    return look;
  };

  /** The registry's key for each range. */
  const keysOf = (layer: Layer, ranges: readonly Range[]): ReadonlyMap<Range, string> => {
    // With forced colours the page's are not to be seen, and ours come from the system.
    const isForced = matchMedia("(forced-colors: active)").matches;
    const looks = new Map<Element | null, Look | StatementLook>();
    const keys = new Map<Range, string>();
    for (const range of ranges) {
      const element = elementAround(range.startContainer);
      const look = isForced ? "light" : (looks.get(element) ?? lookOf(layer, element));
      looks.set(element, look);
      keys.set(range, keyOf(layer, look));
    }
    return keys;
  };

  watchLook(() => {
    colours.forget();
    for (const repaint of repaints) repaint();
  }, signal);

  return {
    createPainter() {
      const painted = new Map<Layer, ReadonlyMap<Range, string>>();
      const show = (layer: Layer, ranges: readonly Range[]): void => {
        const before = painted.get(layer) ?? new Map<Range, string>();
        const left = byStart([...before.keys()]);
        const after = keysOf(
          layer,
          ranges.map((range) => takeSame(left, range) ?? range),
        );
        for (const [range, key] of before) if (after.get(range) !== key) registry.remove(key, range);
        // Later layers lie on top: an underline is never hidden by a user's colour.
        for (const [range, key] of after) registry.add(key, range, LAYERS.indexOf(layer));
        painted.set(layer, after);
        for (const key of new Set([...before.values(), ...after.values()])) registry.show(key);
      };
      const repaint = (): void => {
        for (const [layer, ranges] of painted) if (!LINES.has(layer)) show(layer, [...ranges.keys()]);
      };
      repaints.add(repaint);
      return {
        paint: show,
        end() {
          repaints.delete(repaint);
          for (const layer of painted.keys()) show(layer, []);
        },
      };
    },
  };
}

/** The element whose style a text node has: its parent, or the host of the shadow tree that it stands in directly. */
function elementAround({ parentElement, parentNode }: Node): Element | null {
  return parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
}

function byStart(ranges: readonly Range[]): Map<Node, Range[]> {
  const index = new Map<Node, Range[]>();
  for (const range of ranges) {
    const known = index.get(range.startContainer);
    if (known === undefined) index.set(range.startContainer, [range]);
    else known.push(range);
  }
  return index;
}

/** Takes a range with the same ends out of an index, or gives `null`. */
function takeSame(index: Map<Node, Range[]>, wanted: Range): Range | null {
  const candidates = index.get(wanted.startContainer);
  const at = candidates?.findIndex(
    ({ startOffset, endContainer, endOffset }) =>
      startOffset === wanted.startOffset && endContainer === wanted.endContainer && endOffset === wanted.endOffset,
  );
  return at === undefined || at < 0 ? null : (candidates?.splice(at, 1)[0] ?? null);
}
