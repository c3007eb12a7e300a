import type { Failure, FailureCode } from "../../../src/result.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const TEXTS: Partial<Record<FailureCode, MessageKey>> = {
  "storage-full": "errorStorageFull",
  "storage-failed": "errorStorageFailed",
  "model-damaged": "errorModelDamaged",
  private: "errorPrivate",
  unreachable: "errorUnreachable",
  superseded: "errorSuperseded",
  "not-found": "errorNotFound",
  "invalid-input": "errorInvalidInput",
};

/** What went wrong and what to do about it, for the user. */
export function failureText({ code }: Pick<Failure, "code">): string {
  return message(TEXTS[code] ?? "errorInternal");
}
