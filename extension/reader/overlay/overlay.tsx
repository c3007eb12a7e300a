import browser from "webextension-polyfill";
import { OVERLAY_CALLS } from "../../calls/frame-calls.ts";
import { newId } from "../../calls/new-id.ts";
import { done, serve } from "../../calls/serve.ts";
import { listen } from "../../dom/trusted.ts";
import { message } from "../../locale/message.ts";
import { publicColourLabel } from "../../ui/texts/colour-name.ts";
import { historyKey } from "../../ui/texts/history-text.ts";
import type { LoadedOverlay, OverlayPage, OverlayPanel, ToastContent } from "./contract.ts";
import { listenForEntry } from "./entry.ts";
import { hearFrame } from "./frame-news.ts";
import { nameView } from "./frame-views.ts";
import { createOverlayHost } from "./host.ts";
import { Card } from "./panels/card.tsx";
import { FramedPanel } from "./panels/framed-panel.tsx";
import { NameOffer } from "./panels/name-offer.tsx";
import { Stepper } from "./panels/stepper.tsx";
import { Toolbar } from "./panels/toolbar.tsx";
import { createPrivateFrame, FrameContext } from "./private-frame.ts";
import { Ring } from "./ring.tsx";
import { Toast } from "./toast.tsx";

/** Only Chromium opens a panel for a button on a page. */
const canOpenPanel = "side_panel" in browser.runtime.getManifest();

export function createOverlay(page: OverlayPage, signal: AbortSignal): LoadedOverlay {
  const { send } = page;
  const openNote = (id: string): void => void send({ kind: "open-note", id, field: "note" });
  const openPanel = canOpenPanel ? (): void => void send({ kind: "open-panel" }) : null;
  const step = (by: 1 | -1): void => void send({ kind: "step", by, isLast: true, takesFocus: host.focused !== null });
  const frameKey = newId();
  const frame = createPrivateFrame(
    frameKey,
    (view, early) => {
      if (view.kind === "editor" && early !== "") page.keepEarly(view.id, early);
      // What a page says of a name can be read without what the user keeps on it.
      if (view.kind !== "name") close();
      overlay.toast({ text: message("frameRefused"), tone: "error", undo: null, leadsToPanel: true });
    },
    signal,
  );
  const host = createOverlayHost(frame, signal);
  let panel: OverlayPanel | null = null;
  let toast: ToastContent | null = null;
  let pointing: readonly Range[] | null = null;
  /** Tell one panel or ring from the next, so that nothing of the first is left in the second. */
  let panels = 0;
  let toasts = 0;
  let rings = 0;

  const close = (): void => {
    panel = null;
    update();
    page.panelChanged();
  };
  const closeToast = (): void => {
    toast = null;
    update();
  };
  const leave = listenForEntry(host, signal, {
    hasStops: page.hasStops,
    enter: page.enter,
    leave: close,
  });

  const viewOf = (open: OverlayPanel) => {
    switch (open.kind) {
      case "toolbar":
        return (
          <Toolbar
            key={panels}
            range={open.range}
            labelOf={(colour) => publicColourLabel(colour, page.colourNames())}
            onHighlight={(colour) => void send({ kind: "highlight", range: open.range, colour })}
            onWrite={(field) => void send({ kind: "write", range: open.range, field })}
            onClose={close}
          />
        );
      case "card":
        return (
          <Card
            key={panels}
            anchor={open.anchor}
            said={open.said}
            article={open.article}
            facts={open.story.facts}
            analysis={open.analysis}
            named={open.named}
            mention={open.mention}
            kept={nameView(open)}
            onGo={(span) => void send({ kind: "go", span })}
            onNote={(mention) => void send({ kind: "write-on-mention", mention })}
            onPanel={openPanel}
            onCorrect={(claim, where) => void send({ kind: "correct", claim, where })}
            onClose={close}
          />
        );
      case "step":
        return (
          <Stepper
            key={panels}
            anchor={open.anchor}
            number={open.number}
            count={open.count}
            takesFocus={open.takesFocus}
            onStep={step}
            onOpen={() => openNote(open.annotation.id)}
            onClose={close}
          />
        );
      case "name":
        return (
          <NameOffer
            key={panels}
            anchor={open.anchor}
            named={open.named}
            position={open.position}
            onStep={(by) => void send({ kind: "step-name", by, isLast: true })}
            onHighlight={step}
            onOpen={() => void send({ kind: "open-card", story: open.story, offset: open.span.start, highlights: [] })}
            onClose={close}
          />
        );
      case "editor":
      case "highlights":
        return <FramedPanel key={panels} open={open} onClose={close} />;
    }
  };

  const pressed = (event: KeyboardEvent): void => {
    const direction = historyKey(event);
    if (direction === null) return;
    event.preventDefault();
    void send({ kind: "move-through-history", direction });
  };

  const update = (): void => {
    host.show(
      <FrameContext.Provider value={frame}>
        <div onKeyDown={pressed}>
          {panel !== null && viewOf(panel)}
          {pointing !== null && (
            <Ring
              key={`ring${rings}`}
              ranges={pointing}
              onEnd={() => {
                pointing = null;
                update();
              }}
            />
          )}
          {toast !== null && (
            <Toast
              key={`toast${toasts}`}
              content={toast}
              panel={panel}
              onPanel={toast.leadsToPanel === true ? openPanel : null}
              onClose={closeToast}
            />
          )}
        </div>
      </FrameContext.Provider>,
    );
  };

  const stopHearing = serve(OVERLAY_CALLS, {
    hearFrame({ key, news }) {
      if (key === frameKey) hear(news);
      return done;
    },
  });
  listen(signal, "abort", stopHearing);

  const overlay: LoadedOverlay = {
    open(next) {
      panel = next;
      panels += 1;
      host.raise();
      update();
      page.panelChanged();
      if (next.kind === "toolbar") host.announce(message("toolbarHint"), "polite");
    },
    get panel() {
      return panel;
    },
    renewCard() {
      if (panel?.kind === "card") frame.renew();
    },
    restored: frame.restored,
    moveCard(anchor) {
      if (panel?.kind !== "card") return;
      panel = { ...panel, anchor };
      update();
    },
    changed(annotation) {
      if (annotation === null) update();
      else if (panel?.kind !== "editor" || panel.annotation.id !== annotation.id) return;
      else panel = { ...panel, annotation };
      if (panel !== null) frame.renew();
    },
    close() {
      if (panel !== null) close();
    },
    toast(content) {
      const { text, tone, undo } = content;
      const takeBack = (): void => {
        closeToast();
        undo?.();
      };
      toast = { ...content, undo: undo === null ? null : takeBack };
      toasts += 1;
      host.raise();
      update();
      host.announce(undo === null ? text : `${text} ${message("undoHint")}`, tone === "error" ? "assertive" : "polite");
    },
    announce: (text) => host.announce(text, "polite"),
    point(ranges) {
      pointing = ranges;
      rings += 1;
      host.raise();
      update();
    },
    owns: host.owns,
  };
  const hear = hearFrame({ page, frame, host, overlay, leave, signal });
  return overlay;
}
