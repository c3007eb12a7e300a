import { HINT } from "./hints.ts";
import type { ProseMap } from "./prose.ts";

const MIN_STORY = 300;
const MIN_STORY_SHARE = 0.08;
/** Leaves of text: a container never is one. */
const LEAF_TAGS: ReadonlySet<string> = new Set(["p", "li", "td", "dd", "blockquote"]);

/**
 * The element that holds the story: from the body downwards, as long as one child keeps most of the prose. Named story
 * containers and `<article>` need less of it than others.
 */
export function findContainer(map: ProseMap, isHeadline: (block: number) => boolean): number {
  const children = childrenOf(map);
  const own = articleUnderHeadline(map, isHeadline);
  return own === null ? descend(map, children, 0, 0.82) : descend(map, children, own, 0.88);
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
    const alreadyInside = ((map.hints[container] ?? 0) & HINT.story) !== 0;
    const needed = !alreadyInside && namesStory(map, best) ? Math.min(share, 0.55) : share;
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

/** Of several stories on one page, each an `<article>`, the one with the page's headline; `null` where that can't be told. */
function articleUnderHeadline(map: ProseMap, isHeadline: (block: number) => boolean): number | null {
  const { outline, proseUnder } = map;
  if (outline.elements.filter(({ tag }) => tag === "article").length < 2) return null;
  // Ancestors stand first, so that each element finds its parent's answer.
  const articles: number[] = [];
  for (const [index, { tag, parent }] of outline.elements.entries()) {
    articles.push(tag === "article" ? index : (articles[parent] ?? -1));
  }
  const enough = Math.max(MIN_STORY, MIN_STORY_SHARE * (proseUnder[0] ?? 0));
  for (const [index, block] of outline.blocks.entries()) {
    if (!isHeadline(index)) continue;
    const holder = articles[block.element] ?? -1;
    if (holder >= 0 && (proseUnder[holder] ?? 0) >= enough) return holder;
  }
  return null;
}
