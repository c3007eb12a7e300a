import { addTags, type Body, type Colour } from "./annotation.ts";

/** What is done to many notes at once. */
export type BulkChange =
  | { readonly kind: "colour"; readonly colour: Colour }
  | { readonly kind: "add-tag" | "remove-tag"; readonly tag: string }
  | { readonly kind: "delete" | "restore" };

/** A change with the notes that it is for. */
export interface BulkStep {
  readonly ids: readonly string[];
  readonly change: BulkChange;
}

/** What of a note a change touches. */
export interface Changeable {
  readonly body: Body;
  readonly deleted: string | null;
}

/**
 * What becomes of a note, and what takes that back; `null` where nothing changes.
 *
 * @param now the current instant, as ISO text.
 */
export function bulkChanged(
  { body, deleted }: Changeable,
  change: BulkChange,
  now: string,
): { readonly next: Changeable; readonly back: BulkChange } | null {
  switch (change.kind) {
    case "delete":
      return deleted === null ? { next: { body, deleted: now }, back: { kind: "restore" } } : null;
    case "restore":
      return deleted === null ? null : { next: { body, deleted: null }, back: { kind: "delete" } };
    case "colour":
      if (body.colour === change.colour) return null;
      return {
        next: { deleted, body: { ...body, colour: change.colour } },
        back: { kind: "colour", colour: body.colour },
      };
    case "add-tag": {
      const tags = addTags(body.tags, change.tag);
      if (tags.length === body.tags.length) return null;
      return { next: { deleted, body: { ...body, tags } }, back: { kind: "remove-tag", tag: change.tag } };
    }
    case "remove-tag": {
      const tags = body.tags.filter((tag) => tag.toLowerCase() !== change.tag.toLowerCase());
      if (tags.length === body.tags.length) return null;
      const gone = body.tags.find((tag) => !tags.includes(tag)) ?? change.tag;
      return { next: { deleted, body: { ...body, tags } }, back: { kind: "add-tag", tag: gone } };
    }
  }
}
