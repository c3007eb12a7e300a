import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../tools/browsers/driver.ts";
import { STORIES } from "../../tools/start/samples.ts";
import { savedNotes, selectWords } from "../../tools/start/steps.ts";
import { LETTER, openCard, painted, pressInOverlay } from "./card.ts";
import { BROWSERS, read, useWorld, type World } from "./harness.ts";

async function pressInPopup(browser: BrowserDriver, selector: string): Promise<void> {
  await until(`${selector} in the popup`, () =>
    browser.inPopup((wanted) => {
      const element = document.querySelector<HTMLElement>(wanted);
      element?.click();
      return element !== null;
    }, selector),
  );
}

async function openOptions(browser: BrowserDriver): Promise<void> {
  await browser.goto(`${browser.extensionOrigin}/options/options.html`);
  await until("the settings to be loaded", async () => {
    const states = await textsOf(browser, "#corrections li, #corrections .state");
    return states.length > 0 && !states[0]!.startsWith("Loading");
  });
}

const textsOf = (browser: BrowserDriver, selector: string): Promise<string[]> =>
  browser.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].map((element) => element.textContent?.replace(/\s+/g, " ").trim() ?? ""),
    selector,
  );

const press = (browser: BrowserDriver, selector: string): Promise<void> =>
  browser.evaluate((wanted) => {
    const element = document.querySelector<HTMLElement>(wanted);
    if (element === null) throw new Error(`the page has no ${wanted}`);
    element.click();
  }, selector);

/** Gives the settings a file to import, as its chooser would. */
async function importText(browser: BrowserDriver, text: string): Promise<string[]> {
  await browser.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "backup.json", { type: "application/json" }));
    const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, text);
  return until("the import to end", async () => {
    const texts = await textsOf(browser, "#backup .notice");
    return texts.length > 0 && !texts[0]!.startsWith("Importing …") ? texts : null;
  });
}

async function exportText(browser: BrowserDriver): Promise<string> {
  await press(browser, "#backup button.primary");
  const link = await until("the backup", () =>
    browser.evaluate(() => {
      const anchor = document.querySelector<HTMLAnchorElement>("#backup a[download]");
      return anchor === null ? null : { name: anchor.download, url: anchor.href };
    }, null),
  );
  expect(link.name).toMatch(/^sourceline-\d{4}-\d\d-\d\d\.json$/);
  return browser.evaluate(async (url) => (await fetch(url)).text(), link.url);
}

/** Empties the database, as a fresh profile has it. */
const emptyDatabase = (browser: BrowserDriver): Promise<void> =>
  browser.inExtension(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("sourceline");
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error ?? new Error("the database did not open")));
    });
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, "readwrite");
    for (const name of names) transaction.objectStore(name).clear();
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
    database.close();
  }, null);

async function peopleOf(world: World, path: string): Promise<string[]> {
  const { analysis } = await read(world, path);
  return analysis?.entities.filter(({ kind }) => kind === "person").map(({ name }) => name) ?? [];
}

