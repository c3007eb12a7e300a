import type { PageSignals } from "../../../src/article/detection/signals.ts";
import { mainArticle, readGraph } from "../../../src/article/facts/structured-data.ts";
import { unnamed } from "../page/unnamed.ts";
import { lettersOf } from "../text/letters.ts";
import { readJsonLd } from "./structured.ts";

/** Counting stops here: by then the page's nature is plain, and the page's thread is the user's. */
const MAX_NODES = 12_000;
const MAX_DEPTH = 300;
const MAX_SCOPES = 300;
/** No paragraph is longer, in letters. */
const MAX_TEXT = 100_000;
const LONG_LINK = 25;
const PARAGRAPH = 80;
const LONG_PARAGRAPH = 200;
const SHORT_LINE = 120;

const SKIPPED = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|svg|IFRAME|SELECT|TEXTAREA|BUTTON|VIDEO|HEAD)$/i;
const INLINE =
  /^(?:A|ABBR|B|BDI|BIG|BR|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|Q|S|SAMP|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|TIME|TT|U|WBR|IMG)$/;
const SENTENCE = /[.!?…。！？।؟]["'”’»)\]]*(?:\s|$)/;
/**
 * The day of a year, in digits or with the month in letters. A month is what is no blank, digit or sign: `\p{L}` is
 * hundreds of ranges, compiled anew for each repetition, which alone took most of the detector's time.
 */
const FULL_DATE =
  /\b(?:19|20)\d\d[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\b\d{1,2}[-./]\s?\d{1,2}[-./]\s?(?:19|20)\d\d|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?[^\s!-@]{3,10}\.?,?\s+(?:de\s+)?(?:19|20)\d\d|[^\s!-@]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d/;
/** A page that says only when it was last changed is no news. */
const CHANGED = /^\W*(?:last |zuletzt )?(?:updated|revised|modified|effective|aktualisiert|geändert|stand|version)/i;
/** How many blocks from the headline a date may stand to be the story's. */
const NEAR = 6;
/** Scripts that say in one character what takes others two or three. */
const DENSE_SCRIPT = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const DENSE_WEIGHT = 2.5;
const QUOTED = /["“„«「]/;
/** Words by which a text speaks to its reader. */
const ADDRESSED = /(?<!\p{L})(?:you|your|Sie|Ihre?[nmrs]?|vous|votre|vos|usted|ustedes|você|uw)(?!\p{L})/u;
const PRICE = /^\s*(?:[$€£¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|£|kr|zł|USD|EUR))/;

/** What a page declares of itself, as it stands in its head. */
export interface Declarations {
  readonly jsonLd: readonly string[];
  /** The address and the title under which it is shared. */
  readonly shared: string;
}

export function declarationsOf(document: Document): Declarations {
  const metaOf = (name: string) => contentOf(document, `meta[property='${name}' i],meta[name='${name}' i]`);
  return { jsonLd: readJsonLd(document), shared: `${metaOf("og:url")} ${metaOf("og:title") || document.title}` };
}

/**
 * Counts what the decision "article or not" needs, in one bounded walk. Changes nothing, and asks for no layout.
 *
 * @param left what the page declared at the address before this one, where it was not loaded anew. What still stands of
 * that, and does not name the new address, is not believed.
 */
export function readSignals(document: Document, url: string, left: Declarations | null = null): PageSignals {
  return { url, ...readDeclarations(document, url, left), ...countText(document) };
}

function readDeclarations(document: Document, url: string, left: Declarations | null) {
  const { jsonLd, shared } = declarationsOf(document);
  const asked = unnamed(document);
  const path = pathOf(url);
  const isLeft = left !== null && left.shared === shared && !shared.includes(path);
  const graph = readGraph(jsonLd.filter((block) => !left?.jsonLd.includes(block) || block.includes(path)));
  const own = mainArticle(graph, path);
  const types = new Set(graph.nodes.filter((node) => node.main).flatMap((node) => node.types));
  for (const scope of Array.from(asked.querySelectorAll("[itemtype*='schema.org/']")).slice(0, MAX_SCOPES)) {
    if (scope.parentElement?.closest("[itemscope]") == null)
      types.add((scope.getAttribute("itemtype") ?? "").trim().replace(/^.*\//s, ""));
    if (types.size > 30) break;
  }
  const metaOf = (selector: string) => (isLeft ? "" : contentOf(document, selector));
  return {
    types: [...types],
    dated: own?.main === true && own.node["datePublished"] !== undefined,
    authored: own?.main === true && own.node["author"] !== undefined,
    ogType: metaOf("meta[property='og:type' i],meta[name='og:type' i]").toLowerCase(),
    metaFiled:
      asked.querySelector(
        "meta[property='article:section' i],meta[name='news_keywords' i],meta[property='article:author' i],meta[name='parsely-section' i]",
      ) !== null,
    signed:
      asked.querySelector("[rel~='author'],[itemprop~='author'],[class*='byline' i],[class*='author' i]") !== null,
    metaDated: metaOf("meta[property='article:published_time' i],meta[name='article:published_time' i]") !== "",
  };
}

function contentOf(document: Document, selector: string): string {
  return unnamed(document).querySelector(selector)?.getAttribute("content")?.trim() ?? "";
}

function countText(document: Document) {
  const counts = {
    letters: 0,
    linkLetters: 0,
    links: 0,
    paragraphs: 0,
    paragraphLetters: 0,
    shortParagraphs: 0,
    quotedParagraphs: 0,
    addressedParagraphs: 0,
    longestRunLetters: 0,
    headlineLinks: 0,
    h1: 0,
    linkedHeadings: 0,
    articleElements: 0,
    times: 0,
    codeBlocks: 0,
    fields: 0,
    prices: 0,
    dateLines: 0,
    datedHeadline: false,
  };
  let blocks = 0;
  let lastDate = -Infinity;
  let headline = -Infinity;
  let nodes = 0;
  let text = "";
  let linked = 0;

  /** Ends the block that stands directly in an element; returns the letters of a paragraph, 0 where it is none. */
  const endBlock = (): number => {
    const length = text.length;
    const own = length - linked;
    let paragraph = 0;
    if (length > 0) {
      counts.letters += length;
      counts.linkLetters += linked;
      blocks += 1;
      const weight = DENSE_SCRIPT.test(text) ? DENSE_WEIGHT : 1;
      if (own * weight >= PARAGRAPH && linked < length / 2 && SENTENCE.test(text)) {
        paragraph = length * weight;
        counts.paragraphs += 1;
        counts.paragraphLetters += paragraph;
        if (paragraph < LONG_PARAGRAPH) counts.shortParagraphs += 1;
        if (QUOTED.test(text)) counts.quotedParagraphs += 1;
        else if (ADDRESSED.test(text)) counts.addressedParagraphs += 1;
      } else if (length < SHORT_LINE) {
        countShortLine();
      }
    }
    text = "";
    linked = 0;
    return paragraph;
  };

  const countShortLine = (): void => {
    if (PRICE.test(text)) counts.prices += 1;
    if (!FULL_DATE.test(text) || CHANGED.test(text)) return;
    counts.dateLines += 1;
    lastDate = blocks;
    if (blocks - headline <= NEAR) counts.datedHeadline = true;
  };

  /** Walks an element's children. Returns its letters where it is one paragraph: then it is part of its parent's run. */
  const walk = (element: Element, inLink: boolean, depth: number): number => {
    let run = 0;
    let runLetters = 0;
    const add = (letters: number) => {
      if (letters === 0) return;
      run += 1;
      runLetters += letters;
    };
    // What is put into a slot is shown there; an open shadow tree is shown in place of its host's children.
    const slotted = element.tagName === "SLOT" ? (element as HTMLSlotElement).assignedNodes() : [];
    let next = 0;
    for (
      let node = slotted[0] ?? (element.shadowRoot ?? element).firstChild;
      node !== null;
      node = slotted.length > 0 ? (slotted[(next += 1)] ?? null) : node.nextSibling
    ) {
      if ((nodes += 1) > MAX_NODES || depth > MAX_DEPTH) break;
      if (node.nodeType === 3) {
        const data = lettersOf(node as Text, MAX_TEXT).trim();
        if (data === "") continue;
        text += data + " ";
        if (inLink) linked += data.length + 1;
        continue;
      }
      if (node.nodeType !== 1 || SKIPPED.test(node.nodeName)) continue;
      const child = node as Element;
      count(child);
      const { tagName } = child;
      if (INLINE.test(tagName)) {
        const before = text.length;
        walk(child, inLink || tagName === "A", depth + 1);
        if (tagName === "A" && text.length - before > LONG_LINK) counts.headlineLinks += 1;
      } else {
        add(endBlock());
        add(walk(child, inLink, depth + 1));
      }
    }
    if (INLINE.test(element.tagName)) return 0;
    add(endBlock());
    counts.longestRunLetters = Math.max(counts.longestRunLetters, runLetters);
    return run === 1 ? runLetters : 0;
  };

  const count = (element: Element): void => {
    switch (element.tagName) {
      case "A":
        counts.links += 1;
        break;
      case "H1":
        counts.h1 += 1;
        if (counts.h1 > 1) break;
        headline = blocks;
        if (blocks - lastDate <= NEAR) counts.datedHeadline = true;
        break;
      case "H2":
      case "H3":
      case "H4":
        if (element.parentElement?.tagName === "A" || element.getElementsByTagName("a").length > 0)
          counts.linkedHeadings += 1;
        break;
      case "ARTICLE":
        counts.articleElements += 1;
        break;
      case "TIME":
        counts.times += 1;
        break;
      case "PRE":
        counts.codeBlocks += 1;
        break;
      case "INPUT":
        counts.fields += 1;
        break;
      default:
    }
  };

  // Not `document.body`, a name that a page can give to something else.
  for (const body of unnamed(document).querySelectorAll("body")) walk(body, false, 0);
  return counts;
}

function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? "";
}
