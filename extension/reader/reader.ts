import { TAB_CALLS, type TabCalls } from "../calls/tab-calls.ts";
import type { Handlers } from "../calls/entry.ts";
import { success } from "../../src/result.ts";
import { watchLeaving } from "../dom/page/page-left.ts";
import { listen } from "../dom/trusted.ts";
import { callBackground } from "../calls/call.ts";
import { done, serve } from "../calls/serve.ts";
import { READER } from "../detector/decision.ts";
import { createLifetime } from "./lifetime.ts";
import { createSession, type Session } from "./session.ts";

const isInner = window !== window.top;

function serveCalls(session: Session): () => void {
  const handlers: Omit<Handlers<TabCalls>, "describeDecision" | "lookAgain"> = {
    readArticle: () => {
      void session.read();
      return done;
    },
    describePage: () => success(session.report()),
    reveal: (target) => session.reveal(target),
    annotateSelection: ({ note }) => session.annotateSelection(note),
    annotateSpan: (words) => session.annotateSpan(words),
    moveThroughHistory: async ({ direction }) => {
      await session.moveThroughHistory(direction);
      return done;
    },
    stepMark: ({ by, isLast }) => session.steps.step(by, isLast),
    findAgain: ({ id }) => session.repair.findAgain(id),
    attachToSelection: ({ id }) => session.repair.attachToSelection(id),
    toggleHighlights: () => success({ shown: session.toggleHighlights() }),
    refresh: async (change) => {
      await session.refresh(change);
      return done;
    },
  };
  return serve(TAB_CALLS, handlers, isInner);
}

/** How often the mouse's place is looked at, in milliseconds: often enough to feel immediate, and no more. */
const POINTING_DELAY = 80;

function watchPage({ pointing, touched }: Session, signal: AbortSignal): void {
  const hear = <Name extends keyof DocumentEventMap>(name: Name, act: (event: DocumentEventMap[Name]) => void) =>
    listen(document, name, act, { signal, passive: true });
  hear("click", (event) => {
    touched();
    pointing.clicked(event);
  });
  hear("keydown", ({ key }) => {
    touched();
    if (key === "Escape") pointing.escaped();
  });
  let waiting: ReturnType<typeof setTimeout> | null = null;
  hear("pointermove", ({ clientX, clientY }) => {
    waiting ??= setTimeout(() => {
      waiting = null;
      pointing.pointed(clientX, clientY);
    }, POINTING_DELAY);
  });
  hear("focusin", ({ target }) => {
    // Where the mouse was before says nothing any more.
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    // Once the browser has scrolled to it.
    setTimeout(() => {
      const [box] = target instanceof Element ? target.getClientRects() : [];
      if (box !== undefined) pointing.pointed(box.left + box.width / 2, box.top + box.height / 2);
    });
  });
  hear("pointerup", () => setTimeout(() => pointing.selected()));
  hear("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift") pointing.selected();
  });
}

/** A page may be left and come back to as it was, with marks and wishes changed meanwhile. */
function watchVisits(session: Session, signal: AbortSignal): void {
  listen(
    window,
    "pageshow",
    ({ persisted }) => {
      if (persisted) void session.refresh({ kind: "everything" });
    },
    { signal },
  );
  // The tab's badge outlives a frame that counts in it.
  if (isInner) listen(window, "pagehide", () => void callBackground("showCount", { count: null }), { signal });
}

// A page may be given the reader twice, by the detector and by a shortcut: the first one stays, until it is turned off.
const world = globalThis as { [READER]?: true };
if (world[READER] === undefined) {
  world[READER] = true;
  watchLeaving();
  const lifetime = createLifetime();
  const { signal } = lifetime;
  const session = createSession(lifetime);
  const stopServing = serveCalls(session);
  listen(signal, "abort", () => {
    stopServing();
    delete world[READER];
  });
  watchPage(session, signal);
  watchVisits(session, signal);
  void session.start();
}
