import { success } from "../../src/result.ts";
import { callBackground } from "../calls/call.ts";
import type { Handlers } from "../calls/entry.ts";
import { LIKELY_WORDS, type PageReport } from "../calls/page-report.ts";
import { done, serve } from "../calls/serve.ts";
import { TAB_CALLS, type TabCalls } from "../calls/tab-calls.ts";
import { READER } from "../detector/decision.ts";
import type { LiveArticle } from "../dom/article/article.ts";
import { watchLeaving } from "../dom/page/page-left.ts";
import { nextTask } from "../dom/page/slices.ts";
import { listen } from "../dom/trusted.ts";
import { message } from "../locale/message.ts";
import { installCards } from "./features/cards.ts";
import { installCorrecting } from "./features/correcting.ts";
import { installEditing } from "./features/editing.ts";
import { installFollowing } from "./features/following.ts";
import { installHighlighting } from "./features/highlighting.ts";
import { installRevealing } from "./features/passages.ts";
import { installNames } from "./features/names.ts";
import { installPointing } from "./features/pointing.ts";
import { installRepair } from "./features/repair.ts";
import { installReporting } from "./features/reporting.ts";
import { installSaves } from "./features/saves.ts";
import { installSettings } from "./features/settings.ts";
import { installStepping } from "./features/stepping.ts";
import { documentIdentity, factsOfPage } from "./highlights/pages.ts";
import { inPageOrder } from "./highlights/positions.ts";
import { createLifetime } from "./lifetime.ts";
import { createPage, type Install, type Page } from "./page.ts";
import { pageAddress } from "./page-address.ts";

/** What the reader does on a page. Changes made elsewhere are taken up in this order. */
const FEATURES: readonly Install[] = [
  installEditing,
  installHighlighting,
  installStepping,
  installNames,
  installRepair,
  installRevealing,
  installSaves,
  installCorrecting,
  installCards,
  installSettings,
  installFollowing,
  installPointing,
  installReporting,
];

const isInner = window !== window.top;

/** The calls that the reader answers; the detector answers the rest. They wait for the page to be there. */
function answersOf(made: Promise<Page>): Omit<Handlers<TabCalls>, "describeDecision" | "lookAgain"> {
  const on =
    <Input, Output>(answer: (page: Page, input: Input) => Output | Promise<Output>) =>
    async (input: Input): Promise<Output> =>
      answer(await made, input);
  return {
    readArticle: on(({ commands }) => {
      void commands.send({ kind: "read" });
      return done;
    }),
    describePage: on((page) => success(describe(page))),
    reveal: on(({ commands }, target) => commands.send({ kind: "reveal", target })),
    annotateSelection: on(({ commands }, { note }) =>
      note
        ? commands.send({ kind: "write", range: null, field: "note" })
        : commands.send({ kind: "highlight", range: null, colour: null }),
    ),
    annotateSpan: on(({ commands }, passage) => commands.send({ kind: "highlight-passage", passage })),
    moveThroughHistory: on(({ commands }, { direction }) => commands.send({ kind: "move-through-history", direction })),
    stepHighlight: on(({ commands }, { by, isLast }) => commands.send({ kind: "step", by, isLast, takesFocus: false })),
    stepName: on(({ commands }, { by, isLast }) => commands.send({ kind: "step-name", by, isLast })),
    findAgain: on(({ commands }, { id }) => commands.send({ kind: "find-again", id })),
    attach: on(({ commands }, { id, to }) => commands.send({ kind: "attach", id, to })),
    toggleHighlights: on(({ commands }) => commands.send({ kind: "toggle-highlights" })),
    refresh: on(async (page, change) => {
      await page.refresh(change);
      return done;
    }),
  };
}

/** Everything that popup and panel show of the page. */
function describe({ stories, highlights, site }: Page): PageReport {
  const story = stories.current;
  const view = story?.view ?? null;
  const all = highlights.all();
  return {
    state: stories.state,
    failure: story?.problem?.code ?? null,
    page: story?.page ?? documentIdentity(),
    address: story?.url ?? pageAddress(),
    site,
    facts: story?.facts ?? factsOfPage(),
    article: (view ?? story)?.live.article ?? null,
    analysis: view?.corrected ?? null,
    cutBehind: cutBehind((view ?? story)?.live ?? null),
    shown: view?.isShown ?? false,
    anchors: Object.fromEntries(
      [...inPageOrder(all), ...all.filter(({ ranges }) => ranges.length === 0)].map(({ annotation, state }) => [
        annotation.id,
        state,
      ]),
    ),
    lastSeen: highlights.lastSeen(),
    likely: Object.fromEntries(
      all.flatMap(({ annotation, likely }) =>
        likely.length === 0 ? [] : [[annotation.id, likely.map(String).join(" ").slice(0, LIKELY_WORDS)]],
      ),
    ),
  };
}

/** In letters: enough to find the place on the page. */
const LAST_WORDS = 60;

function cutBehind(live: LiveArticle | null): string | null {
  if (live?.isCut !== true) return null;
  const { text } = live.article;
  return text.slice(-LAST_WORDS).replace(/^\S*\s+/, "");
}

/** A page may be left and come back to as it was, with highlights and settings changed meanwhile. */
function watchVisits(page: Page, signal: AbortSignal): void {
  listen(
    window,
    "pageshow",
    ({ persisted }) => {
      if (persisted) void page.refresh({ kind: "everything" });
    },
    { signal },
  );
  // The tab's badge outlives a frame that counts in it.
  if (isInner) listen(window, "pagehide", () => void callBackground("showCount", { count: null }), { signal });
}

/**
 * Calls are answered from the first moment on, once there is a page to answer for: compiling the reader and making that page
 * in one task would keep the user's next key waiting.
 */
async function start(): Promise<void> {
  watchLeaving();
  const lifetime = createLifetime();
  const { signal } = lifetime;
  const made = nextTask().then(() => {
    const page = createPage(lifetime);
    for (const install of FEATURES) install(page);
    watchVisits(page, signal);
    return page;
  });
  const stopServing = serve(TAB_CALLS, answersOf(made), isInner);
  listen(signal, "abort", () => {
    stopServing();
    delete world[READER];
  });
  const page = await made;
  await page.loadHighlights();
  // To be said when the extension has been updated and can give no texts any more.
  await nextTask();
  message("errorUnreachable");
  message("close");
}

// A page may be given the reader twice, by the detector and by a shortcut: the first one stays, until it is turned off.
const world = globalThis as { [READER]?: true };
if (world[READER] === undefined) {
  world[READER] = true;
  void start();
}
