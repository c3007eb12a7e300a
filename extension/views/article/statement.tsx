import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Clip } from "../../../src/exchange/export/quoted-words.ts";
import type { Statement as SaidInText } from "../../../src/reading/statements.ts";
import type { Span } from "../../../src/text/span.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import { copyClip } from "../../ui/copy.ts";
import { statementTypeName } from "../../ui/texts/statement-type.ts";
import { Said } from "./said.tsx";

interface StatementProps {
  readonly statement: SaidInText;
  readonly text: string;
  /** Makes what copying it gives. */
  readonly clip: () => Promise<Clip>;
  /** Whether the user has highlighted it already. */
  readonly isMarked: boolean;
  /** Whether it stands in the page's viewport, and is the first of those that do. */
  readonly isInView: boolean;
  readonly isCurrent: boolean;
  /** The user's say on who said it, where the page takes one. */
  readonly putRight: ((describedBy: string) => ComponentChildren) | null;
  readonly onGo: (span: Span) => void;
  readonly onSave: (span: Span) => Promise<boolean>;
}

/** One statement: a click goes to it; it can be copied with its source, and saved as a note. */
export function Statement(props: StatementProps) {
  const { statement, text, clip, isMarked, isInView, isCurrent, putRight, onGo, onSave } = props;
  const [outcome, setOutcome] = useState<MessageKey | null>(null);
  const isSaving = useRef(false);
  const id = useId();
  useEffect(() => {
    // A highlight that was deleted since can be made again.
    if (!isMarked) setOutcome((told) => (told === "savedAsNote" ? null : told));
  }, [isMarked]);
  const [first] = statement.content;
  if (first === undefined) return null;
  const isSaved = isMarked || outcome === "savedAsNote";
  const copy = async (): Promise<void> => setOutcome((await copyClip(clip())) ? "copied" : "notCopied");
  const save = async (): Promise<void> => {
    if (isSaved || isSaving.current) return;
    isSaving.current = true;
    const [start, end] = extentOf(statement);
    setOutcome((await onSave({ start, end })) ? "savedAsNote" : "notSaved");
    isSaving.current = false;
  };
  const told = outcome ?? (isMarked ? "savedAsNote" : null);
  return (
    <li data-in-view={isInView ? "" : undefined} data-current={isCurrent ? "" : undefined}>
      <Said id={id} type={statementTypeName(statement)} text={text} isCurrent={isCurrent} onGo={() => onGo(first)} />
      <div class="statement-actions">
        <button type="button" class="plain" aria-describedby={id} onClick={() => void copy()}>
          {message("copy")}
        </button>
        <button
          type="button"
          class="plain"
          aria-describedby={id}
          aria-disabled={isSaved}
          // Not disabled: that would take the focus away from who has just pressed it.
          onClick={() => void save()}
        >
          {message("saveAsNote")}
        </button>
        {putRight?.(id)}
        <span class="soft" role="status">
          {told === null ? "" : message(told)}
        </span>
      </div>
    </li>
  );
}

/** From where to where a statement reaches, with what stands between its pieces. */
export function extentOf({ content }: SaidInText): [start: number, end: number] {
  return [content[0]?.start ?? 0, content.at(-1)?.end ?? 0];
}
