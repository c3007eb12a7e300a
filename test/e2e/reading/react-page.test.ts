import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { BROWSERS, useWorld } from "../harness.ts";
import { BELL, about, callPage, folder, livePages, sourcesOf } from "../pages/live.ts";

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
  const world = useWorld({ name, pages: livePages("react.html", new Map([["/live/react-page.js", script]])) });

  test("keeps its highlights and marks when it builds its nodes anew", async () => {
    const { browser, reader } = world();
    await reader.open(BELL);
    const before = await reader.reported("the story", about(BELL));
    await reader.highlight("Both of them are loud in fog");
    await reader.untilNames("Greta Holm", "Brandt", "Lindholm");
    const painted = (await reader.paintedNames()).toSorted();
    for (const shape of ["in elements of their own", "as they were"]) {
      await callPage(browser, "renderAnew");
      await until(`the names, the words ${shape}`, async () => (await reader.paintedNames()).join("").length > 0);
      await reader.untilMarkedOnly("Both of them are loud in fog");
    }
    await until("the same names", async () => (await reader.paintedNames()).toSorted().join() === painted.join());
    const after = await reader.reported("the same story", about(BELL));
    expect(after.analysis).toEqual(before.analysis);
    expect(Object.values(after.anchors)).toEqual(["same"]);
  });

  test("stays React's own, and what it adds is read", async () => {
    const { browser, reader } = world();
    await reader.open(BELL);
    await reader.reported("the story", about(BELL));
    await callPage(browser, "update");
    const report = await reader.reported("the update", (now) => sourcesOf(now).includes("Kaspar Nyberg"));
    expect(report.page).toContain("ferry-bell");
    await callPage(browser, "countReads");
    await until("React's own change", () =>
      browser.evaluate(() => document.querySelector(".reads")?.textContent === "Read 1 times", null),
    );
    expect(await browser.evaluate(() => Reflect.get(globalThis, "isReactWhole")(), null)).toBe(true);
  });
});
