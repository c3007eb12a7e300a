import { message, plural } from "../../../locale/message.ts";
import type { OverlayPanel } from "../contract.ts";
import { editorView, highlightsView } from "../frame-views.ts";
import { Panel } from "./panel.tsx";
import { PrivateSlot } from "./private-slot.tsx";

interface FramedPanelProps {
  readonly open: Extract<OverlayPanel, { readonly kind: "editor" | "highlights" }>;
  readonly onClose: () => void;
}

/** A panel with nothing in it but what is private: the editor of a highlight, or highlights to choose from. */
export function FramedPanel({ open, onClose }: FramedPanelProps) {
  const isEditor = open.kind === "editor";
  return (
    <Panel
      anchor={open.anchor}
      label={isEditor ? message("editorLabel") : plural("marksHere", open.highlights.length)}
      className="framed"
      placement="bottom"
      takesFocus
      onClose={onClose}
    >
      <PrivateSlot view={isEditor ? editorView(open) : highlightsView(open)} takesFocus />
    </Panel>
  );
}
