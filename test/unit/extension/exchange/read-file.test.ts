import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readFile } from "../../../../extension/exchange/read-file.ts";
import type { CheckedItem } from "../../../../src/exchange/import/open-import.ts";

const HIGHLIGHTS = JSON.stringify([{ url: "https://post.example/pier", highlights: ["the piles"] }]);

async function read(files: Readonly<Record<string, string>>, settle: () => Promise<void> = async () => undefined) {
  const items: CheckedItem[] = [];
  const zipped = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const problem = await readFile(
    new File([new Uint8Array(zipped)], "export.zip"),
    { item: (item) => items.push(item), refused: () => undefined, preferences: () => undefined },
    settle,
    new AbortController().signal,
    () => undefined,
  );
  return { problem, items };
}

test("what an archive has beside what is imported is passed over, however long it is", async () => {
  const { problem, items } = await read({ "photo.raw": 'a"'.repeat(3_000_000), "highlights.json": HIGHLIGHTS });
  expect(problem).toBeNull();
  expect(items).toHaveLength(1);
});

test("an archive with nothing to import is unknown", async () => {
  expect((await read({ "readme.txt": "nothing here" })).problem).toBe("unknown");
});

test("a store that fails is no damage of the archive", async () => {
  const failing = (): Promise<void> => Promise.reject(new Error("the database is closed"));
  await expect(read({ "highlights.json": HIGHLIGHTS }, failing)).rejects.toThrow("the database is closed");
});
