import type { Body } from "../../../src/annotation/records/annotation.ts";
import { message } from "../../locale/message.ts";

/** That a highlight was deleted, and with it what was written on it. */
export function deletedText({ note }: Pick<Body, "note">): string {
  return message(note.trim() === "" ? "deleted" : "deletedWithNote");
}
