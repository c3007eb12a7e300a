import { useState } from "preact/hooks";
import type { BackupProblem, ImportOutcome, Refusal, RefusedItem } from "../../src/exchange/backup.ts";
import { message, type MessageKey, plural } from "../locale/message.ts";

const PROBLEMS: Record<BackupProblem, MessageKey> = {
  damaged: "importDamaged",
  "no-backup": "importNoBackup",
  "newer-version": "importNewer",
  "too-large": "importTooLarge",
};
const LISTS: Record<RefusedItem["list"], MessageKey> = {
  annotations: "refusedAnnotation",
  corrections: "refusedCorrection",
  sites: "refusedSite",
  subjectNotes: "refusedSubjectNote",
  articles: "refusedArticle",
};
const REASONS: Record<Refusal, MessageKey> = {
  newer: "refusedNewer",
  address: "refusedAddress",
  "too-long": "refusedTooLong",
  history: "refusedHistory",
  deleted: "refusedDeleted",
  damaged: "refusedDamaged",
};

/** How many refused items are told of at first, and how many more each time. */
const STEP = 20;

/** What an import did, item by item where something was refused. */
export function Imported({ outcome }: { readonly outcome: ImportOutcome }) {
  const [shown, setShown] = useState(STEP);
  if (outcome.kind === "rejected") return <p class="notice error">{message(PROBLEMS[outcome.problem])}</p>;
  const { added, updated, unchanged, refused } = outcome;
  return (
    <>
      <p class="notice">{message("importDone", added, updated, unchanged)}</p>
      {refused.length > 0 && (
        <div class="notice error">
          <p>{plural("refused", refused.length)}</p>
          <ul class="refused">
            {refused.slice(0, shown).map(({ list, index, label, reason }) => (
              <li key={`${list}${index}`}>
                <b dir="auto">
                  {message(LISTS[list], (index + 1).toLocaleString())}
                  {label !== "" && message("refusedLabel", label)}
                </b>
                <span>{message(REASONS[reason])}</span>
              </li>
            ))}
          </ul>
          {refused.length > shown && (
            <button type="button" onClick={() => setShown(shown + STEP)}>
              {plural("moreRefused", refused.length - shown)}
            </button>
          )}
        </div>
      )}
    </>
  );
}
