import { Dexie, type EntityTable, type Table } from "dexie";
import type { Annotation } from "../../src/annotation/annotation.ts";
import type { KeptArticle } from "../../src/annotation/kept-article.ts";
import type { SubjectNote } from "../../src/annotation/subject-note.ts";
import { type Correction, CORRECTION_SCHEMA } from "../../src/entities/corrections.ts";
import type { SiteSettings } from "../../src/messaging/protocol.ts";

/** The reader's data: everything that Sourceline keeps. Only `writer.ts` and `subject-writer.ts` write to it. */
export class Database extends Dexie {
  declare readonly annotations: Table<Annotation, string>;
  declare readonly corrections: Table<Correction, string>;
  /** Whom the articles name on which the reader keeps something. */
  declare readonly articles: Table<KeptArticle, string>;
  declare readonly subjectNotes: Table<SubjectNote, string>;
  declare readonly sites: EntityTable<SiteSettings, "site">;

  constructor(name = "sourceline") {
    super(name);
    this.version(1).stores({
      annotations: "id, target.page, created, modified",
      sites: "site",
    });
    this.version(2).stores({
      corrections: "id, scope.kind, scope.page, modified",
    });
    this.version(3)
      .stores({
        articles: "id, *keys",
        subjectNotes: "id, key, origin.page, created, modified",
      })
      .upgrade(async (transaction) => {
        await transaction
          .table<Correction>("corrections")
          .toCollection()
          .modify({ from: null, schema: CORRECTION_SCHEMA });
      });
  }
}
