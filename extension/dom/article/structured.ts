import { JSON_LD_LIMIT } from "../../../src/article/facts/structured-data.ts";
import { lettersOf } from "../text/letters.ts";
import { neighbourOf, parentOf, rootElementOf, titleOf, unnamed } from "../page/unnamed.ts";
import type { BylineElement, DateElement, MicrodataItem, PageData } from "../../../src/article/facts/page-data.ts";

const DATED = [
  "time",
  "[itemprop*='date' i]",
  "[property*='datePublished']",
  "abbr.published",
  "[class*='date' i]:not(body):not([class*='update' i]:empty)",
  "[class*='publish' i]",
  "[class*='posted' i]",
  "[class*='timestamp' i]",
  "[class*='time-stamp' i]",
  "[id*='date' i]",
].join(",");
const SIGNED = [
  "[rel~='author']",
  "[itemprop~='author']",
  "[property~='author']",
  "[class*='byline' i]",
  "[class*='author' i]",
  "[class*='autor' i]",
  "[class*='writer' i]",
  "[class*='dateline' i]",
  "[class~='fn']",
  "[id*='author' i]",
  "[id*='byline' i]",
  "a[href*='/author/']",
  "a[href*='/authors/']",
  "a[href*='/by/']",
  "a[href*='/profile/']",
  "a[href*='/autor/']",
].join(",");
const AUTHOR_LINKS =
  "[rel~='author'],[href*='/author'],[href*='/autor'],[href*='/by/'],[href*='/profile'],[href*='/people/'],[href*='/staff/'],[href*='/team/']";
const ASIDE =
  "aside,footer,nav,form,[class*='comment' i]:not(body):not(article):not(main),[class*='related' i]:not(body):not(main),[class*='sidebar' i]:not(body):not(main),[class*='recommend' i],[class*='teaser' i],[class*='most-' i],[class*='widget' i]:not(body):not(main),[class*='footer' i]:not(body)";
/** A page's own date and author stand near its top; a list of comments may hold hundreds. */
const MAX_ELEMENTS = 40;
/** So many are looked at to find those. */
const MAX_LOOKED_AT = 1_000;
const MAX_TEXT = 160;
/** So many nodes hold a short text, and so many elements stand around it: bounds for pages made to hurt. */
const MAX_NODES = 200;
const MAX_DEPTH = 200;
/** So many nodes hold all short texts together. */
const MAX_NODES_OF_ALL = 5_000;
/** So deep stories stand in stories. */
const MAX_SCOPES_AROUND = 3;

/** Takes down what the page states about itself outside its running text, hidden elements included. */
export function readPageData(document: Document, url: string): PageData {
  return {
    url,
    title: titleOf(document),
    language: rootElementOf(document).lang,
    canonical: canonicalOf(document),
    meta: readMeta(document),
    jsonLd: readJsonLd(document),
    ...readSignatures(document),
  };
}

/** What stands written around a story's text: its microdata, dates and authors. `root` holds the story, and others not. */
export function readSignatures(root: ParentNode): Pick<PageData, "microdata" | "dates" | "bylines"> {
  return { microdata: readMicrodata(root), dates: readDates(root), bylines: readBylineElements(root) };
}

/** The texts of the page's JSON-LD scripts: as much as is read of them, and a letter more where there is more. */
export function readJsonLd(document: Document): readonly string[] {
  const blocks: string[] = [];
  let room = JSON_LD_LIMIT + 1;
  for (const script of unnamed(document).querySelectorAll("script[type*='ld+json' i]")) {
    let block = "";
    for (const text of script.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE) continue;
      const letters = lettersOf(text as Text, room);
      block += letters;
      room -= letters.length;
    }
    blocks.push(block);
    if (room === 0) break;
  }
  return blocks;
}

/** The address in `<link rel="canonical">`, resolved, or `null`. */
export function canonicalOf(document: Document): string | null {
  const link = unnamed(document).querySelector<HTMLLinkElement>("link[rel~='canonical' i][href]");
  return link === null || link.href === "" ? null : link.href;
}

function readMeta(document: Document): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const element of unnamed(document).getElementsByTagName("meta")) {
    const key = element.getAttribute("property") ?? element.getAttribute("name") ?? element.getAttribute("itemprop");
    const content = element.getAttribute("content")?.trim();
    if (key === null || content === undefined || content === "") continue;
    const values = meta.get(key.trim().toLowerCase());
    if (values === undefined) meta.set(key.trim().toLowerCase(), [content]);
    else values.push(content);
  }
  return meta;
}

