import type { ListedHighlight } from "../calls/frame-view.ts";
import { message, plural } from "../locale/message.ts";
import { useNoteWorld } from "../ui/notes/note-world.ts";
import { colourLabel } from "../ui/texts/colour-name.ts";

export interface HighlightButtonsProps {
  readonly highlights: readonly ListedHighlight[];
  /** The ids of those that have a note. */
  readonly noted: readonly string[];
  readonly onOpen: (id: string) => void;
}

/** Highlights to choose from, each with its colour, its words, and whether it has a note. */
export function HighlightButtons({ highlights, noted, onOpen }: HighlightButtonsProps) {
  const { names } = useNoteWorld();
  return (
    <ol class="marks">
      {highlights.map(({ id, words, colour }, index) => (
        <li key={id}>
          <button type="button" data-focus={index === 0 ? "" : undefined} onClick={() => onOpen(id)}>
            <span class="swatch" style={{ "--colour": `var(--${colour})` }}>
              <span class="unseen">{colourLabel(colour, names)}:</span>
            </span>
            <span>
              <span class="quoted" dir="auto">
                {words}
              </span>
              {noted.includes(id) && <span class="soft">{message("hasNote")}</span>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface HighlightListProps extends HighlightButtonsProps {
  readonly onClose: () => void;
}

/** Several highlights on the same words. */
export function HighlightList({ onClose, ...props }: HighlightListProps) {
  return (
    <>
      <div class="head">
        <h2>{plural("marksHere", props.highlights.length)}</h2>
        <button type="button" class="plain" aria-label={message("close")} onClick={onClose}>
          ✕
        </button>
      </div>
      <HighlightButtons {...props} />
    </>
  );
}
