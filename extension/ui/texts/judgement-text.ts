import type { Judgement, Verdict } from "../../../src/corrections/corrections.ts";
import type { NameKind } from "../../../src/annotation/records/name.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const CLAIMS: Record<Exclude<Verdict, "none">, MessageKey> = {
  person: "verdictPerson",
  place: "verdictPlace",
  organisation: "verdictOrganisation",
};
const DENIALS: Record<NameKind, MessageKey> = {
  person: "verdictNoPerson",
  place: "verdictNoPlace",
  organisation: "verdictNoOrganisation",
  source: "verdictNoSource",
};

/** What a name is or is not, as the end of a sentence: "a place", "not a person". */
export function judgementText({ verdict, from }: Judgement): string {
  if (verdict !== "none") return message(CLAIMS[verdict]);
  return message(from === null ? "verdictNone" : DENIALS[from]);
}
