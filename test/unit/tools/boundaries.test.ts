import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = dirname(dirname(dirname(import.meta.dirname)));
const scratch = mkdtempSync(join(tmpdir(), "sourceline-boundaries-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What the compiler says of a file in the pure core: `src/`'s own settings, on one planted file. */
function compileInCore(source: string): string {
  const folder = mkdtempSync(join(scratch, "core-"));
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src", "planted.ts"), source);
  writeFileSync(
    join(folder, "src", "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "src", "tsconfig.json"),
      compilerOptions: { rootDir: ".", outDir: "../types", noEmitOnError: true },
      include: ["**/*.ts"],
    }),
  );
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  return spawnSync(process.execPath, [tsc, "-b", join(folder, "src")], { encoding: "utf8" }).stdout;
}

describe("the compiler keeps the pure core pure", () => {
  test("a file that keeps to the core compiles", () => {
    expect(compileInCore(`export const words = (text: string): string[] => text.split(/\\s+/);\n`)).toBe("");
  });

  test.each([
    ["the DOM", `export const title = (): string => document.title;\n`, "document"],
    ["a DOM type", `export const range: Range | null = null;\n`, "Range"],
    ["Node", `import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n`, "node:fs"],
    [
      "browser code",
      `export { createCanvas } from ${JSON.stringify(join(root, "extension/dom/painting/painter.ts"))};\n`,
      "rootDir",
    ],
  ])("%s does not", (_what, source, complaint) => {
    const said = compileInCore(source);
    expect(said).toContain("error TS");
    expect(said).toContain(complaint);
  });
});

/** What the linter says of planted files, under the project's own rules: path → source. */
function lint(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(scratch, "lint-"));
  copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const oxlint = join(root, "node_modules", "oxlint", "bin", "oxlint");
  return spawnSync(process.execPath, [oxlint, "-c", ".oxlintrc.json", "."], { cwd: folder, encoding: "utf8" }).stdout;
}

describe("the linter keeps packages and folders where they belong", () => {
  test.each([
    ["src/planted.ts", "webextension-polyfill"],
    ["src/planted.ts", "dexie"],
    ["src/text/planted.ts", "../article/plain-text.ts"],
    ["src/english/planted.ts", "../syntax/unit.ts"],
    ["src/syntax/planted.ts", "../quotes/attribute.ts"],
    ["src/entities/rules/planted.ts", "../../quotes/attribute.ts"],
    ["src/quotes/planted.ts", "../reading/names.ts"],
    ["src/page/planted.ts", "../annotation/history.ts"],
    ["src/article/facts/planted.ts", "../../annotation/history.ts"],
    ["src/annotation/records/planted.ts", "../../entities/entity.ts"],
    ["src/markup/planted.ts", "../annotation/history.ts"],
    ["src/corrections/planted.ts", "../reading/names.ts"],
    ["src/reading/planted.ts", "../exchange/backup.ts"],
    ["extension/reader/planted.ts", "dexie"],
    ["extension/reader/planted.ts", "../popup/app.tsx"],
    ["extension/reader/planted.ts", "../views/article/sources.tsx"],
    ["extension/private/planted.ts", "../reader/page.ts"],
    ["extension/private/planted.ts", "../store/database.ts"],
    ["extension/detector/planted.ts", "../reader/session.ts"],
    ["extension/dom/text/planted.ts", "../../store/database.ts"],
    ["extension/dom/page/planted.ts", "../../reader/session.ts"],
    ["extension/ui/notes/planted.ts", "../../reader/session.ts"],
    ["extension/ui/notes/planted.ts", "../../views/toast.tsx"],
    ["extension/views/article/planted.ts", "../../popup/app.tsx"],
    ["extension/views/article/planted.ts", "../../reader/page.ts"],
    ["extension/store/planted.ts", "../background/inject.ts"],
    ["extension/store/planted.ts", "../views/article/use-page.ts"],
    ["extension/calls/planted.ts", "../store/database.ts"],
  ])("%s may not import %s", (path, name) => {
    expect(lint({ [path]: `export * as planted from "${name}";\n` })).toContain("no-restricted-imports");
  });

  test("no imports run in a circle, not even those of types", () => {
    const said = lint({
      "src/text/hen.ts": `import type { Egg } from "./egg.ts";\nexport interface Hen {\n  readonly lays: Egg;\n}\n`,
      "src/text/egg.ts": `import type { Hen } from "./hen.ts";\nexport interface Egg {\n  readonly of: Hen;\n}\n`,
    });
    expect(said).toContain("no-cycle");
  });

  test.each(["document.addEventListener", "addEventListener"])("what runs on pages may not call %s itself", (call) => {
    for (const folder of ["reader", "private"]) {
      expect(lint({ [`extension/${folder}/planted.ts`]: `${call}("click", () => {});\n` })).toContain("dom/trusted.ts");
    }
    expect(lint({ "extension/dom/trusted.ts": `${call}("click", () => {});\n` })).not.toContain("dom/trusted.ts");
  });

  test("the popup may import the database", () => {
    const said = lint({ "extension/popup/planted.ts": `export * as planted from "../store/database.ts";\n` });
    expect(said).not.toContain("no-restricted-imports");
  });

  test("the views of the extension's own pages may import the database", () => {
    const said = lint({ "extension/views/notes/planted.ts": `export * as planted from "../../store/database.ts";\n` });
    expect(said).not.toContain("no-restricted-imports");
  });
});
