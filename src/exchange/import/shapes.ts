import { fromW3c } from "./w3c.ts";
import { type Clipping, type Origin, itemOf } from "./clipping.ts";
import { isFields, listOf, textOf, type Fields } from "./fields.ts";
import { htmlText } from "./html-text.ts";
import type { FoundItem } from "./reader.ts";

/** What an object of another program's JSON stands for, told by what it has. */

/** The items that a value of a file stands for: none where it is nothing that is known. */
export function itemsOf(value: unknown, origin: Origin): FoundItem[] {
  if (!isFields(value)) return [];
  const w3c = fromW3c(value, origin);
  if (w3c !== null) return [w3c];
  // Our own, from a file that has lost its head.
  if (isFields(value["target"]) && isFields(value["target"]["selectors"]))
    return [{ list: "annotations", item: value }];
  return clippingsOf(value).map((clipping) => itemOf(clipping, origin));
}

function clippingsOf(value: Fields): Clipping[] {
  // Hypothesis: its client's export file and its API (`rows` of a search).
  if (typeof value["uri"] === "string") return [hypothesis(value, value["uri"])];
  if (typeof value["url"] !== "string") return [];
  const page = { url: value["url"], title: textOf(value["title"]) };
  // Obsidian Web Clipper ({text, timestamp}) and Pocket ({quote, created_at}): a page's highlights in a list.
  if (Array.isArray(value["highlights"]) && value["slug"] === undefined)
    return value["highlights"].flatMap((one) => highlight(page, one));
  // Omnivore's metadata: a page with labels.
  return [{ ...page, tags: labelsOf(value["labels"]), created: value["savedAt"], id: textOf(value["id"]) }];
}

function hypothesis(value: Fields, url: string): Clipping {
  const target = listOf(value["target"]).find(isFields);
  const selectors = listOf(target?.["selector"]).filter(isFields);
  const quote = selectors.find(({ type }) => type === "TextQuoteSelector");
  const document = isFields(value["document"]) ? value["document"] : {};
  const [title] = listOf(document["title"]);
  return {
    url,
    title: textOf(title),
    quote: textOf(quote?.["exact"]),
    prefix: textOf(quote?.["prefix"]),
    suffix: textOf(quote?.["suffix"]),
    note: textOf(value["text"]),
    tags: listOf(value["tags"]).flatMap((tag) => textOf(tag) ?? []),
    created: value["created"],
    modified: value["updated"],
    id: textOf(value["id"]),
  };
}

function highlight(page: Pick<Clipping, "url" | "title">, one: unknown): Clipping[] {
  if (typeof one === "string") return [{ ...page, quote: htmlText(one) }];
  if (!isFields(one)) return [];
  const said = textOf(one["text"]) ?? textOf(one["quote"]) ?? textOf(one["content"]);
  if (said === undefined) return [];
  const notes = [...listOf(one["notes"]), one["note"], one["annotation"], one["comment"]].flatMap(
    (note) => textOf(note) ?? [],
  );
  return [
    {
      ...page,
      quote: htmlText(said),
      note: [...new Set(notes)].join("\n\n"),
      colour: textOf(one["color"]),
      created: one["timestamp"] ?? one["created_at"] ?? one["createdAt"],
    },
  ];
}

const labelsOf = (labels: unknown): string[] =>
  listOf(labels).flatMap((label) => textOf(isFields(label) ? label["name"] : label) ?? []);
