import { useState } from "preact/hooks";
import type { FileProblem, ItemList, Refusal } from "../../../src/exchange/backup.ts";
import type { ImportReport } from "../../exchange/import.ts";
import { message, type MessageKey, plural } from "../../locale/message.ts";

const PROBLEMS: Record<FileProblem, MessageKey> = {
  damaged: "importDamaged",
  unknown: "importUnknown",
  "newer-version": "importNewer",
};
const LISTS: Record<ItemList, MessageKey> = {
  annotations: "refusedAnnotation",
  corrections: "refusedCorrection",
  sites: "refusedSite",
  subjectNotes: "refusedSubjectNote",
  articles: "refusedArticle",
  merges: "refusedMerge",
  searches: "refusedSearch",
};
const REASONS: Record<Refusal, MessageKey> = {
  newer: "refusedNewer",
  address: "refusedAddress",
  "too-long": "refusedTooLong",
  history: "refusedHistory",
  deleted: "refusedDeleted",
  "no-words": "refusedNoWords",
  damaged: "refusedDamaged",
};

/** How many refused items are told of at first, and how many more each time. */
const STEP = 20;

/** Why nothing of a file was imported. */
export function Rejected({ problem }: { readonly problem: FileProblem }) {
  return <p class="notice error">{message(PROBLEMS[problem])}</p>;
}

/** What an import did, item by item where something was refused. */
export function Report({ outcome }: { readonly outcome: ImportReport }) {
  const { added, updated, unchanged, articles, refusedCount } = outcome;
  return (
    <>
      <p class="notice">{message("importDone", added, updated, unchanged)}</p>
      {articles > 0 && <p class="soft">{plural("articlesKept", articles)}</p>}
      {refusedCount > 0 && (
        <div class="notice error">
          <p>{plural("refused", refusedCount)}</p>
          <Refused outcome={outcome} />
        </div>
      )}
    </>
  );
}

/** What of a file can't be imported, item by item, and why. */
export function Refused({ outcome: { refused } }: { readonly outcome: ImportReport }) {
  const [shown, setShown] = useState(STEP);
  return (
    <>
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
    </>
  );
}
