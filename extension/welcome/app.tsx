import { useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { nameAt, speakerAt } from "../../src/reading/names.ts";
import { libraryAddress } from "../library/place.ts";
import { message } from "../locale/message.ts";
import { countOf, countText } from "../ui/texts/count-text.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { Keys } from "./keys.tsx";
import { Legend } from "./legend.tsx";
import { Said } from "./said.tsx";
import { Story } from "./story.tsx";
import { useTryOut } from "./try-out.ts";

/** Chromium and Firefox have the list of extensions in different places. */
const isChromium = location.protocol === "chrome-extension:";

/**
 * The first page after the installation, and the help later: what Sourceline shows, on an article that it reads right
 * here; the keys; where things are kept; how to keep the button in view.
 */
export function App({ isNew }: { readonly isNew: boolean }) {
  const tryOut = useTryOut();
  /** The place of the source, among those that speak, whose statements are unfolded. */
  const [opened, setOpened] = useState<number | null>(null);
  const read = tryOut?.ok === true ? tryOut.value : null;
  const analysis = read?.view.analysis ?? null;

  const offsetAt = (event: MouseEvent): number | null => read?.view.offsetAt(event.clientX, event.clientY) ?? null;
  const hover = (event: MouseEvent): void => {
    const offset = offsetAt(event);
    read?.view.emphasise(analysis === null || offset === null ? null : speakerAt(analysis, offset), null);
  };
  const open = (event: MouseEvent): void => {
    const offset = offsetAt(event);
    const named = analysis === null || offset === null ? null : nameAt(analysis, offset);
    const place = read?.sources.findIndex(({ name }) => name === named?.name) ?? -1;
    if (place >= 0) setOpened(place);
  };
  return (
    <>
      <header class="masthead">
        <img src="../icons/48.png" alt="" width="40" height="40" />
        <div>
          {/* No element of a headline: the story's is the only one for who reads this page as an article. */}
          <div class="title" role="heading" aria-level={1}>
            {message(isNew ? "welcomeTitle" : "helpTitle")}
          </div>
          <p class="soft">{message("welcomeLead")}</p>
        </div>
      </header>
      <main>
        <section id="try" aria-labelledby="try-title">
          <h2 id="try-title">{message("welcomeTry")}</h2>
          <p class="soft callout">{message("welcomeTryHint")}</p>
          <div class="beside">
            <div class="paper" onMouseMove={hover} onMouseLeave={() => read?.view.emphasise(null, null)} onClick={open}>
              <Story />
            </div>
            <div class="said sidebar">
              {tryOut === null && <p class="state">{message("reading")}</p>}
              {tryOut?.ok === false && (
                <p class="state" role="alert">
                  {failureText(tryOut.error)}
                </p>
              )}
              {read !== null && (
                <>
                  <p class="found">{countText(read.count)}</p>
                  <Said tryOut={read} opened={opened} onOpen={setOpened} />
                </>
              )}
            </div>
          </div>
        </section>
      </main>
      {/* Beside the main part, and in two boxes of different names, each with fewer words than the story: so neither is taken
          for it by who reads this page as an article. */}
      <aside class="marks" aria-labelledby="legend-title">
        <Legend count={read === null ? 0 : countOf(read.count)} />
        <Keys />
      </aside>
      <aside class="places" aria-labelledby="kept-title">
        <section id="kept" aria-labelledby="kept-title">
          <h2 id="kept-title">{message("welcomeKept")}</h2>
          <p>{message("welcomeKeptHint")}</p>
          <p>{message("welcomeBackupHint")}</p>
          <p class="actions">
            <button
              type="button"
              onClick={() => void browser.tabs.create({ url: browser.runtime.getURL(libraryAddress({})) })}
            >
              {message("openLibrary")}
            </button>
            <button type="button" onClick={() => void browser.runtime.openOptionsPage()}>
              {message("settings")}
            </button>
          </p>
        </section>
        <section id="pin" aria-labelledby="pin-title">
          <h2 id="pin-title">{message("welcomePin")}</h2>
          <p>{message(isChromium ? "welcomePinChromium" : "welcomePinFirefox")}</p>
        </section>
        <section id="open-pages" aria-labelledby="open-pages-title">
          <h2 id="open-pages-title">{message("welcomeOpenPages")}</h2>
          <p>{message(isNew ? "welcomeOpenPagesNew" : "welcomeOpenPagesHint")}</p>
        </section>
      </aside>
    </>
  );
}
