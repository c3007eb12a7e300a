import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeStoreZips } from "../../../tools/store-zips.mjs";

let folder: string;

/** A checkout with a build in it. `order` is the one in which its files are made, `time` when, in seconds. */
function checkout(name: string, order: (names: string[]) => string[], time: number): string {
  const root = join(folder, name);
  for (const path of order([
    "package.json",
    "src/b.ts",
    "src/a.ts",
    "dist/chrome/z.js",
    "dist/chrome/icons/16.png",
    "left.txt",
  ])) {
    const file = join(root, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, path === "package.json" ? '{ "version": "1.2.3" }' : path);
    utimesSync(file, time, time);
  }
  execFileSync("git", ["init", "--quiet"], { cwd: root });
  execFileSync("git", ["add", "package.json", "src"], { cwd: root });
  return root;
}

const archivesOf = (root: string): ReadonlyMap<string, Buffer> => {
  writeStoreZips(root, join(root, "dist"), ["chrome"]);
  const names = readdirSync(join(root, "dist")).filter((file) => file.endsWith(".zip"));
  return new Map(names.toSorted().map((file) => [file, readFileSync(join(root, "dist", file))]));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sourceline-zips-"));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test("the same files give the same archives, wherever, whenever and in whatever order they were written", () => {
  const first = archivesOf(checkout("one", (names) => names, 1_000_000_000));
  const second = archivesOf(checkout("two", (names) => names.toReversed(), 1_700_000_000));
  expect([...first.keys()]).toEqual(["sourceline-1.2.3-chrome.zip", "sourceline-1.2.3-source.zip"]);
  expect([...second]).toEqual([...first]);
});

test("a build goes whole into its archive, and of the sources what is under version control", () => {
  const archives = archivesOf(checkout("one", (names) => names, 1_000_000_000));
  const filesIn = (name: string): string[] => Object.keys(unzipSync(new Uint8Array(archives.get(name) ?? Buffer.of())));
  expect(filesIn("sourceline-1.2.3-chrome.zip")).toEqual(["icons/16.png", "z.js"]);
  expect(filesIn("sourceline-1.2.3-source.zip")).toEqual(["package.json", "src/a.ts", "src/b.ts"]);
});
