import type { PartKind } from "../../text/article.ts";
import { comparable } from "../../text/fold.ts";
import { boxesApart } from "./apart.ts";
import { findContainer } from "./container.ts";
import { HINT, hintsOfNames } from "./hints.ts";
import type { Block, Outline } from "./outline.ts";
import { findHeading, headingWithStory } from "./heading.ts";
import { BLOCKS_A_STEP, hasSentence, headingLevelAt, isLinkedSentence, mapProse } from "./prose.ts";
import type { ProseMap } from "./prose.ts";
import { shapesOf } from "./shapes.ts";
import type { Shapes } from "./shapes.ts";
import { findSegment } from "./trailing.ts";
import type { Segment } from "./trailing.ts";
import { finish, type Steps } from "../../slices.ts";
import { isBoilerplate, isBylineLine, isCredit, isDateLine, isDisclaimer, leadsAway } from "./wording.ts";

const MAX_CAPTION = 400;
/** Text, credit, and a button that enlarges the picture. */
const MAX_CAPTION_BLOCKS = 3;
/** How many blocks after the headline a summary may stand: byline, date and share buttons come between. */
const NEAR_HEADLINE = 8;
/** How much longer than the headline a line may be that repeats it with a kicker. */
const MAX_KICKER = 60;
/** No line that repeats a title, even twice and with a kicker, is as long as this. */
const LONGEST_TITLE = 1_000;
/** "The Lisbon poet …": what stands before an author's name in the line about them. */
const MAX_BEFORE_NAME = 40;
const KNOWN = 3;
const BEFORE_HEADLINE = 0.25;

/** One block of the page that belongs to the article, with what it is. */
export interface LabelledBlock {
  /** The index of the block in the outline. */
  readonly block: number;
  readonly kind: PartKind;
}

/** What the page says of its story beforehand, to know the story by. */
export interface StoryClues {
  /** The headline as structured data, Open Graph or the title have it. */
  readonly titles: readonly string[];
  /** Its summary. */
  readonly description: string;
  /** Its authors: a line about one of them is no part of it. */
  readonly bylines: readonly string[];
  /** Its text, where structured data give it, or "". */
  readonly body: string;
}

/** Finds the story among a page's blocks and says what each block of it is. Empty where there is none. */
export function labelParts(outline: Outline, clues: StoryClues): readonly LabelledBlock[] {
  return finish(labelSteps(outline, clues));
}

/** The work of `labelParts`, which long pages do in slices. */
export function* labelSteps(outline: Outline, clues: StoryClues): Steps<readonly LabelledBlock[]> {
  const titles = new Set(clues.titles.map(comparable).filter((title) => title !== ""));
  const found = findHeading(outline, titles);
  if (found >= 0) titles.add(comparable(outline.blocks[found]?.text ?? ""));
  const map = yield* mapProse(outline, likelihoodFor(found, clues));
  const isHeadline = (index: number) =>
    headingLevelAt(outline.elements, outline.blocks[index]?.element ?? 0) > 0 &&
    titles.has(comparable(outline.blocks[index]?.text ?? ""));

  const container = findContainer(map, isHeadline);
  const end = map.ends[container] ?? 0;
  const contains = (block: Block) => block.element >= container && block.element < end;
  const inside = outline.blocks.flatMap((block, index) =>
    contains(block) && index > headlineIn(found, contains, outline) ? [index] : [],
  );
  const segment = findSegment(map, container, inside);
  if (segment === null) return [];
  const headline = headingWithStory(map, found, segment.first, titles);
  const shapes = shapesOf(map, container, segment.first, segment.last);
  const story: Story = {
    map,
    titles,
    headline,
    segment,
    shapes,
    isApart: boxesApart(map, shapes, container),
    contains,
    clues,
    description: comparable(clues.description),
  };
  return yield* labelBlocks(story);
}

/** Prose before the headline is seldom the story's; prose that the page's data repeat is. */
function likelihoodFor(headline: number, clues: StoryClues): (block: Block, index: number) => number {
  const known = comparable(clues.body);
  const description = comparable(clues.description);
  return ({ text }, index) => {
    const words = comparable(text.slice(0, 120)).slice(0, 60);
    if (known.includes(words)) return KNOWN;
    if (description.length > 40 && words.startsWith(description.slice(0, 40))) return KNOWN;
    return index < headline ? BEFORE_HEADLINE : 1;
  };
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
  readonly shapes: Shapes;
  readonly isApart: (block: number) => boolean;
  readonly contains: (block: Block) => boolean;
  readonly clues: StoryClues;
  readonly description: string;
}

