import * as fc from "fast-check";
import { expect, test } from "vitest";
import { splitJson } from "../../../../../src/exchange/import/split-json.ts";

type Found = readonly [path: string, value: unknown, isOne: boolean];

const OPENED = new Set(["", "rows", "first", "first.rows"]);

/** What is found in a text that is handed over in pieces of a size, and whether it was whole. */
function split(text: string, size = Number.POSITIVE_INFINITY, limit: (path: string) => number | null = () => null) {
  const found: Found[] = [];
  const splitter = splitJson({
    opens: (path) => OPENED.has(path),
    limit,
    found: (...one) => found.push(one),
  });
  let isWell = true;
  for (let start = 0; start < text.length; start += size) isWell = splitter.write(text.slice(start, start + size));
  return { isWhole: isWell && splitter.end(), found };
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** What the values of a text are, by the browser's parser. */
function valuesOf(value: unknown, path = ""): readonly Found[] {
  if (!OPENED.has(path) || typeof value !== "object" || value === null) return [[path, value, false]];
  if (Array.isArray(value)) return value.map((one): Found => [path, one, true]);
  return Object.entries(value).flatMap(([key, one]) => valuesOf(one, path === "" ? key : `${path}.${key}`));
}

const rows = fc.array(fc.jsonValue(), { maxLength: 5 });
const roots = fc.oneof(
  fc.jsonValue(),
  rows,
  fc.record({
    rows,
    first: fc.oneof(fc.record({ rows, next: fc.jsonValue() }), fc.jsonValue()),
    other: fc.jsonValue(),
  }),
);
const texts = fc
  .tuple(roots, fc.constantFrom(0, 2), fc.constantFrom("", " \n", "\t\r\n"))
  .map(([root, indent, around]) => `${around}${JSON.stringify(root, null, indent)}${around}`);
const sizes = fc.integer({ min: 1, max: 40 });

test("each value is found, in however many pieces the text comes", () => {
  fc.assert(
    fc.property(texts, sizes, (text, size) => {
      expect(split(text, size)).toEqual({ isWhole: true, found: valuesOf(JSON.parse(text)) });
    }),
  );
});

test("a text is whole where it is JSON", () => {
  const damage = fc.tuple(
    fc.nat(),
    fc.nat({ max: 3 }),
    fc.constantFrom("", ",", ":", "]", "}", "[", "{", '"', "\\", "1", " ", "x"),
  );
  fc.assert(
    fc.property(texts, damage, sizes, (text, [place, cut, put], size) => {
      const at = place % (text.length + 1);
      const damaged = text.slice(0, at) + put + text.slice(at + cut);
      expect(split(damaged, size).isWhole).toBe(isJson(damaged));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  "",
  " ",
  "[",
  "[1,]",
  "[,1]",
  '{"rows":[1,]}',
  '{"rows":[1}}',
  '{"rows" 1}',
  "{1:2}",
  '{"a":1,}',
  "[1] 2",
  '{"a"}',
  "]",
  "[1]]",
])("%j is not whole", (text) => {
  expect(split(text).isWhole).toBe(false);
  expect(split(text, 1).isWhole).toBe(false);
});

test("what comes before damage is found", () => {
  expect(split('{"rows":[1,2,3,}').found.map(([, value]) => value)).toEqual([1, 2, 3]);
});

test("a value that is too long where there is a bound is passed over, and the ones beside it are found", () => {
  const text = JSON.stringify({ a: 1, b: "x".repeat(200), rows: ["y".repeat(200)], c: 3 });
  const { isWhole, found } = split(text, 10, (path) => (path === "rows" ? null : 100));
  expect(isWhole).toBe(true);
  expect(found.map(([path]) => path)).toEqual(["a", "rows", "c"]);
});

test("what stands too deep is not read, nor what is wanted and too long", () => {
  const deep = `${"[".repeat(100)}${"]".repeat(100)}`;
  expect(split(`{"rows":[${deep}]}`).isWhole).toBe(false);
  const long = `[${Array(12_000_000).fill("1").join(",")}]`;
  expect(split(`[${long}]`, 65_536).isWhole).toBe(false);
});

test("a field named like what all objects have is a field", () => {
  const { found } = split('[{"__proto__":{"polluted":true},"constructor":1}]');
  expect(Object.keys(found[0]?.[1] as object)).toEqual(["__proto__", "constructor"]);
});
