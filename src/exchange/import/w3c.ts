import { ANNOTATION_SCHEMA } from "../../annotation/records/annotation.ts";
import { NAME_NOTE_SCHEMA } from "../../annotation/records/name-note.ts";
import { type Origin, itemOf } from "./clipping.ts";
import { htmlText } from "./html-text.ts";
import type { FoundItem } from "./reader.ts";
import { type Fields, isFields, listOf, positionOf, textOf } from "./fields.ts";

/** What a W3C annotation says on words of a page, or `null` where it is none. Our own come back as they were. */
export function fromW3c(node: Fields, origin: Origin): FoundItem | null {
  if (!listOf(node["type"] ?? node["@type"]).some((type) => type === "Annotation" || type === "oa:Annotation"))
    return null;
  const [first] = listOf(node["target"]);
  const target: Fields = isFields(first) ? first : { source: first };
  const { note, tags } = bodyOf(node);
  const said = selectorsOf(target["selector"]);
  const quote = said.find(({ type }) => type === "TextQuoteSelector");
  const position = positionOf(said.find(({ type }) => type === "TextPositionSelector"));
  if (typeof node["sourceline:revision"] === "number") return ownItem(node, target, quote, position, note, tags);
  const source = isFields(target["source"]) ? target["source"]["id"] : (target["source"] ?? target["id"]);
  const clipping = {
    url: textOf(source) ?? "",
    title: textOf(target["dcterms:title"]) ?? textOf(target["title"]),
    quote: textOf(quote?.["exact"]),
    prefix: textOf(quote?.["prefix"]),
    suffix: textOf(quote?.["suffix"]),
    note,
    tags,
    colour: textOf(target["styleClass"]),
    created: node["created"],
    modified: node["modified"],
    id: textOf(node["id"])?.replace(/^urn:uuid:/i, ""),
  };
  return itemOf(clipping, origin);
}

/** One that Sourceline wrote: a record, as it was. */
function ownItem(
  node: Fields,
  target: Fields,
  quote: Fields | undefined,
  position: ReturnType<typeof positionOf>,
  note: string,
  tags: readonly string[],
): FoundItem {
  const record = {
    id: textOf(node["id"])?.replace(/^urn:uuid:/, ""),
    body: { colour: node["sourceline:colour"], note, tags },
    revision: node["sourceline:revision"],
    created: node["created"],
    modified: node["modified"],
    deleted: null,
  };
  const page = { source: target["source"], page: target["sourceline:page"], title: target["dcterms:title"] };
  const kind = target["sourceline:kind"];
  if (kind !== undefined) {
    const subject = { kind, name: target["sourceline:name"] };
    return { list: "subjectNotes", item: { ...record, subject, origin: page, schema: NAME_NOTE_SCHEMA } };
  }
  const item = { ...record, target: { ...page, selectors: { quote, position } }, schema: ANNOTATION_SCHEMA };
  return { list: "annotations", item };
}

/** What was written, and the tags. */
function bodyOf(node: Fields): { readonly note: string; readonly tags: readonly string[] } {
  const tags: string[] = [];
  const notes: string[] = [];
  if (typeof node["bodyValue"] === "string") notes.push(node["bodyValue"]);
  for (const body of listOf(node["body"]).flatMap((one) =>
    isFields(one) && one["items"] !== undefined ? listOf(one["items"]) : [one],
  )) {
    const value = isFields(body) ? (textOf(body["value"]) ?? textOf(body["chars"])) : undefined;
    if (!isFields(body) || value === undefined) continue;
    if (listOf(body["purpose"]).includes("tagging")) tags.push(value);
    else notes.push(listOf(body["format"]).includes("text/html") ? htmlText(value) : value);
  }
  return { note: notes.join("\n\n"), tags };
}

/** All selectors, with those that refine others. */
function selectorsOf(said: unknown): Fields[] {
  return listOf(said)
    .filter(isFields)
    .flatMap((selector) => {
      const inner = selector["refinedBy"] ?? (selector["type"] === "Choice" ? selector["items"] : undefined);
      return [selector, ...listOf(inner).filter(isFields)];
    });
}
