import { callBackground } from "../../calls/call.ts";
import type { Overlay, OverlayPage, OverlayPanel } from "./contract.ts";
import { offeredOverlay } from "./offer.ts";

export interface LazyOverlay extends Overlay {
  /** Loads the overlay before it is needed. Harmless where it is loaded already. */
  prepare(): Promise<void>;
}

/**
 * An overlay whose script is loaded when something is to be shown for the first time. What is asked for waits for it.
 * `signal` takes it away for good.
 */
export function createLazyOverlay(signal: AbortSignal, page: OverlayPage): LazyOverlay {
  let overlay: Overlay | null = null;
  let loading: Promise<void> | null = null;
  let waiting: ((loaded: Overlay) => void)[] = [];
  /** What will be open once the overlay is there. */
  let expected: OverlayPanel | null = null;

  const load = async (): Promise<void> => {
    if (offeredOverlay() === null) await callBackground("loadOverlay", null);
    if (signal.aborted) return;
    overlay = offeredOverlay()?.(page, signal) ?? null;
    // Without a background (the extension was just updated) there is no overlay; the next use tries again.
    loading = null;
    if (overlay === null) return;
    for (const work of waiting) work(overlay);
    waiting = [];
  };
  const prepare = async (): Promise<void> => {
    if (overlay !== null) return;
    loading ??= load();
    await loading;
  };
  const use = (work: (loaded: Overlay) => void): void => {
    if (overlay !== null) return work(overlay);
    waiting.push(work);
    void prepare();
  };

  return {
    prepare,
    open(panel) {
      expected = panel;
      use((loaded) => {
        // Something else was asked for, or nothing any more, while the script was on its way.
        if (panel === expected) loaded.open(panel);
      });
    },
    get panel() {
      return overlay === null ? expected : overlay.panel;
    },
    renewCard: () => overlay?.renewCard(),
    changed: (annotation) => overlay?.changed(annotation),
    moveCard: (anchor) => overlay?.moveCard(anchor),
    close() {
      expected = null;
      overlay?.close();
    },
    toast: (content) => use((loaded) => loaded.toast(content)),
    announce: (text) => use((loaded) => loaded.announce(text)),
    point: (ranges) => use((loaded) => loaded.point(ranges)),
    owns: (event) => overlay?.owns(event) ?? false,
  };
}
