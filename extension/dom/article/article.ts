import { type Article, type ArticleFacts, type Part, TEXT_LIMIT } from "../../../src/text/article.ts";
import { comparisonKey } from "../../../src/page/page-key.ts";
import { dataOfStory, type OtherStories } from "../../../src/article/facts/data-of-story.ts";
import { completeFacts, stateFacts } from "../../../src/article/facts/facts.ts";
import type { PageData } from "../../../src/article/facts/page-data.ts";
import { labelSteps, type LabelledBlock } from "../../../src/article/stories/parts.ts";
import { findStories, type StoryPlace } from "../../../src/article/stories/stories.ts";
import type { Steps } from "../../../src/slices.ts";
import { bodyOf, rootElementOf, unnamed } from "../page/unnamed.ts";
import { readOutline, type LiveOutline } from "./outline.ts";
import { addressOf } from "./story-address.ts";
import { readPageData, readSignatures } from "./structured.ts";
import { TextMapBuilder, type TextMap } from "../text/text-map.ts";
import { isClippedAway, isClippedItself } from "../text/visibility.ts";

/** An article as it stands in the page now. `map.text` is `article.text`. */
export interface LiveArticle {
  readonly article: Article;
  readonly facts: ArticleFacts;
  readonly map: TextMap;
  /** The element that holds the story, and no other; the body where the page has one story. */
  readonly root: Element;
  /** The address that the story names as its own on a page of several, or `null`. */
  readonly address: string | null;
  /** The page is longer than is read, and may go on with the story behind its last words here. */
  readonly isCut: boolean;
}

/** The stories of a page, in their order, and all that the page states. */
export interface PageReading {
  readonly stories: readonly LiveArticle[];
  readonly data: PageData;
}

const NO_OTHERS: OtherStories = { addresses: [], before: null };

/**
 * Reads the page's own story out of the live page: the one that names the page's address, or else the first. `null` where
 * the page has no running text.
 */
export function* readArticle(document: Document, url: string): Steps<LiveArticle | null> {
  const { stories } = yield* readStories(document, url, NO_OTHERS);
  const page = comparisonKey(url);
  const own = stories.find(({ address }) => address !== null && comparisonKey(address) === page);
  return own ?? stories[0] ?? null;
}

/**
 * Reads the stories out of the live page without changing it: their parts, what the page states about them, and the way
 * from their text back to the text nodes. Cheap enough to be called again whenever the page has changed.
 *
 * @param others what the page has shown before without being loaded anew.
 */
export function* readStories(document: Document, url: string, others: OtherStories): Steps<PageReading> {
  const data = readPageData(document, url);
  const body = bodyOf(document);
  if (body === null) return { stories: [], data };
  yield;
  const live = yield* readOutline(body);
  const places = yield* findStories(live.outline, (element, heading) => {
    const [root, headline] = [live.elements[element], live.elements[heading]];
    return root === undefined || headline === undefined ? null : addressOf(root, headline);
  });
  if (places.length === 0) {
    const story = yield* readStory(document, live, dataOfStory(data, others), null);
    return { stories: story === null ? [] : [story], data };
  }
  const addresses = places.map(({ address }) => address ?? url);
  const stories: LiveArticle[] = [];
  for (const [index, place] of places.entries()) {
    const part = outlineOf(live, place);
    const [root] = part.elements;
    if (root === undefined) continue;
    const own = addresses[index] ?? url;
    const besides = [url, ...addresses].filter((address) => address !== own);
    const told = dataOfStory(
      { ...data, url: own, ...readSignatures(root) },
      { ...others, addresses: [...others.addresses, ...besides] },
    );
    const story = yield* readStory(document, part, told, place.address);
    if (story !== null) stories.push(story);
  }
  return { stories, data };
}

function* readStory(
  document: Document,
  live: LiveOutline,
  data: PageData,
  address: string | null,
): Steps<LiveArticle | null> {
  const [root] = live.elements;
  if (root === undefined) return null;
  const stated = stateFacts(data);
  yield;
  const labelled: LabelledBlock[] = [];
  for (const part of yield* labelSteps(live.outline, stated)) {
    if (isSeen(live, part.block)) labelled.push(part);
    yield;
  }
  if (!labelled.some(({ kind }) => kind === "body" || kind === "lead")) return null;
  const { map, parts } = yield* gather(live, labelled);
  const lastBlock = labelled.at(-1)?.block ?? 0;
  return {
    article: { text: map.text, parts, language: languageOf(document) },
    facts: completeFacts(stated, live.outline, labelled),
    map,
    root,
    address,
    isCut: live.isCut && lastBlock >= live.outline.blocks.length - BLOCKS_BEHIND,
  };
}

/** With so many blocks behind its end, a story is over: captions, offers and the like may stand within one. */
const BLOCKS_BEHIND = 50;

/** The outline of one story, cut out of the page's. */
function outlineOf({ outline, pieces, elements, isCut }: LiveOutline, { element: root, end }: StoryPlace): LiveOutline {
  const isInside = ({ element }: { readonly element: number }) => element >= root && element < end;
  return {
    outline: {
      elements: outline.elements
        .slice(root, end)
        .map((element, index) => ({ ...element, parent: index === 0 ? -1 : element.parent - root })),
      blocks: outline.blocks.filter(isInside).map((block) => ({ ...block, element: block.element - root })),
    },
    pieces: pieces.filter((_, index) => isInside(outline.blocks[index] ?? { element: -1 })),
    elements: elements.slice(root, end),
    isCut: isCut && end === elements.length,
  };
}

function isSeen(live: LiveOutline, block: number): boolean {
  const index = live.outline.blocks[block]?.element;
  const element = index === undefined ? undefined : live.elements[index];
  return element === undefined || !isClippedAway(element);
}

/** Whether a text within a line is for screen readers alone: "(opens in a new window)". */
function isSpokenOnly(live: LiveOutline, block: number, { parentElement: holder }: Text): boolean {
  const index = live.outline.blocks[block]?.element;
  return holder !== null && index !== undefined && holder !== live.elements[index] && isClippedItself(holder);
}

/** One text of all parts, each beginning a line, and the spans of the parts in it. */
function* gather(
  live: LiveOutline,
  labelled: readonly LabelledBlock[],
): Steps<{ readonly map: TextMap; readonly parts: readonly Part[] }> {
  const builder = new TextMapBuilder();
  const parts: Part[] = [];
  for (const { block, kind } of labelled) {
    builder.breakLine();
    const start = builder.length;
    for (const piece of live.pieces[block] ?? []) {
      if (piece === "break") builder.breakLine();
      else if (typeof piece === "string") builder.draw(piece);
      else if (!isSpokenOnly(live, block, piece)) builder.append(piece, Math.max(0, TEXT_LIMIT - builder.length));
    }
    builder.endLine();
    if (builder.length > start) parts.push({ kind, start, end: builder.length });
    yield;
  }
  return { map: builder.build(), parts };
}

function languageOf(document: Document): string | null {
  const declared =
    rootElementOf(document).lang ||
    (unnamed(document).querySelector("meta[http-equiv='content-language' i]")?.getAttribute("content") ?? "");
  return /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(declared.trim()) ? declared.trim().replaceAll("_", "-") : null;
}
