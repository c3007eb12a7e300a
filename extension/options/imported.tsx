import type { BackupProblem, ImportOutcome, RefusedItem } from "../../src/exchange/backup.ts";
import { message, type MessageKey, plural } from "../locale/message.ts";

const PROBLEMS: Record<BackupProblem, MessageKey> = {
  damaged: "importDamaged",
  "no-backup": "importNoBackup",
  "newer-version": "importNewer",
  "too-large": "importTooLarge",
};
const REFUSED: Record<RefusedItem["list"], MessageKey> = {
  annotations: "refusedAnnotation",
  corrections: "refusedCorrection",
  sites: "refusedSite",
};

/** How many refused items are told of one by one. */
const SHOWN = 20;

/** What an import did, item by item where something was refused. */
export function Imported({ outcome }: { readonly outcome: ImportOutcome }) {
  if (outcome.kind === "rejected") return <p class="notice error">{message(PROBLEMS[outcome.problem])}</p>;
  const { added, updated, unchanged, refused } = outcome;
  return (
    <>
      <p class="notice">{message("importDone", added, updated, unchanged)}</p>
      {refused.length > 0 && (
        <div class="notice error">
          <p>{plural("refused", refused.length)}</p>
          <ul class="refused">
            {refused.slice(0, SHOWN).map(({ list, index, reason }) => (
              <li key={`${list}${index}`}>{message(REFUSED[list], index + 1, reason)}</li>
            ))}
            {refused.length > SHOWN && <li>{plural("moreRefused", refused.length - SHOWN)}</li>}
          </ul>
        </div>
      )}
    </>
  );
}
