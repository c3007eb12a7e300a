import { libraryAddress } from "../library/place.ts";
import { message } from "../locale/message.ts";
import type { Database } from "../store/database.ts";
import { later } from "../ui/later.tsx";
import { HELP } from "../welcome/place.ts";
import { Access } from "./access.tsx";
import { Colours } from "./colours.tsx";
import { Corrections } from "./corrections.tsx";
import { Marking } from "./marking.tsx";
import { PrivateWindows } from "./private-windows.tsx";
import { Reading } from "./reading.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { Sites } from "./sites.tsx";

// The formats of other programs are much code, which most visits to the settings do without.
const Exchange = later(async () => (await import("../views/exchange/exchange.tsx")).Exchange);

// Most visits to the settings are not for it either.
const Sync = later(async () => (await import("./sync/sync.tsx")).Sync);

/**
 * The settings: the way in and out for all that the user keeps, the same on several machines, what is read and where, what is marked, what the colours stand for, which
 * pages are open to Sourceline, what of private windows is kept, which keys do what, and what the user corrected.
 */
export function App({ database }: { readonly database: Database }) {
  return (
    <>
      <header>
        <img src="../icons/48.png" alt="" width="36" height="36" />
        <h1>{message("optionsTitle")}</h1>
        <nav class="ways">
          <a href={`../${libraryAddress({})}`}>{message("openLibrary")}</a>
          <a href={`../${libraryAddress({ view: "bin" })}`}>{message("viewBin")}</a>
          <a href={`../${HELP}`}>{message("help")}</a>
        </nav>
      </header>
      <main>
        <Exchange database={database} />
        <Sync database={database} />
        <Reading database={database} />
        <Marking database={database} />
        <Sites database={database} />
        <Colours database={database} />
        <Access />
        <PrivateWindows />
        <Shortcuts />
        <Corrections database={database} />
      </main>
    </>
  );
}
