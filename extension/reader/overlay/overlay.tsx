import browser from "webextension-polyfill";
import type { TagUse } from "../../../src/annotation/records/tags.ts";
import { parseMarkdown } from "../../../src/markup/markdown.ts";
import { historyKey } from "../../ui/texts/history-text.ts";
import { renderMarkup } from "../../ui/notes/markup.tsx";
import { NoteWorldProvider } from "../../ui/notes/note-world.ts";
import { NameNoteEditor } from "../../ui/notes/name-note-editor.tsx";
import type { Overlay, OverlayPage, OverlayPanel, ToastContent } from "./contract.ts";
import { Card } from "./panels/card.tsx";
import { Editor } from "./panels/editor.tsx";
import { createOverlayHost } from "./host.ts";
import { message } from "../../locale/message.ts";
import { listenForEntry } from "./entry.ts";
import { Surroundings, HighlightNews } from "./panels/surroundings.tsx";
import { HighlightList } from "./panels/highlight-list.tsx";
import { Stepper } from "./panels/stepper.tsx";
import { Ring } from "./ring.tsx";
import { Toast } from "./toast.tsx";
import { Toolbar } from "./panels/toolbar.tsx";

const view = (note: string) => renderMarkup(parseMarkdown(note));

/** Only Chromium opens a panel for a button on a page. */
const canOpenPanel = "side_panel" in browser.runtime.getManifest();

export function createOverlay(page: OverlayPage, signal: AbortSignal): Overlay {
  const { send } = page;
  const openNote = (id: string): void => void send({ kind: "open-note", id, field: "note" });
  const step = (by: 1 | -1): void => void send({ kind: "step", by, isLast: true });
  const host = createOverlayHost(signal);
  let panel: OverlayPanel | null = null;
  let tags: readonly TagUse[] = [];
  let toast: ToastContent | null = null;
  let pointing: readonly Range[] | null = null;
  /** Tell one panel or ring from the next, so that nothing of the first is left in the second. */
  let panels = 0;
  let toasts = 0;
  let rings = 0;
  /** Counts what was changed elsewhere about the name on the card. */
  let renewals = 0;

  const close = (): void => {
    panel = null;
    update();
    page.panelChanged();
  };
  const closeToast = (): void => {
    toast = null;
    update();
  };
  listenForEntry(host, signal);

  const viewOf = (open: OverlayPanel) => {
    switch (open.kind) {
      case "toolbar":
        return (
          <Toolbar
            key={panels}
            range={open.range}
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
            article={open.article}
            analysis={open.analysis}
            named={open.named}
            mention={open.mention}
            highlights={open.highlights}
            onHighlight={openNote}
            onGo={(span) => void send({ kind: "go", span })}
            onNote={(mention) => void send({ kind: "write-on-mention", mention })}
            onPanel={canOpenPanel ? () => void send({ kind: "open-panel" }) : null}
            onCorrect={(claim, where) => void send({ kind: "correct", claim, where })}
            notes={open.notes}
            renewals={renewals}
            onClose={close}
          />
        );
      case "highlights":
        return (
          <HighlightList
            key={panels}
            anchor={open.anchor}
            highlights={open.highlights}
            onOpen={openNote}
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
            onStep={step}
            onOpen={() => openNote(open.annotation.id)}
            onClose={close}
          />
        );
      case "editor":
        return (
          <Editor
            key={panels}
            anchor={open.anchor}
            annotation={open.annotation}
            field={open.field}
            isNew={open.isNew}
            news={
              <HighlightNews
                context={open.context}
                onKeepWording={() => void send({ kind: "accept-wording", id: open.annotation.id })}
              />
            }
            around={
              <Surroundings
                context={open.context}
                onOpen={openNote}
                onName={(name) => void send({ kind: "open-name", id: open.annotation.id, name })}
                onStep={step}
              />
            }
            onDelete={() => void send({ kind: "delete", id: open.annotation.id })}
            onClose={close}
          />
        );
    }
  };

  const loadTags = async (): Promise<void> => {
    tags = await page.listTags();
    update();
  };

  const pressed = (event: KeyboardEvent): void => {
    const direction = historyKey(event);
    if (direction === null) return;
    event.preventDefault();
    void send({ kind: "move-through-history", direction });
  };

  const update = (): void => {
    host.show(
      <NoteWorldProvider value={{ names: page.colourNames(), tags, outbox: page.outbox, view, NameNoteEditor }}>
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
          {toast !== null && <Toast key={`toast${toasts}`} content={toast} panel={panel} onClose={closeToast} />}
        </div>
      </NoteWorldProvider>,
    );
  };

  return {
    open(next) {
      panel = next;
      panels += 1;
      host.raise();
      update();
      page.panelChanged();
      if (next.kind === "toolbar") host.announce(message("toolbarHint"), "polite");
      else void loadTags();
    },
    get panel() {
      return panel;
    },
    renewCard() {
      renewals += 1;
      if (panel?.kind === "card") update();
    },
    moveCard(anchor) {
      if (panel?.kind !== "card") return;
      panel = { ...panel, anchor };
      update();
    },
    changed(annotation) {
      if (annotation === null) return update();
      if (panel?.kind !== "editor" || panel.annotation.id !== annotation.id) return;
      panel = { ...panel, annotation };
      update();
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
}
