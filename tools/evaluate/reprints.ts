import { join } from "node:path";
import { articleOfPlainText } from "../../src/article/plain-text.ts";
import { type Fingerprint, fingerprintOf, inCommon, isSameText, lookupKeys } from "../../src/text/fingerprint.ts";
import { dataFolder, readRecords } from "./data.ts";

interface Story {
  readonly name: string;
  readonly begins: string;
  readonly print: Fingerprint;
}

/** Whole articles, the first by several outlets on the same events of a year, the second by one that writes to a form. */
const SETS = ["quotes/polnear-dev.jsonl", "entities/gmb-dev.jsonl"] as const;
/** Less than this is a head line or a picture's. */
const LEAST_LETTERS = 600;

/** Tells which articles of the development sets are taken for one story in two papers, to be looked at: no gold says which are. */
export async function run(options: readonly string[]): Promise<boolean> {
  for (const set of SETS) {
    const stories = readRecords<{ id: string; text: string }>(join(dataFolder(options), set))
      .filter(({ text }) => text.length >= LEAST_LETTERS)
      .map(({ id, text }) => story(id, text));
    const found = sameAmong(stories);
    process.stdout.write(`${set}: ${stories.length} articles, ${found.length} pairs taken for one story\n`);
    for (const [a, b] of found) {
      const share = Math.round(100 * inCommon(a.print, b.print).share);
      process.stdout.write(`  ${share}%  ${a.name}: ${a.begins}\n        ${b.name}: ${b.begins}\n`);
    }
  }
  return true;
}

function story(name: string, text: string): Story {
  return { name, begins: text.slice(0, 70).replaceAll("\n", " "), print: fingerprintOf(articleOfPlainText(text)) };
}

/** All pairs that share a paragraph, as the store looks them up, and are taken for one. */
function sameAmong(stories: readonly Story[]): [Story, Story][] {
  const byKey = new Map<number, number[]>();
  stories.forEach(({ print }, at) => {
    for (const key of lookupKeys(print)) byKey.set(key, [...(byKey.get(key) ?? []), at]);
  });
  const near = new Set(
    [...byKey.values()].flatMap((all) => all.flatMap((a) => all.flatMap((b) => (a < b ? `${a} ${b}` : [])))),
  );
  return [...near]
    .map((pair) => pair.split(" ").map((at) => stories[Number(at)]) as [Story, Story])
    .filter(([a, b]) => isSameText(a.print, b.print));
}
