import { success } from "../../src/result.ts";
import { callBackground } from "../calls/call.ts";
import type { Handlers } from "../calls/entry.ts";
import type { PageReport } from "../calls/page-report.ts";
import { done, serve } from "../calls/serve.ts";
import { TAB_CALLS, type TabCalls } from "../calls/tab-calls.ts";
import { READER } from "../detector/decision.ts";
import { watchLeaving } from "../dom/page/page-left.ts";
import { listen } from "../dom/trusted.ts";
import { message } from "../locale/message.ts";
import { installCards } from "./features/cards.ts";
import { installCorrecting } from "./features/correcting.ts";
import { installEditing } from "./features/editing.ts";
import { installFollowing } from "./features/following.ts";
import { installHighlighting } from "./features/highlighting.ts";
import { installRevealing } from "./features/passages.ts";
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

/** The calls that the reader answers; the detector answers the rest. */
function answersOf(page: Page): Omit<Handlers<TabCalls>, "describeDecision" | "lookAgain"> {
  const { commands } = page;
  return {
    readArticle() {
      void commands.send({ kind: "read" });
      return done;
    },
    describePage: () => success(describe(page)),
    reveal: (target) => commands.send({ kind: "reveal", target }),
    annotateSelection: ({ note }) =>
      note
        ? commands.send({ kind: "write", range: null, field: "note" })
        : commands.send({ kind: "highlight", range: null, colour: null }),
    annotateSpan: (passage) => commands.send({ kind: "highlight-passage", passage }),
    moveThroughHistory: ({ direction }) => commands.send({ kind: "move-through-history", direction }),
    stepHighlight: ({ by, isLast }) => commands.send({ kind: "step", by, isLast }),
    findAgain: ({ id }) => commands.send({ kind: "find-again", id }),
    attachToSelection: ({ id }) => commands.send({ kind: "attach", id }),
    toggleHighlights: () => commands.send({ kind: "toggle-highlights" }),
    async refresh(change) {
      await page.refresh(change);
      return done;
    },
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
    shown: view?.isShown ?? false,
    anchors: Object.fromEntries(
      [...inPageOrder(all), ...all.filter(({ ranges }) => ranges.length === 0)].map(({ annotation, state }) => [
        annotation.id,
        state,
      ]),
    ),
    lastSeen: highlights.lastSeen(),
  };
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

async function start(): Promise<void> {
  watchLeaving();
  // To be said when the extension has been updated and can give no texts any more.
  message("errorUnreachable");
  message("close");
  const lifetime = createLifetime();
  const { signal } = lifetime;
  const page = createPage(lifetime);
  for (const install of FEATURES) install(page);
  const stopServing = serve(TAB_CALLS, answersOf(page), isInner);
  listen(signal, "abort", () => {
    stopServing();
    delete world[READER];
  });
  watchVisits(page, signal);
  await page.loadHighlights();
  void page.prepareOverlay();
}

// A page may be given the reader twice, by the detector and by a shortcut: the first one stays, until it is turned off.
const world = globalThis as { [READER]?: true };
if (world[READER] === undefined) {
  world[READER] = true;
  void start();
}
