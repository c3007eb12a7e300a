/**
 * What the Web Annotation Data Model (W3C recommendation, 23 February 2017) says that an annotation, and a collection of
 * them, must or must not have: by section, in our own words, as a check of the JSON.
 */

type Node = Readonly<Record<string, unknown>>;
export type Must = readonly [section: string, what: string, holds: (node: Node) => boolean];

const list = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const nodes = (value: unknown): Node[] =>
  list(value).filter((one) => typeof one === "object" && one !== null) as Node[];
const one = (value: unknown): boolean => list(value).length === 1;
const atMostOne = (value: unknown): boolean => list(value).length <= 1;
const isIri = (value: unknown): boolean => typeof value === "string" && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
const isInstant = (value: unknown): boolean =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const has = (node: Node, type: string): boolean => list(node["type"]).includes(type);
const each = (value: unknown, holds: (node: Node) => boolean): boolean => nodes(value).every(holds);
const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const MOTIVATIONS =
  "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging".split(
    " ",
  );

const bodies = (node: Node): Node[] => nodes(node["body"]);
const targets = (node: Node): Node[] => nodes(node["target"]);
const texts = (node: Node): Node[] => bodies(node).filter((body) => has(body, "TextualBody"));
const specific = (node: Node): Node[] =>
  [...bodies(node), ...targets(node)].filter((part) => "source" in part || has(part, "SpecificResource"));
const selectors = (node: Node): Node[] => specific(node).flatMap((part) => nodes(part["selector"]));
const quotes = (node: Node): Node[] => selectors(node).filter((selector) => has(selector, "TextQuoteSelector"));
const positions = (node: Node): Node[] => selectors(node).filter((selector) => has(selector, "TextPositionSelector"));

