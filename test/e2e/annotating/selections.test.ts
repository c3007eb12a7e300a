import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { deleteRecord } from "../../../tools/start/stored.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const SENTENCE = "The keeper counted the boats and wrote the number down, as he had done every evening since the war. ";
const LONG = SENTENCE.repeat(60);

/** Where a selection begins or ends: words in the element that a selector finds, and the letter before which it stands. */
interface End {
  readonly in: string;
  readonly words: string;
  readonly after?: boolean;
  /** Which of several places with these words, from 0. */
  readonly nth?: number;
}

interface Selection {
  readonly from: End;
  readonly to: End;
  /** The host of the open shadow tree that both ends stand in. */
  readonly host?: string;
}

const words = (element: string, text: string, nth = 0): Selection => ({
  from: { in: element, words: text, nth },
  to: { in: element, words: text, after: true, nth },
});
const across = (from: string, first: string, to: string, last: string): Selection => ({
  from: { in: from, words: first },
  to: { in: to, words: last, after: true },
});

/** What can be selected, and what is marked then: white space as a reader sees it, lines joined by a space. */
const SELECTIONS: readonly (readonly [name: string, selection: Selection, marked: string])[] = [
  ["one letter", words("#one", "k"), "k"],
  ["one letter of a word that stands often", words("#often", "tide", 3), "tide"],
  ["a phrase that is repeated", words("#often", "the tide turned", 2), "the tide turned"],
  ["a part of a word", words("#one", "ghthou"), "ghthou"],
  ["two paragraphs", across("#one", "of the", "#two", "Nobody came"), "of the lighthouse kept a diary. Nobody came"],
  ["a heading and a paragraph", across("h1", "tides", "#one", "The keeper"), "tides of Skerry The keeper"],
  ["items of a list", across("#rope", "rope", "#oil", "lamp oil"), "rope, forty fathoms two barrels of lamp oil"],
  ["a link and its surroundings", across("#link", "See the", "#link", "of 1931"), "See the harbour record of 1931"],
  ["words inside a link", words("#link a", "harbour"), "harbour"],
  ["cells of a table", across("#noon", "noon", "#gale", "gale"), "noon calm dusk gale"],
  ["elements inside a word", words("#inside", "midnight"), "midnight"],
  ["a shadow tree", { ...words("p", "in the shade"), host: "#shade" }, "in the shade"],
  [
    "paragraphs of a shadow tree",
    { ...across("p", "Nothing grows", "p + p", "only moss"), host: "#shade" },
    "Nothing grows in the shade but ferns and only moss",
  ],
  [
    "a shadow tree as a whole, and what is around it",
    across("#inside", "then", "#hebrew", "השומר"),
    "then. Nothing grows in the shade but ferns and only moss in winter. השומר",
  ],
  ["right-to-left text", words("#hebrew", "כתב את המספר"), "כתב את המספר"],
  ["both directions", words("#mixed", "the word שלום twice"), "the word שלום twice"],
  ["Arabic with its vowel signs", words("#arabic", "السَّفِينَةُ"), "السَّفِينَةُ"],
  ["Chinese", words("#chinese", "灯塔的看守人"), "灯塔的看守人"],
  ["Japanese with readings", words("#japanese", "灯台"), "灯台"],
  ["an emoji of several parts", words("#emoji", "👩‍🚒"), "👩‍🚒"],
  ["a flag", words("#emoji", "🇮🇸"), "🇮🇸"],
  ["combining marks", words("#combining", "Ångström"), "Ångström"],
  ["letters outside the basic plane", words("#gothic", "𐌲𐌿𐍄"), "𐌲𐌿𐍄"],
  ["soft hyphens", words("#soft", "light­house"), "lighthouse"],
  ["preformatted lines", words("#pre", "ebb\n  flow"), "ebb flow"],
  [
    "five thousand letters",
    { from: { in: "#long", words: LONG.slice(0, 30) }, to: { in: "#long", words: "the war.", after: true, nth: 49 } },
    LONG.slice(0, 50 * SENTENCE.length - 1),
  ],
];

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tides</title><style>a { color: inherit }</style></head><body>
<h1>The tides of Skerry</h1>
<p id="one">The keeper of the
  lighthouse kept a diary.</p>
