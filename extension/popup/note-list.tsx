import { useRef } from "preact/hooks";
import type { Annotation } from "../../src/annotation/annotation.ts";
import type { AnchorState } from "../../src/messaging/protocol.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../messaging/call.ts";
import type { Database } from "../store/database.ts";
import { failureText } from "../ui/failure-text.ts";
import { focusBeside } from "./focus.ts";
import { HistoryBar } from "./history-bar.tsx";
import { Note } from "./note.tsx";
import type { Say } from "./toast.tsx";

interface NoteListProps {
  readonly database: Database;
  readonly annotations: readonly Annotation[];
  readonly isLoading: boolean;
  readonly empty: string;
  /** How each stands on the page, or `null` where the list is not of one page. */
  readonly anchors: Readonly<Record<string, AnchorState>> | null;
  readonly onGo: (annotation: Annotation) => void;
  readonly showTitle: boolean;
  readonly say: Say;
}

/** Notes with edit and delete. What was deleted can be brought back for a while. */
export function NoteList({ database, annotations, isLoading, empty, anchors, onGo, showTitle, say }: NoteListProps) {
  const list = useRef<HTMLUListElement>(null);

  const restore = async (id: string): Promise<void> => {
    const restored = await callBackground("restoreAnnotation", { id });
    if (!restored.ok) say({ text: failureText(restored.error), tone: "error", undo: null });
  };
  const remove = async (id: string): Promise<void> => {
    const removed = await callBackground("deleteAnnotation", { id });
    if (!removed.ok) return say({ text: failureText(removed.error), tone: "error", undo: null });
    focusBeside(list.current, id);
    say({ text: message("deleted"), tone: "plain", undo: () => void restore(id) });
  };

  return (
    <>
      <HistoryBar database={database} say={say} />
      {annotations.length === 0 && <p class="state">{isLoading ? message("loading") : empty}</p>}
      <ul ref={list} class="list">
        {annotations.map((annotation) => (
          <Note
            key={annotation.id}
            annotation={annotation}
            isLost={anchors?.[annotation.id] === "lost"}
            showTitle={showTitle}
            onGo={() => onGo(annotation)}
            onDelete={() => void remove(annotation.id)}
          />
        ))}
      </ul>
    </>
  );
}
