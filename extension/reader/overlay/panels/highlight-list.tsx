import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import { message, plural } from "../../../locale/message.ts";
import { colourLabel } from "../../../ui/texts/colour-name.ts";
import { useNoteWorld } from "../../../ui/notes/note-world.ts";
import { Panel } from "./panel.tsx";

interface HighlightButtonsProps {
  readonly highlights: readonly Annotation[];
  readonly onOpen: (id: string) => void;
}

/** Highlights to choose from, each with its colour, its words, and whether it has a note: the note is read where it is opened. */
export function HighlightButtons({ highlights, onOpen }: HighlightButtonsProps) {
  const { names } = useNoteWorld();
  return (
    <ol class="marks">
      {highlights.map(({ id, target, body: { colour, note } }, index) => (
        <li key={id}>
          <button type="button" data-focus={index === 0 ? "" : undefined} onClick={() => onOpen(id)}>
            <span class="swatch" style={{ "--colour": `var(--${colour})` }}>
              <span class="unseen">{colourLabel(colour, names)}:</span>
            </span>
            <span>
              <span class="quoted" dir="auto">
                {target.selectors.quote.exact}
              </span>
              {note !== "" && <span class="soft">{message("hasNote")}</span>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface HighlightListProps extends HighlightButtonsProps {
  readonly anchor: Range;
  readonly onClose: () => void;
}

/** Several highlights on the same words. */
export function HighlightList({ anchor, highlights, onOpen, onClose }: HighlightListProps) {
  return (
    <Panel
      anchor={anchor}
      label={plural("marksHere", highlights.length)}
      className="card"
      placement="bottom"
      takesFocus
      onClose={onClose}
    >
      <div class="head">
        <h2>{plural("marksHere", highlights.length)}</h2>
        <button type="button" class="plain" aria-label={message("close")} onClick={onClose}>
          ✕
        </button>
      </div>
      <HighlightButtons highlights={highlights} onOpen={onOpen} />
    </Panel>
  );
}
