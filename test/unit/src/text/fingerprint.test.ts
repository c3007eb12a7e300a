import { describe, expect, test } from "vitest";
import {
  type Fingerprint,
  fingerprintOf,
  inCommon,
  isSameText,
  lookupKeys,
  MOST_OF_PRINT,
} from "../../../../src/text/fingerprint.ts";
import { articleOf, readReprints } from "../../../cases/reprints.ts";

const printOf = (text: string): Fingerprint => fingerprintOf(articleOf(text));
const STORIES = readReprints().map(({ name, done, wire, paper }) => ({
  name,
  done,
  wire: printOf(wire),
  paper: printOf(paper),
}));

const sharesKey = (a: Fingerprint, b: Fingerprint): boolean => {
  const keys = new Set(lookupKeys(a));
  return lookupKeys(b).some((key) => keys.has(key));
};

describe("stories of agencies and what papers made of them", () => {
  test("there are forty of them", () => {
    expect(STORIES).toHaveLength(40);
  });

  test.each(STORIES)("$name ($done) is found, and is the same", ({ wire, paper }) => {
    expect(sharesKey(wire, paper)).toBe(true);
    expect(inCommon(wire, paper).share).toBeGreaterThanOrEqual(0.4);
    expect(isSameText(wire, paper)).toBe(true);
    expect(isSameText(paper, wire)).toBe(true);
  });

  test("none is the same as another one: 3,120 pairs, among them what came before, rival accounts and forms that come every day", () => {
    const all = STORIES.flatMap(({ name, wire, paper }) => [
      { name, print: wire },
      { name, print: paper },
    ]);
    const pairs = all.flatMap((a, at) =>
      all.slice(at + 1).flatMap((b) => (a.name === b.name ? [] : [{ a, b, ...inCommon(a.print, b.print) }])),
    );
    expect(pairs).toHaveLength(3_120);
    expect(pairs.filter(({ a, b }) => isSameText(a.print, b.print))).toEqual([]);
    // Far from it, but for the paragraphs that they do have in common.
    expect(Math.max(...pairs.map(({ share }) => share))).toBeLessThan(0.35);
  });
});

describe("a fingerprint", () => {
  const text = "The ferry sank off the pier at four in the morning with nobody on board but a cat.";

  test("is the same in other letters, marks and spaces, and has no words in it", () => {
    expect(printOf(`${text}\n${text.toUpperCase().replace("pier", "PIER").replaceAll(" ", "  ")}`)[1]).toEqual(
      printOf(text)[0],
    );
    expect(printOf(text).flat().every(Number.isInteger)).toBe(true);
  });

  test("leaves out what agencies and pages say of themselves, and lines of a few words", () => {
    expect(
      printOf(`${text}\n(Reporting by Ada Quill; Editing by Jon Marrow)\nRead more: the cat\nOff the pier`),
    ).toEqual(printOf(text));
  });

  test("notes every run of six words that two texts have in common", () => {
    const words = text.split(" ");
    for (let at = 0; at + 6 <= words.length; at += 1) {
      const other = `Something else entirely was said there ${words.slice(at, at + 6).join(" ")} before the other thing came`;
      expect(inCommon(printOf(text), printOf(other)).share).toBeGreaterThan(0);
    }
  });

  test("of one paragraph in common nothing follows, nor of a few words in two, nor of nothing", () => {
    expect(isSameText(printOf(text), printOf(text))).toBe(false);
    const short = printOf("Watch the film of it here below.\nWrite to us with films of yours.");
    expect(inCommon(short, short).share).toBe(1);
    expect(isSameText(short, short)).toBe(false);
    expect(isSameText([], [])).toBe(false);
  });

  test("is of bounded size", () => {
    const long = Array.from({ length: 2_000 }, (_, at) => `${text} ${at} ${text}`).join("\n");
    const print = printOf(long);
    expect(print.length).toBeLessThanOrEqual(MOST_OF_PRINT.paragraphs);
    expect(print.flat().length).toBeLessThanOrEqual(MOST_OF_PRINT.hashes);
    expect(Math.max(...print.flat())).toBeLessThanOrEqual(MOST_OF_PRINT.hash);
    expect(printOf(`${"word and word ".repeat(9_000)}`).flat().length).toBeLessThanOrEqual(MOST_OF_PRINT.hashes);
  });
});
