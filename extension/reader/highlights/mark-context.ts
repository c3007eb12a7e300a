import { subjectAt } from "../../../src/reading/names.ts";
import { overlaps } from "../../../src/text/span.ts";
import { spanOf } from "../../dom/text/text-map.ts";
import { inPageOrder, sharingWords } from "./mark-places.ts";
import type { Mark } from "./mark.ts";
import type { Marks } from "./marks.ts";
import type { MarkContext } from "../overlay/contract.ts";
import type { Stories } from "../stories/stories.ts";
import type { Story } from "../stories/story.ts";

/** A name in the words of a mark: an offset in the text of its story. */
interface NamedIn {
  readonly story: Story;
  readonly offset: number;
}

/** What stands around a mark on the page. */
export interface Surroundings {
  contextOf(mark: Mark): MarkContext;
  /** Where somebody is named in the words of a mark, or `null`. */
  findName(mark: Mark, name: string): NamedIn | null;
}

export function createSurroundings(marks: Marks, stories: Stories): Surroundings {
  const namesIn = (mark: Mark): Map<string, NamedIn & Pick<MarkContext["names"][number], "kind">> => {
    const names = new Map<string, NamedIn & Pick<MarkContext["names"][number], "kind">>();
    for (const range of mark.ranges) {
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
        const subject = subjectAt(analysis, mention.start);
        if (subject === null || names.has(subject.name)) continue;
        names.set(subject.name, { kind: subject.kind, story, offset: mention.start });
      }
    }
    return names;
  };

  return {
    contextOf(mark) {
      const ordered = inPageOrder(marks.all());
      return {
        state: mark.state,
        rewording: mark.rewording,
        number: 1 + ordered.findIndex(({ annotation }) => annotation.id === mark.annotation.id),
        count: ordered.length,
        others: sharingWords(mark, marks.all()).map(({ annotation }) => annotation),
        names: [...namesIn(mark)].map(([name, { kind }]) => ({ name, kind })),
      };
    },
    findName: (mark, name) => namesIn(mark).get(name) ?? null,
  };
}
