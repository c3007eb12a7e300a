import { isOnName } from "../../../src/annotation/records/name-note.ts";
import { message, type MessageKey, plural } from "../../locale/message.ts";
import type { Row } from "../../search/requests.ts";
import { useNoteWorld } from "../../ui/notes/note-world.ts";
import { colourName } from "../../ui/texts/colour-name.ts";
import { shortDate } from "../dates.ts";
import { Marked } from "./marked.tsx";

/** The heights of rows, in pixels: all of a kind are as high, so that a long list knows where each stands. */
export const HEIGHTS = { article: 56, note: 78 } as const;

const STATES: Record<"moved" | "edited" | "lost" | "unseen", MessageKey> = {
  moved: "stateMoved",
  edited: "stateEdited",
  lost: "stateLost",
  unseen: "stateUnseen",
};

interface RowViewProps {
  /** `null` while it is fetched. */
  readonly row: Row | null;
  readonly words: readonly string[];
}

/** The heading of an article, or a note: what stands in a row of the list. */
export function RowView({ row, words }: RowViewProps) {
  const { names } = useNoteWorld();
  if (row === null) return <span class="waiting" />;
  if (row.kind === "gone") return <span class="soft">{message("noteGone")}</span>;
  if (row.kind === "article") {
    const { title, outlet, site, published, isKept } = row.article;
    const facts = [outlet || site, published === "" ? "" : shortDate(published), plural("libraryNotes", row.notes)];
    if (isKept) facts.push(message("articleKept"));
    return (
      <>
        <b class="one-line" dir="auto">
          <Marked text={title} words={words} />
        </b>
        <span class="soft small one-line">{facts.filter(Boolean).join(" · ")}</span>
      </>
    );
  }
  const { note, state } = row;
  const { colour, note: written, tags } = note.body;
  const about = isOnName(note) ? note.subject.name : note.target.selectors.quote.exact;
  return (
    <>
      <span class="two-lines" dir="auto">
        {isOnName(note) ? (
          <b>
            <Marked text={about} words={words} />
          </b>
        ) : (
          <Marked text={about.replace(/\s+/g, " ")} words={words} />
        )}
      </span>
      {written !== "" && (
        <span class="one-line written" dir="auto">
          <Marked text={written.replace(/\s+/g, " ")} words={words} />
        </span>
      )}
      <span class="soft small one-line">
        {state !== "same" && <span class="state-of">{message(STATES[state])} · </span>}
        <span>{colourName(colour, names)}</span>
        {" · "}
        {shortDate(note.created)}
        {tags.map((tag) => (
          <span key={tag} class="row-tag" dir="auto">
            #{tag}
          </span>
        ))}
      </span>
    </>
  );
}
