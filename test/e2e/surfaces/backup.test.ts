import { describe, expect, test } from "vitest";
import { STORIES } from "../../../tools/start/samples.ts";
import { until } from "../../../tools/browsers/driver.ts";
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
    const text = await options.backUp();
    expect(JSON.parse(text)).toMatchObject({
      format: "sourceline-backup",
      annotations: [{ target: { selectors: { quote: { exact: "a matter for next week" } } } }],
    });
    const { corrections } = JSON.parse(text) as { corrections: { name: string }[] };
    expect(corrections.map(({ name: who }) => who).toSorted()).toEqual(["Agnes Lund", "Tobias Renn"]);

    expect((await options.import(text))[0]).toContain("3 are here already and stay as they are");
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

  test("a broken file changes nothing and says so; a broken item is refused by itself", async () => {
    const { browser, options } = world();
    await options.open();
    const text = await options.backUp();
    const [damaged] = await options.import(text.slice(0, -30));
    expect(damaged).toMatch(/^This file is damaged or cut short/);
    expect(await options.import("{}")).toEqual([expect.stringMatching(/^Nothing in this file was recognised/)]);
    expect(await options.texts("correction")).toHaveLength(2);

    const backup = JSON.parse(text) as { corrections: object[] };
    backup.corrections.unshift({ name: "<b>", verdict: "ship" });
    const [preview] = await options.import(JSON.stringify(backup));
    expect(preview).toContain("1 can’t be imported");
    expect(preview).toContain(
      "Correction 1 “<b>”:Part of it is missing or unreadable. Export it again from where it came from.",
    );
    expect(browser.errors).toEqual([]);
  });

  test("an import that takes long shows how far it is, and can be ended; the same file goes on from there", async () => {
    const { browser, reader, options } = world();
    await emptyDatabase(browser);
    await options.open();
    // As from a disk that takes its time: a piece of the file each half second.
    await browser.evaluate(() => {
      const { prototype } = ReadableStreamDefaultReader;
      const { read } = prototype;
      prototype.read = async function slowly() {
        await new Promise((resolve) => setTimeout(resolve, 500));
        return read.call(this);
      };
    }, null);
    const rows = Array.from(
      { length: 2_000 },
      (_, index) => `https://post.example/${index},Story ${index},words ${index} ${"of the pier ".repeat(8)}`,
    );
    const file = `url,title,highlight\n${rows.join("\n")}\n`;
    await options.chooseFile(file, "many.csv");
    await options.untilShown("import it");
    expect((await options.texts("import's preview"))[0]).toContain("2,000 items are new");
    expect((await options.texts("import's samples"))[0]).toContain("words 0");
    await options.pressPart("import it");
    await options.untilShown("import's progress");
    await until("the first to be stored", async () => (await reader.saved()).length > 0);
    await options.pressPart("end the import");
    await options.untilShown("import's outcome");
    expect(await options.texts("import's outcome")).toEqual([expect.stringMatching(/^You stopped the import/)]);

    const [again] = await options.import(file, "many.csv");
    const [, added = "0", kept = "0"] = /^Imported: (\d+) added, 0 updated, (\d+) unchanged/.exec(again ?? "") ?? [];
    expect(Number(added) + Number(kept)).toBe(2_000);
    expect(Number(kept)).toBeGreaterThan(0);
  });

  test("every format is made, of what is there", async () => {
    const { browser, options } = world();
    await emptyDatabase(browser);
    await options.open();
    await options.import(
      'url,title,highlight,note,tags\nhttps://post.example/pier,Mayor denies all,"the piles, he said",ask *him*,pier\n',
      "a.csv",
    );
    for (const [format, ending, words] of [
      ["markdown", "md", "> the piles, he said"],
      ["html", "html", "<em>him</em>"],
      ["text", "txt", "“the piles, he said”"],
      ["csv", "csv", '"the piles, he said",ask *him*,pier,'],
      ["readwise", "csv", ".pier ask *him*"],
      ["hypothesis", "json", '"exact":"the piles, he said"'],
      ["w3c", "jsonld", '"type":"TextQuoteSelector"'],
      ["ris", "ris", "TY  - NEWS"],
      ["bibtex", "bib", "title = {{Mayor denies all}}"],
      ["csl", "json", '"type":"article-newspaper"'],
      ["obsidian", "zip", "Mayor denies all.md"],
    ] as const) {
      const { name: made, text } = await options.export(format);
      expect(made).toMatch(new RegExp(`^sourceline-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
      expect(text).toContain(words);
    }
  });
});
