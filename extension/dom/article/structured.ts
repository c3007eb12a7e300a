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
const MAX_TEXT = 160;

/** Takes down what the page states about itself outside its running text, hidden elements included. */
export function readPageData(document: Document, url: string): PageData {
  return {
    url,
    title: document.title,
    language: document.documentElement.lang,
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

/** The texts of the page's JSON-LD scripts. */
export function readJsonLd(document: Document): readonly string[] {
  return Array.from(document.querySelectorAll("script[type*='ld+json' i]"), (script) => script.textContent);
}

/** The address in `<link rel="canonical">`, resolved, or `null`. */
export function canonicalOf(document: Document): string | null {
  const link = document.querySelector<HTMLLinkElement>("link[rel~='canonical' i][href]");
  return link === null || link.href === "" ? null : link.href;
}

function readMeta(document: Document): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.getElementsByTagName("meta")) {
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
  const scopes = root.querySelectorAll(
    "[itemtype*='schema.org/'][itemtype*='Article'],[itemtype*='schema.org/'][itemtype*='Posting']",
  );
  return Array.from(scopes)
    .slice(0, MAX_ELEMENTS)
    .map((scope) => ({
      type: (scope.getAttribute("itemtype") ?? "").trim().replace(/^.*\//s, ""),
      properties: Array.from(scope.querySelectorAll("[itemprop]"))
        .filter((element) => element.parentElement?.closest("[itemscope]") === scope)
        .slice(0, MAX_ELEMENTS)
        .map((element) => [element.getAttribute("itemprop") ?? "", valueOf(element)] as const),
    }));
}

function valueOf(element: Element): string {
  const name = element.hasAttribute("itemscope") ? element.querySelector("[itemprop~='name']") : null;
  const holder = name ?? element;
  return shortText(holder.getAttribute("content") ?? holder.getAttribute("datetime") ?? holder.textContent, 300);
}

function readDates(root: ParentNode): readonly DateElement[] {
  const dates: DateElement[] = [];
  for (const element of root.querySelectorAll(DATED)) {
    const machine =
      element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.getAttribute("title") ?? "";
    if (!/\d/.test(machine) && element.childElementCount > 12) continue;
    const text = element.textContent.slice(0, MAX_TEXT * 4);
    if (!/\d/.test(machine) && !/\d/.test(text)) continue;
    if (text.trim().length > MAX_TEXT && !/\d/.test(machine)) continue;
    dates.push({
      machine,
      text: shortText(text, MAX_TEXT),
      names: ancestorNames(element),
      aside: element.closest(ASIDE) !== null,
    });
    if (dates.length >= MAX_ELEMENTS) break;
  }
  return dates;
}

function readBylineElements(root: ParentNode): readonly BylineElement[] {
  const bylines: BylineElement[] = [];
  for (const element of root.querySelectorAll(SIGNED)) {
    if (element.tagName === "META" || element.tagName === "BODY") continue;
    const text = element.getAttribute("content") ?? linesOf(element);
    if (text.trim() === "" || text.length > MAX_TEXT * 2 || element.closest(ASIDE) !== null) continue;
    bylines.push({
      text: text.trim(),
      names: namesOf(element),
      linked: Array.from(element.querySelectorAll(AUTHOR_LINKS), (link) => shortText(link.textContent, MAX_TEXT)),
    });
    if (bylines.length >= MAX_ELEMENTS) break;
  }
  return bylines;
}

/** An element's text with a line for each block in it. */
function linesOf(element: Element): string {
  let text = "";
  const walk = (node: Node): void => {
    for (let child = node.firstChild; child !== null && text.length < 1000; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) {
        text += (child as Text).data.replace(/\s+/g, " ");
      } else if (
        child.nodeType === Node.ELEMENT_NODE &&
        !/^(?:SCRIPT|STYLE|svg|NOSCRIPT|BUTTON)$/.test(child.nodeName)
      ) {
        const block = /^(?:P|DIV|LI|UL|H[1-6]|BR|TIME|SECTION)$/.test(child.nodeName);
        if (block) text += "\n";
        walk(child);
        if (block) text += "\n";
      }
    }
  };
  walk(element);
  return text.replace(/\s*\n\s*/g, "\n");
}

function ancestorNames(element: Element): string {
  let names = namesOf(element);
  for (let up = element.parentElement, i = 0; up !== null && i < 2; up = up.parentElement, i += 1)
    names += ` < ${namesOf(up)}`;
  return names;
}

function namesOf(element: Element): string {
  const names = ["class", "id", "itemprop", "rel", "property"].map((name) => element.getAttribute(name) ?? "");
  return names.filter((name) => name !== "").join(" ");
}

function shortText(text: string, limit: number): string {
  return text.replace(/\s+/g, " ").trim().slice(0, limit);
}
