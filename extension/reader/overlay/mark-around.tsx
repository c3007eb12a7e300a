import { message } from "../../locale/message.ts";
import type { MarkContext } from "./contract.ts";
import { MarkButtons } from "./mark-list.tsx";
import { Rewording } from "./rewording.tsx";

interface MarkNewsProps {
  readonly context: MarkContext;
  readonly onKeepWording: () => void;
}

/** What became of a mark's words since they were marked; nothing where they stand as they stood. */
export function MarkNews({ context: { state, rewording }, onKeepWording }: MarkNewsProps) {
  if (rewording !== null) return <Rewording {...rewording} onKeep={onKeepWording} />;
  return state === "moved" ? <p class="soft">{message("markMoved")}</p> : null;
}

interface MarkAroundProps {
  readonly context: MarkContext;
  readonly onOpen: (id: string) => void;
  readonly onName: (name: string) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** What stands on the same words as a mark, and the way to its neighbours on the page. */
export function MarkAround({ context: { number, count, others, names }, onOpen, onName, onStep }: MarkAroundProps) {
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
          <MarkButtons marks={others} onOpen={onOpen} />
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
