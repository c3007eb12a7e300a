import type { ArticleFacts, PartKind } from "../../text/article.ts";
import { comparable } from "../../text/fold.ts";
import { readBylines, type Bylines } from "./bylines.ts";
import type { Outline } from "../stories/outline.ts";
import type { LabelledBlock } from "../stories/parts.ts";
import type { BylineElement, PageData } from "./page-data.ts";
import { chooseHeadline } from "./headline.ts";
import { decodeCharacterReferences } from "./character-references.ts";
import { isObject } from "./json-ld.ts";
import type { JsonObject, JsonValue } from "./json-ld.ts";
import type { FieldOrder } from "./dates.ts";
import { inUtc } from "./dates.ts";
import { fieldOrder, isNear, publicationDates } from "./published.ts";
import type { StatedDates } from "./published.ts";
import { dateBeside, shownDate } from "./shown-date.ts";
import { signatureIn } from "./signature.ts";
import { listOf, mainArticle, readGraph, textOf } from "./structured-data.ts";
import type { Graph, GraphNode } from "./structured-data.ts";

/** What the page's data say of its story before its text is read. */
export interface StatedFacts extends Pick<ArticleFacts, "bylines" | "authors" | "agency" | "outlet" | "url"> {
  /** Whether the data name no person: they call all of `bylines` organisations, if there are any. */
  readonly areOrganisations: boolean;
  readonly dates: StatedDates;
  /** How the page's language writes dates in digits. */
  readonly dateOrder: FieldOrder;
  /** Every headline stated, the likeliest first. */
  readonly headlines: readonly string[];
  /** The document's title without the outlet's name, or "". */
  readonly title: string;
  /** The same and the document's title, each also without the outlet's name: forms in which the page may show it. */
  readonly titles: readonly string[];
  readonly description: string;
  /** The whole text, where the structured data give it, or "". */
  readonly body: string;
}

/** What a page states in one line and is longer is read by its beginning; in UTF-16 code units. */
const MAX_LINE = 1_000;
/** The longest text of a story that is of use to know its paragraphs by, likewise. */
const MAX_BODY = 200_000;
/** No story has more headlines marked. */
const MAX_MARKED = 20;

const AUTHOR_META = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "cxenseparse:author",
  "citation_author",
  "og:author",
  "twitter:data1",
];

/** Gathers headline, authors, dates and outlet from everything that the page states in any form. */
export function stateFacts(data: PageData): StatedFacts {
  const graph = readGraph(data.jsonLd);
  const own = mainArticle(graph, pathOf(data.url));
  const meta = (key: string) => decodeCharacterReferences(clipped(data.meta.get(key)?.[0] ?? "")).trim();
  const outlet = outletOf(graph, own, meta);
  const marked = [...new Set(microdata(data, "headline").slice(0, MAX_MARKED).map(clipped))].filter(
    (headline) => headline !== "",
  );
  const declared = own === null ? "" : clipped(textOf(own.node["headline"]) || textOf(own.node["name"]));
  // Several marked headlines are those of a live blog's posts; what is for one network counts where no other is stated.
  const stated = [
    declared || (marked.length > 1 ? "" : (marked[0] ?? "")),
    meta("og:title") || meta("twitter:title"),
  ].filter((headline) => headline !== "");
  const title = withoutOutlet(clipped(data.title), outlet);
  const { people, agency, authors, areOrganisations } = readAuthors(data, graph, own, outlet);
  return {
    headlines: stated,
    title,
    titles: [...(stated.length > 0 ? stated : [title]), ...marked, meta("twitter:title"), clipped(data.title)].flatMap(
      (form) => [form, withoutOutlet(form, outlet)],
    ),
    description:
      (own === null ? "" : clipped(textOf(own.node["description"]))) || meta("og:description") || meta("description"),
    body: own === null ? "" : plainText(textOf(own.node["articleBody"]).slice(0, MAX_BODY)),
    bylines: people,
    agency,
    authors,
    areOrganisations,
    dates: publicationDates(data, own?.node ?? datedPage(graph)),
    dateOrder: fieldOrder(data.language),
    outlet,
    url: data.canonical ?? data.url,
  };
}

function clipped(text: string): string {
  return text.slice(0, MAX_LINE);
}

/** The facts, with what only the page's text shows, as `labelParts` has found it. */
export function completeFacts(stated: StatedFacts, outline: Outline, labelled: readonly LabelledBlock[]): ArticleFacts {
  const { dates, dateOrder, outlet, url } = stated;
  const blockOf = (kind: PartKind) => labelled.find((part) => part.kind === kind)?.block ?? -1;
  const headline = blockOf("headline");
  const place = headline < 0 ? { block: labelled[0]?.block ?? -1, from: 0 } : { block: headline, from: 1 };
  const { published, modified } = dates.published === null ? shownDate(outline, place, url, dateOrder) : dates;
  const beside = dateBeside(outline, place, dateOrder);
  const publishedLocal = published === null ? null : onThePage(published, beside.published ?? dates.day);
  const changed = dates.modified ?? modified;
  const { bylines, authors, agency } = signed(stated, stated.areOrganisations ? signatureIn(outline, labelled) : null);
  return {
    headline: headlineOf(stated, outline.blocks[headline]?.text ?? null),
    bylines,
    authors,
    agency,
    published: published === null ? null : inUtc(published),
    publishedLocal,
    modified: changed === null ? null : inUtc(changed),
    outlet,
    url,
  };
}

