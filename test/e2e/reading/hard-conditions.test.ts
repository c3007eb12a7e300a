import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { centreOf, savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { BROWSERS, paintedTexts, read, root, useWorld } from "../harness.ts";

const scratch = mkdtempSync(join(tmpdir(), "sourceline-damaged-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(BROWSERS)("a page that forbids everything, in %s", (name) => {
  const world = useWorld({
    name,
    headers: {
      "content-security-policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  });

  test("is read, painted, and shows the card with its looks", async () => {
    const { browser } = world();
    const { state } = await read(world(), STORIES.wire);
    expect(state).toBe("done");
    expect(Object.keys(await paintedTexts(browser))).toContain("sourceline-place");
    const { x, y } = await centreOf(browser, "Ingrid Varga");
    await browser.click(x, y);
    const look = await until("the card", () =>
      browser.inOverlay((overlay) => {
        const card = overlay.querySelector(".card");
        return card === null ? null : overlay.ownerDocument.defaultView!.getComputedStyle(card).position;
      }, null),
    );
    expect(look).toBe("fixed");
  });
});

describe.each(BROWSERS)("a damaged model file, in %s", (name) => {
  const built = name === "firefox" ? "firefox" : "chrome";
  const extension = join(scratch, built);
  cpSync(join(root, "dist", built), extension, { recursive: true });
  const model = join(extension, "models", "entities.bin");
  writeFileSync(model, readFileSync(model).subarray(0, 5000));
  const world = useWorld({ name, extension });

  test("is named in the popup, and notes still work", async () => {
    const { browser } = world();
    const report = await read(world(), STORIES.wire);
    expect(report).toMatchObject({ state: "failed", failure: "model-damaged" });
    await selectWords(browser, "Eleven people have been hurt");
    await browser.shortcut("highlight", "Alt+J");
    await until("the note", async () => (await savedNotes(browser)).length === 1);
    await browser.openPopup();
    const [text] = await until("the message", async () => {
      const texts = await browser.inPopup(
        () => [...document.querySelectorAll("[role=alert]")].map((element) => element.textContent ?? ""),
        null,
      );
      const said = texts.filter((candidate) => candidate !== "");
      return said.length > 0 ? said : null;
    });
    expect(text).toContain("A file of Sourceline is damaged");
    await browser.closePopup();
  });
});