function readMicrodata(root: ParentNode): readonly MicrodataItem[] {
  const scopes = found(
    root,
    "[itemtype*='schema.org/'][itemtype*='Article'],[itemtype*='schema.org/'][itemtype*='Posting']",
  );
  return scopes
    .slice(0, MAX_ELEMENTS)
    .filter((scope) => !isDeepInScopes(scope))
    .map((scope) => ({
      type: (scope.getAttribute("itemtype") ?? "").trim().replace(/^.*\//s, ""),
      properties: Array.from(scope.querySelectorAll("[itemprop]"))
        .filter((element) => element.parentElement?.closest("[itemscope]") === scope)
        .slice(0, MAX_ELEMENTS)
        .map((element) => [element.getAttribute("itemprop") ?? "", valueOf(element)] as const),
    }));
}

function isDeepInScopes(scope: Element): boolean {
  let up: Element | null = scope;
  for (let around = 0; around < MAX_SCOPES_AROUND; around += 1) {
    up = up?.parentElement?.closest("[itemtype]") ?? null;
  }
  return up !== null;
}

function valueOf(element: Element): string {
  const name = element.hasAttribute("itemscope") ? element.querySelector("[itemprop~='name']") : null;
  const holder = name ?? element;
  return shortText(holder.getAttribute("content") ?? holder.getAttribute("datetime") ?? holder.textContent, 300);
}

/** What is looked at of what a selector finds. No form is a date or a name, and its fields may have any name. */
const found = (root: ParentNode, selector: string): readonly Element[] =>
  Array.from(unnamed(root).querySelectorAll(selector))
    .slice(0, MAX_LOOKED_AT)
    .filter((element) => !(element instanceof HTMLFormElement));

function readDates(root: ParentNode): readonly DateElement[] {
  const dates: DateElement[] = [];
  const read = { nodes: 0 };
  for (const element of found(root, DATED)) {
    const machine =
      element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.getAttribute("title") ?? "";
    if (!/\d/.test(machine) && element.childElementCount > 12) continue;
    const text = textIn(element, MAX_TEXT * 4, read);
    if (read.nodes > MAX_NODES_OF_ALL) break;
    if (!/\d/.test(machine) && !/\d/.test(text)) continue;
    if (text.trim().length > MAX_TEXT && !/\d/.test(machine)) continue;
    dates.push({
      machine,
      text: shortText(text, MAX_TEXT),
      names: ancestorNames(element),
      aside: isAside(element),
    });
    if (dates.length >= MAX_ELEMENTS) break;
  }
  return dates;
}

function readBylineElements(root: ParentNode): readonly BylineElement[] {
  const bylines: BylineElement[] = [];
  const read = { nodes: 0 };
  for (const element of found(root, SIGNED)) {
    if (element.tagName === "META" || element.tagName === "BODY") continue;
    const text = element.getAttribute("content") ?? linesOf(element, read);
    if (read.nodes > MAX_NODES_OF_ALL) break;
    if (text.trim() === "" || text.length > MAX_TEXT * 2 || isAside(element)) continue;
    bylines.push({
      text: text.trim(),
      names: namesOf(element),
      linked: Array.from(element.querySelectorAll(AUTHOR_LINKS), (link) => shortText(link.textContent, MAX_TEXT)),
    });
    if (bylines.length >= MAX_ELEMENTS) break;
  }
  return bylines;
}

/** An element's text with a line for each block in it. `read` counts the nodes of all such texts. */
function linesOf(element: Element, read: { nodes: number }): string {
  let text = "";
  let nodes = 0;
  const walk = (node: Node, depth: number): void => {
    for (
      let child = neighbourOf(node, "firstChild");
      child !== null && text.length < 1000;
      child = neighbourOf(child, "nextSibling")
    ) {
      if ((nodes += 1) > MAX_NODES || depth > MAX_DEPTH) return;
      if (child.nodeType === Node.TEXT_NODE) {
        text += lettersOf(child as Text, 1000).replace(/\s+/g, " ");
      } else if (
        child.nodeType === Node.ELEMENT_NODE &&
        !/^(?:SCRIPT|STYLE|svg|NOSCRIPT|BUTTON)$/.test(child.nodeName)
      ) {
        const block = /^(?:P|DIV|LI|UL|H[1-6]|BR|TIME|SECTION)$/.test(child.nodeName);
        if (block) text += "\n";
        walk(child, depth + 1);
        if (block) text += "\n";
      }
    }
  };
  walk(element, 0);
  read.nodes += nodes;
  return text.replace(/\s*\n\s*/g, "\n");
}

/** An element's text, as far as it is asked for: elements may stand in one another, each with all the text of the next. */
function textIn(element: Element, letters: number, read: { nodes: number }): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = "";
  for (let nodes = 0; text.length < letters && nodes < MAX_NODES && walker.nextNode() !== null; nodes += 1) {
    read.nodes += 1;
    const { currentNode } = walker;
    if (currentNode.nodeType === Node.TEXT_NODE) text += lettersOf(currentNode as Text, letters);
  }
  return text.slice(0, letters);
}

/** Whether an element stands in a part of the page that is none of the story's. */
function isAside(element: Element): boolean {
  let up: Element | null = element;
  for (let depth = 0; up !== null && depth < MAX_DEPTH; depth += 1) {
    if (unnamed(up).matches(ASIDE)) return true;
    up = parentOf(up);
  }
  return false;
}

function ancestorNames(element: Element): string {
  let names = namesOf(element);
  for (let up = parentOf(element), i = 0; up !== null && i < 2; up = parentOf(up), i += 1) names += ` < ${namesOf(up)}`;
  return names;
}

function namesOf(element: Element): string {
  const asked = unnamed(element);
  const names = ["class", "id", "itemprop", "rel", "property"].map((name) => asked.getAttribute(name) ?? "");
  return names.filter((name) => name !== "").join(" ");
}

function shortText(text: string, limit: number): string {
  return text.replace(/\s+/g, " ").trim().slice(0, limit);
}