describe.each(BROWSERS)("corrections in %s", (name) => {
  const world = useWorld({ name, pages: new Map([["/letter.html", LETTER]]) });

  test("what is corrected everywhere is gone at once, and on other pages; undo brings it back", async () => {
    const { browser } = world();
    expect(await peopleOf(world(), "/letter.html")).toContain("Henrik Solberg");
    await read(world(), STORIES.nested);
    const badge = Number(await until("the badge", () => browser.badgeText()));
    expect(await painted(browser, "person")).toContain("Henrik Solberg");
    await openCard(browser, "Henrik Solberg");
    await pressInOverlay(browser, "Not right?");
    await pressInOverlay(browser, "Not a person");
    await until("the name to go", async () => !(await painted(browser, "person")).includes("Henrik Solberg"));
    await until("the badge", async () => Number(await browser.badgeText()) === badge - 1);
    await browser.endBackground();
    expect(await peopleOf(world(), "/letter.html")).not.toContain("Henrik Solberg");

    await read(world(), STORIES.nested);
    expect(await painted(browser, "person")).not.toContain("Henrik Solberg");
    await openCard(browser, "Johanna Brandt");
    await pressInOverlay(browser, "Not right?");
    await pressInOverlay(browser, "It’s a place");
    await until("the toast", () =>
      browser.inOverlay((overlay) => overlay.querySelector(".toast")?.textContent?.includes("is a place"), null),
    );
    await pressInOverlay(browser, "Undo");
    await until("the person to come back", async () => {
      const { analysis } = await read(world(), STORIES.nested);
      return analysis?.entities.some((entity) => entity.kind === "person" && entity.name === "Johanna Brandt");
    });
  });

  test("what is corrected on one page only holds there", async () => {
    const { browser } = world();
    await read(world(), "/letter.html");
    await openCard(browser, "Tobias Renn");
    await pressInOverlay(browser, "Not right?");
    await pressInOverlay(browser, "only on this page");
    await pressInOverlay(browser, "It’s a place");
    await until("the name to be a place", async () => (await painted(browser, "place")).includes("Renn"));
    expect(await peopleOf(world(), "/letter.html")).not.toContain("Tobias Renn");
    expect(await peopleOf(world(), STORIES.nested)).toContain("Tobias Renn");
  });

  test("a source that is no name is denied; its statements go with it, and come back", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    expect(await painted(browser, "statement")).toContain("it had received no warning");
    await openCard(browser, "A spokesman for the Ministry of Transport");
    await pressInOverlay(browser, "Not right?");
    await pressInOverlay(browser, "only on this page");
    await pressInOverlay(browser, "Not who said it");
    await until("it to go", async () => !(await painted(browser, "statement")).includes("it had received no warning"));
    expect(await painted(browser, "source")).not.toContain("A spokesman");
    expect(await painted(browser, "source")).toContain("Moen");
    await pressInOverlay(browser, "Undo");
    await until("it to be back", async () =>
      (await painted(browser, "statement")).includes("it had received no warning"),
    );
  });

  test("a person who is none is no source either; the place of that name stays", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    expect(await painted(browser, "source")).toContain("Moen");
    await openCard(browser, "Edvard Moen");
    await pressInOverlay(browser, "Not right?");
    await pressInOverlay(browser, "Not a person");
    await until("it to go", async () => !(await painted(browser, "source")).includes("Moen"));
    expect(await painted(browser, "person")).not.toContain("Moen");
    await pressInOverlay(browser, "Undo");
    await until("it to be back", async () => (await painted(browser, "source")).includes("Moen"));
  });

  test("the whole way is there for the keyboard", async () => {
    const { browser } = world();
    await read(world(), STORIES.feature);
    await openCard(browser, "Anders Halvorsen");
    const focused = (): Promise<string | null> =>
      browser.inOverlay(
        (overlay) => overlay.activeElement?.textContent?.trim() || (overlay.activeElement?.ariaLabel ?? ""),
        null,
      );
    const tabTo = async (wanted: string): Promise<void> => {
      for (let i = 0; i < 24 && (await focused()) !== wanted; i += 1) await browser.press("Tab");
      expect(await focused()).toBe(wanted);
    };
    await tabTo("Not right?");
    await browser.press("Enter");
    // The radio buttons are one stop, the card's last: from there Tab goes round.
    await tabTo("");
    await browser.press("Tab");
    expect(await focused()).toBe("✕");
    await tabTo("It’s an organisation");
    await browser.press("Enter");
    await until("the name to go", async () => !(await painted(browser, "person")).includes("Anders Halvorsen"));
  });

  test("the settings list every correction, the newest first, and undo any of them", async () => {
    const { browser } = world();
    await openOptions(browser);
    const rows = await textsOf(browser, "#corrections .what");
    expect(rows.map((row) => row.replace(/ · .*/, ""))).toEqual([
      "Anders Halvorsen is an organisationEverywhere",
      expect.stringMatching(/^Tobias Renn is a placeOnly on “Premier to face/),
      "Henrik Solberg is not a personEverywhere",
    ]);
    await press(browser, "#corrections li:nth-child(3) button");
    await until("one less", async () => (await textsOf(browser, "#corrections li")).length === 2);
    expect(await peopleOf(world(), "/letter.html")).toContain("Henrik Solberg");
    await openOptions(browser);
    await press(browser, "#corrections li:nth-child(1) button");
    await until("the way back", async () => (await textsOf(browser, "#corrections .notice")).length === 1);
    await press(browser, "#corrections .notice button");
    await until("it to be back", async () => (await textsOf(browser, "#corrections li")).length === 2);
  });

  test("the popup leads to the settings", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await browser.openPopup();
    await pressInPopup(browser, ".settings");
    await until("the settings in a tab of their own", () =>
      browser.inExtension(() => {
        const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
        const opened = api.extension
          .getViews({ type: "tab" })
          .find(({ location }) => location.pathname === "/options/options.html");
        opened?.close();
        return opened !== undefined;
      }, null),
    );
    await browser.closePopup();
  });

  test("a site that was switched off is listed and switched on", async () => {
    const { browser, site } = world();
    const { host } = new URL(site.origin);
    await read(world(), STORIES.nested);
    await browser.openPopup();
    await pressInPopup(browser, ".site-mode input[value=never]");
    await until("nothing painted", async () => (await painted(browser, "person")) === "");
    await browser.closePopup();
    await openOptions(browser);
    await until("the site", async () => (await textsOf(browser, "#sites li")).some((row) => row.startsWith(host)));
    await press(browser, "#sites li button");
    await until("none", async () => (await textsOf(browser, "#sites .state")).length === 1);
    expect((await read(world(), STORIES.nested)).state).toBe("done");
  });

  test("a backup brings everything back, in an empty profile and where it was deleted", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await selectWords(browser, "a matter for next week");
    await browser.shortcut("highlight", "Alt+J");
    await until("the note", async () => (await savedNotes(browser)).length === 1);
    await openOptions(browser);
    const text = await exportText(browser);
    expect(JSON.parse(text)).toMatchObject({
      format: "sourceline-backup",
      annotations: [{ target: { selectors: { quote: { exact: "a matter for next week" } } } }],
      corrections: [{ name: "Tobias Renn" }, { name: "Anders Halvorsen" }],
    });

    expect((await importText(browser, text))[0]).toBe("Imported: 0 added, 0 updated, 3 unchanged.");
    await press(browser, "#corrections li:nth-child(1) button");
    await until("one less", async () => (await textsOf(browser, "#corrections li")).length === 1);
    expect((await importText(browser, text))[0]).toBe("Imported: 1 added, 0 updated, 2 unchanged.");
    await until("it to be back", async () => (await textsOf(browser, "#corrections li")).length === 2);

    await emptyDatabase(browser);
    await openOptions(browser);
    expect(await textsOf(browser, "#corrections li")).toEqual([]);
    expect((await importText(browser, text))[0]).toBe("Imported: 3 added, 0 updated, 0 unchanged.");
    await until("the corrections", async () => (await textsOf(browser, "#corrections li")).length === 2);
    expect((await savedNotes(browser)).map(({ target }) => target.selectors.quote.exact)).toEqual([
      "a matter for next week",
    ]);
    expect(await peopleOf(world(), "/letter.html")).not.toContain("Tobias Renn");
  });

  test("an import that takes long says so", async () => {
    const { browser } = world();
    await openOptions(browser);
    await browser.evaluate(() => {
      type Api = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      const { runtime } = (globalThis as unknown as { browser?: Api; chrome: Api })[
        "browser" in globalThis ? "browser" : "chrome"
      ]!;
      const send = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = async (message) => {
        await new Promise((resolve) => setTimeout(resolve, 1_800));
        return send(message);
      };
    }, null);
    const imported = importText(browser, "{}");
    await until("the progress", () =>
      browser.evaluate(() => document.querySelector("#backup progress") !== null, null),
    );
    expect((await imported)[0]).toMatch(/^This is not a Sourceline backup/);
    expect(await browser.evaluate(() => document.querySelector("#backup progress"), null)).toBeNull();
  });

  test("a broken file changes nothing and says so; a broken item is refused by itself", async () => {
    const { browser } = world();
    await openOptions(browser);
    const text = await exportText(browser);
    const [damaged] = await importText(browser, text.slice(0, -30));
    expect(damaged).toMatch(/^This file is damaged or no backup, so nothing was imported/);
    expect(await importText(browser, "{}")).toEqual([expect.stringMatching(/^This is not a Sourceline backup/)]);
    expect(await textsOf(browser, "#corrections li")).toHaveLength(2);

    const backup = JSON.parse(text) as { corrections: object[] };
    backup.corrections.unshift({ name: "<b>", verdict: "ship" });
    const [imported, refused] = await importText(browser, JSON.stringify(backup));
    expect(imported).toBe("Imported: 0 added, 0 updated, 3 unchanged.");
    expect(refused).toBe(
      "1 item was not taken over. Everything else was.Correction 1 “<b>”:Part of it is missing or unreadable. Export it anew where it came from.",
    );
    expect(browser.errors).toEqual([]);
  });
});
