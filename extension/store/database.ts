import { Dexie, type EntityTable, type Table } from "dexie";
import type { Annotation } from "../../src/annotation/annotation.ts";
import { type Correction, CORRECTION_SCHEMA } from "../../src/entities/corrections.ts";
import type { SiteSettings } from "../../src/messaging/protocol.ts";

/** The reader's data: everything that Sourceline keeps. Only `writer.ts` writes to it. */
export class Database extends Dexie {
  declare readonly annotations: Table<Annotation, string>;
  declare readonly corrections: Table<Correction, string>;
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
    this.version(3).upgrade(async (transaction) => {
      await transaction
        .table<Correction>("corrections")
        .toCollection()
        .modify({ from: null, schema: CORRECTION_SCHEMA });
    });
  }
}
