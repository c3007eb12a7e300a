/** One block-level element of a page, as plain data. */
export interface OutlineElement {
  /** The index of the nearest block-level ancestor, which stands earlier in the list; -1 for the root. */
  readonly parent: number;
  /** In lower case. */
  readonly tag: string;
  /** Class names, and its id unless it is a heading: an anchor repeats the heading's words. */
  readonly names: string;
  readonly role: string;
  readonly itemprop: string;
  /** How many pictures, videos and embedded frames hang in it with no other block-level element between. */
  readonly images: number;
  /** How many buttons and fields that can be seen hang in it likewise. */
  readonly controls: number;
}

/** A run of visible text that no block boundary interrupts: a paragraph, a heading, a list item, a stray line. */
export interface Block {
  /** The index of the element that it stands in directly. */
  readonly element: number;
  /** White space collapsed; "\n" where a single `<br>` stands. */
  readonly text: string;
  /** How many letters of the text stand in links. */
  readonly linked: number;
  /** In how many links they stand. */
  readonly links: number;
  /** How many letters of the text are set in italics by their tags. */
  readonly slanted: number;
  /** Tags, class names and ids of the inline elements around the text's beginning. */
  readonly wrap: string;
}

/** The visible text of a page and the elements that it hangs in, in the order of the document. */
export interface Outline {
  readonly elements: readonly OutlineElement[];
  readonly blocks: readonly Block[];
}

/** For each element, the index after its last descendant: element `i` contains `j` where `i <= j < ends[i]`. */
export function subtreeEnds(elements: readonly OutlineElement[]): readonly number[] {
  const ends = elements.map((_, index) => index + 1);
  for (let i = elements.length - 1; i > 0; i -= 1) {
    const parent = elements[i]?.parent ?? -1;
    if (parent >= 0) ends[parent] = Math.max(ends[parent] ?? 0, ends[i] ?? 0);
  }
  return ends;
}

/** Adds each block's value to its element and all of that element's ancestors. */
export function sumUpwards(outline: Outline, valueOf: (block: Block, index: number) => number): Float64Array {
  const sums = new Float64Array(outline.elements.length);
  for (const [index, block] of outline.blocks.entries()) {
    sums[block.element] = (sums[block.element] ?? 0) + valueOf(block, index);
  }
  for (let i = outline.elements.length - 1; i > 0; i -= 1) {
    const parent = outline.elements[i]?.parent ?? -1;
    if (parent >= 0) sums[parent] = (sums[parent] ?? 0) + (sums[i] ?? 0);
  }
  return sums;
}
