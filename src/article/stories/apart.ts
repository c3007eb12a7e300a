import { sumUpwards } from "./outline.ts";
import { headingLevelAt } from "./prose.ts";
import type { ProseMap } from "./prose.ts";
import type { Shapes } from "./shapes.ts";

/** A box that holds more of the story's text than this is no box beside the story. */
const MAX_SHARE = 0.25;
/** A box of a line or more beside its links, of which this share is linked, leads elsewhere. */
const MANY_LINKS = 0.3;
const TEXT_TAGS: ReadonlySet<string> = new Set(["p", "li", "td", "dt", "dd"]);

/**
 * Says of a block whether it stands in a box of its own that is no part of the story: a box in which none of the story's
 * own paragraphs stands, and which has a button or a field (letters to subscribe to, consent to ask for, offers, polls), or
 * is to a good part links (embedded messages, other stories).
 */
export function boxesApart(map: ProseMap, shapes: Shapes, container: number): (block: number) => boolean {
  const { outline, lettersUnder, prose } = map;
  const { elements, blocks } = outline;
  const storyUnder = sumUpwards(outline, (_, index) => Number((prose[index] ?? 0) > 0 && shapes.isTypical(index)));
  const linkedUnder = sumUpwards(outline, ({ linked }) => linked);
  const controls = controlsUnder(map);
  const most = MAX_SHARE * (lettersUnder[container] ?? 0);
  return (index) => {
    let element = blocks[index]?.element ?? 0;
    if (shapes.isTypical(index)) return false;
    for (; element > container; element = elements[element]?.parent ?? -1) {
      const letters = lettersUnder[element] ?? 0;
      if ((storyUnder[element] ?? 0) > 0 || letters > most) return false;
      if ((controls[element] ?? 0) > 0) return true;
      const isLine = letters === blocks[index]?.text.length;
      if (!isLine && !shapes.isStoryLike(index) && (linkedUnder[element] ?? 0) > letters * MANY_LINKS) return true;
    }
    return false;
  };
}

/** How many controls stand under each element; those in a paragraph, a heading or a list's item explain a word of it. */
function controlsUnder({ outline: { elements } }: ProseMap): Float64Array {
  const controls = new Float64Array(elements.length);
  for (let i = elements.length - 1; i > 0; i -= 1) {
    const { tag = "", parent = -1, controls: own = 0 } = elements[i] ?? {};
    if (!TEXT_TAGS.has(tag) && headingLevelAt(elements, i) === 0) controls[i] = (controls[i] ?? 0) + own;
    if (parent >= 0) controls[parent] = (controls[parent] ?? 0) + (controls[i] ?? 0);
  }
  return controls;
}
