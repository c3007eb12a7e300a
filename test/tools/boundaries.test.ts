import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = dirname(dirname(import.meta.dirname));
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
      `export { createCanvas } from ${JSON.stringify(join(root, "extension/dom/painter.ts"))};\n`,
      "rootDir",
    ],
  ])("%s does not", (_what, source, complaint) => {
    const said = compileInCore(source);
    expect(said).toContain("error TS");
    expect(said).toContain(complaint);
  });
});

/** What the linter says of one planted file, under the project's own rules. */
function lint(path: string, source: string): string {
  const folder = mkdtempSync(join(scratch, "lint-"));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  writeFileSync(join(folder, path), source);
  const oxlint = join(root, "node_modules", "oxlint", "bin", "oxlint");
  return spawnSync(process.execPath, [oxlint, "-c", ".oxlintrc.json", "."], { cwd: folder, encoding: "utf8" }).stdout;
}

describe("the linter keeps packages where they belong", () => {
  test.each([
    ["src/planted.ts", "webextension-polyfill"],
    ["src/planted.ts", "dexie"],
    ["extension/content/planted.ts", "dexie"],
    ["extension/dom/planted.ts", "../store/database.ts"],
  ])("%s may not import %s", (path, name) => {
    expect(lint(path, `export * as planted from "${name}";\n`)).toContain("no-restricted-imports");
  });

  test.each(["document.addEventListener", "addEventListener"])("what runs on pages may not call %s itself", (call) => {
    expect(lint("extension/content/planted.ts", `${call}("click", () => {});\n`)).toContain("dom/trusted.ts");
    expect(lint("extension/dom/trusted.ts", `${call}("click", () => {});\n`)).not.toContain("dom/trusted.ts");
  });

  test("the popup may import the database", () => {
    const said = lint("extension/popup/planted.ts", `export * as planted from "../store/database.ts";\n`);
    expect(said).not.toContain("no-restricted-imports");
  });
});
