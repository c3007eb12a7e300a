import { listen } from "../../dom/trusted.ts";
import { hearEarlyKeys } from "../../ui/early-keys.ts";
import type { LoadedOverlay, Overlay, OverlayPage, OverlayPanel } from "./contract.ts";
import { isEntryKey } from "./entry-key.ts";
import { overlayPart } from "./offer.ts";

/** By these a user shows that somebody is there, who may soon want something shown: long before it is asked for. */
const MOVES = ["pointermove", "pointerdown", "keydown", "selectionchange"] as const;

/**
 * An overlay whose script is loaded at the user's first move on the page, or when something is to be shown before that. What
 * is asked for waits for it. `signal` takes it away for good.
 */
export function createLazyOverlay(signal: AbortSignal, page: OverlayPage): Overlay {
  let overlay: LoadedOverlay | null = null;
  let loading: Promise<void> | null = null;
  let waiting: ((loaded: LoadedOverlay) => void)[] = [];
  /** What will be open once the overlay is there. */
  let expected: OverlayPanel | null = null;
  /** Whether an editor is on its way: what is typed meanwhile is for it, not for the page. */
  let isAwaited = false;
  const takeEarly = hearEarlyKeys(() => isAwaited, signal);
  const awaitEditor = (is: boolean): void => {
    isAwaited = is;
    if (!is) takeEarly();
  };

  const load = async (): Promise<void> => {
    await overlayPart.load();
    if (signal.aborted) return;
    overlay = overlayPart.offered()?.(page, signal) ?? null;
    // Without a background (the extension was just updated) there is no overlay; the next use tries again.
    loading = null;
    if (overlay === null) return awaitEditor(false);
    for (const work of waiting) work(overlay);
    waiting = [];
  };
  const prepare = (): void => {
    if (overlay === null) loading ??= load();
  };
  const use = (work: (loaded: LoadedOverlay) => void): void => {
    if (overlay !== null) return work(overlay);
    waiting.push(work);
    prepare();
  };

  // A move is heard before anybody else hears it: what is typed next may be meant for what it opens.
  const stops = MOVES.map((name) => listen(document, name, (event) => move(event), { signal, capture: true }));
  const move = (event: Event): void => {
    for (const stop of stops) stop();
    prepare();
    // The key that leads into the page does so at the first press too.
    if (!(event instanceof KeyboardEvent) || !isEntryKey(event) || !page.hasStops()) return;
    event.preventDefault();
    event.stopPropagation();
    page.enter();
  };

  return {
    open(panel) {
      expected = panel;
      isAwaited = panel.kind === "editor";
      use((loaded) => {
        // Something else was asked for, or nothing any more, while the script was on its way.
        if (panel !== expected) return;
        isAwaited = false;
        const early = takeEarly();
        loaded.open(panel.kind === "editor" ? { ...panel, early } : panel);
      });
    },
    awaitEditor(is) {
      awaitEditor(is);
      if (is) prepare();
    },
    get panel() {
      return overlay === null ? expected : overlay.panel;
    },
    renewCard: () => overlay?.renewCard(),
    restored: (id) => overlay?.restored(id),
    changed: (annotation) => overlay?.changed(annotation),
    moveCard: (anchor) => overlay?.moveCard(anchor),
    close() {
      if (expected?.kind === "editor") awaitEditor(false);
      expected = null;
      overlay?.close();
    },
    toast: (content) => use((loaded) => loaded.toast(content)),
    announce: (text) => use((loaded) => loaded.announce(text)),
    point: (ranges) => use((loaded) => loaded.point(ranges)),
    owns: (event) => overlay?.owns(event) ?? false,
  };
}
