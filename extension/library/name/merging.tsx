import { useId, useState } from "preact/hooks";
import type { ListedKind, ListedName } from "../../../src/library/names.ts";
import type { NameKind } from "../../../src/annotation/records/name.ts";
import { callBackground } from "../../calls/call.ts";
import { message } from "../../locale/message.ts";
import type { NameSheet } from "../../search/name-sheet.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLibrary } from "../library-world.ts";

/** How many names are offered. */
const OFFERED = 8;

/** Has another spelling be the same as this name in all articles, and takes that back. */
export function Merging({ sheet }: { readonly sheet: NameSheet }) {
  const { search, say, go } = useLibrary();
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const kind = sheet.key.slice(0, sheet.key.indexOf(":")) as ListedKind;
  const offered = useAnswer(search, "names", isOpen ? { kind, typed, limit: OFFERED + 1 } : null);
  const others = offered.state === "ready" ? offered.value.items.filter(({ key }) => key !== sheet.key) : [];

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
    const draft = { id: made, kind: kind as NameKind, into: { key: sheet.key, name: sheet.name }, from: { key, name } };
    const done = await callBackground("mergeNames", draft);
    if (!done.ok) return say({ text: failureText(done.error), tone: "error", undo: null });
    setOpen(false);
    setTyped("");
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
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{message("mergeWith")}</summary>
        <label for={id}>{message("mergeHint")}</label>
        <input
          id={id}
          type="search"
          dir="auto"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <ul class="list">
          {others.slice(0, OFFERED).map((other) => (
            <li key={other.key}>
              <button type="button" class="plain" dir="auto" onClick={() => void merge(other)}>
                {message("mergeName", other.name)}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
