import type { EntityTable, Table } from "dexie";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { Step } from "../../src/annotation/history.ts";
import { currentArticle, type KeptArticle } from "../../src/annotation/records/kept-article.ts";
import type { Marking } from "../../src/annotation/records/marking.ts";
import type { NameMerge } from "../../src/annotation/records/merge.ts";
import type { SavedSearch } from "../../src/annotation/records/saved-search.ts";
import type { NameNote } from "../../src/annotation/records/name-note.ts";
import { type Correction } from "../../src/corrections/corrections.ts";
import type { CorrectionStep } from "../../src/corrections/history.ts";
import { upgradeCorrection } from "../../src/corrections/upgrade.ts";
import type { AnchorState } from "../../src/annotation/anchoring/anchor.ts";
import type { SiteMode, SiteSettings } from "../../src/annotation/records/site-settings.ts";
import { changeLog } from "./changes.ts";
import { outboxWhere } from "./outbox.ts";
import { ReopenedDexie } from "./reopened-dexie.ts";
import {
  type CountedTag,
  type Exchanged,
  type Job,
  type LoggedChange,
  type Outgoing,
  UNCOUNTED,
  type Untaken,
} from "./rows.ts";
import { soundOrStandIn } from "./sound.ts";
import { SETUP, type SyncRow } from "./sync-rows.ts";

/** A step as the log keeps it. The log belongs to this one database and is never replicated, so its numbers may count. */
export type LoggedStep = (Step | CorrectionStep) & {
  readonly number: number;
  /** 1 where it was undone: it can be redone until something else is done. */
  readonly undone: 0 | 1;
};

/** The key of the colours' names among the settings. */
export const COLOURS_KEY = "colours";

/** The key of what is marked on pages. */
export const MARKING_KEY = "marking";

/** One setting. */
export type Setting =
  | { readonly key: typeof COLOURS_KEY; readonly names: ColourNames }
  | { readonly key: typeof MARKING_KEY; readonly marking: Marking };

/** How an annotation stood on its page when that was last open. Of this machine alone, and no part of the record. */
export interface Sighting {
  readonly id: string;
  /** When it was last found: ISO instant; `null` where it never was. */
  readonly seen: string | null;
  /** Missing where an older version wrote this down. */
  readonly state?: AnchorState;
  /** The words of which the user has said that they are not it, while it is lost. */
  readonly refused?: string;
}

/** The user's data: everything that Sourceline keeps. Only the writers and `sightings.ts` write to it. */
export class Database extends ReopenedDexie {
  declare readonly annotations: Table<Annotation, string>;
  declare readonly corrections: Table<Correction, string>;
  /** Whom the articles name on which the user keeps something. */
  declare readonly articles: Table<KeptArticle, string>;
  declare readonly subjectNotes: Table<NameNote, string>;
  declare readonly sites: EntityTable<SiteSettings, "site">;
  declare readonly settings: Table<Setting, string>;
  /** What the user did, for undo and redo. */
  declare readonly steps: EntityTable<LoggedStep, "number">;
  declare readonly sightings: EntityTable<Sighting, "id">;
  /** Names that the user has merged, in all articles. */
  declare readonly merges: Table<NameMerge, string>;
  declare readonly searches: Table<SavedSearch, string>;
  /** What the search's index has to look at again (see changes.ts). */
  declare readonly changes: EntityTable<LoggedChange, "number">;
  /** How many notes have each tag (see tag-counts.ts). */
  declare readonly tags: EntityTable<CountedTag, "tag">;
  declare readonly jobs: EntityTable<Job, "name">;
  /** What the sync has to look at (see outbox.ts), what it knows of each record, and what it could not take. */
  declare readonly outgoing: EntityTable<Outgoing, "place">;
  declare readonly exchanged: EntityTable<Exchanged, "place">;
  declare readonly untaken: EntityTable<Untaken, "doc">;
  /** How the sync is set up, and how far it is. Empty where it is not set up. */
  declare readonly sync: Table<SyncRow, string>;

  /** Whether what is written is noted for the sync: where one is set up. */
  hasOutbox = false;

  /** "Saved" is said once the disk has it: by default Chromium says so earlier, and a power cut takes it back. */
  constructor(name = "sourceline") {
    super(name, { chromeTransactionDurability: "strict" });
    // Dexie works out each version from all before it, whenever a page is opened: those that brought nothing but tables
    // and indexes, 1, 6 and 7, are told with the next.
    this.version(2).stores({
      annotations: "id, target.page, created, modified",
      sites: "site",
      corrections: "id, scope.kind, scope.page, modified",
    });
    this.version(3)
      .stores({
        articles: "id, *keys",
        subjectNotes: "id, key, origin.page, created, modified",
        settings: "key",
        steps: "++number, undone",
        sightings: "id",
      })
      .upgrade(async (transaction) => {
        await transaction.table<object>("corrections").toCollection().modify({ from: null, schema: 2 });
        await transaction
          .table<{ site: string; highlighting?: boolean; mode?: SiteMode }>("sites")
          .toCollection()
          .modify((settings, found: { value?: object }) => {
            if (settings.highlighting === false) found.value = { site: settings.site, mode: "never" };
            else delete found.value;
          });
      });
    // What corrections of statements and of who is one with whom added.
    this.version(4).upgrade(async (transaction) => {
      await transaction
        .table<object>("corrections")
        .toCollection()
        .modify((record, found: { value?: unknown }) => {
          found.value = upgradeCorrection(record);
        });
    });
    // New tables alone: what is in the others is taken up in slices afterwards, however much that is.
    this.version(5)
      .stores({
        merges: "id",
        searches: "id, created",
        changes: "++number",
        tags: "tag",
        jobs: "name",
      })
      .upgrade((transaction) => transaction.table<Job>("jobs").add(UNCOUNTED));
    this.version(8).stores({
      // By the prints the same story is found in another paper. Of an article that was kept before, once it is read again.
      articles: "id, *keys, *printKeys",
      // What was deleted is found without going through the rest, which has no instant there and is in no such index.
      annotations: "id, target.page, created, modified, deleted",
      corrections: "id, scope.kind, scope.page, modified, deleted",
      merges: "id, deleted",
      searches: "id, created, deleted",
      outgoing: "place",
      exchanged: "place, doc, waiting, unsettled",
      untaken: "doc",
      sync: "name",
    });
    for (const { name: table, schema, hook } of this.tables) {
      const key = String(schema.primKey.keyPath);
      hook("reading", (record: object | undefined) => soundOrStandIn(table, key, record));
    }
    // After that, which gives what is whole: of any form, as one of today's.
    this.articles.hook("reading", (stored: KeptArticle | undefined) => stored && currentArticle(stored));
    this.use(changeLog);
    this.use(outboxWhere(() => this.hasOutbox));
    // Nothing is written before that is known.
    this.on(
      "ready",
      () => {
        // What is asked of it then would wait for this opening, which waits for the answer.
        if (!this.isOpen()) throw new Error("the database was closed while it was being opened");
        return this.lookForSync();
      },
      true,
    );
  }

  /** Looks whether a sync is set up. The background knows; a page that writes asks again, since another may have set one up. */
  async lookForSync(): Promise<void> {
    this.hasOutbox = (await this.sync.get(SETUP)) !== undefined;
  }
}
