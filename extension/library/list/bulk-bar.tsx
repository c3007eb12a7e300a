import { useState } from "preact/hooks";
import { cleanTag, COLOURS } from "../../../src/annotation/records/annotation.ts";
import type { BulkChange, BulkStep } from "../../../src/annotation/records/bulk.ts";
import type { Clip } from "../../../src/exchange/export/quoted-words.ts";
import { callBackground } from "../../calls/call.ts";
import { message, plural } from "../../locale/message.ts";
import { copyClip } from "../../ui/copy.ts";
import { later } from "../../ui/later.tsx";
import { useNoteWorld } from "../../ui/notes/note-world.ts";
import { colourLabel } from "../../ui/texts/colour-name.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLibrary } from "../library-world.ts";
import type { Selection } from "./selection.ts";

// The formats are much code, which most visits do without.
const Export = later(async () => (await import("../../views/exchange/export.tsx")).Export);

/** Changes many notes, and says so with a way back. */
export function useBulk(): (selection: Selection, change: BulkChange) => Promise<void> {
  const { say } = useLibrary();
  const apply = async (step: BulkStep): Promise<readonly BulkStep[] | null> => {
    const done = await callBackground("changeMany", step);
    if (done.ok) return done.value;
    say({ text: failureText(done.error), tone: "error", undo: null });
    return null;
  };
  return async (selection, change) => {
    const back = await apply({ ids: [...selection], change });
    if (back === null) return;
    const count = new Set(back.flatMap(({ ids }) => ids)).size;
    const undo = async (): Promise<void> => {
      for (const step of back) await apply(step);
    };
    const text = plural(change.kind === "delete" ? "manyDeleted" : "manyChanged", count);
    say({ text, tone: "plain", undo: back.length === 0 ? null : () => void undo() });
  };
}

interface BulkBarProps {
  readonly selection: Selection;
  readonly isBin: boolean;
  readonly onClear: () => void;
}

/** What can be done with the notes that are selected. */
export function BulkBar({ selection, isBin, onClear }: BulkBarProps) {
  const { database, say } = useLibrary();
  const { names, tags } = useNoteWorld();
  const [tag, setTag] = useState("");
  const [isExporting, setExporting] = useState(false);
  const bulk = useBulk();
  const change = (made: BulkChange): void => void bulk(selection, made);
  const withTag = (kind: "add-tag" | "remove-tag"): void => {
    const clean = cleanTag(tag);
    if (clean === "") return;
    change({ kind, tag: clean });
    setTag("");
  };
  const copy = async (): Promise<void> => {
    const clip = async (): Promise<Clip> => {
      const { clipOf } = await import("../../exchange/clipping.ts");
      return clipOf(database, { kind: "records", ids: [...selection] });
    };
    if (await copyClip(clip())) say({ text: plural("manyCopied", selection.size), tone: "plain", undo: null });
    else say({ text: message("notCopied"), tone: "error", undo: null });
  };
  return (
    <div class="bulk" role="toolbar" aria-label={message("selectedLabel")}>
      <span role="status">{plural("selected", selection.size)}</span>
      {isBin ? (
        <>
          <button type="button" onClick={() => change({ kind: "restore" })}>
            {message("putBack")}
          </button>
          <RemoveForGood selection={selection} onDone={onClear} />
        </>
      ) : (
        <>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              withTag("add-tag");
            }}
          >
            <input
              list="bulk-tags"
              dir="auto"
              aria-label={message("tag")}
              placeholder={message("tag")}
              value={tag}
              onInput={({ currentTarget }) => setTag(currentTarget.value)}
            />
            <datalist id="bulk-tags">
              {tags.slice(0, 200).map((known) => (
                <option key={known.tag} value={known.tag} />
              ))}
            </datalist>
            <button type="submit">{message("addTagTo")}</button>
            <button type="button" onClick={() => withTag("remove-tag")}>
              {message("removeTagFrom")}
            </button>
          </form>
          <span role="group" aria-label={message("colour")}>
            {COLOURS.map((colour) => (
              <button
                key={colour}
                type="button"
                class="colour"
                style={{ "--colour": `var(--${colour})` }}
                aria-label={colourLabel(colour, names)}
                title={colourLabel(colour, names)}
                onClick={() => change({ kind: "colour", colour })}
              />
            ))}
          </span>
          <button type="button" onClick={() => void copy()}>
            {message("copy")}
          </button>
          <button type="button" aria-expanded={isExporting} onClick={() => setExporting(!isExporting)}>
            {message("export")}
          </button>
          <button
            type="button"
            class="danger"
            onClick={() => {
              change({ kind: "delete" });
              onClear();
            }}
          >
            {message("delete")}
          </button>
        </>
      )}
      <button type="button" class="plain end" onClick={onClear}>
        {message("selectNone")}
      </button>
      {isExporting && !isBin && <Export database={database} scope={{ kind: "records", ids: [...selection] }} />}
    </div>
  );
}

/** Removes what is selected from the bin. That can't be undone, so it takes a second press. */
function RemoveForGood({ selection, onDone }: { readonly selection: Selection; readonly onDone: () => void }) {
  const { say } = useLibrary();
  /** What was selected when it was asked for: something else is another question. */
  const [asked, setAsked] = useState<Selection | null>(null);
  const isAsked = asked === selection;
  const remove = async (): Promise<void> => {
    if (!isAsked) return setAsked(selection);
    const removed = await callBackground("removeForGood", { ids: [...selection] });
    if (!removed.ok) return say({ text: failureText(removed.error), tone: "error", undo: null });
    say({ text: plural("removedForGood", removed.value), tone: "plain", undo: null });
    onDone();
  };
  return (
    <button type="button" class="danger" onClick={() => void remove()}>
      {isAsked ? plural("removeForGoodAsked", selection.size) : message("removeForGood")}
    </button>
  );
}
