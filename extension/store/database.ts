import { Dexie, type EntityTable } from "dexie";
import type { Annotation } from "../../src/annotation/annotation.ts";
import type { SiteSettings } from "../../src/messaging/protocol.ts";

/** The reader's data: everything that Sourceline keeps. Only `writer.ts` writes to it. */
export class Database extends Dexie {
  declare readonly annotations: EntityTable<Annotation, "id">;
  declare readonly sites: EntityTable<SiteSettings, "site">;

  constructor(name = "sourceline") {
    super(name);
    this.version(1).stores({
      annotations: "id, target.page, created, modified",
      sites: "site",
    });
  }
}
