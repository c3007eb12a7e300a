import type { Colour } from "../../../../src/annotation/records/annotation.ts";
import { message } from "../../../locale/message.ts";
import { Colours } from "../../../ui/colours.tsx";
import { Panel } from "./panel.tsx";

interface ToolbarProps {
  readonly range: Range;
  readonly labelOf: (colour: Colour) => string;
  readonly onHighlight: (colour: Colour) => void;
  /** Highlights and opens the editor, at the note or at the tags. */
  readonly onWrite: (field: "note" | "tags") => void;
  readonly onClose: () => void;
}

/** What can be done with a selection. It keeps the selection, so pressing the mouse on it must not move the focus. */
export function Toolbar({ range, labelOf, onHighlight, onWrite, onClose }: ToolbarProps) {
  return (
    <Panel
      anchor={range}
      label={message("toolbarLabel")}
      className="toolbar"
      placement="top"
      takesFocus={false}
      onClose={onClose}
    >
      <div class="buttons" onPointerDown={(event) => event.preventDefault()}>
        <Colours chosen={null} labelOf={labelOf} onChoose={onHighlight} />
        <span class="divider" />
        <button type="button" class="plain" onClick={() => onWrite("note")}>
          {message("note")}
        </button>
        <button type="button" class="plain" onClick={() => onWrite("tags")}>
          {message("tag")}
        </button>
      </div>
    </Panel>
  );
}
