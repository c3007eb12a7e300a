import { render } from "preact";
import { madeAs, unstoredAnnotation } from "../../src/annotation/unsaved.ts";
import { parseMarkdown } from "../../src/markup/markdown.ts";
import { callBackground } from "../calls/call.ts";
import { FRAME_CALLS } from "../calls/frame-calls.ts";
import type { EditorView, FrameContent, FrameNews, FrameView } from "../calls/frame-view.ts";
import { createOutbox } from "../calls/outbox.ts";
import { done, serve } from "../calls/serve.ts";
import { watchLeaving } from "../dom/page/page-left.ts";
import { declareLanguage, message } from "../locale/message.ts";
import { stopsIn } from "../ui/stops.ts";
import { NameNoteEditor } from "../ui/notes/name-note-editor.tsx";
import { NoteWorldProvider } from "../ui/notes/note-world.ts";
import { renderMarkup } from "../ui/notes/markup.tsx";
import controls from "../ui/styles/controls.css";
import head from "../ui/styles/head.css";
import names from "../ui/styles/names.css";
import notes from "../ui/styles/notes.css";
import tokens from "../ui/styles/tokens.css";
import { type Early, hearEarlyKeys } from "../ui/early-keys.ts";
import { Editor } from "./editor.tsx";
import styles from "./frame.css";
import { HighlightList } from "./highlight-list.tsx";
import { listenToKeys } from "./keys.ts";
import { createLeftovers } from "./leftovers.ts";
import { isSealed } from "./markup.ts";
import { NamePart } from "./name-part.tsx";
import { heightOf, sentNews } from "./news.ts";
import passages from "./passages.css";
import { layInDocument } from "./unsaved-copies.ts";

const view = (note: string) => renderMarkup(parseMarkdown(note));

/** What is shown: what the page asked for, and what the user has written on it. */
interface Shown {
  readonly view: FrameView;
  readonly content: FrameContent;
  /** Tells one opening from the next, so that nothing of the first is left in the second. */
  readonly opening: number;
  /** What was typed before it was there. */
  readonly early: string;
}

/** What is known of a highlight before the store is asked. */
const NOTHING_WRITTEN: FrameContent = { annotation: null, noted: [], about: null, colourNames: {}, tags: [] };

/**
 * Shows in this document what is private, as the page around it asks, and tells that page what the user does. It stays
 * as long as its page does: what could not be saved is kept here, whatever is shown.
 *
 * @param key the frame's own.
 */
