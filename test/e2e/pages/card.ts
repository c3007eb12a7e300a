import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { centreOf } from "../../../tools/start/steps.ts";
import { paintedTexts, pressInOverlay, read, type World } from "../harness.ts";

/** A second story about people of the first. */
export const LETTER = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Premier to face questions over pier letter</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="1998-04-03T07:30:00+01:00">
</head><body><main><article>
<h1>Premier to face questions over pier letter</h1>
<p>Premier Henrik Solberg will be asked on Friday why a letter about the ferry pier lay unread for five weeks in the
offices of the Ministry of Transport.</p>
<p>“I read everything that reaches my desk,” Tobias Renn told reporters outside the town hall of Lindholm. “This did
not reach my desk, and nobody has yet explained to me why not.”</p>
<p>Henrik Solberg returned from the islands on Thursday and has so far declined to answer questions. His office said
that he would speak to the inquiry first and to the newspapers afterwards.</p>
<p>Tobias Renn has sat on the Harbour Board since 1991 and was suspended in March, four days after the pier fell into
the harbour with two lorries and a bus on it.</p>
<p>The hearing begins at nine in the morning and is open to the public, who have been asked to bring no banners.</p>
</article></main></body></html>`;

/** Opens the card of the name at these words of the page. */
export async function openCard(browser: BrowserDriver, words: string): Promise<void> {
  const { x, y } = await centreOf(browser, words);
  await browser.click(x, y);
  await until("the card", () => browser.inOverlay((overlay) => overlay.querySelector(".card") !== null, null));
}

/** Opens the card of a name and chooses there what it is or is not. */
export async function correctName(
  browser: BrowserDriver,
  words: string,
  choice: string,
  where: "everywhere" | "only on this page" = "everywhere",
): Promise<void> {
  await openCard(browser, words);
  await pressInOverlay(browser, "Not right?");
  if (where === "only on this page") await pressInOverlay(browser, where);
  await pressInOverlay(browser, choice);
}

/** What is painted in one layer, in one line. */
export async function painted(browser: BrowserDriver, layer: string): Promise<string> {
  return ((await paintedTexts(browser))[`sourceline-${layer}`] ?? []).map(({ text }) => text).join(" | ");
}

/** The people that are recognised on a page of the site. */
export async function peopleOf(world: World, path: string): Promise<string[]> {
  const { analysis } = await read(world, path);
  return analysis?.entities.filter(({ kind }) => kind === "person").map(({ name }) => name) ?? [];
}
