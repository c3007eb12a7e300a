import { useState } from "preact/hooks";
import type { Scope } from "../exchange/articles.ts";
import { message } from "../locale/message.ts";
import { later } from "../ui/later.tsx";
import { useLibrary } from "./library-world.ts";

// The formats are much code, which most visits do without.
const Export = later(async () => (await import("../views/exchange/export.tsx")).Export);

interface ExportingProps {
  /** What is to be exported, asked when the user wants that; `null` where it can't be told just now. */
  readonly scopeOf: () => Promise<Scope | null>;
}

/** A button that opens the export of one part of the library: an article, somebody, what was found. */
export function Exporting({ scopeOf }: ExportingProps) {
  const { database } = useLibrary();
  const [scope, setScope] = useState<Scope | null>(null);
  return (
    <>
      <button
        type="button"
        class="open-export"
        aria-expanded={scope !== null}
        onClick={async () => setScope(scope === null ? await scopeOf() : null)}
      >
        {message("export")}
      </button>
      {scope !== null && <Export database={database} scope={scope} />}
    </>
  );
}
