import type { Annotation, AnnotationDraft, Body } from "../../src/annotation/annotation.ts";
import type { Result } from "../../src/messaging/result.ts";
import { listen } from "../dom/trusted.ts";
import { callWriting, watchForLeaving } from "../messaging/unsent.ts";
import { createRetries } from "./retries.ts";

/** What the reader wrote on this page, on its way into the database. */
export interface Saving {
  /** Saves a new annotation. */
  create(draft: AnnotationDraft): Promise<Result<Annotation>>;
  /** Saves what was changed, after everything that was asked for before. */
  update(id: string, changes: Partial<Body>, edit: string | null): Promise<Result<Annotation>>;
  /** A body with what is not saved yet. */
  withUnsaved(id: string, stored: Body): Body;
  /** Whether this annotation has never been saved. */
  isNew(id: string): boolean;
  /** Resolves when what is under way for this annotation has come through or failed. */
  settled(id: string): Promise<void>;
  /** Gives up what is not saved, and gives it. */
  forget(id: string): Leftover | null;
}

/** What is not saved of an annotation. */
export interface Leftover {
  /** `null` once the annotation is in the database. */
  readonly draft: AnnotationDraft | null;
  readonly changes: Partial<Body>;
}

interface Unsaved extends Leftover {
  draft: AnnotationDraft | null;
  changes: Partial<Body>;
  edit: string | null;
  /** The save that is under way, or was last. */
  last: Promise<Result<Annotation>> | null;
}

/**
 * Keeps what could not be saved, whatever becomes of the editor that it was typed in, and tries again by itself.
 *
 * @param onSaved is told what was stored by a try that nobody waits for.
 * @param signal ends the tries, with one more of each that is waited for.
 */
export function createSaving(onSaved: (annotation: Annotation) => void, signal: AbortSignal): Saving {
  const all = new Map<string, Unsaved>();
  const retries = createRetries(signal);
  let isLeaving = false;

  const entry = (id: string): Unsaved => {
    const known = all.get(id);
    if (known !== undefined) return known;
    const made = { draft: null, changes: {}, edit: null, last: null };
    all.set(id, made);
    return made;
  };

  const settle = (id: string, item: Unsaved, isSaved: boolean): void => {
    if (!isSaved) {
      retries.later(id, () => void save(id, item).then((saved) => saved.ok && onSaved(saved.value)));
      return;
    }
    retries.done(id);
    if (item.draft === null && Object.keys(item.changes).length === 0) all.delete(id);
  };

  const attempt = async (id: string, item: Unsaved): Promise<Result<Annotation>> => {
    const { draft } = item;
    if (draft !== null) {
      const created = await callWriting("createAnnotation", draft);
      if (!created.ok) return created;
      item.draft = null;
      if (Object.keys(item.changes).length === 0) return created;
    }
    const { changes, edit } = item;
    const saved = await callWriting("updateAnnotation", { id, changes, edit });
    if (!saved.ok) return saved;
    // What was typed while this was on its way is still to be saved.
    const later = Object.entries(item.changes).filter(([field, value]) => changes[field as keyof Body] !== value);
    item.changes = Object.fromEntries(later);
    return saved;
  };

  const save = (id: string, item: Unsaved): Promise<Result<Annotation>> => {
    const before = item.last ?? Promise.resolve(null);
    const next = before
      .then(() => attempt(id, item))
      .then((saved) => {
        if (all.get(id) === item) settle(id, item, saved.ok);
        return saved;
      });
    item.last = next;
    return next;
  };

  /** Sends what is unsaved without waiting for what is under way: after the page there is nobody left to send it. */
  const sendNow = (id: string, { draft, changes, edit }: Unsaved): void => {
    if (draft !== null) void callWriting("createAnnotation", draft);
    if (Object.keys(changes).length > 0) void callWriting("updateAnnotation", { id, changes, edit });
  };
  watchForLeaving();
  listen(window, "pagehide", () => {
    isLeaving = true;
    for (const [id, item] of all) sendNow(id, item);
  });
  // Back out of the browser's cache of pages.
  listen(window, "pageshow", () => {
    isLeaving = false;
  });

  return {
    create(draft) {
      const item = entry(draft.id);
      item.draft = draft;
      return save(draft.id, item);
    },
    update(id, changes, edit) {
      const item = entry(id);
      item.changes = { ...item.changes, ...changes };
      item.edit = edit;
      // An open editor hands over what was typed last when the page goes.
      if (isLeaving) sendNow(id, item);
      return save(id, item);
    },
    withUnsaved: (id, stored) => ({ ...stored, ...all.get(id)?.changes }),
    isNew: (id) => all.get(id)?.draft != null,
    async settled(id) {
      await all.get(id)?.last;
    },
    forget(id) {
      const left = all.get(id) ?? null;
      retries.done(id);
      all.delete(id);
      return left;
    },
  };
}