<p id="two">Nobody came to read it.</p>
<p id="often">First the tide turned, then the tide turned, and once more the tide turned before tide and wind agreed.</p>
<ul><li id="rope">rope, forty fathoms</li><li id="oil">two barrels of lamp oil</li></ul>
<p id="link">See the <a href="#">harbour record</a> of 1931 for it.</p>
<table><tbody><tr><td id="noon">noon</td><td>calm</td></tr><tr><td>dusk</td><td id="gale">gale</td></tr></tbody></table>
<p id="inside">It was mid<b>ni</b><i>gh</i>t then.</p>
<div id="shade"><template shadowrootmode="open"><p>Nothing grows in the shade but ferns</p><p>and only moss in winter.</p></template></div>
<p id="hebrew" dir="rtl" lang="he">השומר ספר את הסירות וגם כתב את המספר ביומן.</p>
<p id="mixed">He wrote the word שלום twice.</p>
<p id="arabic" dir="rtl" lang="ar">غَادَرَتِ السَّفِينَةُ المِينَاءَ.</p>
<p id="chinese" lang="zh">灯塔的看守人每天晚上都数船。</p>
<p id="japanese" lang="ja"><ruby>灯台<rt>とうだい</rt></ruby>の番人は船を数えた。</p>
<p id="emoji">The crew 👩‍🚒👨‍👩‍👧 sailed to 🇮🇸🇳🇴 at once.</p>
<p id="combining">An Ångström and a café.</p>
<p id="gothic">Gothic: 𐌲𐌿𐍄𐌹𐍃𐌺.</p>
<p id="soft">The light­house stands.</p>
<pre id="pre">ebb
  flow</pre>
<p id="long">${LONG}</p>
</body></html>`;

/** Selects in the page, as the keyboard would. */
async function select(browser: BrowserDriver, selection: Selection): Promise<void> {
  await browser.evaluate(({ from, to, host }) => {
    const root = host === undefined ? document : document.querySelector(host)!.shadowRoot!;
    const find = (end: End): [Text, number] => {
      const element = root.querySelector(end.in)!;
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      const text = nodes.map(({ data }) => data).join("");
      let at = -1;
      for (let i = 0; i <= (end.nth ?? 0); i += 1) at = text.indexOf(end.words, at + 1);
      if (at < 0) throw new Error(`there is no “${end.words}” in ${end.in}`);
      let offset = at + (end.after === true ? end.words.length : 0);
      for (const node of nodes) {
        if (offset < node.length || (end.after === true && offset === node.length)) return [node, offset];
        offset -= node.length;
      }
      throw new Error(`“${end.words}” ends nowhere`);
    };
    const [start, startOffset] = find(from);
    const [end, endOffset] = find(to);
    start.parentElement?.scrollIntoView({ block: "center" });
    const selected = getSelection()!;
    selected.removeAllRanges();
    selected.setBaseAndExtent(start, startOffset, end, endOffset);
  }, selection);
  // A selection counts when the user lets go of a button or of Shift.
  await browser.press("Shift");
}

const seen = (text: string): string =>
  text
    .replace(/\u00ad/g, "")
    .replace(/\s+/g, " ")
    .trim();

describe.each(BROWSERS)("a selection in %s:", (name) => {
  const world = useWorld({ name, pages: new Map([["/tides.html", page]]) });

  test.each(SELECTIONS)("%s", async (_, selection, marked) => {
    const { browser, reader } = world();
    await reader.open("/tides.html");
    await select(browser, selection);
    await reader.pressHighlight();
    const note = await until("the note", async () => {
      const anchors = Object.keys((await reader.report())?.anchors ?? {});
      return anchors.length === 0 ? null : (await reader.saved()).find(({ id }) => anchors.includes(id));
    });
    expect(seen(note.target.selectors.quote.exact)).toBe(marked);
    const before = (await reader.paintedIn("yellow")).join("\u0000");
    expect(seen(before.replaceAll("\u0000", "")).replaceAll(" ", "")).toBe(marked.replaceAll(" ", ""));

    await reader.open("/tides.html");
    // A shortcut brings the reader to a page that is no article; here there is nothing selected to highlight.
    await reader.pressHighlight();
    await until("the mark", async () => (await reader.report())?.anchors[note.id] === "same");
    expect((await reader.paintedIn("yellow")).join("\u0000")).toBe(before);
    await deleteRecord(browser, "annotations", note.id);
  });

  test("one that crosses the edge of a shadow tree takes all of it, and is found again", async () => {
    const { browser, reader } = world();
    await reader.open("/tides.html");
    await select(browser, words("#inside", "midnight then."));
    await browser.press("Shift+ArrowDown");
    await reader.pressHighlight();
    await reader.untilSaved(1);
    const [note] = await reader.saved();
    expect(seen(note!.target.selectors.quote.exact)).toBe(
      "midnight then. Nothing grows in the shade but ferns and only moss in winter.",
    );
    const before = await reader.paintedIn("yellow");

    await reader.open("/tides.html");
    await reader.pressHighlight();
    await until("the mark", async () => (await reader.report())?.anchors[note!.id] === "same");
    expect(await reader.paintedIn("yellow")).toEqual(before);
  });
});
