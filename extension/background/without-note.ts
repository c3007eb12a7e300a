import type { Runtime } from "webextension-polyfill";
import type { Annotation, BareAnnotation } from "../../src/annotation/records/annotation.ts";
import type { Noted } from "../../src/annotation/records/name-note.ts";
import { isOnName } from "../../src/annotation/records/name-note.ts";
import { type Result, success } from "../../src/result.ts";
import { PRIVATE } from "../calls/entry.ts";

/** A highlight as a page's script is given it: where it stands, its colour and whether it is noted on, and not what is. */
const withoutNote = (annotation: Annotation): BareAnnotation => ({
  ...annotation,
  body: { ...annotation.body, note: "", tags: [] },
  hasNote: annotation.body.note !== "",
});

/** Highlights as whoever has asked for them may have them. */
export const forSender = (annotations: readonly Annotation[], sender: Runtime.MessageSender): readonly Annotation[] =>
  PRIVATE(sender) ? annotations : annotations.map(withoutNote);

/** A stored record as whoever has written it may have it. */
export function answerFor<Record extends Noted>(result: Result<Record>, sender: Runtime.MessageSender): Result<Record> {
  if (!result.ok || PRIVATE(sender) || isOnName(result.value)) return result;
  return success({ ...result.value, ...withoutNote(result.value) });
}
