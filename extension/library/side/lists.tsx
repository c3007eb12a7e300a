import { COLOURS } from "../../../src/annotation/records/annotation.ts";
import type { Totals } from "../../../src/library/facets.ts";
import { operatorText } from "../../../src/library/query.ts";
import { fold } from "../../../src/text/fold.ts";
import { callBackground } from "../../calls/call.ts";
import { message, plural } from "../../locale/message.ts";
import { useNoteWorld } from "../../ui/notes/note-world.ts";
import { colourLabel } from "../../ui/texts/colour-name.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import { useLibrary } from "../library-world.ts";
import { LinkList } from "../list/link-list.tsx";
import { hashOf } from "../place.ts";

/** Every tag with how many notes have it. */
export function TagList({ totals, typed }: { readonly totals: Totals | null; readonly typed: string }) {
  if (totals === null) return <p class="state">{message("loading")}</p>;
  const wanted = fold(typed.trim());
  const tags = totals.tags.filter(({ value }) => fold(value).includes(wanted));
  if (tags.length === 0)
    return <p class="state">{message(totals.tags.length === 0 ? "noTags" : "nothingFoundHere")}</p>;
  return (
    <LinkList>
      {tags.map(({ value, count }) => (
        <li key={value}>
          <a href={hashOf({ query: operatorText("tag", value) })}>
            <span dir="auto">#{value}</span> <span class="count">{plural("libraryNotes", count)}</span>
          </a>
        </li>
      ))}
    </LinkList>
  );
}

/** The colours, as the user calls them. */
export function ColourList() {
  const { names } = useNoteWorld();
  return (
    <LinkList>
      {COLOURS.map((colour) => (
        <li key={colour}>
          <a href={hashOf({ query: operatorText("colour", colour) })} style={{ "--colour": `var(--${colour})` }}>
            <span class="dot" /> {colourLabel(colour, names)}
          </a>
        </li>
      ))}
    </LinkList>
  );
}

/** The searches that the user has kept. */
export function SearchList() {
  const { database, say } = useLibrary();
  const found = useLiveQuery(
    async () => (await database.searches.orderBy("created").toArray()).filter(({ deleted }) => deleted === null),
    [database],
  );
  if (found.state === "loading") return <p class="state">{message("loading")}</p>;
  if (found.state === "failed") return <p class="state">{failureText({ code: "storage-failed" })}</p>;
  if (found.value.length === 0) return <p class="state">{message("noSearches")}</p>;
  const remove = async (id: string): Promise<void> => {
    const removed = await callBackground("deleteSearch", { id });
    if (!removed.ok) return say({ text: failureText(removed.error), tone: "error", undo: null });
    say({ text: message("searchDeleted"), tone: "plain", undo: () => void callBackground("restoreSearch", { id }) });
  };
  return (
    <LinkList>
      {found.value.map(({ id, name, query }) => (
        <li key={id}>
          <a href={hashOf({ query })} dir="auto">
            {name}
          </a>
          <button
            type="button"
            class="plain danger"
            aria-label={message("deleteSearch", name)}
            onClick={() => void remove(id)}
          >
            {message("delete")}
          </button>
        </li>
      ))}
    </LinkList>
  );
}
