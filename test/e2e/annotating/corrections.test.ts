import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

describe.each(BROWSERS)("corrections in %s", (name) => {
  const world = useWorld({ name });

  test("what is corrected everywhere is gone at once, and on other pages; undo brings it back", async () => {
    const { browser, reader, overlay } = world();
    expect(await reader.peopleOn(STORIES.letter)).toContain("Henrik Solberg");
    await reader.read(STORIES.nested);
    const badge = Number(await reader.badge());
    expect(await reader.painted("person")).toContain("Henrik Solberg");
    await overlay.correct("Henrik Solberg", "Not a person");
    await reader.untilNotPainted("person", "Henrik Solberg");
    await until("the badge", async () => Number(await browser.badgeText()) === badge - 1);
    await browser.endBackground();
    expect(await reader.peopleOn(STORIES.letter)).not.toContain("Henrik Solberg");

    await reader.read(STORIES.nested);
    expect(await reader.painted("person")).not.toContain("Henrik Solberg");
    await overlay.correct("Johanna Brandt", "It’s a place");
    await overlay.untilToast(/is a place/);
    await overlay.press("Undo");
    await until("the person to come back", async () => {
      const { analysis } = await reader.read(STORIES.nested);
      return analysis?.entities.some((entity) => entity.kind === "person" && entity.name === "Johanna Brandt");
    });
  });

  test("what is corrected on one page only holds there", async () => {
    const { reader, overlay } = world();
    await reader.read(STORIES.letter);
    await overlay.correct("Tobias Renn", "It’s a place", "only on this page");
    await reader.untilPainted("place", "Renn");
    expect(await reader.peopleOn(STORIES.letter)).not.toContain("Tobias Renn");
    expect(await reader.peopleOn(STORIES.nested)).toContain("Tobias Renn");
  });

  test("a source that is no name is denied; its statements go with it, and come back", async () => {
    const { reader, overlay } = world();
    await reader.read(STORIES.nested);
    expect(await reader.painted("statement")).toContain("it had received no warning");
    await overlay.correct("A spokesman for the Ministry of Transport", "Didn’t say this", "only on this page");
    await reader.untilNotPainted("statement", "it had received no warning");
    expect(await reader.painted("source")).not.toContain("A spokesman");
    expect(await reader.painted("speaker")).toContain("Moen");
    await overlay.press("Undo");
    await reader.untilPainted("statement", "it had received no warning");
  });

  test("a person who is none is no source either; the place of that name stays", async () => {
    const { reader, overlay } = world();
    await reader.read(STORIES.nested);
    expect(await reader.painted("speaker")).toContain("Moen");
    await overlay.correct("Edvard Moen", "Not a person");
    await reader.untilNotPainted("speaker", "Moen");
    expect(await reader.painted("person")).not.toContain("Moen");
    await overlay.press("Undo");
    await reader.untilPainted("speaker", "Moen");
  });

  test("the whole way is there for the keyboard", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.feature);
    await overlay.openCardOf("Anders Halvorsen");
    const tabTo = async (wanted: string): Promise<void> => {
      for (let i = 0; i < 24 && (await overlay.focusedText()) !== wanted; i += 1) await browser.press("Tab");
      expect(await overlay.focusedText()).toBe(wanted);
    };
    await tabTo("Not right?");
    await browser.press("Enter");
    // The radio buttons are one stop, before the buttons that act.
    await tabTo("");
    await browser.press("Tab");
    expect(await overlay.focusedText()).toBe("Not a person");
    await tabTo("It’s an organisation");
    await browser.press("Enter");
    await reader.untilNotPainted("person", "Anders Halvorsen");
  });

  test("the settings list every correction, the newest first, and undo any of them", async () => {
    const { reader, options } = world();
    await options.open();
    const rows = await options.texts("what is corrected");
    expect(rows.map((row) => row.replace(/ · .*/, ""))).toEqual([
      "Anders Halvorsen is an organisationEverywhere",
      expect.stringMatching(/^Tobias Renn is a placeOnly on “Premier to face/),
      "Henrik Solberg is not a personEverywhere",
    ]);
    await options.takeBack(2);
    await options.untilCount("correction", 2);
    expect(await reader.peopleOn(STORIES.letter)).toContain("Henrik Solberg");
    await options.open();
    await options.takeBack(0);
    await options.untilCount("correction taken back", 1);
    await options.pressPart("bring the correction back");
    await options.untilCount("correction", 2);
  });
});
