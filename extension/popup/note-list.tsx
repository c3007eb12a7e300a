import { useRef, useState } from "preact/hooks";
import type { Annotation } from "../../src/annotation/annotation.ts";
import type { AnchorState } from "../../src/messaging/protocol.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../messaging/call.ts";
import { failureText } from "../ui/failure-text.ts";
import { Note } from "./note.tsx";

interface NoteListProps {
  readonly annotations: readonly Annotation[];
  readonly isLoading: boolean;
  readonly empty: string;
  /** How each stands on the page, or `null` where the list is not of one page. */
  readonly anchors: Readonly<Record<string, AnchorState>> | null;
  readonly onGo: (annotation: Annotation) => void;
  readonly showTitle: boolean;
}

/** How long "Undo" is offered, in milliseconds. */
const UNDO_DURATION = 10_000;

/** Notes with edit and delete. What was deleted can be brought back for a while. */
export function NoteList({ annotations, isLoading, empty, anchors, onGo, showTitle }: NoteListProps) {
  const [deleted, setDeleted] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const change = async (call: "deleteAnnotation" | "restoreAnnotation", id: string): Promise<void> => {
    const changed = await callBackground(call, { id });
    clearTimeout(timer.current);
    setProblem(changed.ok ? null : failureText(changed.error));
    setDeleted(changed.ok && call === "deleteAnnotation" ? id : null);
    timer.current = setTimeout(() => setDeleted(null), UNDO_DURATION);
  };

  return (
    <>
      {annotations.length === 0 && <p class="state">{isLoading ? message("loading") : empty}</p>}
      <ul class="list">
        {annotations.map((annotation) => (
          <Note
            key={annotation.id}
            annotation={annotation}
            isLost={anchors?.[annotation.id] === "lost"}
            showTitle={showTitle}
            onGo={() => onGo(annotation)}
            onDelete={() => void change("deleteAnnotation", annotation.id)}
          />
        ))}
      </ul>
      {problem !== null && (
        <p class="bar" role="alert">
          {problem}
        </p>
      )}
      {deleted !== null && (
        <p class="bar" role="status">
          {message("deleted")}
          <button type="button" onClick={() => void change("restoreAnnotation", deleted)}>
            {message("undo")}
          </button>
        </p>
      )}
    </>
  );
}
