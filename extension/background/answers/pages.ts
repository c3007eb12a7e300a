import browser, { type Runtime } from "webextension-polyfill";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { Questions } from "../../calls/question.ts";
import { done } from "../../calls/serve.ts";
import { openPanel } from "../../panel/open-panel.ts";
import { failure, type Result, success } from "../../../src/result.ts";
import type { Database } from "../../store/database.ts";
import { ownerLabels } from "../../store/owners.ts";
import { takeUpFormer } from "../../store/former-key.ts";
import { guarded } from "../../store/records.ts";
import { analyseArticle } from "../analyser.ts";
import { showCount } from "../badge.ts";
import { framesWithReader } from "../frames.ts";
import { injectPart, pageInTab, readArticle } from "../inject.ts";
import { showHighlights } from "../highlighted-sites.ts";
import { readFound } from "../sites.ts";

/** Calls about pages: finding, reading and analysing them. */
export const answersOnPages = (database: Database, questions: Questions) =>
  ({
    articleFound: (_input, sender) => readFound(database, sender.tab ?? {}),
    mayHaveHighlights: (_input, sender) => guarded(() => showHighlights(database, sender.tab ?? {})),
    storyInFrame: ({ path }, sender) => readFound(database, sender.tab ?? {}, path),
    openPanel: (_input, sender) => inItsTab(sender, openPanel),
    loadPart: ({ part }, sender) => inItsTab(sender, (tabId) => injectPart(part, tabId, sender.frameId ?? 0)),
    readAnyway: ({ tabId }) => readArticle(tabId),
    identityOfTab: ({ tabId }) =>
      guarded(async () => {
        const found = await pageInTab(tabId);
        if (!found.ok) return found;
        await takeUpFormer(database, found.value, ownerLabels);
        return success(found.value.page);
      }),
    framesWithReader: async ({ tabId }) => success(await framesWithReader(tabId)),
    analyse: ({ question, article }, sender) =>
      analyseArticle(article, sender.tab?.id, questions.signalOf(sender, question)),
    showCount: ({ count }, sender) =>
      inItsTab(sender, async (tabId) => {
        await showCount(tabId, count);
        return done;
      }),
  }) satisfies Partial<Handlers<BackgroundCalls>>;

async function inItsTab(
  sender: Runtime.MessageSender,
  work: (tabId: number) => Promise<Result<null>>,
): Promise<Result<null>> {
  const tabId = sender.tab?.id;
  if (tabId === undefined || tabId === browser.tabs.TAB_ID_NONE) return failure("forbidden", "this call is for tabs");
  return work(tabId);
}
