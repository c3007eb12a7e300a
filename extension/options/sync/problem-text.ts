import type { SetupProblem } from "../../calls/sync-answers.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const TEXTS: Readonly<Record<SetupProblem, MessageKey>> = {
  unreachable: "syncUnreachable",
  slow: "syncSlow",
  "no-access": "syncNoAccess",
  "wrong-password": "syncWrongPassword",
  forbidden: "syncForbidden",
  "no-database": "syncNoDatabase",
  rebuilt: "syncRebuilt",
  full: "syncFull",
  "too-long": "syncTooLong",
  busy: "syncBusy",
  nonsense: "syncNonsense",
  storage: "syncStorage",
  "wrong-passphrase": "syncWrongPassphrase",
  "not-ours": "syncNotOurs",
  newer: "syncNewer",
};

/** What is wrong with the sync and what to do about it. */
export const problemText = (problem: SetupProblem): string => message(TEXTS[problem]);
