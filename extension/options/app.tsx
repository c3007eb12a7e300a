import { message } from "../locale/message.ts";
import type { Database } from "../store/database.ts";
import { later } from "../ui/later.tsx";
import { Access } from "./access.tsx";
import { Colours } from "./colours.tsx";
import { Corrections } from "./corrections.tsx";
import { PrivateWindows } from "./private-windows.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { Sites } from "./sites.tsx";

// The formats of other programs are much code, which most visits to the settings do without.
const Exchange = later(async () => (await import("../views/exchange/exchange.tsx")).Exchange);

/**
 * The settings: the way in and out for all that the user keeps, what the colours stand for, where nothing is highlighted,
 * which pages are open to Sourceline, what of private windows is kept, which keys do what, and what the user corrected.
 */
export function App({ database }: { readonly database: Database }) {
  return (
    <>
      <header>
        <img src="../icons/48.png" alt="" width="36" height="36" />
        <h1>{message("optionsTitle")}</h1>
      </header>
      <main>
        <Exchange database={database} />
        <Colours database={database} />
        <Sites database={database} />
        <Access />
        <PrivateWindows />
        <Shortcuts />
        <Corrections database={database} />
      </main>
    </>
  );
}
