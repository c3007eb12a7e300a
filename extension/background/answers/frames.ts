import { aboutName } from "../../../src/reading/about-name.ts";
import { failure, success } from "../../../src/result.ts";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { FrameContent, FrameView } from "../../calls/frame-view.ts";
import type { Database } from "../../store/database.ts";
import { keptOnNames } from "../../store/name-note-queries.ts";
import { annotationsById, colourNames } from "../../store/queries.ts";
import { guarded } from "../../store/records.ts";
import { tagsInUse } from "../../store/tag-counts.ts";
import type { LeftBehind } from "../save.ts";
import { askFrame, fillFrame, frameOf, tellPage } from "../private-frames.ts";

/** Calls about private frames on pages, and from them. */
export const answersOnFrames = (database: Database, leftBehind: LeftBehind) =>
  ({
    fillFrame: ({ key, frameId }, sender) => fillFrame(key, frameId, sender),
    askFrame: ({ key, ask }, sender) => askFrame(key, ask, sender),
    readForFrame: async ({ key, view }, sender) => {
      if ((await frameOf(key, sender)) === null) return failure("forbidden", "this is no private frame");
      return guarded(async () => {
        // A page that moves our host has the frame loaded anew, in the middle of a word.
        if (view.kind === "editor") await leftBehind.saveOf(view.id);
        return success(await contentOf(database, view));
      });
    },
    tellPage: ({ key, news }, sender) => tellPage(key, news, sender),
  }) satisfies Partial<Handlers<BackgroundCalls>>;

async function contentOf(database: Database, view: FrameView): Promise<FrameContent> {
  const listed = view.kind === "editor" ? view.others : view.highlights;
  const [others, [annotation = null], about, names, tags] = await Promise.all([
    annotationsById(
      database,
      listed.map(({ id }) => id),
    ),
    annotationsById(database, view.kind === "editor" ? [view.id] : []),
    view.kind === "name" ? keptOnNames(database, [view.named], view.page) : null,
    colourNames(database),
    tagsInUse(database),
  ]);
  return {
    annotation,
    noted: others.filter(({ body }) => body.note !== "").map(({ id }) => id),
    about: about !== null && view.kind === "name" ? aboutName(about, view.named) : null,
    colourNames: names,
    tags,
  };
}