/** Who the story is by, with what a line of its text says of that. */
function signed(stated: StatedFacts, line: string | null): Pick<ArticleFacts, "bylines" | "authors" | "agency"> {
  const { bylines, authors, agency, outlet } = stated;
  if (line === null) return { bylines, authors, agency };
  const shown = readBylines([line], outlet === null ? [] : [outlet]);
  return {
    bylines: shown.people.length > 0 ? shown.people : bylines,
    authors: [...new Set([...authors, ...shown.authors])],
    agency: agency ?? shown.agency,
  };
}

/** A document's title has parts that are no headline: it counts for what it has in common with the heading shown. */
function headlineOf({ headlines, title }: StatedFacts, shown: string | null): string | null {
  if (headlines.length > 0 || title === "") return chooseHeadline(headlines, shown);
  const chosen = chooseHeadline([title], shown) ?? title;
  return shown === null || comparable(shown).endsWith(comparable(chosen)) ? chosen : shown;
}

/** Data give many instants in UTC, which is seldom the page's own zone: the day by the headline is the one it means. */
function onThePage(published: string, shown: string | null): string {
  if (!published.endsWith("Z") || shown === null || !isNear(shown, published)) return published;
  return published.startsWith(shown.slice(0, 10)) ? published : shown;
}

/** The node that stands for a page without an article's, where it says when it was published. */
function datedPage(graph: Graph): JsonObject | null {
  return graph.nodes.find(({ node, main }) => main && textOf(node["datePublished"]) !== "")?.node ?? null;
}

/** A title without the site's name at its end ("… - The Daily Example", "… | Example"). */
function withoutOutlet(title: string, outlet: string | null): string {
  const match = /^(.{15,}?)(?<!\s)\s+[|–—•·»-]\s+([^|]{2,60})$/s.exec(title);
  if (match === null) return title;
  const [, rest = title, tail = ""] = match;
  const [a, b] = [tail.toLowerCase(), outlet?.toLowerCase() ?? ""];
  return (b !== "" && (a.includes(b) || b.includes(a))) || title.includes(" | ") ? rest : title;
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

/** The first source that names a person; later ones are only asked where the earlier name none. */
function readAuthors(
  data: PageData,
  graph: Graph,
  own: GraphNode | null,
  outlet: string | null,
): Bylines & Pick<StatedFacts, "areOrganisations"> {
  const outlets = [...(outlet === null ? [] : [outlet]), ...organisations(own, graph)];
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
    if (readBylines(named, outlets).people.length > 0)
      return { ...readBylines(lines, outlets), areOrganisations: false };
  }
  // Some call their authors organisations.
  return { ...readBylines(lines, outlets.slice(0, outlet === null ? 0 : 1)), areOrganisations: true };
}

/** The byline that the page shows: the names linked to their authors' pages, or else its first line that names one. */
function shownAuthors(elements: readonly BylineElement[]): readonly string[] {
  const byline = elements.find(
    ({ names, text }) => /by-?_?line|author|autor|writer/i.test(names) && isLikelyByline(text),
  );
  const holder = byline ?? elements.find(({ text }) => isLikelyByline(text));
  if (holder === undefined) return [];
  if (holder.linked.length > 0) return holder.linked;
  const lines = holder.text.split("\n");
  return [lines.find((line) => OPENED_LINE.test(line)) ?? lines[0] ?? ""];
}

const OPENED_LINE = /^\s*(?:by|von|par|por|di|door)\s+\p{Lu}/iu;

function isLikelyByline(text: string): boolean {
  return text.length < 240 && !/^\s*(?:about|more|all|follow|view|über|mehr)\b/i.test(text);
}

/** The authors that the structured data call organisations: publications, most often their own. */
function organisations(own: GraphNode | null, graph: Graph): readonly string[] {
  return listOf(own?.node["author"]).flatMap((author) => {
    const type = isObject(author) ? textOf(resolve(author, graph)["@type"]) : "";
    return /Organi[sz]ation$/.test(type) ? [authorName(author, graph)] : [];
  });
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
  if (node["name"] !== undefined) return listOf(node["name"]).map(textOf).join(" ; ");
  return `${textOf(node["givenName"])} ${textOf(node["familyName"])}`.trim();
}

function microdata(data: PageData, property: string): readonly string[] {
  return data.microdata.flatMap((item) =>
    item.properties.filter(([name]) => name === property).map(([, text]) => text),
  );
}

function plainText(body: string): string {
  return /<\/?(?:p|br|div)\b/i.test(body) ? body.replace(/<[^<>]+>/g, " ") : body;
}

function pathOf(url: string): string {
  return /^[a-z]+:\/\/[^/]+(\/[^?#]*)/i.exec(url)?.[1] ?? "/";
}
