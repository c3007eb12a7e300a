import { describe, expect, test } from "vitest";
import { STORIES } from "../../../tools/start/samples.ts";
import { emptyDatabase } from "../../../tools/start/stored.ts";
import { BROWSERS, useWorld } from "../harness.ts";

describe.each(BROWSERS)("a backup in %s", (name) => {
  const world = useWorld({ name });

  test("it brings everything back, in an empty profile and where it was deleted", async () => {
    const { browser, reader, overlay, options } = world();
    await reader.read(STORIES.letter);
    await overlay.correct("Tobias Renn", "It’s a place", "only on this page");
    await reader.untilPainted("place", "Renn");
    await reader.read(STORIES.nested);
    await overlay.correct("Agnes Lund", "It’s an organisation");
    await reader.untilNotPainted("person", "Agnes Lund");
    await reader.highlight("a matter for next week");
    await options.open();
    const text = await options.export();
    expect(JSON.parse(text)).toMatchObject({
      format: "sourceline-backup",
      annotations: [{ target: { selectors: { quote: { exact: "a matter for next week" } } } }],
      corrections: [{ name: "Tobias Renn" }, { name: "Agnes Lund" }],
    });

    expect((await options.import(text))[0]).toBe("Imported: 0 added, 0 updated, 3 unchanged.");
    await options.takeBack(0);
    await options.untilCount("correction", 1);
    expect((await options.import(text))[0]).toBe("Imported: 1 added, 0 updated, 2 unchanged.");
    await options.untilCount("correction", 2);

    await emptyDatabase(browser);
    await options.open();
    expect(await options.texts("correction")).toEqual([]);
    expect((await options.import(text))[0]).toBe("Imported: 3 added, 0 updated, 0 unchanged.");
    await options.untilCount("correction", 2);
    expect((await reader.saved()).map(({ target }) => target.selectors.quote.exact)).toEqual([
      "a matter for next week",
    ]);
    expect(await reader.peopleOn(STORIES.letter)).not.toContain("Tobias Renn");
  });

  test("an import that takes long says so", async () => {
    const { browser, options } = world();
    await options.open();
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
    const imported = options.import("{}");
    await options.untilShown("import's progress");
    expect((await imported)[0]).toMatch(/^This is not a Sourceline backup/);
    expect(await options.shows("import's progress")).toBe(false);
  });

  test("a broken file changes nothing and says so; a broken item is refused by itself", async () => {
    const { browser, options } = world();
    await options.open();
    const text = await options.export();
    const [damaged] = await options.import(text.slice(0, -30));
    expect(damaged).toMatch(/^This file is damaged or no backup, so nothing was imported/);
    expect(await options.import("{}")).toEqual([expect.stringMatching(/^This is not a Sourceline backup/)]);
    expect(await options.texts("correction")).toHaveLength(2);

    const backup = JSON.parse(text) as { corrections: object[] };
    backup.corrections.unshift({ name: "<b>", verdict: "ship" });
    const [imported, refused] = await options.import(JSON.stringify(backup));
    expect(imported).toBe("Imported: 0 added, 0 updated, 3 unchanged.");
    expect(refused).toBe(
      "1 item was not taken over. Everything else was.Correction 1 “<b>”:Part of it is missing or unreadable. Export it anew where it came from.",
    );
    expect(browser.errors).toEqual([]);
  });
});
