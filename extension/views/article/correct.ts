import type { Claim } from "../../../src/corrections/corrections.ts";
import type { Failure } from "../../../src/result.ts";
import { saveClaim, type Where } from "../../calls/save-claim.ts";
import { message } from "../../locale/message.ts";
import { correctionsOfPage } from "../../store/queries.ts";
import { claimSubject, claimText } from "../../ui/texts/claim-text.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import type { Correcting } from "./correcting.ts";

/** Saves what the user says, and offers to undo it. What comes of it the page tells by itself. */
export async function correct(on: Correcting, claim: Claim, where: Where): Promise<void> {
  const { database, page, title, say } = on;
  const failed = (error: Failure): void => say({ text: failureText(error), tone: "error", undo: null });
  // What has the focus may go with what was said.
  document.querySelector<HTMLElement>("#panel")?.focus();
  const saved = await saveClaim(await correctionsOfPage(database, page), claim, where, { page, title });
  if (!saved.ok) return failed(saved.error);
  const undo = async (): Promise<void> => {
    const undone = await saved.value.undo();
    if (!undone.ok) failed(undone.error);
  };
  say({ text: message("corrected", claimSubject(claim), claimText(claim)), tone: "plain", undo: () => void undo() });
}
