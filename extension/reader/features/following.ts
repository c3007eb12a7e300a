import { isPageLeft } from "../../dom/page/page-left.ts";
import { bodyOf, rootElementOf } from "../../dom/page/unnamed.ts";
import { watchAddress } from "../../dom/page/address-changes.ts";
import { watchText } from "../../dom/text/text-changes.ts";
import { holderOf, holdsNode, shadowTreesOf } from "../../dom/text/tree.ts";
import { listen } from "../../dom/trusted.ts";
import { done } from "../../calls/serve.ts";
import { createPace } from "../pace.ts";
import type { Install } from "../page.ts";
import { pageAddress } from "../page-address.ts";

/** So many highlights outside the stories are looked after one by one; with more, the whole page is. */
const MAX_STRAYS = 50;

/** Reads the page when it is asked to, and keeps stories and highlights up with it from then on. */
export const installFollowing: Install = (page) => {
  const { stories, highlights, meter, commands, lifetime } = page;
  const { signal } = lifetime;
  let holders: readonly Element[] = [];
  let address = pageAddress();

  const pace = createPace(async () => {
    if (signal.aborted || isPageLeft()) return { cost: 0, found: false };
    meter.take();
    const hasMoved = address !== pageAddress();
    address = pageAddress();
    const hasChanged = await stories.follow();
    refocus();
    const read = meter.take();
    if (isPageLeft()) return { cost: read, found: false };
    // The stories may have other identities now, or the document one that was none.
    if (hasMoved || hasChanged) await page.loadHighlights();
    const { cost, found } = await highlights.follow();
    if (hasChanged || found) page.moved();
    return { cost: read + cost, found: hasChanged || found };
  });

  const watch = watchText(document, pace.changed);
  listen(signal, "abort", watch.stop);
  watchAddress(window, () => pace.changed("text"), signal);

  function refocus(): void {
    holders = stories.all.map(({ live }) => holderOf(live.map)).filter((holder) => holder !== null);
    const trees = new Set(stories.all.flatMap(({ live }) => [...shadowTreesOf(live.map)]));
    watch.focus(() => [...holders, ...holdersOfHighlights()], trees);
  }

  /** Where highlights stand outside the stories. */
  function holdersOfHighlights(): readonly Element[] {
    const elements: Element[] = [];
    // What the page brings anywhere may be the place of one that stands nowhere surely.
    if (holders.length === 0 && highlights.all().some(({ isSure }) => !isSure)) return [wholePage()];
    for (const { ranges } of highlights.all()) {
      const container = ranges[0]?.startContainer;
      if (container === undefined) continue;
      if (holders.some((holder) => holdsNode(holder, container))) continue;
      elements.push(container.parentElement ?? wholePage());
      if (elements.length > MAX_STRAYS) return [wholePage()];
    }
    return elements;
  }

  function wholePage(): Element {
    return bodyOf(document) ?? rootElementOf(document);
  }

  refocus();

  commands.on("read", async () => {
    if (!(await stories.read())) return done;
    refocus();
    // The stories may have other identities than the document's address.
    await page.loadHighlights();
    return done;
  });
  // The user has done something, which may show more of the page.
  for (const name of ["click", "keydown"] as const) listen(document, name, pace.urge, { signal, passive: true });
};
