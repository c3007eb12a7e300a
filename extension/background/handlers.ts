import browser, { type Runtime } from "webextension-polyfill";
import type { BackgroundCalls } from "../../src/messaging/protocol.ts";
import { failure, type Result, success } from "../../src/messaging/result.ts";
import {
  articleSchema,
  countSchema,
  draftSchema,
  idSchema,
  pageSchema,
  siteSchema,
  siteSettingsSchema,
  tabSchema,
  updateSchema,
} from "../../src/messaging/schemas.ts";
import { done, type Handlers, isOwnPage, noInput, type Schemas, serve } from "../messaging/serve.ts";
import type { Database } from "../store/database.ts";
import { annotationsOfPage, settingsOfSite } from "../store/queries.ts";
import { guarded, type Writer } from "../store/writer.ts";
import { analyseArticle } from "./analyser.ts";
import { showBadge } from "./badge.ts";
import { injectReader } from "./inject.ts";
import { tellReaders } from "./tell-readers.ts";

const schemas: Schemas<BackgroundCalls> = {
  articleFound: noInput,
  readAnyway: tabSchema,
  analyse: articleSchema,
  showCount: countSchema,
  listAnnotations: pageSchema,
  createAnnotation: draftSchema,
  updateAnnotation: updateSchema,
  deleteAnnotation: idSchema,
  restoreAnnotation: idSchema,
  siteSettings: siteSchema,
  saveSiteSettings: siteSettingsSchema,
};

/** Calls that only the extension's own pages make. Everything else is open to our content scripts too. */
const OWN_PAGES_ONLY: ReadonlySet<keyof BackgroundCalls> = new Set(["readAnyway", "saveSiteSettings"] as const);

/** Answers the calls of `BackgroundCalls`. */
export function serveCalls(database: Database, writer: Writer): void {
  const handlers: Handlers<BackgroundCalls> = {
    articleFound: (_input, sender) => inTab(sender, (tabId) => injectReader(tabId, sender.frameId)),
    readAnyway: ({ tabId }) => injectReader(tabId),
    analyse: (article) => analyseArticle(article),
    showCount: ({ count }, sender) =>
      inTab(sender, async (tabId) => {
        await showBadge(tabId, count);
        return done;
      }),
    listAnnotations: ({ page }) => guarded(async () => success(await annotationsOfPage(database, page))),
    createAnnotation: async (draft, sender) => tellPage(await writer.create(draft), sender),
    updateAnnotation: async ({ id, body }, sender) => tellPage(await writer.update(id, body), sender),
    deleteAnnotation: async ({ id }, sender) => tellPage(await writer.remove(id), sender),
    restoreAnnotation: async ({ id }, sender) => tellPage(await writer.restore(id), sender),
    siteSettings: ({ site }) => guarded(async () => success(await settingsOfSite(database, site))),
    saveSiteSettings: async (settings) => {
      const saved = await writer.saveSite(settings);
      // The popup asks the page for its state next, which must be the new one by then.
      if (saved.ok) await tellReaders({ page: null, site: settings.site }, null);
      return saved;
    },
  };
  serve<BackgroundCalls>(schemas, handlers, (call, sender) => isOwnPage(sender) || !OWN_PAGES_ONLY.has(call));
}

/** After a write: every other reader of the page shows it too. */
function tellPage<T extends { readonly target: { readonly page: string } }>(
  saved: Result<T>,
  sender: Runtime.MessageSender,
): Result<T> {
  if (saved.ok) void tellReaders({ page: saved.value.target.page, site: null }, sender.tab?.id ?? null);
  return saved;
}

async function inTab(
  sender: Runtime.MessageSender,
  work: (tabId: number) => Promise<Result<null>>,
): Promise<Result<null>> {
  const tabId = sender.tab?.id;
  if (tabId === undefined || tabId === browser.tabs.TAB_ID_NONE) return failure("forbidden", "this call is for tabs");
  return work(tabId);
}
