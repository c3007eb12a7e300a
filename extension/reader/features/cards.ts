import { nameAt } from "../../../src/reading/names.ts";
import { failure } from "../../../src/result.ts";
import type { Span } from "../../../src/text/span.ts";
import { done } from "../../calls/serve.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { coversText, rangeAcross } from "../../dom/text/ranges.ts";
import { createSurroundings } from "../highlights/surroundings.ts";
import type { Install } from "../page.ts";
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
      said: named.statements.flatMap(({ content }) => content.flatMap((span) => view.rangesOf(span))),
      story,
      article,
      analysis,
      named,
      mention,
      highlights: shown,
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
