import { useState } from "preact/hooks";
import { cleanTag, COLOURS } from "../../../src/annotation/records/annotation.ts";
import type { BulkChange, BulkStep } from "../../../src/annotation/records/bulk.ts";
import { isOnName, type Noted } from "../../../src/annotation/records/name-note.ts";
import { callBackground } from "../../calls/call.ts";
import { message, plural } from "../../locale/message.ts";
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
    const ids = [...selection];
    const [highlights, onNames] = await Promise.all([
      database.annotations.bulkGet(ids),
      database.subjectNotes.bulkGet(ids),
    ]);
    const notes = [...highlights, ...onNames].filter((note) => note !== undefined);
    await navigator.clipboard.writeText(notes.map(asText).join("\n\n"));
    say({ text: plural("manyCopied", notes.length), tone: "plain", undo: null });
  };
  return (
    <div class="bulk" role="toolbar" aria-label={message("selectedLabel")}>
      <span role="status">{plural("selected", selection.size)}</span>
      {isBin ? (
        <button type="button" onClick={() => change({ kind: "restore" })}>
          {message("putBack")}
        </button>
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

/** A note as it is pasted: its words, what was written on them, and where they stand. */
function asText(note: Noted): string {
  const { note: written } = note.body;
  const [about, where] = isOnName(note)
    ? [note.subject.name, note.origin]
    : [`“${note.target.selectors.quote.exact}”`, note.target];
  return [about, written, `${where.title}\n${where.source}`].filter(Boolean).join("\n");
}
