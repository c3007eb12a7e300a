import browser, { type Runtime } from "webextension-polyfill";
import { callTab } from "../calls/call.ts";
import type { FrameAsk, FrameNews } from "../calls/frame-view.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { KEY_ATTRIBUTE } from "../private/key-attribute.ts";

/** A private frame that our script stands in. */
interface Frame {
  readonly tabId: number;
  readonly frameId: number;
  /** Tells the frame's document from the next in its place; `null` where the browser has no such name. */
  readonly documentId: string | null;
  /** The frame of the page that it stands on. */
  readonly pageFrameId: number;
}

/** Where a frame is found again by a background that has started anew: only the extension's own pages reach this. */
const PREFIX = "frame:";
const keyOf = (key: string): string => `${PREFIX}${key}`;

async function knownFrame(key: string): Promise<Frame | null> {
  const { [keyOf(key)]: frame } = await browser.storage.session.get(keyOf(key));
  return (frame as Frame | undefined) ?? null;
}

/** Puts our script into a frame that a page's overlay has just made. The script looks around before it does anything. */
export async function fillFrame(
  key: string,
  ownFrameId: number | null,
  sender: Runtime.MessageSender,
): Promise<Result<null>> {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return failure("forbidden", "this call is for tabs");
  try {
    const found = ownFrameId === null ? await findFrame(tabId, key) : { frameId: ownFrameId, documentId: null };
    if (found === null) return failure("not-found", "there is no such frame");
    const { frameId, documentId } = found;
    const frame: Frame = { tabId, frameId, documentId, pageFrameId: sender.frameId ?? 0 };
    const target = documentId === null ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
    await browser.storage.session.set({ [keyOf(key)]: frame });
    await browser.scripting.executeScript({ target, files: ["private/frame.js"], injectImmediately: true });
    const [answer] = await browser.scripting.executeScript({ target, func: startedFrame, injectImmediately: true });
    void forgetClosed();
    return answer?.result === key ? success(null) : failure("not-found", "the frame is not as it was made");
  } catch (error) {
    // Its page may have gone meanwhile.
    return failure("unreachable", String(error));
  }
}

/** Runs in a frame, by itself: the key of the one that our script has started in. */
function startedFrame(): unknown {
  return Reflect.get(globalThis, Symbol.for("sourceline.frame"));
}

/** Looks for a frame by its key, where no browser names it to the page's own script. */
async function findFrame(
  tabId: number,
  key: string,
): Promise<{ readonly frameId: number; readonly documentId: string | null } | null> {
  const answers = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (attribute: string, wanted: string) =>
      location.href === "about:srcdoc" &&
      (Reflect.get(Document.prototype, "documentElement", document) as Element).getAttribute(attribute) === wanted,
    args: [KEY_ATTRIBUTE, key],
    injectImmediately: true,
  });
  const found = answers.find(({ result }) => result === true);
  return found === undefined ? null : { frameId: found.frameId, documentId: found.documentId ?? null };
}

/** Hands on to a frame what the page that made it asks. What is private, the frame asks the background for itself. */
export async function askFrame(key: string, ask: FrameAsk, sender: Runtime.MessageSender): Promise<Result<null>> {
  const frame = await knownFrame(key);
  const isOwn = frame !== null && frame.tabId === sender.tab?.id && frame.pageFrameId === (sender.frameId ?? 0);
  return isOwn ? callTab(frame.tabId, "hearOverlay", { ask }, frame.frameId) : failure("not-found", "no such frame");
}

/** Forgets the frames of tabs that are closed: asked for with each new one, so that no closed tab wakes the background. */
async function forgetClosed(): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
  const kept = Object.entries(await browser.storage.session.get(null));
  const gone = kept.filter(([key, frame]) => key.startsWith(PREFIX) && !open.has((frame as Frame).tabId));
  if (gone.length > 0) await browser.storage.session.remove(gone.map(([key]) => key));
}

/** The frame that a message comes from, if it has this key: the very document that our script was put into. */
export async function frameOf(key: string, sender: Runtime.MessageSender): Promise<Frame | null> {
  const frame = await knownFrame(key);
  if (frame === null || frame.tabId !== sender.tab?.id || frame.frameId !== sender.frameId) return null;
  const isSame = frame.documentId === null || sender.documentId === undefined || frame.documentId === sender.documentId;
  return isSame ? frame : null;
}

/** Tells the page around a frame something that the user does in it. */
export async function tellPage(key: string, news: FrameNews, sender: Runtime.MessageSender): Promise<Result<null>> {
  const frame = await frameOf(key, sender);
  if (frame === null) return failure("forbidden", "this is no private frame");
  return callTab(frame.tabId, "hearFrame", { key, news }, frame.pageFrameId);
}
