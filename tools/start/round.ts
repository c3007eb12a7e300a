import { join } from "node:path";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import type { PageReport } from "../../extension/calls/page-report.ts";
import { listEntities, listSources } from "../../src/reading/names.ts";
import { statementText } from "../../src/reading/statements.ts";
import { type BrowserDriver, until } from "../browsers/driver.ts";
import { askReader, centreOf, savedNotes, selectWords } from "./steps.ts";

const NOTE = "Who confirms this, and how do they know?";

/**
 * Goes through the main job in a real browser and prints what it saw: recognise, highlight, save a note on a selection,
 * reload, find it again, open the popup. Pictures go to `out`. Gives whether every step passed.
 */
export async function makeTheRound(browser: BrowserDriver, url: string, out: string): Promise<boolean> {
  let passed = true;
  const step = async (name: string, work: () => Promise<string | null>): Promise<void> => {
    try {
      const detail = await work();
      console.log(`✓ ${name}${detail === null ? "" : `: ${detail}`}`);
    } catch (error) {
      passed = false;
      console.log(`✗ ${name}: ${(error as Error).message}`);
    }
  };
  const picture = (name: string): string => join(out, `${name}.png`);

  let report: PageReport | null = null;
  await step("open and recognise", async () => {
    await browser.goto(url);
    report = await finishedReport(browser);
    printReport(report);
    await browser.screenshot(picture("page-light"));
    return `the badge says ${await until("the badge", () => browser.badgeText())}`;
  });
  if (report === null) return false;
  const { article, analysis } = report as PageReport;

  await step("open a name's card", async () => {
    const subject = analysis === null ? undefined : [...listSources(analysis), ...listEntities(analysis, "person")][0];
    const [mention] = subject?.mentions ?? [];
    if (article === null || subject === undefined || mention === undefined) throw new Error("no name was found");
    const words = article.text.slice(mention.start, mention.end);
    const { x, y } = await centreOf(browser, words);
    await browser.click(x, y);
    const title = await until("the card", () =>
      browser.inOverlay((overlay) => overlay.querySelector(".card h2")?.textContent ?? null, null),
    );
    await browser.screenshot(picture("card-light"));
    await browser.press("Escape");
    await until("the card to close", () =>
      browser.inOverlay((overlay) => overlay.querySelector(".card") === null, null),
    );
    return title;
  });

  await step("highlight a selection and save a note", async () => {
    if (article === null) throw new Error("there is no article");
    const words = passageOf(article.text);
    await selectWords(browser, words);
    await browser.shortcut("highlight-and-note", "Alt+Shift+J");
    await until("the editor", () =>
      browser.inPrivateFrame((frame) => frame.activeElement?.localName === "textarea", null),
    );
    await browser.type(NOTE);
    await browser.screenshot(picture("note-light"));
    await browser.press("Escape");
    await until("the note to be stored", async () =>
      (await savedNotes(browser)).some(({ body }) => body.note === NOTE),
    );
    return `“${words}”`;
  });

  await step("find the note again after a reload", async () => {
    await browser.reload();
    const [note] = await savedNotes(browser);
    if (note === undefined) throw new Error("the note is not in the store");
    const state = await until("the note on the page", async () => (await finishedReport(browser)).anchors[note.id]);
    if (state !== "same") throw new Error(`the note is ${state}`);
    printNote(note);
    return state;
  });

  for (const scheme of ["light", "dark"] as const) {
    await step(`open the popup, ${scheme}`, async () => {
      await browser.setColourScheme(scheme);
      await browser.reload();
      await finishedReport(browser);
      await browser.screenshot(picture(`page-${scheme}`));
      await browser.openPopup();
      const rows = await until("the popup's list", () =>
        browser.inPopup(() => document.querySelectorAll(".source-item, .item").length || null, null),
      );
      await browser.popupScreenshot(picture(`popup-${scheme}`));
      const notes = await browser.inPopup(async () => {
        document.querySelector<HTMLElement>("#tab-notes")?.click();
        for (let i = 0; i < 50 && document.querySelector(".note") === null; i += 1) {
          await new Promise((resolve) => setTimeout(resolve, 40));
        }
        return document.querySelectorAll(".note").length;
      }, null);
      await browser.popupScreenshot(picture(`popup-notes-${scheme}`));
      await browser.closePopup();
      if (notes !== 1) throw new Error(`the popup shows ${notes} notes`);
      return `${rows} sources, ${notes} note`;
    });
  }
  console.log(passed ? `\nEvery step passed. Pictures: ${out}` : `\nSome steps failed. Pictures: ${out}`);
  return passed;
}

async function finishedReport(browser: BrowserDriver): Promise<PageReport> {
  return until("the article to be read", async () => {
    const report = await askReader(browser);
    if (report === null || report.state === "unread" || report.state === "reading") return null;
    if (report.state !== "done")
      throw new Error(["the page is", report.state, report.failure].filter(Boolean).join(" "));
    return report;
  });
}

/** Some words to mark: the first whole clause of the longest paragraph. */
function passageOf(text: string): string {
  const longest = text.split("\n").reduce((a, b) => (b.length > a.length ? b : a), "");
  return longest.slice(0, longest.indexOf(" ", 48)).trim();
}

function printReport({ facts, article, analysis }: PageReport): void {
  if (article === null || analysis === null) return;
  const print = (label: string, entries: readonly string[]): void => {
    console.log(`\n${label} (${entries.length})`);
    for (const entry of entries) console.log(`  ${entry}`);
  };
  console.log(`\n${facts.headline ?? "(no headline)"}`);
  console.log(`published ${facts.published ?? "unknown"}, modified ${facts.modified ?? "unknown"}`);
  console.log(`by ${facts.bylines.join(", ") || "unknown"}${facts.agency === null ? "" : ` (${facts.agency})`}`);
  for (const [label, kind] of [
    ["People", "person"],
    ["Places", "place"],
  ] as const) {
    const subjects = listEntities(analysis, kind);
    print(
      label,
      subjects.map(({ name, role, mentions }) => `${name} × ${mentions.length}${role === null ? "" : ` (${role})`}`),
    );
  }
  print(
    "Sources",
    listSources(analysis).map(({ name, statements }) =>
      [name, ...statements.map((said) => `    ${said.type}: ${statementText(article.text, said)}`)].join("\n"),
    ),
  );
  console.log("");
}

function printNote({ target, body, created }: Annotation): void {
  console.log(`\nNote of ${created} on “${target.selectors.quote.exact}”\n  ${body.note}\n`);
}
