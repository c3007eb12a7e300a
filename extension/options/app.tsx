import { message } from "../locale/message.ts";
import type { Database } from "../store/database.ts";
import { Access } from "./access.tsx";
import { Backup } from "./backup.tsx";
import { Colours } from "./colours.tsx";
import { Corrections } from "./corrections.tsx";
import { PrivateWindows } from "./private-windows.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { Sites } from "./sites.tsx";

/**
 * The settings: what the user corrected, what the colours stand for, where nothing is highlighted, which pages are open to
 * Sourceline, what of private windows is kept, which keys do what, and the way in and out for all of it.
 */
export function App({ database }: { readonly database: Database }) {
  return (
    <>
      <header>
        <img src="../icons/48.png" alt="" width="36" height="36" />
        <h1>{message("optionsTitle")}</h1>
      </header>
      <main>
        <Corrections database={database} />
        <Colours database={database} />
        <Sites database={database} />
        <Access />
        <PrivateWindows />
        <Shortcuts />
        <Backup database={database} />
      </main>
    </>
  );
}
