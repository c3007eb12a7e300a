import type { ListedName } from "../../../src/library/names.ts";
import type { NameKind } from "../../../src/annotation/records/name.ts";
import { callBackground } from "../../calls/call.ts";
import { message } from "../../locale/message.ts";
import type { NameSheet } from "../../search/name-sheet.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLibrary } from "../library-world.ts";
import { FindName, useNameFinder } from "./find-name.tsx";

/** Has another spelling be the same as this name in all articles, and takes that back. */
export function Merging({ sheet }: { readonly sheet: NameSheet }) {
  const { say, go } = useLibrary();
  const finder = useNameFinder(sheet.key, 0);
  const kind = sheet.key.slice(0, sheet.key.indexOf(":")) as NameKind;

  const split = async (merge: string): Promise<void> => {
    const done = await callBackground("splitNames", { id: merge });
    if (!done.ok) return say({ text: failureText(done.error), tone: "error", undo: null });
    say({
      text: message("namesSplit"),
      tone: "plain",
      undo: () => void callBackground("mergeNamesAgain", { id: merge }),
    });
  };
  const merge = async ({ key, name }: ListedName): Promise<void> => {
    const made = crypto.randomUUID();
    const draft = { id: made, kind, into: { key: sheet.key, name: sheet.name }, from: { key, name } };
    const done = await callBackground("mergeNames", draft);
    if (!done.ok) return say({ text: failureText(done.error), tone: "error", undo: null });
    finder.setOpen(false);
    finder.setTyped("");
    go({ name: sheet.key }, "replace");
    say({
      text: message("namesMerged", name, sheet.name),
      tone: "plain",
      undo: () => void callBackground("splitNames", { id: made }),
    });
  };

  return (
    <section aria-label={message("sameAs")} class="merging">
      {sheet.merges.length > 0 && (
        <ul class="list calls">
          {sheet.merges.map(({ id: merged, from }) => (
            <li key={merged}>
              {message("mergedName")} <span dir="auto">{from.name}</span>{" "}
              <button type="button" class="plain" onClick={() => void split(merged)}>
                {message("splitName")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FindName
        finder={finder}
        title={message("mergeWith")}
        hint={message("mergeHint")}
        names={finder.others}
        label={({ name }) => message("mergeName", name)}
        onChoose={(name) => void merge(name)}
      />
    </section>
  );
}
