import { describe, expect, test } from "vitest";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, useWorld } from "../harness.ts";

/** What browsers ask for by themselves, whatever extensions they have: nothing of the site, nor of anybody that we know. */
const OF_THE_BROWSER =
  /^(?:GET|HEAD|POST|CONNECT) (?:http:\/\/)?[\w.-]+\.(?:mozilla\.(?:com|org|net)|firefox\.com|google\.com|googleapis\.com|gstatic\.com|gvt1\.com|gvt2\.com)(?:[:/]|$)/;

describe.each(BROWSERS)("the whole way of a note, seen from the network, in %s", (name) => {
  const world = useWorld({ name, isRecorded: true });

  test("nothing is asked for but the pages that the user opens", async () => {
    const { browser, site, reader, overlay, popup, options, requests } = world();
    const visited = [STORIES.nested, STORIES.wire, STORIES.letter, STORIES.feature];

    await reader.read(STORIES.nested);
    await overlay.writeOn("a matter for next week");
    await browser.type("a **note** with https://elsewhere.example/picture.png in it");
    await browser.press("Escape");
    await reader.untilNote("a matter for next week", "a **note** with https://elsewhere.example/picture.png in it");
    await overlay.openCardOf("Tobias Renn");
    await browser.press("Escape");
    await reader.read(STORIES.wire);
    await reader.highlight("Eleven people have been hurt");
    await reader.read(STORIES.letter);
    await browser.endBackground();
    await reader.read(STORIES.feature);
    await popup.openOn("all");
    await popup.untilShown("note");
    await popup.close();
    await options.open();
    await options.import(await options.backUp());
    await reader.open(STORIES.nested);
    await reader.untilMarked("a matter for next week");

    const ours = requests.filter((asked) => !OF_THE_BROWSER.test(asked));
    const pages = visited.map((path) => `GET ${site.origin}${path}`);
    // What the site's pages have in them, and browsers look for on any site.
    const parts = ["/site.css", "/favicon.ico"].map((path) => `GET ${site.origin}${path}`);
    expect(ours.length).toBeGreaterThanOrEqual(visited.length);
    expect(ours.filter((asked) => ![...parts, ...pages].includes(asked))).toEqual([]);
    // Each as often as it was opened: twice the first.
    expect(ours.filter((asked) => asked === pages[0])).toHaveLength(2);
  });
});
