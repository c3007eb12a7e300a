import { HINT } from "./hints.ts";
import type { ProseMap } from "./prose.ts";

/** Leaves of text: a container never is one. */
const LEAF_TAGS: ReadonlySet<string> = new Set(["p", "li", "td", "dd", "blockquote"]);

/**
 * The element that holds the story: from the body downwards, as long as one child keeps most of the prose. Named story
 * containers and `<article>` need less of it than others.
 */
export function findContainer(map: ProseMap, isHeadline: (block: number) => boolean): number {
  const children = childrenOf(map);
  const container = descend(map, children, 0, 0.8);
  return narrowToStory(map, children, container, isHeadline);
}

function childrenOf({ outline }: ProseMap): readonly (readonly number[])[] {
  const children: number[][] = outline.elements.map(() => []);
  for (const [index, { parent }] of outline.elements.entries()) if (parent >= 0) children[parent]?.push(index);
  return children;
}

function descend(map: ProseMap, children: readonly (readonly number[])[], from: number, share: number): number {
  const { outline, proseUnder } = map;
  let container = from;
  for (;;) {
    const best = (children[container] ?? []).reduce(
      (most, child) => ((proseUnder[child] ?? 0) > (proseUnder[most] ?? -1) ? child : most),
      -1,
    );
    const element = outline.elements[best];
    if (element === undefined || LEAF_TAGS.has(element.tag)) return container;
    const needed = namesStory(map, best) ? Math.min(share, 0.55) : share;
    if ((proseUnder[best] ?? 0) < needed * (proseUnder[container] ?? 0)) return container;
    container = best;
  }
}

function namesStory({ outline, hints }: ProseMap, index: number): boolean {
  const element = outline.elements[index];
  if (element === undefined || element.tag === "article") return true;
  const inherited = element.parent < 0 ? 0 : (hints[element.parent] ?? 0);
  return ((hints[index] ?? 0) & ~inherited & HINT.story) !== 0;
}

/** Of several stories on one page, each an `<article>`, the one under the page's headline. */
function narrowToStory(
  map: ProseMap,
  children: readonly (readonly number[])[],
  container: number,
  isHeadline: (block: number) => boolean,
): number {
  const { outline, ends, proseUnder } = map;
  const end = ends[container] ?? 0;
  const articles: number[] = [];
  for (let i = container + 1; i < end; i += 1) if (outline.elements[i]?.tag === "article") articles.push(i);
  if (articles.length < 2) return container;
  for (const [index, block] of outline.blocks.entries()) {
    if (block.element <= container || block.element >= end || !isHeadline(index)) continue;
    const holder = articles.findLast((article) => article <= block.element && block.element < (ends[article] ?? 0));
    if (holder === undefined || (proseUnder[holder] ?? 0) < Math.max(300, 0.12 * (proseUnder[container] ?? 0)))
      continue;
    return descend(map, children, holder, 0.75);
  }
  return container;
}
