import { namedSubjects } from "../../src/reading/named-subjects.ts";
import { callBackground } from "../messaging/call.ts";
import { type Story, titleOf } from "./story.ts";

/**
 * Tells the background whom a story names, as the reader's corrections have it, so that the cards of other articles can
 * tell. It is stored only where the reader keeps something on the story.
 */
export async function keepArticle({ state, view, page, url, facts, isStray }: Story): Promise<void> {
  // The record of a stray's address is another story's.
  if (isStray || state !== "done" || view === null) return;
  await callBackground("keepArticle", {
    page,
    source: url,
    title: titleOf(facts),
    outlet: facts.outlet?.slice(0, 2_000) ?? null,
    published: facts.publishedLocal?.slice(0, 10) ?? null,
    subjects: namedSubjects(view.analysis),
  });
}
