import type { NameKind } from "../../../src/annotation/records/name.ts";
import { type Claim, foldName, type Judgement, subjectOf, type Verdict } from "../../../src/corrections/corrections.ts";
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

/** What a correction says of its subject, as the end of a sentence: "is a place", "is said by Edvard Moen". */
export function claimText(claim: Claim): string {
  switch (claim.about) {
    case "name":
      return message("correctionRow", judgementText(claim));
    case "speaker":
      return claim.speaker === null ? message("claimNobody") : message("claimSpeaker", claim.speaker.name);
    case "same":
      return message("claimSame", claim.other.name);
    case "apart":
      return message("claimApart", claim.who.name);
  }
}

/** What a name is or is not: "a place", "not a person". */
function judgementText({ verdict, from }: Judgement): string {
  if (verdict !== "none") return message(CLAIMS[verdict]);
  return message(from === null ? "verdictNone" : DENIALS[from]);
}

/** How much of a statement is shown, in UTF-16 code units. */
const SHOWN = 90;

/** What a correction is about: a name, or the beginning of a statement. */
export function claimSubject(claim: Claim): string {
  const subject = foldName(subjectOf(claim));
  return subject.length > SHOWN ? `${subject.slice(0, SHOWN).trimEnd()} …` : subject;
}
