import { HINT, hintsOf } from "./hints.ts";
import { subtreeEnds, sumUpwards } from "./outline.ts";
import type { Block, Outline, OutlineElement } from "./outline.ts";
import type { Steps } from "../../slices.ts";
import { isBoilerplate } from "./wording.ts";

/** An outline with what the search for the story needs to know of each element and block. */
export interface ProseMap {
  readonly outline: Outline;
  /** For each element, the index after its last descendant. */
  readonly ends: readonly number[];
  /** For each element, its own and its ancestors' hints; boxes that hold most of the page's prose hint at nothing. */
  readonly hints: Int32Array;
  /** For each element, what kind it is: the same number for the same tag and names. */
  readonly kinds: Int32Array;
  /** For each block, how much running text it is: letters outside links, weighted; 0 for anything else. */
  readonly prose: Float64Array;
  /** All letters of text under each element. */
  readonly lettersUnder: Float64Array;
  /** How many blocks there are under each element. */
  readonly blocksUnder: Float64Array;
  /** How many pictures hang under each element, at any depth. */
  readonly imagesUnder: Float64Array;
  /** The prose under each element, without that in frames and extras. */
  readonly proseUnder: Float64Array;
}

const SENTENCE_END = /[.!?…:。！？।؟]["'”’»)\]]*$/;
const SENTENCE_INSIDE = /[.!?。！？।؟]["'”’»)\]]*\s/;
/** Scripts that say in one character what takes others two or three. */
const DENSE_SCRIPT = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const DENSE_WEIGHT = 2.5;
const MIN_PROSE = 60;
/** Less than this outside its comments is no story, but a forum's frame. */
const MIN_STORY = 500;
/** A teaser has no more letters, all its lines together. */
const MAX_TEASER = 800;
const EXTRA_WEIGHT = 0.15;
/** Hints that do not hold for what holds most of the page's prose: a wrapper, or a class that every paragraph carries. */
const UNRELIABLE = HINT.frame | HINT.extra | HINT.caption | HINT.signature | HINT.standfirst | HINT.author;
const MOST = 0.5;
/** How many blocks are looked at between two pauses: about a millisecond's work. */
export const BLOCKS_A_STEP = 32;
const MUCH = 0.3;
/** How many elements a heading may have for its lines. */
const MAX_LINES = 2;

/** Whether a text reads like sentences rather than a label. */
export function hasSentence(text: string): boolean {
  return SENTENCE_END.test(text) || SENTENCE_INSIDE.test(text);
}

function headingLevel({ tag }: OutlineElement): number {
  return tag.length === 2 && tag.startsWith("h") && tag >= "h1" && tag <= "h6" ? Number(tag[1]) : 0;
}

/** Whether a text that is mostly links is a sentence all the same, and no other story's headline. */
export function isLinkedSentence({ text, linked, links }: Block): boolean {
  if (!/[.!…。]["'”’»)\]]*$/.test(text)) return false;
  return links > 1 || linked < text.length * 0.9 || /\.["'”’»)\]]*$/.test(text);
}

/** The level of the heading that an element is, or a line of; 0 for any other. Some pages set a whole story in a heading. */
export function headingLevelAt(elements: readonly OutlineElement[], index: number): number {
  for (let up = index; up >= 0 && up >= index - MAX_LINES; up = elements[up]?.parent ?? -1) {
    const element = elements[up];
    const level = element === undefined ? 0 : headingLevel(element);
    if (level > 0) return level;
  }
  return 0;
}

/**
 * Weighs every block and gathers the hints, in a few passes over the outline. `likelihood` says how much more or less
 * than others a block is likely to be of the story, for what is known of it beforehand.
 */
export function* mapProse(outline: Outline, likelihood: (block: Block, index: number) => number): Steps<ProseMap> {
  const { elements, blocks } = outline;
  const raw = new Float64Array(blocks.length);
  for (const [index, block] of blocks.entries()) {
    const prose = proseOf(block, elements);
    raw[index] = prose === 0 ? 0 : prose * likelihood(block, index);
    if (index % BLOCKS_A_STEP === 0) yield;
  }
  const rawUnder = sumUpwards(outline, (_, index) => raw[index] ?? 0);
  const ends = subtreeEnds(elements);
  const kinds = kindsOf(elements);
  const hints = inheritHints(elements, kinds, ends, rawUnder);
  const lettersUnder = sumUpwards(outline, (block) => block.text.length);
  const inTeaser = teasersOf(outline, ends, lettersUnder);
  const prose = raw.map((value, index) => {
    const flags = hints[blocks[index]?.element ?? 0] ?? 0;
    if ((flags & (HINT.frame | HINT.comments)) !== 0) return 0;
    return (flags & HINT.extra) === 0 && inTeaser[index] === 0 ? value : value * EXTRA_WEIGHT;
  });
  return {
    outline,
    ends,
    hints,
    kinds,
    prose,
    lettersUnder,
    blocksUnder: sumUpwards(outline, () => 1),
    imagesUnder: imagesUnder(elements),
    proseUnder: sumUpwards(outline, (_, index) => prose[index] ?? 0),
  };
}

/** Marks the blocks in small boxes under a heading that is one link as a whole: other stories, with their summaries. */
function teasersOf({ elements, blocks }: Outline, ends: readonly number[], lettersUnder: Float64Array): Uint8Array {
  const teasers = new Uint8Array(blocks.length);
  for (const [index, { element, text, linked }] of blocks.entries()) {
    if (linked < text.length * 0.9 || headingLevelAt(elements, element) < 2) continue;
    let box = element;
    for (let up = box; up > 0 && (lettersUnder[up] ?? 0) <= MAX_TEASER; up = elements[up]?.parent ?? -1) box = up;
    const end = ends[box] ?? 0;
    for (let other = index; (blocks[other]?.element ?? end) < end; other += 1) teasers[other] = 1;
  }
  return teasers;
}

function imagesUnder(elements: readonly OutlineElement[]): Float64Array {
  const images = Float64Array.from(elements, (element) => element.images);
  for (let i = elements.length - 1; i > 0; i -= 1) {
    const parent = elements[i]?.parent ?? -1;
    if (parent >= 0) images[parent] = (images[parent] ?? 0) + (images[i] ?? 0);
  }
  return images;
}

/** Each element's own hints, where they are to be believed, and those of its ancestors. */
function inheritHints(
  elements: readonly OutlineElement[],
  kinds: Int32Array,
  ends: readonly number[],
  rawUnder: Float64Array,
): Int32Array {
  const h1 = elements.findIndex((element) => element.tag === "h1");
  const proseOfKind = new Float64Array(elements.length);
  for (const [index, kind] of kinds.entries()) proseOfKind[kind] = (proseOfKind[kind] ?? 0) + (rawUnder[index] ?? 0);
  // Class names repeat across a page, so each combination is read once.
  const hintsOfKind: number[] = [];
  const ownHints = elements.map((element, index) => (hintsOfKind[kinds[index] ?? 0] ??= hintsOf(element)));
  const holds = (index: number, inner: number) => inner > index && inner < (ends[index] ?? 0);
  // Many comments below a short story must not make its own box look small.
  const all = rawUnder[0] ?? 0;
  let outside = all;
  for (let index = 1; index < elements.length;) {
    const isComments = ((ownHints[index] ?? 0) & HINT.comments) !== 0 && !holds(index, h1);
    if (isComments) outside -= rawUnder[index] ?? 0;
    index = isComments ? (ends[index] ?? index + 1) : index + 1;
  }
  const total = outside < MIN_STORY ? all : outside;

  const hints = new Int32Array(elements.length);
  for (const [index, element] of elements.entries()) {
    let own = ownHints[index] ?? 0;
    const holdsTitle = holds(index, h1);
    const share = (rawUnder[index] ?? 0) / (total || 1);
    const likeIt = (proseOfKind[kinds[index] ?? 0] ?? 0) / (total || 1);
    if (likeIt > MOST || (holdsTitle && share > MUCH)) own &= ~UNRELIABLE;
    if (holdsTitle) own &= ~HINT.comments;
    if (share > MUCH) own &= ~HINT.standfirst;
    hints[index] = own | (element.parent < 0 ? 0 : (hints[element.parent] ?? 0));
  }
  return hints;
}

/** One number for all elements of one tag, role and names. */
function kindsOf(elements: readonly OutlineElement[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(elements, ({ tag, role, itemprop, names }) => {
    // Numbers in names count elements of one kind.
    const key = `${tag}|${role}|${itemprop}|${names.replace(/\d+/g, "0")}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

function proseOf(block: Block, elements: readonly OutlineElement[]): number {
  const { text, linked } = block;
  const element = elements[block.element];
  const weight = DENSE_SCRIPT.test(text) ? DENSE_WEIGHT : 1;
  const length = text.length * weight;
  if (length < MIN_PROSE || headingLevelAt(elements, block.element) > 0 || linked > text.length * 0.45) return 0;
  if (!hasSentence(text) && length < 140) return 0;
  if (isBoilerplate(text)) return 0;
  const tagWeight = { p: 1.15, li: 0.6, td: 0.6, dd: 0.6 }[element?.tag ?? ""] ?? 1;
  return (length - linked * weight) * tagWeight;
}
