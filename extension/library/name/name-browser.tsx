import { useState } from "preact/hooks";
import type { ListedKind } from "../../../src/library/names.ts";
import { message, plural } from "../../locale/message.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLibrary } from "../library-world.ts";
import { LinkList } from "../list/link-list.tsx";
import { hashOf, type Place } from "../place.ts";
import { viewTitle } from "../side/navigation.tsx";

/** Views of names, with the kind that their keys have. */
const KINDS = { people: "person", places: "place", organisations: "source" } as const satisfies Record<
  string,
  ListedKind
>;

/** How many names are shown at first, and how many more each time. */
const STEP = 100;

interface NameBrowserProps {
  readonly view: keyof typeof KINDS;
  readonly place: Place;
}

/** Everyone whom the user's articles name, who says most first. */
export function NameBrowser({ view, place }: NameBrowserProps) {
  const { search } = useLibrary();
  const [limit, setLimit] = useState(STEP);
  const answer = useAnswer(search, "names", { kind: KINDS[view], typed: place.query, limit });
  if (answer.state === "failed") return <p class="state">{failureText({ code: "storage-failed" })}</p>;
  const found = answer.state === "ready" ? answer.value : null;
  return (
    <>
      <div class="above-list">
        <h2>{viewTitle(view)}</h2>
        <span class="soft small" role="status">
          {found === null ? message("loading") : plural("namesListed", found.total)}
        </span>
      </div>
      {found?.items.length === 0 && (
        <p class="state">
          {place.query.trim() === "" ? message("noNames") : message("nothingFound", place.query.trim())}
        </p>
      )}
      <LinkList class="names">
        {found?.items.map(({ key, name, articles, statements }) => (
          <li key={key}>
            <a
              href={hashOf({ ...place, name: key, article: null, note: null, beside: [] })}
              aria-current={place.name === key ? "true" : undefined}
            >
              <span dir="auto">{name}</span>
              <span class="soft small">
                {[statements > 0 ? plural("statements", statements) : "", plural("libraryArticles", articles)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </a>
          </li>
        ))}
      </LinkList>
      {found !== null && found.total > found.items.length && (
        <button type="button" class="more" onClick={() => setLimit(limit + STEP)}>
          {plural("moreLeft", found.total - found.items.length)}
        </button>
      )}
    </>
  );
}
