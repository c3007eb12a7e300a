import type { Annotation, Body } from "../../annotation/records/annotation.ts";
import type { NameNote } from "../../annotation/records/name-note.ts";
import { type FileFormat, jsonItems } from "./format.ts";

/** The context of the Web Annotation model, and the names of what only Sourceline knows. */
const CONTEXT = ["http://www.w3.org/ns/anno.jsonld", { sourceline: "urn:sourceline:" }] as const;

/** A JSON-LD object. */
type Node = Readonly<Record<string, unknown>>;

/**
 * W3C Web Annotation (recommendation of 23 February 2017): a collection with one page. Nothing is lost: what the model
 * has no word for stands under `sourceline:`.
 */
export const W3C: FileFormat = {
  kind: "file",
  ending: "jsonld",
  mediaType: "application/ld+json",
  open: ({ made, total, words }) => {
    const collection = `urn:sourceline:export:${made.toISOString()}`;
    const head = {
      "@context": CONTEXT,
      id: collection,
      type: "AnnotationCollection",
      label: words.title,
      created: made.toISOString(),
      total,
    };
    const page = { id: `${collection}:1`, type: "AnnotationPage", partOf: collection, startIndex: 0 };
    const write = jsonItems();
    return {
      begin: `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`,
      article: ({ annotations, nameNotes }) =>
        write([...annotations.map(highlightNode), ...nameNotes.map(nameNoteNode)]),
      end: "\n]}}\n",
    };
  },
};

/** A highlight with its note and tags. */
export function highlightNode({ id, target, body, ...stamps }: Annotation): Node {
  const { quote, position } = target.selectors;
  return {
    "@context": CONTEXT,
    id: `urn:uuid:${id}`,
    type: "Annotation",
    motivation: body.note === "" ? "highlighting" : "commenting",
    ...stampsOf(stamps),
    "sourceline:colour": body.colour,
    ...bodiesOf(body, "commenting"),
    target: {
      type: "SpecificResource",
      source: target.source,
      "dcterms:title": target.title,
      "sourceline:page": target.page,
      selector: position === null ? quote : [quote, position],
    },
  };
}

/** A note on a name: what is written is about somebody or something whom the article names. */
export function nameNoteNode({ id, subject, origin, body, ...stamps }: NameNote): Node {
  return {
    "@context": CONTEXT,
    id: `urn:uuid:${id}`,
    type: "Annotation",
    motivation: "describing",
    ...stampsOf(stamps),
    "sourceline:colour": body.colour,
    ...bodiesOf(body, "describing"),
    target: {
      type: "SpecificResource",
      source: origin.source,
      "dcterms:title": origin.title,
      "sourceline:page": origin.page,
      "sourceline:kind": subject.kind,
      "sourceline:name": subject.name,
    },
  };
}

function stampsOf({ created, modified, revision }: Pick<Annotation, "created" | "modified" | "revision">): Node {
  return { created, modified, "sourceline:revision": revision };
}

/** The note, then a body for each tag; no member at all where nothing was written. */
function bodiesOf({ note, tags }: Body, purpose: string): Node {
  const text = note === "" ? [] : [{ type: "TextualBody", purpose, format: "text/markdown", value: note }];
  const bodies = [...text, ...tags.map((tag) => ({ type: "TextualBody", purpose: "tagging", value: tag }))];
  return bodies.length === 0 ? {} : { body: bodies };
}
