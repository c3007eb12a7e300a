import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { BROWSERS } from "../harness.ts";
import {
  folder,
  BELL,
  sourcesOf,
  reported,
  about,
  paintedNames,
  untilPainted,
  paintedMark,
  callPage,
  highlight,
  useLivePage,
} from "../pages/live.ts";

describe.each(BROWSERS)("a React page, in %s", (name) => {
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, "react-page.jsx")],
    bundle: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "react",
    // Not the project's own, which names another library.
    tsconfigRaw: "{}",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const script = outputFiles.map(({ text }) => text).join("");
  const { world, open } = useLivePage(name, "react.html", new Map([["/live/react-page.js", script]]));

  test("keeps its highlights and marks when it builds its nodes anew", async () => {
    const { browser } = world();
    await open(BELL);
    const before = await reported(browser, "the story", about(BELL));
    await highlight(browser, "Both of them are loud in fog");
    await untilPainted(browser, "Greta Holm", "Brandt", "Lindholm");
    const painted = (await paintedNames(browser)).toSorted();
    for (const shape of ["in elements of their own", "as they were"]) {
      await callPage(browser, "renderAnew");
      await until(`the names, the words ${shape}`, async () => (await paintedNames(browser)).join("").length > 0);
      await until(
        `the mark, the words ${shape}`,
        async () => (await paintedMark(browser)) === "Both of them are loud in fog",
      );
    }
    await until("the same names", async () => (await paintedNames(browser)).toSorted().join() === painted.join());
    const after = await reported(browser, "the same story", about(BELL));
    expect(after.analysis).toEqual(before.analysis);
    expect(Object.values(after.anchors)).toEqual(["same"]);
  });

  test("stays React's own, and what it adds is read", async () => {
    const { browser } = world();
    await open(BELL);
    await reported(browser, "the story", about(BELL));
    await callPage(browser, "update");
    const report = await reported(browser, "the update", (now) => sourcesOf(now).includes("Kaspar Nyberg"));
    expect(report.page).toContain("ferry-bell");
    await callPage(browser, "countReads");
    await until("React's own change", () =>
      browser.evaluate(() => document.querySelector(".reads")?.textContent === "Read 1 times", null),
    );
    expect(await browser.evaluate(() => Reflect.get(globalThis, "isReactWhole")(), null)).toBe(true);
  });
});
