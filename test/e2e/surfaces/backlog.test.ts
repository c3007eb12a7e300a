import { describe, expect, test } from "vitest";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

describe.each(BROWSERS)("what is not backed up, and not looked for, in %s", (name) => {
  const world = useWorld({ name });

  test("a backup that is due is asked for in popup and library, until it is put off", async () => {
    const { browser, reader, popup, library, options } = world();
    await options.open();
    await options.untilSays("backup's state", /^There is no backup yet\. All that is stored takes [\d.,]+ MB\.$/);
    expect(await options.shows("reminder")).toBe(false);
    await reader.read(STORIES.nested);
    await reader.highlight("I regret the coffee");
    await popup.open();
    await popup.goTo("notes");
    await popup.untilShown("note");
    expect(await popup.shows("reminder")).toBe(false);
    await popup.close();

    await browser.inExtension(async (key) => {
      const { storage } = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
      await storage.local.set({ [key]: { last: "1998-04-02T08:00:00.000Z" } });
    }, "backups");
    const due = "Last backup: April 2, 1998. 1 change since then.";
    await library.open();
    await library.untilSays("reminder", due);
    await reader.read(STORIES.nested);
    await popup.open();
    await popup.untilSays("reminder", due);
    await popup.pressPart("reminder's buttons", "Not now");
    await popup.untilGone("reminder");
    await popup.close();
    await library.open();
    await library.untilShown("row");
    expect(await library.shows("reminder")).toBe(false);
  });

  test("a backup is remembered", async () => {
    const { options } = world();
    await options.open();
    await options.backUp();
    await options.untilSays("backup's state", /^Last backup: .+ 0 changes since then\./);
  });

  test("an imported quote says that it was not looked for, until its page is opened", async () => {
    const { site, reader, popup, library, options } = world();
    const url = `${site.origin}${STORIES.nested}`;
    await options.open();
    await options.import(`url,title,highlight\n${url},A bridge,a matter for next week\n`, "notes.csv");
    await library.open();
    await library.untilSays("note's state", /^Not looked for yet/);
    await reader.open("/index.html");
    await popup.open();
    await popup.goTo("all");
    await popup.untilSays("note that was not looked for", /^Not looked for yet/);
    await popup.close();

    await reader.read(STORIES.nested);
    await reader.untilMarked("a matter for next week");
    await library.open();
    await library.untilShown("row");
    await library.untilGone("note's state");
    await reader.open("/index.html");
    await popup.open();
    await popup.goTo("all");
    await popup.untilShown("note");
    expect(await popup.shows("note that was not looked for")).toBe(false);
    await popup.close();
  });
});
