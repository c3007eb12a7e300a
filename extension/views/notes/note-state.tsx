import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { message } from "../../locale/message.ts";
import type { Known } from "../../store/sightings.ts";
import { later } from "../../ui/later.tsx";
import type { Standing } from "./standing.ts";

/** Most notes stand where they stood. */
const LostNote = later(async () => (await import("./lost-note.tsx")).LostNote);

interface NoteStateProps {
  readonly annotation: Annotation;
  readonly standing: Standing;
  readonly known: Known | null;
}

/** What became of a note's words on the page, where it matters. */
export function NoteState({ annotation, standing, known }: NoteStateProps) {
  const { id } = annotation;
  switch (standing.anchors[id]) {
    case "moved":
      return <p class="moved soft">{message("markMoved")}</p>;
    case "edited":
      return <p class="changed">{message("markChanged")}</p>;
    case "lost":
      return known && <LostNote annotation={annotation} standing={standing} refused={known.refused.get(id)} />;
    default:
      return null;
  }
}
