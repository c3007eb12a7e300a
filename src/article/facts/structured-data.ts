import { decodeCharacterReferences } from "./character-references.ts";
import { isObject, parseJsonLd } from "./json-ld.ts";
import type { JsonObject, JsonValue } from "./json-ld.ts";

/** One node of the page's JSON-LD that has a type, and how it hangs in the graph. */
export interface GraphNode {
  /** Without prefix: "NewsArticle". */
  readonly types: readonly string[];
  readonly node: JsonObject;
  /** False inside a list of items, where it is one of many that the page points to. */
  readonly main: boolean;
}

/** The page's JSON-LD as one graph. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly byId: ReadonlyMap<string, JsonObject>;
  /** False where the page handed over more than is read (`JSON_LD_LIMIT`). */
  readonly complete: boolean;
}

/** How much JSON-LD of one page is read, in UTF-16 code units of all its blocks together. No honest page has as much. */
export const JSON_LD_LIMIT = 2_000_000;

const ARTICLE_TYPE =
  /^(?:(?:Reportage|Analysis|Opinion|Review|Background|AskPublic)?NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|(?:Medical)?ScholarlyArticle|TechArticle|SatiricalArticle|AdvertiserContentArticle|Review)$/;
const NEWS_TYPE = /NewsArticle$|^LiveBlogPosting$/;

/** The properties that lead from a page's node to the thing that the page is about. */
const MAIN_LINKS = ["@graph", "mainEntity", "mainEntityOfPage"];
/** The properties that lead to things that the page lists. */
const LIST_LINKS = ["itemListElement", "item", "hasPart", "liveBlogUpdate", "blogPost"];
/** Enough for any honest page; a bound for the others. */
const MAX_NODES = 400;
const MAX_DEPTH = 8;

export function isArticleType(type: string): boolean {
  return ARTICLE_TYPE.test(type);
}

export function isNewsType(type: string): boolean {
  return NEWS_TYPE.test(type);
}

/** Reads all JSON-LD blocks of a page into one graph, as far as `JSON_LD_LIMIT` reaches. Never throws. */
export function readGraph(jsonLd: readonly string[]): Graph {
  const nodes: GraphNode[] = [];
  const byId = new Map<string, JsonObject>();

  const visit = (value: JsonValue | undefined, main: boolean, depth: number): void => {
    if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
    if (Array.isArray(value)) {
      for (const item of value as readonly JsonValue[]) visit(item, main, depth + 1);
      return;
    }
    if (!isObject(value)) return;
    const types = typesOf(value);
    if (types.length > 0) nodes.push({ types, node: value, main });
    remember(value, byId);
    for (const key of MAIN_LINKS) visit(value[key], main, depth + 1);
    for (const key of LIST_LINKS) visit(value[key], false, depth + 1);
    for (const author of listOf(value["author"])) if (isObject(author)) remember(author, byId);
  };

  let room = JSON_LD_LIMIT;
  let complete = true;
  for (const block of jsonLd) {
    if (block.length > room) complete = false;
    for (const value of parseJsonLd(block.slice(0, room))) visit(value, true, 0);
    room -= Math.min(room, block.length);
  }
  return { nodes, byId, complete };
}

function remember(node: JsonObject, byId: Map<string, JsonObject>): void {
  const id = node["@id"];
  if (typeof id === "string" && node["name"] !== undefined) byId.set(id, node);
}

function typesOf(node: JsonObject): readonly string[] {
  return listOf(node["@type"])
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^.*[/#:]/, ""));
}

/** The article that the page is: of several, the one that names this address, and then the fullest. */
export function mainArticle(graph: Graph, path: string): GraphNode | null {
  let best: GraphNode | null = null;
  let bestScore = -Infinity;
  for (const candidate of graph.nodes) {
    if (!candidate.types.some(isArticleType)) continue;
    const score = articleScore(candidate, path);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

function articleScore({ node, types, main }: GraphNode, path: string): number {
  const page = listOf(node["mainEntityOfPage"])[0];
  const addresses = [node["url"], node["@id"], isObject(page) ? (page["@id"] ?? page["url"]) : page];
  const trimmed = path.replace(/\/$/, "");
  const here = trimmed.length > 1 && addresses.some((address) => textOf(address).includes(trimmed));
  return (
    (here ? 4 : 0) +
    (main ? 3 : 0) +
    (node["articleBody"] === undefined ? 0 : 3) +
    (node["headline"] === undefined ? 0 : 2) +
    (node["datePublished"] === undefined ? 0 : 2) +
    (node["author"] === undefined ? 0 : 1) +
    (types.some(isNewsType) ? 1 : 0)
  );
}

/** The text of a property, whichever way it is written; "" where it has none. */
export function textOf(value: JsonValue | undefined): string {
  let [first] = listOf(value);
  for (let depth = 0; isObject(first) && depth < MAX_DEPTH; depth += 1) {
    [first] = listOf(first["@value"] ?? first["name"] ?? first["@id"]);
  }
  return typeof first === "string" ? decodeCharacterReferences(first).trim() : "";
}

/** A property's values, whether it is written as one, as an array, or as a `@list`; arrays in arrays are flattened. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  if (isObject(value)) return value["@list"] === undefined ? [value] : toArray(value["@list"]);
  return toArray(value);
}

function toArray(value: JsonValue): readonly JsonValue[] {
  if (!Array.isArray(value)) return [value];
  return (value as JsonValue[]).flat(MAX_DEPTH).filter((item) => item !== null);
}
