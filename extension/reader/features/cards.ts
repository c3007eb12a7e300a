import { type UnsavedNameNote, withUnsaved } from "../../../src/annotation/unsaved.ts";
import { asNamed } from "../../../src/reading/named.ts";
import { nameAt } from "../../../src/reading/names.ts";
import { failure } from "../../../src/result.ts";
import type { Span } from "../../../src/text/span.ts";
import { callBackground } from "../../calls/call.ts";
import { done } from "../../calls/serve.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { coversText, rangeAcross } from "../../dom/text/ranges.ts";
import { message } from "../../locale/message.ts";
import { createSurroundings } from "../highlights/surroundings.ts";
import type { CardNotes } from "../overlay/contract.ts";
import type { Install, Page } from "../page.ts";
import { titleOf } from "../page-address.ts";
import type { Story } from "../stories/story.ts";
import { rangesOfPassage } from "./passages.ts";

/** The card of a name: opens it, goes through its mentions, and keeps it beside its words. */
export const installCards: Install = (page) => {
  const { highlights, stories, overlay, commands } = page;
  const { findName } = createSurroundings(highlights, stories);

  /** Where a span of the open card's article stands now; nowhere where no card is open. */
  const rangesOfCard = (span: Span): readonly Range[] => {
    const { panel } = overlay;
    if (panel?.kind !== "card") return [];
    const { story, article } = panel;
    // The page may have changed since the card was opened.
    return rangesOfPassage(stories, { page: story.page, span, words: article.text.slice(span.start, span.end) });
  };

  commands.on("open-card", ({ story, offset, highlights: here }) => {
    const { view } = story;
    const named = view?.isShown ? nameAt(view.analysis, offset) : null;
    if (view === null || named === null) return failure("not-found", "nobody is named here");
    const point = { start: offset, end: offset + 1 };
    const mention = named.mentions.find(({ start, end }) => start <= offset && offset < end) ?? point;
    const [anchor] = view.rangesOf(mention);
    if (anchor === undefined) return failure("not-found", "the name has left the page");
    const shown = here.map(({ annotation }) => annotation);
    const { analysis } = view;
    const { article } = view.live;
    overlay.open({
      kind: "card",
      anchor,
      story,
      article,
      analysis,
      named,
      mention,
      highlights: shown,
      notes: notesOn(page, story),
    });
    return done;
  });

  commands.on("open-name", ({ id, name }) => {
    const highlight = highlights.get(id);
    const named = highlight === null ? null : findName(highlight, name);
    if (highlight === null || named === null) return failure("not-found", `${name} has left the page`);
    const { story, offset } = named;
    return commands.send({ kind: "open-card", story, offset, highlights: [highlight] });
  });

  commands.on("go", ({ span }) => {
    const ranges = rangesOfCard(span);
    const [first] = ranges;
    if (first === undefined) return failure("not-found", "the words have left the page");
    scrollToRange(first);
    overlay.moveCard(first);
    overlay.point(ranges);
    return done;
  });

  commands.on("write-on-mention", async ({ mention }) => {
    const range = rangeAcross(rangesOfCard(mention));
    if (range === null) return failure("not-found", "the mention has left the page");
    return commands.send({ kind: "write", range, field: "note" });
  });

  // Keeps the card beside its name where the page has put that elsewhere, and closes it where the name has gone.
  page.onMoved(() => {
    const { panel } = overlay;
    if (panel?.kind !== "card" || coversText(panel.anchor)) return;
    const [anchor] = rangesOfCard(panel.mention);
    if (anchor === undefined) overlay.close();
    else overlay.moveCard(anchor);
  });

  page.onChange(({ kind }) => {
    if (kind === "names" || kind === "annotations" || kind === "everything") overlay.renewCard();
  });
};

/** The notes on a name that a card of a story shows. */
export function notesOn({ overlay, outbox, showFailure }: NotesOf, story: Story): CardNotes {
  /** @param unsaved what of the note was not saved yet. @param isStored whether anything of it was. */
  async function restore(id: string, unsaved: UnsavedNameNote | null, isStored: boolean): Promise<void> {
    if (unsaved !== null) outbox.put(unsaved, "at-once");
    const restored = isStored ? await callBackground("restoreNameNote", { id }) : done;
    if (!restored.ok) showFailure(restored.error);
    overlay.renewCard();
  }

  return {
    async about(named) {
      const about = await callBackground("aboutName", { named: asNamed(named), page: story.page });
      if (!about.ok) return null;
      const notes = withUnsaved(about.value.notes, asNamed(named), outbox.all(), new Date().toISOString());
      return { ...about.value, notes };
    },
    unsavedWith(id, { kind, name }, changes) {
      const origin = { source: story.url, page: story.page, title: titleOf(story.facts) };
      return { kind: "name-note", id, subject: { kind, name }, origin, changes };
    },
    async remove(id) {
      await outbox.settled(id);
      const left = outbox.discard(id);
      const unsaved = left?.kind === "name-note" ? left : null;
      const removed = await callBackground("deleteNameNote", { id });
      // One that was never stored is gone already.
      const wasNeverStored = unsaved !== null && !removed.ok && removed.error.code === "not-found";
      if (!removed.ok && !wasNeverStored) {
        if (unsaved !== null) outbox.put(unsaved, "at-once");
        return showFailure(removed.error);
      }
      overlay.renewCard();
      const undo = (): void => void restore(id, unsaved, removed.ok);
      overlay.toast({ text: message("subjectNoteDeleted"), tone: "plain", undo });
    },
  };
}

type NotesOf = Pick<Page, "overlay" | "outbox" | "showFailure">;
