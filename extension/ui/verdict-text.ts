import type { Verdict } from "../../src/entities/corrections.ts";
import { message, type MessageKey } from "../locale/message.ts";

const TEXTS: Record<Verdict, MessageKey> = {
  none: "verdictNone",
  person: "verdictPerson",
  place: "verdictPlace",
  organisation: "verdictOrganisation",
};

/** What a name is, as the end of a sentence: "a place". */
export function verdictText(verdict: Verdict): string {
  return message(TEXTS[verdict]);
}
