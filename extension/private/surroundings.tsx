import type { EditorView } from "../calls/frame-view.ts";
import { message } from "../locale/message.ts";
import { HighlightButtons } from "./highlight-list.tsx";
import { Rewording } from "./rewording.tsx";

interface HighlightNewsProps {
  readonly view: EditorView;
  readonly onKeepWording: () => void;
}

/** What became of a highlight's words since they were highlighted; nothing where they stand as they stood. */
export function HighlightNews({ view: { state, rewording }, onKeepWording }: HighlightNewsProps) {
  if (rewording !== null) return <Rewording {...rewording} onKeep={onKeepWording} />;
  return state === "moved" ? <p class="soft">{message("markMoved")}</p> : null;
}

interface SurroundingsProps {
  readonly view: EditorView;
  /** The ids of the other highlights that have a note. */
  readonly noted: readonly string[];
  readonly onOpen: (id: string) => void;
  readonly onName: (name: string) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** What stands on the same words as a highlight, and the way to its neighbours on the page. */
export function Surroundings({ view, noted, onOpen, onName, onStep }: SurroundingsProps) {
  const { number, count, others, names } = view;
  return (
    <div class="around">
      {names.length > 0 && (
        <div class="row" role="group" aria-label={message("namesHere")}>
          <span class="soft">{message("namesHere")}</span>
          {names.map(({ name, kind }) => (
            <button key={name} type="button" class={`kind ${kind}`} dir="auto" onClick={() => onName(name)}>
              {name}
            </button>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <>
          <h3>{message("otherMarks")}</h3>
          <HighlightButtons highlights={others} noted={noted} onOpen={onOpen} />
        </>
      )}
      {count > 1 && (
        <div class="row">
          <span class="soft">{message("markPosition", number, count)}</span>
          <button type="button" class="plain end" aria-label={message("previousMark")} onClick={() => onStep(-1)}>
            {message("previous")}
          </button>
          <button type="button" class="plain" aria-label={message("nextMark")} onClick={() => onStep(1)}>
            {message("next")}
          </button>
        </div>
      )}
    </div>
  );
}
