import { HINT, hintsOf } from "./hints.ts";
import { type Outline, subtreeEnds } from "./outline.ts";
import { headingLevelAt, mapProse } from "./prose.ts";
import type { ProseMap } from "./prose.ts";
import type { Steps } from "../../slices.ts";

/** Where one of several stories stands on a page. */
export interface StoryPlace {
  /** The outline's element that holds it, and the index after that element's last descendant. */
  readonly element: number;
  readonly end: number;
  /** The address that the story names as its own, or `null`. */
  readonly address: string | null;
}

/** A story further down a page has at least this much running text; less is a teaser, a post or a comment. */
const MIN_PARAGRAPHS = 2;
const MIN_LETTERS = 500;

interface Candidate extends StoryPlace {
  readonly level: number;
  readonly paragraphs: number;
  readonly letters: number;
}

/**
 * The places of the stories on a page that shows several, one below the other, in their order. Empty where the page is
 * one story, which is the rule: posts of a live blog, comments, teasers and chapters divide nothing.
 *
 * @param addressOf gives the address that an element names as that of the story in it; `heading` is the story's headline.
 */
export function* findStories(
  outline: Outline,
  addressOf: (element: number, heading: number) => string | null,
): Steps<readonly StoryPlace[]> {
  const ends = subtreeEnds(outline.elements);
  const byHeadline = () => placesOfHeadlines(outline, ends);
  const byElement = () => outermostArticles(outline, ends);
  const groups = [byHeadline(), byElement()].filter((places) => places.length > 1);
  if (groups.length === 0) return [];
  const map = yield* mapProse(outline, () => 1);
  for (const places of groups) {
    const blocks = blocksOf(map.outline, places, ends);
    const candidates = places
      .map((element, index) => candidateAt(map, ends, element, blocks[index] ?? [], addressOf))
      .filter((candidate) => candidate !== null);
    const stories = candidates.filter((candidate, index) => isStory(candidate, index === 0));
    if (stories.length > 1 && areApart(stories)) {
      return stories.map(({ element, end, address }) => ({ element, end, address }));
    }
  }
  return [];
}

/** For each of several `<h1>`s, the largest element that holds no other. */
function placesOfHeadlines({ elements, blocks }: Outline, ends: readonly number[]): readonly number[] {
  const holders = blocks.flatMap(({ element }) => (headingLevelAt(elements, element) === 1 ? [element] : []));
  if (holders.length < 2) return [];
  // How many of them stand before each element, and so how many are in it.
  const isHolder = new Uint8Array(elements.length);
  for (const holder of holders) isHolder[holder] = 1;
  const before = new Int32Array(elements.length + 1);
  for (let i = 0; i < elements.length; i += 1) before[i + 1] = (before[i] ?? 0) + (isHolder[i] ?? 0);
  const holdsOne = (element: number): boolean => (before[ends[element] ?? element] ?? 0) - (before[element] ?? 0) === 1;
  const places = holders.map((holder) => {
    let place = holder;
    for (let up = holder; up > 0 && holdsOne(up); up = elements[up]?.parent ?? -1) place = up;
    return place;
  });
  return [...new Set(places)];
}

function outermostArticles({ elements }: Outline, ends: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (const [index, { tag, role }] of elements.entries()) {
    if (tag !== "article" && role !== "article") continue;
    if (index >= (ends[places.at(-1) ?? -1] ?? 0)) places.push(index);
  }
  return places;
}

/** For each of several places, of which none is in another, the blocks in it. */
function blocksOf(
  { elements, blocks }: Outline,
  places: readonly number[],
  ends: readonly number[],
): readonly (readonly number[])[] {
  const placeOf = new Int32Array(elements.length).fill(-1);
  for (const [index, place] of places.entries()) placeOf.fill(index, place, ends[place]);
  const inside: number[][] = places.map(() => []);
  for (const [index, { element }] of blocks.entries()) inside[placeOf[element] ?? -1]?.push(index);
  return inside;
}

function candidateAt(
  map: ProseMap,
  ends: readonly number[],
  element: number,
  inside: readonly number[],
  addressOf: (element: number, heading: number) => string | null,
): Candidate | null {
  const { elements, blocks } = map.outline;
  const end = ends[element] ?? 0;
  const holder = elements[element];
  if (holder === undefined || (hintsOf(holder) & (HINT.frame | HINT.comments)) !== 0) return null;
  let heading = -1;
  let paragraphs = 0;
  let letters = 0;
  for (const index of inside) {
    const block = blocks[index];
    if (block === undefined) continue;
    const level = headingLevelAt(elements, block.element);
    if (heading < 0 && (level === 1 || level === 2)) heading = index;
    if ((map.prose[index] ?? 0) < 1) continue;
    // A headline stands above the text.
    if (heading < 0) return null;
    paragraphs += 1;
    letters += block.text.length;
  }
  const headline = blocks[heading];
  if (headline === undefined) return null;
  const address = addressOf(element, headline.element);
  return { element, end, address, level: headingLevelAt(elements, headline.element), paragraphs, letters };
}

/** The page's own story may be short, behind a paywall for instance; what follows it has to be a story for sure. */
function isStory({ level, address, paragraphs, letters }: Candidate, isFirst: boolean): boolean {
  if (isFirst) return paragraphs > 0;
  if (level > 1 && address === null) return false;
  return paragraphs >= MIN_PARAGRAPHS && letters >= MIN_LETTERS;
}

/** Stories have addresses of their own. Posts of one live blog share theirs, but for a fragment or a parameter. */
function areApart(stories: readonly Candidate[]): boolean {
  const paths = stories.flatMap(({ address }) => (address === null ? [] : [address.replace(/[?#].*$/s, "")]));
  return new Set(paths).size === paths.length;
}
