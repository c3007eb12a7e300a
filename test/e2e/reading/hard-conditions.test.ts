import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, root, useWorld } from "../harness.ts";

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
    const { reader, overlay } = world();
    const { state } = await reader.read(STORIES.wire);
    expect(state).toBe("done");
    expect(await reader.layerNames()).toContain("sourceline-place");
    await overlay.openCardOf("Ingrid Varga");
    expect(await overlay.positionOf("card")).toBe("fixed");
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
    await popup.untilSays("alert", /A file of Sourceline is damaged/);
    await popup.close();
  });
});
