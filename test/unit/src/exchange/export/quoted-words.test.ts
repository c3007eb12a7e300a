import { describe, expect, test } from "vitest";
import { quoteHighlight, quoteKeptStatement, quoteStatement } from "../../../../../src/exchange/export/quoted-words.ts";
import type { Statement } from "../../../../../src/reading/statements.ts";

const article = {
  title: "Ferry <stayed> in port",
  bylines: ["Kirsten Vale"],
  outlet: "The Amsel Tide",
  date: "19 May 1998",
  url: "https://tide.example/ferry",
};
const words = { reported: "paraphrased", passedOn: "" };
const sand = { name: "Marit Sand", role: "schoolteacher" };

/** A statement of a text, by its pieces. */
function quote(text: string, type: Statement["type"], ...pieces: readonly string[]) {
  const content = pieces.map((piece) => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length }));
  const statement: Statement = {
    content,
    type,
    cue: null,
    source: null,
    speaker: 0,
    nested: false,
    repeated: false,
    reportedBy: [],
    reports: [],
  };
  return quoteStatement(text, statement, sand, article, words);
}

describe("a statement on the clipboard", () => {
  test("has who said it, author, outlet, date and a link to the words", () => {
    expect(quote("“Nobody came out to us,” said Sand.", "direct", "“Nobody came out to us,”")).toEqual({
      text:
        "“Nobody came out to us” — Marit Sand, schoolteacher\n" +
        "Kirsten Vale, “Ferry <stayed> in port”, The Amsel Tide, 19 May 1998\n" +
        "https://tide.example/ferry#:~:text=%E2%80%9CNobody%20came%20out%20to%20us%2C%E2%80%9D",
      html:
        "<blockquote>“Nobody came out to us”</blockquote><p>— Marit Sand, schoolteacher<br>Kirsten Vale, " +
        '<a href="https://tide.example/ferry#:~:text=%E2%80%9CNobody%20came%20out%20to%20us%2C%E2%80%9D">' +
        "Ferry &#60;stayed&#62; in port</a>, <i>The Amsel Tide</i>, 19 May 1998</p>",
    });
  });

  test.each([
    [
      "indirect",
      "that she had asked three times,",
      "she had asked three times — Marit Sand, schoolteacher (paraphrased)",
    ],
    ["mixed", "that it was “a disgrace,”", "it was “a disgrace” — Marit Sand, schoolteacher"],
    ["direct", "“If it holds, ‘it holds,’”", "“If it holds, ‘it holds’” — Marit Sand, schoolteacher"],
    ["indirect", "the boat\n   would come", "the boat would come — Marit Sand, schoolteacher (paraphrased)"],
  ] as const)("%s: leaves no comma and no “that” of the sentence around it in %s", (type, piece, first) => {
    expect(quote(`She said ${piece} and left.`, type, piece).text.split("\n")[0]).toBe(first);
  });

  test("joins the pieces of an interrupted one, and links from the first to the last", () => {
    const text = "“We stood on the pier until two,” Sand said, “and nobody said a word to any of us.”";
    const { text: copied } = quote(
      text,
      "direct",
      "“We stood on the pier until two,”",
      "“and nobody said a word to any of us.”",
    );
    const [first, , link] = copied.split("\n");
    expect(first).toBe(
      "“We stood on the pier until two … and nobody said a word to any of us.” — Marit Sand, schoolteacher",
    );
    expect(decodeURIComponent(link!)).toBe(
      "https://tide.example/ferry#:~:text=“We stood on the pier,word to any of us.”",
    );
  });

  test("names who passes it on, and leaves out what is unknown", () => {
    const text = "“Nobody came.”";
    const bare = { title: null, bylines: [], outlet: null, date: null, url: "https://tide.example/" };
    const statement = { content: [{ start: 0, end: text.length }], type: "direct" } as unknown as Statement;
    const copied = quoteStatement(text, statement, { name: "Sand", role: null }, bare, {
      ...words,
      passedOn: "according to Reuters",
    });
    expect(copied.text.split("\n").slice(0, -1)).toEqual(["“Nobody came.” — Sand, according to Reuters"]);
  });
});

test("a highlight on the clipboard is a quotation from its article", () => {
  const { text, html } = quoteHighlight("the wind had left no choice,", article);
  expect(text.split("\n").slice(0, 2)).toEqual([
    "“the wind had left no choice”",
    "Kirsten Vale, “Ferry <stayed> in port”, The Amsel Tide, 19 May 1998",
  ]);
  expect(html).toMatch(/^<blockquote>“the wind had left no choice”<\/blockquote><p>Kirsten Vale, <a /);
});

describe("a statement of which the words are kept", () => {
  test("is copied with all that is known, and leads to its first piece", () => {
    const text = "“Nobody came,” … “Nobody said a word.”";
    expect(quoteKeptStatement({ text, type: "direct" }, "Marit Sand, schoolteacher", article, words).text).toBe(
      "“Nobody came … Nobody said a word.” — Marit Sand, schoolteacher\n" +
        "Kirsten Vale, “Ferry <stayed> in port”, The Amsel Tide, 19 May 1998\n" +
        "https://tide.example/ferry#:~:text=%E2%80%9CNobody%20came%2C%E2%80%9D",
    );
  });

  test("has nobody's name where that is open, and no “that” of its sentence", () => {
    const { text } = quoteKeptStatement({ text: "that it rained", type: "indirect" }, "", article, words);
    expect(text.split("\n")[0]).toBe("it rained");
  });
});
