import { HINT, hintsOf } from "./hints.ts";
import { subtreeEnds, sumUpwards } from "./outline.ts";
import type { Block, Outline, OutlineElement } from "./outline.ts";
import { isBoilerplate } from "./wording.ts";

/** An outline with what the search for the story needs to know of each element and block. */
export interface ProseMap {
  readonly outline: Outline;
  /** For each element, the index after its last descendant. */
  readonly ends: readonly number[];
  /** For each element, its own and its ancestors' hints; boxes that hold most of the page's prose hint at nothing. */
  readonly hints: Int32Array;
  /** For each block, how much running text it is: letters outside links, weighted; 0 for anything else. */
  readonly prose: Float64Array;
  /** The prose under each element, without that in frames and extras. */
  readonly proseUnder: Float64Array;
}

const SENTENCE_END = /[.!?…:。！？।؟]["'”’»)\]]*$/;
const SENTENCE_INSIDE = /[.!?。！？।؟]["'”’»)\]]*\s/;
/** Scripts that say in one character what takes others two or three. */
const DENSE_SCRIPT = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const DENSE_WEIGHT = 2.5;
const MIN_PROSE = 60;
/** Hints that a wrapper around the whole page may carry by accident. */
const UNRELIABLE =
  HINT.frame | HINT.extra | HINT.comments | HINT.caption | HINT.signature | HINT.standfirst | HINT.author;

/** Whether a text reads like sentences rather than a label. */
export function hasSentence(text: string): boolean {
  return SENTENCE_END.test(text) || SENTENCE_INSIDE.test(text);
}

export function headingLevel(element: OutlineElement | undefined): number {
  const tag = element?.tag ?? "";
  return tag.length === 2 && tag.startsWith("h") && tag >= "h1" && tag <= "h6" ? Number(tag[1]) : 0;
}

/** Weighs every block and gathers the hints, in three passes over the outline. */
export function mapProse(outline: Outline): ProseMap {
  const { elements, blocks } = outline;
  const own = ownHints(elements);
  const raw = Float64Array.from(blocks, (block) => proseOf(block, elements));
  const rawUnder = sumUpwards(outline, (_, index) => raw[index] ?? 0);
  const total = rawUnder[0] ?? 0;
  const ends = subtreeEnds(elements);
  const h1 = elements.findIndex((element) => element.tag === "h1");

  const hints = new Int32Array(elements.length);
  for (const [index, element] of elements.entries()) {
    let kept = own[index] ?? 0;
    const share = total === 0 ? 0 : (rawUnder[index] ?? 0) / total;
    const holdsTitle = h1 > index && h1 < (ends[index] ?? 0);
    if (share > 0.5 || (holdsTitle && share > 0.3) || index === 0) kept &= ~UNRELIABLE;
    hints[index] = kept | (element.parent < 0 ? 0 : (hints[element.parent] ?? 0));
  }

  const prose = raw.map((value, index) => {
    const flags = hints[blocks[index]?.element ?? 0] ?? 0;
    if ((flags & (HINT.frame | HINT.comments)) !== 0) return 0;
    return (flags & HINT.extra) === 0 ? value : value * 0.15;
  });
  return { outline, ends, hints, prose, proseUnder: sumUpwards(outline, (_, index) => prose[index] ?? 0) };
}

/** The hints of each element by itself. Class names repeat across a page, so each combination is read once. */
function ownHints(elements: readonly OutlineElement[]): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(elements, (element) => {
    const key = `${element.tag}|${element.role}|${element.itemprop}|${element.names}`;
    let hints = known.get(key);
    if (hints === undefined) known.set(key, (hints = hintsOf(element)));
    return hints;
  });
}

function proseOf(block: Block, elements: readonly OutlineElement[]): number {
  const { text, linked } = block;
  const element = elements[block.element];
  const weight = DENSE_SCRIPT.test(text) ? DENSE_WEIGHT : 1;
  const length = text.length * weight;
  if (length < MIN_PROSE || headingLevel(element) > 0 || linked > text.length * 0.45) return 0;
  if (!hasSentence(text) && length < 140) return 0;
  if (isBoilerplate(text)) return 0;
  const tagWeight = { p: 1.15, li: 0.6, td: 0.6, dd: 0.6 }[element?.tag ?? ""] ?? 1;
  return (length - linked * weight) * tagWeight;
}