export const ANNOTATION_MUSTS: readonly Must[] = [
  ["3.1", "has a context", (node) => list(node["@context"]).length >= 1],
  ["3.1", "the model's context is one of them", (node) => list(node["@context"]).includes(CONTEXT)],
  ["3.1", "has one id", (node) => one(node["id"])],
  ["3.1", "the id is an IRI", (node) => isIri(node["id"])],
  ["3.1", "has a type", (node) => list(node["type"]).length >= 1],
  ["3.1", "Annotation is one of its types", (node) => has(node, "Annotation")],
  ["3.1", "has a target", (node) => list(node["target"]).length >= 1],
  ["3.1", "an empty list of bodies is left out", (node) => !("body" in node) || list(node["body"]).length > 0],
  [
    "3.2.1",
    "a resource of the web is an IRI",
    (node) => [...list(node["body"]), ...list(node["target"])].every((part) => typeof part !== "string" || isIri(part)),
  ],
  [
    "3.2.1",
    "formats are texts",
    (node) => each(node["body"], (body) => list(body["format"]).every((format) => typeof format === "string")),
  ],
  [
    "3.2.1",
    "at most one processing language",
    (node) => each(node["body"], (body) => atMostOne(body["processingLanguage"])),
  ],
  [
    "3.2.1",
    "the direction is ltr, rtl or auto",
    (node) =>
      each(
        node["body"],
        ({ textDirection }) => textDirection === undefined || ["ltr", "rtl", "auto"].includes(String(textDirection)),
      ),
  ],
  ["3.2.4", "a body of text has one value", (node) => texts(node).every((body) => one(body["value"]))],
  ["3.2.4", "the value is a text", (node) => texts(node).every((body) => typeof body["value"] === "string")],
  ["3.2.4", "at most one format", (node) => texts(node).every((body) => atMostOne(body["format"]))],
  ["3.2.4", "at most one language", (node) => texts(node).every((body) => atMostOne(body["language"]))],
  ["3.2.5", "no bodyValue beside a body", (node) => !("bodyValue" in node && "body" in node)],
  ["3.2.5", "bodyValue is one text", (node) => !("bodyValue" in node) || typeof node["bodyValue"] === "string"],
  [
    "3.2.7",
    "a choice has items",
    (node) => each(node["body"], (body) => !has(body, "Choice") || list(body["items"]).length > 0),
  ],
  ["3.3.1", "at most one instant of creation", (node) => atMostOne(node["created"])],
  [
    "3.3.1",
    "the instant of creation has a time zone",
    (node) => node["created"] === undefined || isInstant(node["created"]),
  ],
  ["3.3.1", "at most one instant of change", (node) => atMostOne(node["modified"])],
  [
    "3.3.1",
    "the instant of change has a time zone",
    (node) => node["modified"] === undefined || isInstant(node["modified"]),
  ],
  [
    "3.3.1",
    "at most one instant of generation, with a time zone",
    (node) => node["generated"] === undefined || isInstant(node["generated"]),
  ],
  ["3.3.1", "at most one generator", (node) => atMostOne(node["generator"])],
  ["3.3.2", "agents have at most one id", (node) => each(node["creator"], (agent) => atMostOne(agent["id"]))],
  [
    "3.3.2",
    "agents have at most one nickname",
    (node) => each(node["creator"], (agent) => atMostOne(agent["nickname"])),
  ],
  [
    "3.3.5",
    "motivations are of the model, or IRIs",
    (node) => list(node["motivation"]).every((why) => MOTIVATIONS.includes(String(why)) || isIri(why)),
  ],
  [
    "3.3.5",
    "purposes are of the model, or IRIs",
    (node) =>
      bodies(node).every((body) =>
        list(body["purpose"]).every((why) => MOTIVATIONS.includes(String(why)) || isIri(why)),
      ),
  ],
  [
    "3.3.5",
    "a purpose stands on text or on a specific resource",
    (node) => bodies(node).every((body) => !("purpose" in body) || has(body, "TextualBody") || "source" in body),
  ],
  ["3.3.6", "rights are IRIs", (node) => list(node["rights"]).every(isIri)],
  [
    "3.3.7",
    "at most one canonical IRI",
    (node) => atMostOne(node["canonical"]) && list(node["canonical"]).every(isIri),
  ],
  ["3.3.7", "via are IRIs", (node) => list(node["via"]).every(isIri)],
  ["4", "a specific resource has one source", (node) => specific(node).every((part) => one(part["source"]))],
  [
    "4",
    "the source is an IRI, or has one",
    (node) => specific(node).every(({ source }) => isIri(source) || nodes(source).every(({ id }) => isIri(id))),
  ],
  ["4", "a specific resource has at most one id", (node) => specific(node).every((part) => atMostOne(part["id"]))],
  [
    "4.1",
    "purposes of a specific resource stand in bodies only",
    (node) => targets(node).every((target) => !("purpose" in target)),
  ],
  [
    "4.2",
    "selectors have one type that says how",
    (node) => selectors(node).every((selector) => one(selector["type"])),
  ],
  [
    "4.2.4",
    "a text quote is of its type",
    (node) => selectors(node).every((selector) => !("exact" in selector) || has(selector, "TextQuoteSelector")),
  ],
  ["4.2.4", "a text quote has one exact text", (node) => quotes(node).every(({ exact }) => typeof exact === "string")],
  [
    "4.2.4",
    "at most one text before it",
    (node) => quotes(node).every(({ prefix }) => prefix === undefined || typeof prefix === "string"),
  ],
  [
    "4.2.4",
    "at most one text after it",
    (node) => quotes(node).every(({ suffix }) => suffix === undefined || typeof suffix === "string"),
  ],
  [
    "4.2.5",
    "a text position is of its type",
    (node) => selectors(node).every((selector) => !("start" in selector) || has(selector, "TextPositionSelector")),
  ],
  [
    "4.2.5",
    "a text position has one start, not negative",
    (node) => positions(node).every(({ start }) => Number.isInteger(start) && Number(start) >= 0),
  ],
  [
    "4.2.5",
    "a text position has one end, not negative",
    (node) => positions(node).every(({ end }) => Number.isInteger(end) && Number(end) >= 0),
  ],
  ["4.4", "at most one style sheet", (node) => atMostOne(node["stylesheet"])],
  [
    "4.4",
    "classes stand on specific resources only",
    (node) => [...bodies(node), ...targets(node)].every((part) => !("styleClass" in part) || "source" in part),
  ],
];

export const COLLECTION_MUSTS: readonly Must[] = [
  ["5.1", "has the model's context", (node) => list(node["@context"]).includes(CONTEXT)],
  ["5.1", "has one id, an IRI", (node) => one(node["id"]) && isIri(node["id"])],
  ["5.1", "AnnotationCollection is one of its types", (node) => has(node, "AnnotationCollection")],
  [
    "5.1",
    "the total, where it is told, is a number that is not negative",
    (node) => node["total"] === undefined || (Number.isInteger(node["total"]) && Number(node["total"]) >= 0),
  ],
  ["5.1", "has a first page", (node) => one(node["first"])],
  [
    "5.2",
    "a page has one id, an IRI, and is of its type",
    (node) => each(node["first"], (page) => isIri(page["id"]) && has(page, "AnnotationPage")),
  ],
  ["5.2", "a page has its items in a list", (node) => each(node["first"], ({ items }) => Array.isArray(items))],
];
