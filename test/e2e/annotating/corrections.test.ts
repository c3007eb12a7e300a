import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { LETTER, correctName, openCard, painted, peopleOf } from "../pages/card.ts";
import { BROWSERS, pressInOverlay, read, useWorld } from "../harness.ts";
import { openSettings, press, textsOf } from "../pages/settings.ts";

describe.each(BROWSERS)("corrections in %s", (name) => {
  const world = useWorld({ name, pages: new Map([["/letter.html", LETTER]]) });

  test("what is corrected everywhere is gone at once, and on other pages; undo brings it back", async () => {
    const { browser } = world();
    expect(await peopleOf(world(), "/letter.html")).toContain("Henrik Solberg");
    await read(world(), STORIES.nested);
    const badge = Number(await until("the badge", () => browser.badgeText()));
    expect(await painted(browser, "person")).toContain("Henrik Solberg");
    await correctName(browser, "Henrik Solberg", "Not a person");
    await until("the name to go", async () => !(await painted(browser, "person")).includes("Henrik Solberg"));
    await until("the badge", async () => Number(await browser.badgeText()) === badge - 1);
    await browser.endBackground();
    expect(await peopleOf(world(), "/letter.html")).not.toContain("Henrik Solberg");

    await read(world(), STORIES.nested);
    expect(await painted(browser, "person")).not.toContain("Henrik Solberg");
    await correctName(browser, "Johanna Brandt", "It’s a place");
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
    await correctName(browser, "Tobias Renn", "It’s a place", "only on this page");
    await until("the name to be a place", async () => (await painted(browser, "place")).includes("Renn"));
    expect(await peopleOf(world(), "/letter.html")).not.toContain("Tobias Renn");
    expect(await peopleOf(world(), STORIES.nested)).toContain("Tobias Renn");
  });

  test("a source that is no name is denied; its statements go with it, and come back", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    expect(await painted(browser, "statement")).toContain("it had received no warning");
    await correctName(browser, "A spokesman for the Ministry of Transport", "Not who said it", "only on this page");
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
    await correctName(browser, "Edvard Moen", "Not a person");
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
    await openSettings(browser);
    const rows = await textsOf(browser, "#corrections .what");
    expect(rows.map((row) => row.replace(/ · .*/, ""))).toEqual([
      "Anders Halvorsen is an organisationEverywhere",
      expect.stringMatching(/^Tobias Renn is a placeOnly on “Premier to face/),
      "Henrik Solberg is not a personEverywhere",
    ]);
    await press(browser, "#corrections li:nth-child(3) button");
    await until("one less", async () => (await textsOf(browser, "#corrections li")).length === 2);
    expect(await peopleOf(world(), "/letter.html")).toContain("Henrik Solberg");
    await openSettings(browser);
    await press(browser, "#corrections li:nth-child(1) button");
    await until("the way back", async () => (await textsOf(browser, "#corrections .notice")).length === 1);
    await press(browser, "#corrections .notice button");
    await until("it to be back", async () => (await textsOf(browser, "#corrections li")).length === 2);
  });
});
