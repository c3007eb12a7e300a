import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { withExtension } from "../browser.ts";
import { costOf } from "./processes.ts";
import { openSettings } from "./settings.ts";

/** How much memory of its own above the idle page reading a file may take, in megabytes, however long it is. */
const GOAL = 150;
/** How long a file may take to be read, in milliseconds. */
const PATIENCE = 900_000;
/** How long a piece of a file is that is written at a time, in letters. */
const PIECE = 1_000_000;
/** How many rows, of two thousand letters each, one of them has. */
const ROWS = 500;

/** A file that is made to hurt: how it begins, and the pieces that follow, about a megabyte each. */
interface HeavyFile {
  readonly name: string;
  readonly begin: string;
  readonly again: (number: number) => string;
}

const FILES: Readonly<Record<string, HeavyFile>> = {
  brackets: { name: "brackets.json", begin: "", again: () => "[".repeat(PIECE) },
  "one text without an end": {
    name: "text.json",
    begin: `[{"uri":"https://example.com/","text":"`,
    again: () => "a".repeat(PIECE),
  },
  "one cell without an end": {
    name: "cell.csv",
    begin: `url,title,highlight,note\nhttps://example.com/,Title,"`,
    again: () => "a".repeat(PIECE),
  },
  "one row after the other": {
    name: "rows.csv",
    begin: "url,title,highlight,note\n",
    again: (number) => rows(number * ROWS),
  },
  "nothing that is known": { name: "noise.json", begin: "", again: (number) => `${number} `.repeat(PIECE / 10) },
  "spaces, packed": { name: "spaces.json.gz", begin: "[", again: () => " ".repeat(PIECE) },
};

const rows = (first: number): string =>
  Array.from({ length: ROWS }, (_, row) => {
    const number = first + row;
    return `https://example.com/${number},Title,${`The pier was closed at noon on the day ${number}. `.repeat(45)},A note\n`;
  }).join("");

function* pieces({ begin, again }: HeavyFile, length: number): Generator<string> {
  yield begin;
  for (let number = 0, written = 0; written < length; number += 1) {
    const piece = again(number);
    written += piece.length;
    yield piece;
  }
}

/**
 * Has Chromium look at files of hundreds of megabytes, made when they are needed, by the settings' own import. Each is
 * refused, or read piece by piece. The answer is whether none took more memory than the goal.
 */
export async function benchHeavyFiles(options: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: options,
    options: { megabytes: { type: "string", default: "500" }, only: { type: "string", default: "" } },
  });
  const folder = await mkdtemp(join(tmpdir(), "sourceline-heavy-"));
  let isMet = true;
  try {
    for (const [what, heavy] of Object.entries(FILES)) {
      if (!what.startsWith(values.only)) continue;
      const path = join(folder, heavy.name);
      const text = Readable.from(pieces(heavy, Number(values.megabytes) * 1_000_000));
      const isPacked = heavy.name.endsWith(".gz");
      await (isPacked
        ? pipeline(text, createGzip(), createWriteStream(path))
        : pipeline(text, createWriteStream(path)));
      const outcome = await look(path);
      await rm(path);
      isMet &&= outcome.own <= GOAL;
      console.log(
        `${what}, ${values.megabytes} MB (${(outcome.size / 1_000_000).toFixed(1)} on the disk): ${outcome.seconds.toFixed(1)} s, ` +
          `${outcome.own.toFixed(0)} MB of its own above the idle page; “${outcome.said}”`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`goal: ≤ ${GOAL} MB`);
  return isMet;
}

/** What the import says of a file, and what it took to. */
async function look(path: string): Promise<{ size: number; seconds: number; own: number; said: string }> {
  const { size } = await stat(path);
  return withExtension(async ({ context, origin }) => {
    const page = await context.newPage();
    await openSettings(page, origin);
    const start = performance.now();
    const { own } = await costOf(async () => {
      await page.setInputFiles("input[type=file]", path);
      await page.waitForSelector("#import .notice:not(.working)", { timeout: PATIENCE });
    });
    const seconds = (performance.now() - start) / 1_000;
    const said = (await page.locator("#import .notice:not(.working)").first().innerText())
      .replace(/\s+/g, " ")
      .slice(0, 120);
    return { size, seconds, own, said };
  });
}