export function startFrame(key: string): void {
  const tell = (news: FrameNews): void => void callBackground("tellPage", { key, news });
  const { signal } = new AbortController();
  const outbox = createOutbox(signal, (isUnsafe) => tell({ kind: "unsafe", isUnsafe }), layInDocument);
  const leftovers = createLeftovers(outbox, tell);
  let shown: Shown | null = null;
  /** What was asked for last; its content may be on the way. */
  let wanted: { readonly view: FrameView | null; readonly opening: number } = { view: null, opening: 0 };
  /** Which opening the user has closed: what the page asks of it is on its way from before it knew. */
  let closed = -1;
  let height = 0;
  /** Whether something was written in what is shown. */
  let isWritten = false;
  watchLeaving();
  const takeEarly = hearEarlyKeys(() => shown === null, signal);

  declareLanguage();
  document.title = message("productName");
  const style = document.createElement("style");
  style.textContent = [tokens, controls, names, notes, head, passages, styles].join("\n");
  document.head.append(style);
  const main = document.createElement("main");
  document.body.replaceChildren(main);

  const tellHeight = (): void => {
    const now = shown === null ? 0 : heightOf(main);
    if (now === height) return;
    height = now;
    if (now > 0) tell({ kind: "size", height: now });
  };
  new ResizeObserver(tellHeight).observe(main);

  outbox.watch((event) => {
    if (event.kind === "put") isWritten ||= Object.keys(event.unsaved.changes).length > 0;
    if (event.kind !== "sent") return;
    tell(sentNews(event));
    // It stands among the notes from now on.
    if (event.unsaved.kind === "name-note" && event.result.ok) void renew();
  });

  const close = (): void => {
    closed = wanted.opening;
    wanted = { view: null, opening: closed };
    shown = null;
    // What is not saved yet is sent now, and it is told what came of it.
    const isSaved = isWritten && outbox.all().length === 0;
    update();
    tell({ kind: "close", isSaved });
  };

  const viewOf = ({ view: asked, content, opening, early }: Shown) => {
    const openNote = (id: string): void => tell({ kind: "open-note", id });
    switch (asked.kind) {
      case "editor": {
        const { id, made } = asked;
        const annotation =
          content.annotation ?? (made && unstoredAnnotation({ id, ...made }, new Date().toISOString()));
        if (annotation === null) return <p class="soft">{message("errorNotFound")}</p>;
        return (
          <Editor
            key={opening}
            view={asked}
            annotation={annotation}
            noted={content.noted}
            early={annotation.body.note === "" ? early : ""}
            onKeepWording={() => tell({ kind: "accept-wording", id })}
            onOpen={openNote}
            onName={(name) => tell({ kind: "open-name", id, name })}
            onStep={(by) => tell({ kind: "step", by })}
            onDelete={async () => {
              await leftovers.giveUp(id);
              tell({ kind: "delete", id });
            }}
            onClose={close}
          />
        );
      }
      case "highlights":
        return (
          <HighlightList
            key={opening}
            highlights={asked.highlights}
            noted={content.noted}
            onOpen={openNote}
            onClose={close}
          />
        );
      case "name":
        return (
          <NamePart
            key={opening}
            view={asked}
            about={content.about}
            noted={content.noted}
            onDelete={({ id }) => void leftovers.deleteNameNote(id, renew)}
            onOpen={openNote}
          />
        );
    }
  };

  const update = (): void => {
    main.dataset["kind"] = shown?.view.kind ?? "";
    const world = { names: shown?.content.colourNames ?? {}, tags: shown?.content.tags ?? [] };
    render(
      shown === null ? null : (
        <NoteWorldProvider value={{ ...world, outbox, view, NameNoteEditor }}>{viewOf(shown)}</NoteWorldProvider>
      ),
      main,
    );
    tellHeight();
  };

  const withEarly = (asked: EditorView): Early => {
    const { text, isDone } = takeEarly();
    return { text: asked.early + text, isDone: asked.isDone || isDone };
  };

  /** Puts something in. In the very step that does, it is looked again whose document this is. */
  const put = (asked: FrameView, content: FrameContent): void => {
    if (!isSealed()) return;
    const { opening } = wanted;
    const isOpen = shown?.opening === opening;
    if (!isOpen) isWritten = false;
    const early = asked.kind === "editor" && !isOpen ? withEarly(asked) : null;
    shown = { view: asked, content, opening, early: early?.text ?? "" };
    update();
    if (isOpen || asked.kind === "name") return;
    main.querySelector<HTMLElement>("[data-focus]")?.focus({ preventScroll: true });
    if (early?.isDone === true) close();
  };

  /** Shows what is wanted, with what the user has written on it. */
  const renew = async (): Promise<void> => {
    const asked = wanted;
    const { view: wantedView, opening } = asked;
    if (wantedView === null) return;
    const made = wantedView.kind === "editor" && wantedView.made;
    // Of what was just made nothing has to be waited for: the next key is the note's.
    if (made && shown?.opening !== opening) {
      put(wantedView, NOTHING_WRITTEN);
      // The page that made it sends it too. Whichever comes first stores it; and here is said where that can't be done.
      outbox.put(madeAs({ id: wantedView.id, ...made }), "at-once");
    }
    const content = await callBackground("readForFrame", { key, view: wantedView });
    if (asked !== wanted) return;
    if (content.ok) return put(wantedView, content.value);
    tell({ kind: "failed", code: content.error.code });
    if (shown === null) close();
  };

  const focusOn = (end: "first" | "last"): void =>
    stopsIn(main)
      .at(end === "first" ? 0 : -1)
      ?.focus({ preventScroll: true });

  serve(FRAME_CALLS, {
    async hearOverlay({ ask }) {
      switch (ask.kind) {
        case "show":
          // Overtaken on its way.
          if (ask.opening < wanted.opening || ask.opening === closed) break;
          wanted = { view: ask.view, opening: ask.opening };
          if (shown !== null && shown.opening !== ask.opening) {
            shown = null;
            update();
          }
          if (ask.view?.kind !== "editor") takeEarly();
          // Answered at once: the background that passes this on may be ended while the store is read.
          void renew();
          break;
        case "focus":
          focusOn(ask.end);
          break;
        case "restored":
          await leftovers.bringBack(ask.id);
          await renew();
          break;
      }
      return done;
    },
  });

  listenToKeys({
    main,
    kind: () => shown?.view.kind ?? null,
    close,
    tell,
  });
}
