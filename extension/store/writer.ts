import { Dexie } from "dexie";
import {
  type Annotation,
  ANNOTATION_SCHEMA,
  type AnnotationDraft,
  type Body,
} from "../../src/annotation/annotation.ts";
import type { SiteSettings } from "../../src/messaging/protocol.ts";
import { failure, type Result, success } from "../../src/messaging/result.ts";
import type { Database } from "./database.ts";

/** The only place that writes to the database. Every write is one transaction and may be repeated without harm. */
export interface Writer {
  create(draft: AnnotationDraft): Promise<Result<Annotation>>;
  update(id: string, body: Body): Promise<Result<Annotation>>;
  remove(id: string): Promise<Result<Annotation>>;
  restore(id: string): Promise<Result<Annotation>>;
  saveSite(settings: SiteSettings): Promise<Result<SiteSettings>>;
}

/** @param now gives the current instant; tests pass their own. */
export function createWriter(database: Database, now: () => Date = () => new Date()): Writer {
  /** Stores the next revision of a record, unless `change` says that there is nothing to change. */
  const revise = (id: string, change: (annotation: Annotation) => Partial<Annotation> | null) =>
    guarded(() =>
      database.transaction("rw", database.annotations, async () => {
        const stored = await database.annotations.get(id);
        if (stored === undefined) return failure("not-found", `there is no annotation ${id}`);
        const changes = change(stored);
        if (changes === null) return success(stored);
        const next: Annotation = {
          ...stored,
          ...changes,
          revision: stored.revision + 1,
          modified: now().toISOString(),
        };
        await database.annotations.put(next);
        return success(next);
      }),
    );

  return {
    create: (draft) =>
      guarded(() =>
        database.transaction("rw", database.annotations, async () => {
          const stored = await database.annotations.get(draft.id);
          if (stored !== undefined) return success(stored); // The first try got through, only its answer did not.
          const instant = now().toISOString();
          const annotation: Annotation = {
            ...draft,
            schema: ANNOTATION_SCHEMA,
            revision: 1,
            created: instant,
            modified: instant,
            deleted: null,
          };
          await database.annotations.add(annotation);
          return success(annotation);
        }),
      ),
    update: (id, body) => revise(id, (stored) => (sameBody(stored.body, body) ? null : { body })),
    remove: (id) => revise(id, ({ deleted }) => (deleted === null ? { deleted: now().toISOString() } : null)),
    restore: (id) => revise(id, ({ deleted }) => (deleted === null ? null : { deleted: null })),
    saveSite: (settings) =>
      guarded(async () => {
        await database.sites.put(settings);
        return success(settings);
      }),
  };
}

function sameBody(a: Body, b: Body): boolean {
  return a.colour === b.colour && a.note === b.note && a.tags.join("\n") === b.tags.join("\n");
}

/** Turns what the database throws into a failure that says what the reader can do. */
export async function guarded<T>(work: () => PromiseLike<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const names = error instanceof Dexie.DexieError ? [error.name, error.inner?.name] : [(error as Error).name];
    if (names.includes("QuotaExceededError")) return failure("storage-full", String(error));
    return failure("storage-failed", String(error));
  }
}
