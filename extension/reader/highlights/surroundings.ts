import { nameAt } from "../../../src/reading/names.ts";
import { overlaps } from "../../../src/text/span.ts";
import { spanOf } from "../../dom/text/text-map.ts";
import { inPageOrder, sharingWords } from "./positions.ts";
import type { Highlight } from "./highlight.ts";
import type { Highlights } from "./highlights.ts";
import type { HighlightContext } from "../overlay/contract.ts";
import type { Stories } from "../stories/stories.ts";
import type { Story } from "../stories/story.ts";

/** A name in the words of a highlight: an offset in the text of its story. */
interface NamedIn {
  readonly story: Story;
  readonly offset: number;
}

/** What stands around a highlight on the page. */
export interface Surroundings {
  contextOf(highlight: Highlight): HighlightContext;
  /** Where somebody is named in the words of a highlight, or `null`. */
  findName(highlight: Highlight, name: string): NamedIn | null;
}

export function createSurroundings(highlights: Highlights, stories: Stories): Surroundings {
  const namesIn = (highlight: Highlight): Map<string, NamedIn & Pick<HighlightContext["names"][number], "kind">> => {
    const names = new Map<string, NamedIn & Pick<HighlightContext["names"][number], "kind">>();
    for (const range of highlight.ranges) {
      const story = stories.holding(range.startContainer);
      const view = story?.view ?? null;
      if (story === null || view === null || !view.isShown) continue;
      const { analysis, live } = view;
      const span = spanOf(live.map, range);
      if (span === null) continue;
      const mentions = [
        ...analysis.entities.flatMap((entity) => entity.mentions),
        ...analysis.quotations.flatMap(({ source }) => source ?? []),
      ];
      for (const mention of mentions.filter((candidate) => overlaps(candidate, span))) {
        const named = nameAt(analysis, mention.start);
        if (named === null || names.has(named.name)) continue;
        names.set(named.name, { kind: named.kind, story, offset: mention.start });
      }
    }
    return names;
  };

  return {
    contextOf(highlight) {
      const ordered = inPageOrder(highlights.all());
      return {
        state: highlight.state,
        rewording: highlight.rewording,
        number: 1 + ordered.findIndex(({ annotation }) => annotation.id === highlight.annotation.id),
        count: ordered.length,
        others: sharingWords(highlight, highlights.all()).map(({ annotation }) => annotation),
        names: [...namesIn(highlight)].map(([name, { kind }]) => ({ name, kind })),
      };
    },
    findName: (highlight, name) => namesIn(highlight).get(name) ?? null,
  };
}
