import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { emptyDatabase } from "../../../tools/start/stored.ts";
import { savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { correctName, LETTER, painted, peopleOf } from "../pages/card.ts";
import { BROWSERS, read, useWorld } from "../harness.ts";
import { exportText, importText, openSettings, press, textsOf } from "../pages/settings.ts";

describe.each(BROWSERS)("a backup in %s", (name) => {
  const world = useWorld({ name, pages: new Map([["/letter.html", LETTER]]) });

  test("it brings everything back, in an empty profile and where it was deleted", async () => {
    const { browser } = world();
    await read(world(), "/letter.html");
    await correctName(browser, "Tobias Renn", "It’s a place", "only on this page");
    await until("the place", async () => (await painted(browser, "place")).includes("Renn"));
    await read(world(), STORIES.nested);
    await correctName(browser, "Agnes Lund", "It’s an organisation");
    await until("the name to go", async () => !(await painted(browser, "person")).includes("Agnes Lund"));
    await selectWords(browser, "a matter for next week");
    await browser.shortcut("highlight", "Alt+J");
    await until("the note", async () => (await savedNotes(browser)).length === 1);
    await openSettings(browser);
    const text = await exportText(browser);
    expect(JSON.parse(text)).toMatchObject({
      format: "sourceline-backup",
      annotations: [{ target: { selectors: { quote: { exact: "a matter for next week" } } } }],
      corrections: [{ name: "Tobias Renn" }, { name: "Agnes Lund" }],
    });

    expect((await importText(browser, text))[0]).toBe("Imported: 0 added, 0 updated, 3 unchanged.");
    await press(browser, "#corrections li:nth-child(1) button");
    await until("one less", async () => (await textsOf(browser, "#corrections li")).length === 1);
    expect((await importText(browser, text))[0]).toBe("Imported: 1 added, 0 updated, 2 unchanged.");
    await until("it to be back", async () => (await textsOf(browser, "#corrections li")).length === 2);

    await emptyDatabase(browser);
    await openSettings(browser);
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
    await openSettings(browser);
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
    await openSettings(browser);
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
