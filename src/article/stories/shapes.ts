import { headingLevelAt } from "./prose.ts";
import type { ProseMap } from "./prose.ts";

/** The share of a story's text that is set in one way, from which on that way is the story's. */
const MUCH = 0.1;
const TYPICAL = 0.25;
/** The share from which on one paragraph is enough to say so. */
const MOST = 0.5;

/** How a story's paragraphs are set: the elements that they hang in, by tags and names, up to the story's container. */
export interface Shapes {
  /** Whether a block is set as much of the story is: it is one of its paragraphs, wherever it stands. */
  isStoryLike(block: number): boolean;
  /** Whether a block is set as a quarter of the story is, so that no button beside it makes it an offer. */
  isTypical(block: number): boolean;
  /** Whether a block hangs in such an element as much of the story does: a heading between its paragraphs. */
  isHostedLike(block: number): boolean;
}

/**
 * Reads off the stretch from `first` to `last` how the story is set. Systems that write a page put each paragraph into
 * boxes of its own as often as all into one, so the boxes count by their kind.
 */
export function shapesOf(map: ProseMap, container: number, first: number, last: number): Shapes {
  const { elements, blocks } = map.outline;
  // One number for each kind of box in boxes of one kind.
  const numbers = new Map<number, number>();
  const shapes = new Map<number, number>();
  const shapeOf = (element: number): number => {
    const parent = elements[element]?.parent ?? -1;
    if (element <= container || parent < 0) return 0;
    let shape = shapes.get(element);
    if (shape !== undefined) return shape;
    const kind = shapeOf(parent) * elements.length + (map.kinds[element] ?? 0);
    shape = numbers.get(kind) ?? numbers.size + 1;
    numbers.set(kind, shape);
    shapes.set(element, shape);
    return shape;
  };
  const hostShapeOf = (block: number): number => shapeOf(hostOf(map, block));
  /** A paragraph and text that stands directly in a box are two ways to set a text. */
  const ownShapeOf = (block: number): number =>
    2 * hostShapeOf(block) + Number(elements[blocks[block]?.element ?? 0]?.tag === "p");

  const byHost = new Map<number, Amount>();
  const byOwn = new Map<number, Amount>();
  let total = 0;
  for (let index = first; index <= last; index += 1) {
    const prose = map.prose[index] ?? 0;
    if (prose === 0) continue;
    total += prose;
    add(byHost, hostShapeOf(index), prose);
    add(byOwn, ownShapeOf(index), prose);
  }
  const isMuch = ({ prose, blocks: count }: Amount = NOTHING): boolean =>
    total > 0 && (prose >= total * MOST || (count > 1 && prose >= total * MUCH));
  return {
    isTypical: (block) => total > 0 && (byOwn.get(ownShapeOf(block))?.prose ?? 0) >= total * TYPICAL,
    isStoryLike: (block) => isMuch(byOwn.get(ownShapeOf(block))),
    isHostedLike: (block) => isMuch(byHost.get(hostShapeOf(block))),
  };
}

/** The element that a paragraph or a heading hangs in; for text that stands directly in a box, that box. */
export function hostOf({ outline: { elements, blocks } }: ProseMap, block: number): number {
  const element = blocks[block]?.element ?? 0;
  const { tag, parent } = elements[element] ?? { tag: "", parent: -1 };
  return tag === "p" || headingLevelAt(elements, element) > 0 ? parent : element;
}

interface Amount {
  readonly prose: number;
  readonly blocks: number;
}

const NOTHING: Amount = { prose: 0, blocks: 0 };

function add(amounts: Map<number, Amount>, shape: number, prose: number): void {
  const known = amounts.get(shape) ?? NOTHING;
  amounts.set(shape, { prose: known.prose + prose, blocks: known.blocks + 1 });
}
