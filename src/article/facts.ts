import type { ArticleFacts } from "./article.ts";
import { readBylines } from "./bylines.ts";
import type { BylineElement, PageData } from "./page-data.ts";
import { decodeCharacterReferences } from "./character-references.ts";
import { isObject } from "./json-ld.ts";
import type { JsonObject, JsonValue } from "./json-ld.ts";
import { publicationDates } from "./published.ts";
import { listOf, mainArticle, readGraph, textOf } from "./structured-data.ts";
import type { Graph, GraphNode } from "./structured-data.ts";

/** What the page's data say of its story before its text is read. */
export interface StatedFacts extends ArticleFacts {
  /** Every headline stated, the likeliest first. */
  readonly headlines: readonly string[];
  readonly description: string;
  /** The whole text, where the structured data give it, or "". */
  readonly body: string;
}

const AUTHOR_META = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "article:author_name",
  "dc.creator",
  "dcterms.creator",
  "dc.contributor",
  "byl",
  "cxenseparse:author",
  "citation_author",
  "og:author",
  "twitter:data1",
  "creator",
];

/** Gathers headline, authors, dates and outlet from everything that the page states in any form. */
export function stateFacts(data: PageData): StatedFacts {
  const graph = readGraph(data.jsonLd);
  const own = mainArticle(graph, pathOf(data.url));
  const meta = (key: string) => decodeCharacterReferences(data.meta.get(key)?.[0] ?? "").trim();
  const outlet = outletOf(graph, own, meta);
  const headlines = [
    own === null ? "" : textOf(own.node["headline"]) || textOf(own.node["name"]),
    meta("og:title"),
    meta("twitter:title"),
    ...microdata(data, "headline"),
    data.title,
  ].filter((headline) => headline !== "");
  const { people, agency } = readBylines(authorLines(data, graph, own), outlet);
  return {
    headline: headlines[0] ?? null,
    headlines: headlines.flatMap((headline) => [headline, withoutOutlet(headline, outlet)]),
    description: (own === null ? "" : textOf(own.node["description"])) || meta("og:description") || meta("description"),
    body: own === null ? "" : plainText(textOf(own.node["articleBody"])),
    bylines: people,
    agency,
    ...publicationDates(data, own),
    outlet,
    url: data.canonical ?? data.url,
  };
}

/** A headline without the site's name at its end ("… - The Daily Example", "… | Example"). */
export function withoutOutlet(headline: string, outlet: string | null): string {
  const match = /^(.{15,}?)\s+[|–—•·»-]\s+([^|]{2,60})$/s.exec(headline);
  if (match === null) return headline;
  const [, title = headline, tail = ""] = match;
  const isOutlet =
    outlet !== null &&
    (tail.toLowerCase().includes(outlet.toLowerCase()) || outlet.toLowerCase().includes(tail.toLowerCase()));
  return isOutlet || headline.includes(" | ") ? title : headline;
}

function outletOf(graph: Graph, own: GraphNode | null, meta: (key: string) => string): string | null {
  const publisher = listOf(own?.node["publisher"])[0];
  const resolved = isObject(publisher) ? resolve(publisher, graph) : null;
  const name =
    meta("og:site_name") ||
    (resolved === null ? "" : nameOf(resolved)) ||
    meta("application-name") ||
    meta("publisher");
  return name === "" ? null : name;
}

/** The first source that names an author; later ones are only asked where the earlier are silent. */
function authorLines(data: PageData, graph: Graph, own: GraphNode | null): readonly string[] {
  const sources = [
    () => listOf(own?.node["author"]).map((author) => authorName(author, graph)),
    () => AUTHOR_META.flatMap((key) => data.meta.get(key) ?? []).map(decodeCharacterReferences),
    () => microdata(data, "author"),
    () => shownAuthors(data.bylines),
  ];
  const lines: string[] = [];
  for (const source of sources) {
    const named = source().filter((line) => line !== "" && !/^(?:https?:|www\.|@|#|\d+$)/.test(line));
    lines.push(...named);
    if (readBylines(named, null).people.length > 0) return lines;
  }
  return lines;
}

function shownAuthors(elements: readonly BylineElement[]): readonly string[] {
  const marked = elements.find(
    (element) =>
      /(?:^|\s)author(?:\s|$)/.test(element.names) && element.text.length < 60 && !element.text.includes("\n"),
  );
  const byline = elements.find((element) => /by-?_?line|author|autor|writer/i.test(element.names));
  const holder = byline ?? marked ?? elements[0];
  if (holder === undefined) return [];
  return holder.linked.length > 0 ? holder.linked : [holder.text.split("\n")[0] ?? ""];
}

function authorName(author: JsonValue, graph: Graph): string {
  if (typeof author === "string") {
    const known = graph.byId.get(author);
    return known === undefined ? textOf(author) : nameOf(known);
  }
  return isObject(author) ? nameOf(resolve(author, graph)) : "";
}

/** A node that is nothing but a reference stands for the node with that `@id`. */
function resolve(node: JsonObject, graph: Graph): JsonObject {
  const id = node["@id"];
  return node["name"] === undefined && typeof id === "string" ? (graph.byId.get(id) ?? node) : node;
}

function nameOf(node: JsonObject): string {
  return listOf(node["name"]).map(textOf).join(" ; ");
}

function microdata(data: PageData, property: string): readonly string[] {
  return data.microdata.flatMap((item) =>
    item.properties.filter(([name]) => name === property).map(([, text]) => text),
  );
}

function plainText(body: string): string {
  return /<\/?(?:p|br|div)\b/i.test(body) ? body.replace(/<[^>]+>/g, " ") : body;
}

function pathOf(url: string): string {
  return /^[a-z]+:\/\/[^/]+(\/[^?#]*)/i.exec(url)?.[1] ?? "/";
}
