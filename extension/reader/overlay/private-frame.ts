import { createContext } from "preact";
import browser from "webextension-polyfill";
import { callBackground } from "../../calls/call.ts";
import { isExtensionThere } from "../../calls/extension-there.ts";
import type { FrameAsk, FrameView } from "../../calls/frame-view.ts";
import { listen } from "../../dom/trusted.ts";
import { message } from "../../locale/message.ts";
import { markupOf } from "../../private/markup.ts";
import { type Early, hearEarlyKeys, joinEarly, NOTHING_TYPED } from "../../ui/early-keys.ts";

/**
 * The frame in which everything private is shown: a document in the page's place that no script of the page reads or
 * hears (docs/security.md). It is made once, hidden, before it is needed, and never moved: that would load it anew. It
 * lies over a slot, an empty place in a panel.
 */
export interface PrivateFrame {
  readonly element: HTMLIFrameElement;
  /** Whether it shows something. */
  readonly isShown: boolean;
  /** Shows something over a slot. With `takesFocus`, the keys that come next are for it. */
  show(view: FrameView, slot: HTMLElement, takesFocus: boolean): void;
  /** Shows what has changed of what it shows. */
  renew(): void;
  /** Empties it, unless something else is shown in the same moment. */
  hide(): void;
  /** Its element is about to be moved, which has it loaded anew: what is shown next waits for that. */
  beMoved(): void;
  /** Lies over its slot again, wherever that is now. */
  follow(): void;
  /** As high as its content is, in CSS pixels. */
  resize(height: number): void;
  /** Gives it the focus, at its first or last stop. */
  focus(end: "first" | "last"): void;
  /** What was deleted in it has come back. */
  restored(id: string): void;
}

/** How long what is typed is held until the frame is there, in milliseconds. */
const PATIENCE = 3_000;
/** How long after a key somebody is taken to be typing, in milliseconds. */
const TYPING = 200;

/**
 * How high a slot is before the frame tells, in CSS pixels: as for a new note, and for a name on which nothing is kept. A
 * card that grows afterwards moves its buttons away from under the pointer.
 */
const FIRST_HEIGHT = { editor: 304, highlights: 144, name: 64 } as const;

/** For screen readers it stands in its slot. */
export const FRAME_ID = "private-frame";

export const FrameContext = createContext<PrivateFrame | null>(null);

/**
 * @param key tells what the frame says from what others say.
 * @param lost is told where nothing can be shown: of which highlight, and what was typed meanwhile.
 * @param signal ends the listening.
 */
