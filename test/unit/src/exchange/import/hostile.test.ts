import { expect, test } from "vitest";
import { readAll } from "./read-all.ts";

const PAGE = "https://post.example/pier";
const METADATA = JSON.stringify([{ slug: "pier", url: PAGE, title: "Mayor denies everything" }]);
const MANY = 300_000;

/** What would take minutes, were each letter looked at again from each other. */
test.each<[what: string, files: Readonly<Record<string, string>>]>([
  ["a long word in a link", { "b.html": `<a href="${PAGE}" ${"a".repeat(90_000)}>t</a>`.repeat(4) }],
  ["links without an end", { "b.html": "<a ".repeat(20 * MANY) }],
  [
    "paragraphs below a quote",
    { "metadata_0_to_1.json": METADATA, "highlights/pier.md": `> q\n\n${"a\n\n".repeat(MANY)}` },
  ],
  ["empty lines in a cell of Diigo's", { "d.csv": `url,annotations,comments\n${PAGE},"${"\n".repeat(MANY)}x",\n` }],
])("%s is read in proportion to its length", { timeout: 60_000 }, (_what, files) => {
  const start = process.cpuUsage();
  readAll(files, 64_000);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(4_000);
});

test("a link that no browser would write is passed over, and the ones after it are read", () => {
  const { problem, items } = readAll({
    "b.html": `<a href="${PAGE}">${"x".repeat(200_000)}</a><a href="https://post.example/quay">Quay</a>`,
  });
  expect(problem).toBeNull();
  expect(items).toMatchObject([{ list: "articles", item: { title: "Quay" } }]);
});

test("a number without an end is damage", () => {
  expect(readAll({ "n.json": `[{"a":${"1".repeat(2_500_000)}}]` }, 64_000).problem).toBe("damaged");
});

const quotesOf = (text: string, size?: number): string[] =>
  readAll({ "t.csv": text }, size).items.flatMap(({ list, item }) =>
    list === "annotations" ? [item.target.selectors.quote.exact] : [],
  );

test("what stands between cells is told by the first row alone", () => {
  const row = `${PAGE},"a;b;c;d",e;f\n`;
  expect(quotesOf(`url,quote,note\n${row.repeat(20)}`, 40)).toEqual(Array(20).fill("a;b;c;d"));
});

test("a quotation mark within a cell is a letter", () => {
  const text = `url,quote\n${PAGE},5" nails\n${PAGE},"two\nlines"\n`;
  for (const size of [1, 20, 1_000]) expect(quotesOf(text, size)).toEqual(['5" nails', "two\nlines"]);
});

test("lines may end in either way, and begin with empty ones", () => {
  expect(quotesOf(`\r\n\r\nurl,quote\r\n${PAGE},one\n${PAGE},two\r\n`, 7)).toEqual(["one", "two"]);
  expect(quotesOf(`url,quote\r${PAGE},one\r`)).toEqual(["one"]);
});

test("a note that begins with a stop keeps it, where the table is not Readwise's", () => {
  const { items } = readAll({ "t.csv": `url,text,note\n${PAGE},one,.5 is half\n` });
  expect(items).toMatchObject([{ item: { body: { note: ".5 is half", tags: [] } } }]);
});

test("what an apostrophe kept from a spreadsheet comes back without it", () => {
  const { items } = readAll({ "t.csv": `url,text,title,tags\n${PAGE},'-one,'=Title,"'+a, b"\n` });
  expect(items).toMatchObject([
    { item: { target: { title: "=Title", selectors: { quote: { exact: "-one" } } }, body: { tags: ["+a", "b"] } } },
  ]);
});

test("a line of text above a quote is no part of it", () => {
  const { items } = readAll({ "metadata_0_to_1.json": METADATA, "highlights/pier.md": "see\n> the piles\n" });
  expect(items).toMatchObject([
    {},
    { item: { target: { selectors: { quote: { exact: "the piles" } } }, body: { note: "see" } } },
  ]);
});

test("a byte order mark within a text is a letter of it", () => {
  const one = { uri: PAGE, text: "ask\uFEFF him", document: { title: ["Mayor denies everything"] } };
  for (const size of [1, 7, 1_000])
    expect(readAll({ "n.json": JSON.stringify([one]) }, size).items).toMatchObject([
      { item: { body: { note: "ask\uFEFF him" } } },
    ]);
});

test("one annotation by itself is an item, and a long field of no list is passed over", () => {
  const one = {
    junk: Array(700_000).fill("x"),
    uri: PAGE,
    text: "ask",
    document: { title: ["Mayor denies everything"] },
  };
  const { problem, items } = readAll({ "n.json": JSON.stringify(one) }, 64_000);
  expect(problem).toBeNull();
  expect(items).toMatchObject([{ list: "annotations", item: { body: { note: "ask" } } }]);
});
