import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, root, useWorld } from "../harness.ts";

const scratch = mkdtempSync(join(tmpdir(), "sourceline-damaged-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What a page may be sent with that keeps much of what others put into it from working. */
const CONDITIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "forbids everything": {
    "content-security-policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  "is sandboxed": { "content-security-policy": "sandbox allow-scripts" },
  "lets no foreign document in": {
    "content-security-policy": "frame-src 'none'; child-src 'none'",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
  },
};
const pairs = BROWSERS.flatMap((name) => Object.keys(CONDITIONS).map((condition) => ({ name, condition })));

describe.each(pairs)("a page that $condition, in $name", ({ name, condition }) => {
  const world = useWorld({ name, headers: CONDITIONS[condition] ?? {} });

  test("is read, painted, and shows the card with its looks", async () => {
    const { reader, overlay } = world();
    const { state } = await reader.read(STORIES.wire);
    expect(state).toBe("done");
    expect(await reader.layerNames()).toContain("sourceline-place");
    await overlay.openCardOf("Ingrid Varga");
    expect(await overlay.positionOf("card")).toBe("fixed");
    await overlay.untilShown("buttons for notes on the name");
  });

  test("takes a note in its private frame, which has its looks", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.wire);
    await overlay.writeOn("Eleven people have been hurt");
    await browser.type("who says");
    await reader.untilNote("Eleven people have been hurt", "who says");
    const padding = await browser.inPrivateFrame(
      (frame) => frame.defaultView?.getComputedStyle(frame.querySelector("textarea")!).paddingLeft,
      null,
    );
    expect(padding).toBe("9px");
    await browser.press("Escape");
    await overlay.untilGone("editor");
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
    const { reader, popup } = world();
    const report = await reader.read(STORIES.wire);
    expect(report).toMatchObject({ state: "failed", failure: "model-damaged" });
    await reader.highlight("Eleven people have been hurt");
    await popup.open();
    await popup.untilSays("alert", /Part of Sourceline is damaged/);
    await popup.close();
  });
});