export function createPrivateFrame(
  key: string,
  lost: (view: FrameView, early: string) => void,
  signal: AbortSignal,
): PrivateFrame {
  const element = document.createElement("iframe");
  element.allow = "clipboard-write";
  element.id = FRAME_ID;
  element.className = "private";
  element.title = message("privateFrame");
  const load = (): void => {
    isLoading = true;
    element.setAttribute("sandbox", "");
    element.srcdoc = markupOf(key);
  };

  let open: { readonly view: FrameView; readonly slot: HTMLElement; readonly takesFocus: boolean } | null = null;
  let opening = 0;
  let isReady = false;
  let isLoading = true;
  let loads = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What was typed for what is open and has not come to it yet. */
  let early = NOTHING_TYPED;
  /** Whether the next keys come to the frame by themselves. */
  let hasFocus = false;
  let keyHeard = (): void => {};
  const takeEarly = hearEarlyKeys(
    () => open?.takesFocus === true && !hasFocus,
    signal,
    () => keyHeard(),
  );
  const gatherEarly = (): Early => (early = joinEarly(early, takeEarly()));

  const ask = async (what: FrameAsk): Promise<boolean> =>
    isReady && (await callBackground("askFrame", { key, ask: what })).ok;

  const setHeight = (slot: HTMLElement, height: number): void => slot.style.setProperty("--height", `${height}px`);

  const giveUp = (): void => {
    if (open === null) return;
    const { view, slot } = open;
    open = null;
    element.classList.remove("shown");
    setHeight(slot, 0);
    lost(view, gatherEarly().text);
  };

  /** Whether the panel that is open is nothing without the frame. A card is something, and waits for it however long it takes. */
  const isNeeded = (): boolean => open !== null && open.view.kind !== "name";

  /**
   * Waits for the best moment to give the focus away. A key on its way while that goes from one process to another comes to
   * neither, so of somebody who is typing it goes right behind a key.
   */
  const untilNextKey = (): Promise<void> =>
    new Promise((resolve) => {
      keyHeard = resolve;
      setTimeout(resolve, TYPING);
    });

  /** Has the frame show what is open. `isNew`: it does not stand in the frame yet. */
  const begin = async (isNew: boolean): Promise<void> => {
    // What waits for the focus is shown then as it is then.
    if (open === null || !isReady || (!isNew && open.takesFocus && !hasFocus)) return;
    clearTimeout(timer);
    const [now, loaded] = [opening, loads];
    const { view, takesFocus } = open;
    if (isNew && takesFocus) {
      if (gatherEarly().text !== "") await untilNextKey();
      if (open === null || now !== opening || loaded !== loads) return;
      hasFocus = true;
      element.focus({ preventScroll: true });
    }
    const typed = gatherEarly();
    // Sent once: what changes meanwhile is shown anew without it.
    early = NOTHING_TYPED;
    const isHeard = await ask({
      kind: "show",
      opening,
      view: view.kind === "editor" ? { ...view, early: typed.text, isDone: typed.isDone } : view,
    });
    if (!isHeard && now === opening) early = joinEarly(typed, early);
    // One who is typing goes on, whether what changed comes through or not: the background may be ended just now.
    // What was loaded anew meanwhile is asked again.
    if (!isHeard && isNew && now === opening && loaded === loads) giveUp();
  };

  /** At every load, since a page that moves our host has the frame loaded anew: nothing can be written there for now. */
  const fill = async (): Promise<void> => {
    loads += 1;
    const now = loads;
    if (!isExtensionThere()) return;
    if (isReady && isNeeded()) giveUp();
    isReady = hasFocus = false;
    const filled = await callBackground("fillFrame", { key, frameId: frameIdOf(element) });
    if (now !== loads || signal.aborted) return;
    isLoading = false;
    isReady = filled.ok;
    if (isReady) await begin(true);
    else giveUp();
  };
  listen(element, "load", () => void fill());
  load();

  const follow = (): void => {
    if (open === null) return;
    const { slot } = open;
    const { left, top } = slot.getBoundingClientRect();
    element.style.transform = `translate(${left + slot.clientLeft}px, ${top + slot.clientTop}px)`;
    element.style.width = `${slot.clientWidth}px`;
    element.style.height = `${slot.clientHeight}px`;
  };

  return {
    element,
    get isShown() {
      return open !== null;
    },
    show(view, slot, takesFocus) {
      opening += 1;
      open = { view, slot, takesFocus };
      hasFocus = false;
      takeEarly();
      early = view.kind === "editor" ? { text: view.early, isDone: view.isDone } : NOTHING_TYPED;
      setHeight(slot, FIRST_HEIGHT[view.kind]);
      element.classList.add("shown");
      follow();
      clearTimeout(timer);
      if (!isReady && isNeeded()) timer = setTimeout(giveUp, PATIENCE);
      // The page had put something else in its place.
      if (!isReady && !isLoading) load();
      void begin(true);
    },
    renew: () => void begin(false),
    hide() {
      open = null;
      element.classList.remove("shown");
      // In Firefox what is hidden may keep the keyboard.
      element.blur();
      clearTimeout(timer);
      const last = opening;
      setTimeout(() => {
        if (opening !== last) return;
        opening += 1;
        void ask({ kind: "show", view: null, opening });
      });
    },
    beMoved() {
      loads += 1;
      isReady = hasFocus = false;
      isLoading = true;
    },
    follow,
    resize(height) {
      if (open === null) return;
      setHeight(open.slot, height);
      follow();
    },
    focus(end) {
      element.focus({ preventScroll: true });
      void ask({ kind: "focus", end });
    },
    restored: (id) => void ask({ kind: "restored", id }),
  };
}

/** The browser's number of a frame, where it tells a page's script; the background looks for it elsewhere. */
function frameIdOf(element: HTMLIFrameElement): number | null {
  const { getFrameId } = browser.runtime as Partial<typeof browser.runtime>;
  const id = getFrameId?.(element) ?? -1;
  return id < 0 ? null : id;
}
