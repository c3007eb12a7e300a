import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { Backup } from "./backup.tsx";
import { Export } from "./export.tsx";
import { Import } from "./import.tsx";

const EVERYTHING = { kind: "everything" } as const;

/** The ways in and out for all that the user keeps. */
export function Exchange({ database }: { readonly database: Database }) {
  return (
    <>
      <Backup database={database} />
      <Import database={database} />
      <section id="export" aria-labelledby="export-title">
        <h2 id="export-title">{message("export")}</h2>
        <p class="soft">{message("exportHint")}</p>
        <Export database={database} scope={EVERYTHING} />
      </section>
    </>
  );
}
