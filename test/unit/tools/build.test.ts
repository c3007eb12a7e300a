import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = dirname(dirname(dirname(import.meta.dirname)));
mkdirSync(join(root, ".cache"), { recursive: true });
const scratch = mkdtempSync(join(root, ".cache", "build-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Builds with packages and gives every file's bytes by path. */
function buildInto(name: string): Map<string, string> {
  const out = join(scratch, name);
  execFileSync(process.execPath, ["build.mjs", "--package", "--out", relative(root, out)], {
    cwd: root,
    stdio: "pipe",
  });
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [relative(out, file), readFileSync(file).toString("base64")]),
  );
}

test("two builds are the same, byte for byte, packages too", { timeout: 240_000 }, () => {
  const first = buildInto("first");
  expect([...first.keys()]).toEqual(expect.arrayContaining(["chrome/manifest.json", "firefox/detector/detector.js"]));
  const archives = [...first.keys()].filter((file) => file.endsWith(".zip"));
  for (const browser of ["chrome", "firefox"]) {
    expect(archives).toContainEqual(expect.stringMatching(new RegExp(`^sourceline-[\\d.]+-${browser}\\.zip$`)));
  }
  expect(buildInto("second")).toEqual(first);
});

test("the licences of all packages that ship go with the extension", { timeout: 240_000 }, () => {
  const notices = Buffer.from(buildInto("notices").get("firefox/THIRD_PARTY_NOTICES.txt") ?? "", "base64").toString();
  const named = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+ \((.+)\)$/gm)].map(([, name]) => name);
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  expect(named).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  expect(notices).toContain("Permission is hereby granted");
});

test("each browser's manifest has only its own keys, and nothing is open to pages", { timeout: 240_000 }, () => {
  const files = buildInto("manifests");
  const manifestOf = (browser: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(files.get(`${browser}/manifest.json`) ?? "", "base64").toString());
  expect(manifestOf("chrome")["background"]).toEqual({ service_worker: "background/background.js" });
  expect(manifestOf("firefox")["background"]).toEqual({ scripts: ["background/background.js"] });
  for (const manifest of [manifestOf("chrome"), manifestOf("firefox")]) {
    expect(manifest).not.toHaveProperty("web_accessible_resources");
    expect(manifest).not.toHaveProperty("chrome");
    expect(manifest).not.toHaveProperty("firefox");
  }
});

test("every text of the manifest exists, and every shortcut of it is answered", () => {
  const manifest = readFileSync(join(root, "manifest.json"), "utf8");
  const texts = JSON.parse(readFileSync(join(root, "extension/_locales/en/messages.json"), "utf8")) as object;
  const named = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
  expect(named.length).toBeGreaterThan(0);
  expect(Object.keys(texts)).toEqual(expect.arrayContaining(named));

  const answers = readFileSync(join(root, "extension/background/shortcuts.ts"), "utf8");
  const { commands } = JSON.parse(manifest) as { commands: object };
  for (const shortcut of Object.keys(commands)) expect(answers).toContain(`case "${shortcut}":`);
});
