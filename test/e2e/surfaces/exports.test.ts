import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { axe, runAxe } from "../pages/axe.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const PATH = "/report.html";
const MARKUP =
  "Ask **him**, not `her`:\n\n1. when\n2. why, see [the log](https://harbour.example/log)\n\n> so he said\n\n```\npile 7\n```\n\n---\n\n- ~~all~~ *some*";

/** A library with every feature, as our own table. */
const TABLE = Papa.unparse([
  ["Kind", "Text", "Note", "Tags", "Colour", "Name", "Title", "URL", "Created", "Modified", "Id"],
  ...["yellow", "green", "blue", "pink"].map((colour, number) => [
    "highlight",
    `The piles were “sound”,\nhe said <b>${number}</b>`,
    number === 3 ? "" : MARKUP,
    "pier, to check",
    colour,
    "",
    "Mayor denies all",
    "https://post.example/pier",
    "1998-04-02T10:00:00.000Z",
    "1998-04-02T10:00:00.000Z",
    "",
  ]),
  [
    "person",
    "",
    "Was he there?",
    "pier",
    "",
    "Edvard Moen",
    "Mayor denies all",
    "https://post.example/pier",
    "1998-04-02T10:00:00.000Z",
    "",
    "",
  ],
]);

describe.each(BROWSERS)("what an export is for in %s", (name) => {
  const pages = new Map<string, string>();
  const world = useWorld({ name, pages });

  test.each(["light", "dark"] as const)(
    "the web page is shown without an accessibility violation, %s",
    async (look) => {
      const { browser, site, reader, options } = world();
      await options.open();
      await options.import(TABLE, "notes.csv");
      const { text } = await options.export("html");
      pages.set(PATH, text);
      await reader.look(look);
      await browser.goto(`${site.origin}${PATH}`);
      const shown = await browser.evaluate(
        () => ({
          text: document.body.textContent ?? "",
          quotes: document.querySelectorAll("article > blockquote").length,
          isDark: matchMedia("(prefers-color-scheme: dark)").matches,
          wide: document.documentElement.scrollWidth > innerWidth,
        }),
        null,
      );
      expect(shown).toMatchObject({ quotes: 4, isDark: look === "dark", wide: false });
      expect(shown.text).toContain("he said <b>0</b>");
      expect(shown.text).toContain("Edvard Moen");
      expect(await browser.evaluate(runAxe, { part: null, rules: 10 }, axe)).toEqual([]);
      await reader.look("light");
    },
  );

  test("what was found, an article, and what is kept on somebody are exported by themselves", async () => {
    const { library, options } = world();
    await options.open();
    await options.import(TABLE, "notes.csv");
    await options.import(
      "url,title,highlight\nhttps://bell.example/ferry,A ferry sinks,Edvard Moen was aboard\n",
      "more.csv",
    );
    await library.open("#q=sound");
    await library.untilCount("note", 4);
    const found = await library.exportText("export what was found");
    expect(found.match(/The piles were/g)).toHaveLength(4);
    expect(found).not.toMatch(/aboard|Was he there/);

    await library.open("#article=bell.example%2Fferry");
    await library.untilShown("passage");
    const article = await library.exportText("export what is open");
    expect(article).toContain("Edvard Moen was aboard");
    expect(article).not.toMatch(/piles/);

    // One of several articles has no single note.
    expect(await library.texts("send to Obsidian")).toEqual([]);
    await library.pressPart("export what is open");
    await library.untilShown("send to Obsidian");
    await library.catchCopies();
    await library.pressPart("send to Obsidian");
    const note = await library.copied();
    expect(note).toMatch(/^---\ntitle: A ferry sinks\n/);
    expect(note).toContain("> Edvard Moen was aboard");
    await library.untilShown("way to Obsidian");
    expect(await library.addressOf("way to Obsidian")).toBe("obsidian://new?name=A%20ferry%20sinks&clipboard");
    // Here no Obsidian answers, for which Firefox has a page of its own.
    await library.untilShown("passage");

    await library.open("#view=people&name=person%3Aedvard%20moen");
    await library.untilShown("export what is open");
    const person = await library.exportText("export what is open");
    expect(person).toContain("Was he there?");
    expect(person).not.toMatch(/piles|aboard/);
  });

  test("a template that can't be used says where it is wrong, is kept as it was typed, and exports nothing", async () => {
    const { options } = world();
    await options.open();
    await options.chooseFormat("obsidian");
    const typed = "# {{title}}\n\n{{#highlights}}\n{{{quote}}}\n";
    await options.fill("template", typed);
    await options.untilShown("what is wrong with the template");
    expect(await options.texts("what is wrong with the template")).toEqual([
      "Line 3: the section {{#highlights}} has no end. Put {{/highlights}} where it ends, after the ends of all that begin within it.",
    ]);
    expect(await options.mayExport()).toBe(false);

    await options.open();
    await options.chooseFormat("obsidian");
    await options.untilShown("what is wrong with the template");
    expect(await options.template()).toBe(typed);
    await options.fill("template", `${typed}{{/highlights}}by my own template`);
    const { text } = await options.export("obsidian");
    // A zip's names are not packed.
    expect(text).toContain("Mayor denies all.md");
    await options.untilSays("template's preview", /by my own template/);
    await options.pressPart("the default template");
    expect(await options.template()).toContain("{{{block}}}");
  });
});