function* labelBlocks(story: Story): Steps<readonly LabelledBlock[]> {
  const { outline } = story.map;
  const parts: LabelledBlock[] = [];
  let lead = false;
  let away = false;
  for (const [index, block] of outline.blocks.entries()) {
    if (index % BLOCKS_A_STEP === 0) yield;
    const kind = kindOf(story, index, block, lead, away);
    if (kind === null) continue;
    if (headingLevelAt(outline.elements, block.element) > 0) away = kind === "boilerplate" && leadsAway(block.text);
    if (kind === "lead") lead = true;
    parts.push({ block: index, kind });
  }
  return parts;
}

function kindOf(story: Story, index: number, block: Block, lead: boolean, away: boolean): PartKind | null {
  const { map, titles, headline, segment } = story;
  const { text } = block;
  const flags = (map.hints[block.element] ?? 0) | inlineHints(block);
  const heading = headingLevelAt(map.outline.elements, block.element);
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  if (index === headline) return "headline";
  const inside = story.contains(block);
  const before = index < segment.first;
  const near = inside || (index > headline && headline >= 0 && before);
  if (!near || (flags & (HINT.frame | HINT.comments)) !== 0) return null;

  if (repeatsTitle(text, titles) && (flags & HINT.extra) === 0) return "caption";
  if (!lead && isSummary(story, index, block, flags)) return "standfirst";
  if (isCredit(text)) return inside ? "credit" : null;
  if (isDisclaimer(text)) return inside ? "disclaimer" : null;
  if (isBoilerplate(text)) return inside ? "boilerplate" : null;
  if (isCaption(story, index, block, flags)) return text.length > 12 && inside ? "caption" : null;
  if (isDateLine(text) && (!lead || text.length < 32)) return "date";
  if (!lead && (isBylineLine(text) || ((flags & HINT.signature) !== 0 && text.length < 160 && !hasSentence(text))))
    return "byline";
  if (!inside) return null;
  if (before || index > segment.last) return "boilerplate";
  if ((flags & (HINT.extra | HINT.author)) !== 0) return "boilerplate";
  if (story.isApart(index)) return "boilerplate";
  // Messages quoted whole ("— Ada Quill (@ada)", links and all) are text that the story shows.
  if ((flags & HINT.quote) !== 0) return lead ? "body" : "lead";
  const isSetAlike = story.shapes.isStoryLike(index);
  if (block.linked > text.length * 0.55 && !isProseWithLinks(block) && !(isSetAlike && isLinkedSentence(block))) {
    return "boilerplate";
  }
  if (heading > 0) return lead && (!leadsAway(text) || storyFollows(story, index)) ? "subheading" : "boilerplate";
  if (away && (map.prose[index] ?? 0) < 80 && !isSetAlike) return "boilerplate";
  if (isAboutAuthor(story, index, text) || !isText(story, index, block)) return "boilerplate";
  return lead ? "body" : "lead";
}

function inlineHints({ wrap }: Block): number {
  return wrap === "" ? 0 : hintsOfNames(wrap) & (HINT.caption | HINT.signature);
}

/** A caption by its names, or because it is the little text that a box with a picture holds. */
function isCaption(story: Story, index: number, block: Block, flags: number): boolean {
  const { map } = story;
  if ((flags & HINT.caption) !== 0) return true;
  if (block.text.length > MAX_CAPTION || (flags & HINT.quote) !== 0) return false;
  if ((flags & HINT.figure) !== 0) return true;
  // A sentence of some length beside a picture may as well be the story's.
  if (hasSentence(block.text) && block.text.length > MAX_CAPTION / 2) return false;
  const box = boxOf(map, block.element);
  const isPicture = (map.imagesUnder[box] ?? 0) > 0 && (map.blocksUnder[box] ?? 0) <= MAX_CAPTION_BLOCKS;
  return isPicture && !isPost(story, index, box);
}

/** Whether a box with a picture has a heading of its own and a text set like the story's: a post of a live blog. */
function isPost({ map, shapes }: Story, near: number, box: number): boolean {
  const { blocks, elements } = map.outline;
  let hasHeading = false;
  let hasText = false;
  for (let index = Math.max(0, near - MAX_CAPTION_BLOCKS); index <= near + MAX_CAPTION_BLOCKS; index += 1) {
    const { element = -1, links = 0 } = blocks[index] ?? {};
    if (element < box || element >= (map.ends[box] ?? 0)) continue;
    if (headingLevelAt(elements, element) > 0) hasHeading ||= links === 0;
    else hasText ||= shapes.isStoryLike(index);
  }
  return hasHeading && hasText;
}

