import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { HEAVY } from "../../../tools/pages/heavy.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

/** So much takes a busy machine its time, in milliseconds. */
const PATIENCE = 90_000;
const NAME = "Edvard Moen";

/** Which pages go on where reading ends: the others hold it beside what is read of the story. */
const CUT = new Set(["a text node of 5 MB", "a million text nodes"]);

const paths = Object.keys(HEAVY).map((name, index) => [name, `/heavy-${index}.html`] as const);
const pages = new Map<string, string>(paths.map(([name, path]) => [path, HEAVY[name]?.() ?? ""]));

describe.each(BROWSERS)("in %s", (name) => {
  const world = useWorld({ name, pages });

  const what = "a page with %s is read as far as the limits go, and runs on beside it";
  test.each(paths)(what, { timeout: 3 * PATIENCE }, async (heavy, path) => {
    const { browser, reader } = world();
    await reader.open(path);
    const { cutBehind, analysis } = await until(
      "the page to be read",
      async () => {
        // Not asked often, since the answer is long.
        await reader.wait(1_000);
        const report = await reader.report();
        return report?.state === "done" ? report : null;
      },
      PATIENCE,
    );
    expect(cutBehind !== null).toBe(CUT.has(heavy));
    expect(analysis?.entities.map((entity) => entity.name)).toContain(NAME);
    await until(
      "the name to be painted",
      async () => (await reader.paintedNames()).some((text) => text.includes(NAME)),
      PATIENCE,
    );
    const ticks = (): Promise<number> => browser.evaluate(() => (window as unknown as { ticks: number }).ticks, null);
    const before = await ticks();
    await until("the page's own script", async () => (await ticks()) > before + 3);
    // Nothing is left over that keeps the next page waiting.
    expect((await reader.read(STORIES.nested)).state).toBe("done");
  });
});
