import type { PartKind } from "./article.ts";
import { findContainer } from "./container.ts";
import { HINT, hintsOfNames } from "./hints.ts";
import type { Block, Outline } from "./outline.ts";
import { hasSentence, headingLevel, mapProse } from "./prose.ts";
import type { ProseMap } from "./prose.ts";
import { findSegment } from "./segment.ts";
import type { Segment } from "./segment.ts";
import { isBoilerplate, isBylineLine, isCredit, isDateLine, isDisclaimer, leadsAway } from "./wording.ts";

/** One block of the page that belongs to the article, with what it is. */
export interface LabelledBlock {
  /** The index of the block in the outline. */
  readonly block: number;
  readonly kind: PartKind;
}

/** What the page says of its story beforehand, to know the story by. */
export interface StoryClues {
  /** The headline as structured data, Open Graph or the title have it. */
  readonly headlines: readonly string[];
  /** Its summary. */
  readonly description: string;
}

/** Finds the story among a page's blocks and says what each block of it is. Empty where there is none. */
export function labelParts(outline: Outline, clues: StoryClues): readonly LabelledBlock[] {
  const map = mapProse(outline);
  const titles = new Set(clues.headlines.map(wordsOf).filter((title) => title !== ""));
  const headline = findHeadline(outline, titles);
  if (headline >= 0) titles.add(wordsOf(outline.blocks[headline]?.text ?? ""));
  const isHeadline = (index: number) =>
    headingLevel(outline.elements[outline.blocks[index]?.element ?? 0]) > 0 &&
    titles.has(wordsOf(outline.blocks[index]?.text ?? ""));

  const container = findContainer(map, isHeadline);
  const end = map.ends[container] ?? 0;
  const contains = (block: Block) => block.element >= container && block.element < end;
  const inside = outline.blocks.flatMap((block, index) =>
    contains(block) && index > headlineIn(headline, contains, outline) ? [index] : [],
  );
  const segment = findSegment(map, inside);
  if (segment === null) return [];
  const story: Story = { map, titles, headline, segment, contains, description: wordsOf(clues.description) };
  return labelBlocks(story);
}

/** The headline's index if it stands in the container, or -1: what comes before it there is no part of the story. */
function headlineIn(headline: number, contains: (block: Block) => boolean, outline: Outline): number {
  const block = outline.blocks[headline];
  return block !== undefined && contains(block) ? headline : -1;
}

interface Story {
  readonly map: ProseMap;
  readonly titles: ReadonlySet<string>;
  readonly headline: number;
  readonly segment: Segment;
  readonly contains: (block: Block) => boolean;
  readonly description: string;
}

/** The block of the headline: a heading that says what the page's data say, or else its first `<h1>`. */
function findHeadline({ blocks, elements }: Outline, titles: ReadonlySet<string>): number {
  const level = (block: Block) => headingLevel(elements[block.element]);
  const exact = blocks.findIndex((block) => level(block) > 0 && titles.has(wordsOf(block.text)));
  if (exact >= 0) return exact;
  const joined = [...titles].join(" | ");
  const within = blocks.findIndex(
    (block) =>
      level(block) > 0 && level(block) < 3 && wordsOf(block.text).length > 15 && joined.includes(wordsOf(block.text)),
  );
  if (within >= 0) return within;
  return blocks.findIndex((block) => level(block) === 1 && block.linked < block.text.length);
}

function labelBlocks(story: Story): readonly LabelledBlock[] {
  const { outline } = story.map;
  const parts: LabelledBlock[] = [];
  let lead = false;
  let away = false;
  for (const [index, block] of outline.blocks.entries()) {
    const kind = kindOf(story, index, block, lead, away);
    if (kind === null) continue;
    if (headingLevel(outline.elements[block.element]) > 0) away = kind === "boilerplate" && leadsAway(block.text);
    if (kind === "lead") lead = true;
    parts.push({ block: index, kind });
  }
  return parts;
}

function kindOf(story: Story, index: number, block: Block, lead: boolean, away: boolean): PartKind | null {
  const { map, titles, headline, segment, description } = story;
  const { text } = block;
  const flags =
    (map.hints[block.element] ?? 0) |
    (block.wrap === "" ? 0 : hintsOfNames(block.wrap) & (HINT.caption | HINT.signature));
  const heading = headingLevel(map.outline.elements[block.element]);
  const words = wordsOf(text);
  if (words === "") return null;
  if (index === headline) return "headline";
  const inside = story.contains(block);
  const before = index < segment.first;
  const near = inside || (index > headline && headline >= 0 && before);

  if (near && repeatsTitle(text, titles)) return "caption";
  if (!near || (flags & (HINT.frame | HINT.comments)) !== 0) return null;
  if (isCredit(text)) return inside ? "credit" : null;
  if (isDisclaimer(text)) return inside ? "disclaimer" : null;
  if (isBoilerplate(text)) return inside ? "boilerplate" : null;
  if ((flags & HINT.caption) !== 0) return text.length > 12 && inside ? "caption" : null;
  if (before && isDateLine(text)) return "date";
  if (before && (isBylineLine(text) || ((flags & HINT.signature) !== 0 && text.length < 160 && !hasSentence(text))))
    return "byline";
  if (before && isSummary(story, index, block, words, description, flags)) return lead ? "body" : "standfirst";
  if (!inside) return null;
  if (index > segment.last || before) return "boilerplate";
  if ((flags & HINT.extra) !== 0 || block.linked > text.length * 0.55) return "boilerplate";
  if (heading > 0) return leadsAway(text) ? "boilerplate" : lead ? "subheading" : "boilerplate";
  if (away && (map.prose[index] ?? 0) < 80) return "boilerplate";
  if (!isText(map, index, block)) return "boilerplate";
  if (lead) return "body";
  return (flags & HINT.standfirst) !== 0 ? "standfirst" : "lead";
}

/** A summary between headline and story: the page's own description, or a sentence in an element named for it. */
function isSummary(
  story: Story,
  index: number,
  block: Block,
  words: string,
  description: string,
  flags: number,
): boolean {
  if (index <= story.headline || block.text.length < 30 || block.linked > block.text.length * 0.4) return false;
  if (description.length > 30 && words.length > 30 && (description.includes(words) || words.includes(description)))
    return true;
  return (flags & HINT.standfirst) !== 0 && (flags & HINT.extra) === 0 && hasSentence(block.text);
}

function isText(map: ProseMap, index: number, block: Block): boolean {
  if ((map.prose[index] ?? 0) > 0) return true;
  const tag = map.outline.elements[block.element]?.tag;
  return block.linked < block.text.length * 0.3 && (hasSentence(block.text) || tag === "p" || tag === "li");
}

/** A picture's title often is the headline once more, or "headline | headline". */
function repeatsTitle(text: string, titles: ReadonlySet<string>): boolean {
  if (titles.has(wordsOf(text))) return true;
  const halves = text.split(/\s+\|\s+/);
  return halves.length > 1 && halves.every((half) => titles.has(wordsOf(half)));
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