/** The largest element around a text that holds little more. */
function boxOf(map: ProseMap, element: number): number {
  const parent = map.outline.elements[element]?.parent ?? -1;
  const isSmall =
    (map.lettersUnder[parent] ?? 0) <= MAX_CAPTION && (map.blocksUnder[parent] ?? 0) <= MAX_CAPTION_BLOCKS;
  return parent >= 0 && isSmall ? boxOf(map, parent) : element;
}

/**
 * A summary between headline and story: the page's own description, a sentence in an element named for it, the heading
 * after the headline, or any sentence that stands right there.
 */
function isSummary(story: Story, index: number, block: Block, flags: number): boolean {
  const { map, headline, segment, description } = story;
  const { text } = block;
  if (index <= headline || text.length < 30 || block.linked > text.length * 0.4) return false;
  if (isDateLine(text) || isBylineLine(text) || isBoilerplate(text) || (flags & HINT.caption) !== 0) return false;
  // Among the story's paragraphs only a name tells the summary from the lead.
  if (index >= segment.first)
    return (flags & HINT.standfirst) !== 0 && (flags & HINT.extra) === 0 && index < segment.last;
  const words = comparable(text);
  const start = Math.min(60, words.length, description.length);
  if (start > 25 && words.slice(0, start) === description.slice(0, start)) return true;
  const distance = headline < 0 ? Infinity : index - headline;
  if ((flags & HINT.extra) !== 0 && distance > 2) return false;
  if ((flags & HINT.standfirst) !== 0) return hasSentence(text) || text.length > 60;
  const level = headingLevelAt(map.outline.elements, block.element);
  if (distance <= 3 && (level === 2 || level === 3)) return text.length > 60;
  return (
    distance <= NEAR_HEADLINE &&
    level === 0 &&
    text.length > 80 &&
    hasSentence(text) &&
    !isCaption(story, index, block, flags)
  );
}

/** A line at the story's end that introduces its author: "Ada Quill is …". */
function isAboutAuthor({ clues, segment }: Story, index: number, text: string): boolean {
  if (text.length > 700 || index < segment.first + (segment.last - segment.first) * 0.6) return false;
  return clues.bylines.some((name) => {
    const at = text.slice(0, MAX_BEFORE_NAME + name.length).indexOf(name);
    if (at < 0) return false;
    return /^,?\s+(?:\([^)]*\)\s*)?(?:is|was|has|covers|covered|writes|reports|works|joined|ist|war|schreibt|arbeitet|est|es|è)\b/.test(
      text.slice(at + name.length),
    );
  });
}

/** A sentence can be one long link; a list of links has little else. */
function isProseWithLinks({ text, linked }: Block): boolean {
  return text.length - linked >= 40 && hasSentence(text);
}

/** Whether the story goes on after a heading, however that is worded, before another heading or a list of links. */
function storyFollows({ map, shapes, segment }: Story, heading: number): boolean {
  const { blocks, elements } = map.outline;
  if (!shapes.isHostedLike(heading)) return false;
  for (let index = heading + 1; index <= segment.last; index += 1) {
    const block = blocks[index];
    if (block === undefined || headingLevelAt(elements, block.element) > 0) return false;
    if ((map.prose[index] ?? 0) > 0) return shapes.isStoryLike(index);
    if (block.linked > block.text.length / 2) return false;
  }
  return false;
}

function isText({ map, shapes }: Story, index: number, block: Block): boolean {
  if ((map.prose[index] ?? 0) > 0 || isProseWithLinks(block)) return true;
  if (shapes.isStoryLike(index) && (block.linked < block.text.length / 2 || isLinkedSentence(block))) return true;
  const tag = map.outline.elements[block.element]?.tag;
  return block.linked < block.text.length * 0.3 && (hasSentence(block.text) || tag === "p" || tag === "li");
}

/** A picture's title often is the headline once more, or "headline | headline", or has its kicker before it. */
function repeatsTitle(text: string, titles: ReadonlySet<string>): boolean {
  if (text.length > LONGEST_TITLE) return false;
  const words = comparable(text);
  if (titles.has(words)) return true;
  const halves = text.split(/\s+\|\s+/);
  if (halves.length > 1 && halves.every((half) => titles.has(comparable(half)))) return true;
  return [...titles].some(
    (title) => title.length > 20 && words.endsWith(title) && words.length < title.length + MAX_KICKER,
  );
}
